// A name and what belongs to it, on one line.
import type { ReactNode } from "react";

export function Fact({ name, id, aside, children }: { name: string; id?: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-start gap-3">
      <dt id={id} className="w-24 shrink-0 text-muted wrap-anywhere first-letter:uppercase max-md:pt-2.5">
        {name}
      </dt>
      <dd className="min-w-0 flex-1 wrap-anywhere max-md:pt-0.5">{children}</dd>
      {aside}
    </div>
  );
}
