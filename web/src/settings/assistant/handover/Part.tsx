// One small part of the settings of a handover: a line above, a heading, and what belongs together.
import { useId, type ReactNode } from "react";

interface PartProps {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}

export function Part({ title, description, children }: PartProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="flex min-w-0 flex-col gap-5 border-t border-line pt-5">
      <div>
        <h3 id={heading} className="font-semibold">
          {title}
        </h3>
        {description ? <p className="mt-0.5 text-sm text-muted text-pretty">{description}</p> : null}
      </div>
      {children}
    </section>
  );
}
