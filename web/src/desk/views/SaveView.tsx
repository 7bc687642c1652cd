// Keeps what is shown now as a view, unless it is one already.
import { BookmarkPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui";
import type { Route } from "../route";
import { useSeat } from "../seat";
import { isSamePlace, viewFilterOf } from "./filter";
import { ViewName } from "./ViewName";
import { useViews, useViewWishes } from "./useViews";

export function SaveView({ route, name }: { route: Route; name: string }) {
  const { me } = useSeat();
  const views = useViews();
  const { save } = useViewWishes();
  const [naming, setNaming] = useState(false);
  const here = viewFilterOf(route);
  if (me.kind !== "agent" || views.some(({ filter }) => isSamePlace(filter, here))) return null;
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        icon={<BookmarkPlus className="size-4" />}
        busy={save.isPending}
        onClick={() => setNaming(true)}
        className="h-7 px-2 max-md:h-9"
      >
        Save view
      </Button>
      {naming ? (
        <ViewName
          title="Save this view"
          action="Save"
          name={name}
          onClose={() => setNaming(false)}
          onName={(chosen) => save.mutate({ name: chosen, filter: here })}
        />
      ) : null}
    </>
  );
}
