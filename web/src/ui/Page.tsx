// How a page is laid out: Page with its title and actions, Section as a card with a heading, Notice for what must be read.
import { CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useEffect, useId, type ReactNode } from "react";
import { cx } from "./classes";

interface PageProps {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  /** Above the title: where this page belongs. */
  above?: ReactNode;
  /** For what stands side by side. */
  wide?: boolean;
  children: ReactNode;
}

export function Page({ title, description, actions, above, wide, children }: PageProps) {
  useTitle(title);
  return (
    <div className={cx("mx-auto flex w-full flex-auto flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8", wide ? "max-w-7xl" : "max-w-5xl")}>
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          {above}
          <h1 className="text-2xl font-semibold tracking-tight break-words">{title}</h1>
          {description ? <p className="mt-1 max-w-2xl text-muted text-pretty">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}

/** Names the browser tab. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Baton`;
  }, [title]);
}

interface SectionProps {
  title?: string;
  description?: ReactNode;
  actions?: ReactNode;
  id?: string;
  /** Lets a list reach the edges of the card. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

export function Section({ title, description, actions, id, flush, className, children }: SectionProps) {
  const heading = useId();
  return (
    <section
      id={id}
      aria-labelledby={title ? heading : undefined}
      className={cx("min-w-0 scroll-mt-20 rounded-2xl lg:scroll-mt-6 border border-line bg-surface shadow-card focus:outline-none", className)}
    >
      {title || actions ? (
        <header className="flex flex-wrap items-start justify-between gap-3 px-5 pt-5 sm:px-6">
          <div className="min-w-0">
            {title ? (
              <h2 id={heading} className="text-lg font-semibold">
                {title}
              </h2>
            ) : null}
            {description ? <p className="mt-0.5 max-w-2xl text-muted text-pretty">{description}</p> : null}
          </div>
          {actions}
        </header>
      ) : null}
      <div className={cx("flex flex-col gap-5", flush ? (title || actions) && "mt-4" : "p-5 sm:px-6", !flush && title && "pt-4")}>
        {children}
      </div>
    </section>
  );
}

const NOTICES = {
  info: { look: "bg-sunken text-ink", icon: Info },
  ok: { look: "bg-ok-soft text-ok", icon: CircleCheck },
  warn: { look: "bg-warn-soft text-warn", icon: TriangleAlert },
  danger: { look: "bg-danger-soft text-danger", icon: TriangleAlert },
};

interface NoticeProps {
  tone?: keyof typeof NOTICES;
  title?: string;
  action?: ReactNode;
  children?: ReactNode;
}

export function Notice({ tone = "info", title, action, children }: NoticeProps) {
  const { look, icon: Icon } = NOTICES[tone];
  return (
    <div role={tone === "danger" ? "alert" : undefined} className={cx("flex items-start gap-3 rounded-xl px-4 py-3", look)}>
      <Icon aria-hidden className="mt-0.5 size-[18px] shrink-0" />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
      {action}
    </div>
  );
}
