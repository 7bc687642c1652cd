// One titled part of the context pane.
import { useId, type ReactNode } from "react";

export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-b border-line px-5 py-4 last:border-b-0">
      <div className="mb-1.5 flex min-h-6 items-center justify-between gap-2">
        <h2 id={id} className="text-sm font-semibold text-muted">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
