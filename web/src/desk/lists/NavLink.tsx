// One way in the left pane: a list, the team or a saved view.
import type { ReactNode } from "react";
import { Link } from "wouter";
import { cx } from "../../ui";

interface NavLinkProps {
  href: string;
  icon: ReactNode;
  name: string;
  isCurrent: boolean;
  onGo: () => void;
  children?: ReactNode;
}

export function NavLink({ href, icon, name, isCurrent, onGo, children }: NavLinkProps) {
  return (
    <Link
      href={href}
      onClick={onGo}
      aria-current={isCurrent ? "true" : undefined}
      className={cx(
        "flex h-8 min-w-0 flex-1 items-center gap-2.5 rounded-lg px-2.5 transition-colors focus-visible:-outline-offset-2 max-md:h-11",
        "[&_svg]:size-4 [&_svg]:shrink-0",
        isCurrent ? "bg-accent-soft font-medium text-accent-ink" : "text-muted hover:bg-sunken hover:text-ink",
      )}
    >
      <span aria-hidden className="flex">
        {icon}
      </span>
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {children}
    </Link>
  );
}
