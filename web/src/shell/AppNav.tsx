// The way through one app: at the side on wide screens, in a sheet behind a button on narrow ones.
import { Headset, Menu as MenuIcon } from "lucide-react";
import { useId, useState } from "react";
import { Link, useLocation } from "wouter";
import { Dialog, IconButton } from "../ui";
import { PLACES, type Place, type PlaceGroup } from "./places";

const ENTRY =
  "flex items-center gap-2.5 rounded-lg px-3 py-1.5 font-medium whitespace-nowrap text-muted transition-colors hover:bg-sunken hover:text-ink " +
  "max-md:min-h-11 [&_svg]:size-[18px] [&_svg]:shrink-0";
const CURRENT = "aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-ink";

export function SideNav({ app }: { app: number }) {
  return (
    <nav
      aria-label="App"
      className="hidden w-64 shrink-0 flex-col overflow-y-auto border-r border-line bg-surface px-3 py-4 md:flex"
    >
      <Entries app={app} />
    </nav>
  );
}

export function NavButton({ app, name }: { app: number; name: string }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <span className="-ml-2 md:hidden">
      <IconButton label="Menu" className="size-11" aria-expanded={open} onClick={() => setOpen(true)}>
        <MenuIcon />
      </IconButton>
      <Dialog open={open} onClose={close} title={name}>
        <nav aria-label="App" className="-mx-2">
          <Entries app={app} onGo={close} />
        </nav>
      </Dialog>
    </span>
  );
}

interface EntriesProps {
  app: number;
  onGo?: () => void;
}

function Entries({ app, onGo }: EntriesProps) {
  return (
    <div className="flex flex-1 flex-col gap-4">
      {PLACES.map((group) => (
        <Group key={group.label} app={app} group={group} onGo={onGo} />
      ))}
      <Link href={`/desk?app=${app}`} onClick={onGo} className={`${ENTRY} md:mt-auto`}>
        <Headset aria-hidden />
        Agent Desk
      </Link>
    </div>
  );
}

function Group({ app, group: { label, places }, onGo }: { app: number; group: PlaceGroup; onGo: (() => void) | undefined }) {
  const heading = useId();
  return (
    <div>
      {label ? (
        <p id={heading} className="px-3 pb-1 text-[13px] font-medium text-faint">
          {label}
        </p>
      ) : null}
      <ul aria-labelledby={label ? heading : undefined} className="flex flex-col gap-0.5">
        {places.map((place) => (
          <li key={place.path}>
            <Entry app={app} place={place} onGo={onGo} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Entry({ app, place: { path, label, icon: Icon }, onGo }: { app: number; place: Place; onGo: (() => void) | undefined }) {
  const [location] = useLocation();
  const href = `/apps/${app}/${path}`;
  const here = location === href || location.startsWith(`${href}/`);
  return (
    <Link href={href} onClick={onGo} aria-current={here ? "page" : undefined} className={`${ENTRY} ${CURRENT}`}>
      <Icon aria-hidden />
      {label}
    </Link>
  );
}
