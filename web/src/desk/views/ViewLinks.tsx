// The saved views below the lists: one click away, each to be renamed or removed.
import type { View } from "../../api";
import { Bookmark, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { IconButton, Menu } from "../../ui";
import { NavLink } from "../lists/NavLink";
import type { Route } from "../route";
import { isSamePlace, placeOf, viewFilterOf } from "./filter";
import { ViewName } from "./ViewName";
import { useViews, useViewWishes } from "./useViews";

export function ViewLinks({ route, onGo }: { route: Route; onGo: () => void }) {
  const views = useViews();
  const wishes = useViewWishes();
  const [renaming, setRenaming] = useState<View | null>(null);
  if (views.length === 0) return null;
  const here = viewFilterOf(route);
  return (
    <>
      <p className="px-2.5 pt-3 pb-1 text-[13px] font-semibold text-muted" id="views">
        Views
      </p>
      <ul aria-labelledby="views" className="flex flex-col gap-px">
        {views.map((view) => (
          <li key={view.id} className="group flex items-center">
            <NavLink
              href={route.href({ ...placeOf(view.filter), dialog: null })}
              icon={<Bookmark />}
              name={view.name}
              isCurrent={isSamePlace(view.filter, here)}
              onGo={onGo}
            />
            <Menu
              trigger={
                <IconButton label={`Change the view ${view.name}`} size="sm" className="max-md:size-11">
                  <Ellipsis />
                </IconButton>
              }
              items={[
                { label: "Rename", icon: <Pencil />, onSelect: () => setRenaming(view) },
                { label: "Remove", icon: <Trash2 />, danger: true, onSelect: () => wishes.remove.mutate(view) },
              ]}
            />
          </li>
        ))}
      </ul>
      {renaming ? (
        <ViewName
          title="Rename this view"
          action="Rename"
          name={renaming.name}
          onClose={() => setRenaming(null)}
          onName={(name) => wishes.rename.mutate({ id: renaming.id, name })}
        />
      ) : null}
    </>
  );
}
