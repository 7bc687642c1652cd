// A name and what belongs to it, on one line.
import type { ReactNode } from "react";

export function Fact({ name, id, children }: { name: string; id?: string; children: ReactNode }) {
  return (
    <div className="flex items-start gap-3 max-md:min-h-11">
      <dt id={id} className="w-24 shrink-0 text-muted wrap-anywhere first-letter:uppercase max-md:py-2.5">
        {name}
      </dt>
      <dd className="min-w-0 flex-1 wrap-anywhere max-md:not-has-[button,input]:py-2.5">{children}</dd>
    </div>
  );
}
