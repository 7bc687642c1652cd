// Numbers in a row; those that lead somewhere are links as a whole.
import type { ReactNode } from "react";
import { Link } from "wouter";
import { cx } from "../ui";

const COLUMNS = { 3: "sm:grid-cols-3", 4: "sm:grid-cols-2 lg:grid-cols-4" };

export function Figures({ columns, children }: { columns: keyof typeof COLUMNS; children: ReactNode }) {
  return <ul className={cx("grid grid-cols-2 gap-3", COLUMNS[columns])}>{children}</ul>;
}

interface FigureProps {
  label: string;
  value: number | string;
  detail: string;
  href?: string;
  /** Somebody should look. */
  calls?: boolean;
}

const LOOK = "flex h-full flex-col gap-0.5 rounded-2xl border border-line bg-surface px-4 py-3.5 shadow-card sm:px-5";

export function Figure({ label, value, detail, href, calls = false }: FigureProps) {
  const inside = (
    <>
      <span className="text-sm text-muted">{label}</span>
      <span className={cx("text-2xl font-semibold tracking-tight tabular-nums", calls && "text-warn")}>
        {typeof value === "number" ? value.toLocaleString() : value}
      </span>
      <span className="text-sm text-muted tabular-nums">{detail}</span>
    </>
  );
  return (
    <li className="max-sm:last:odd:col-span-2">
      {href ? (
        <Link href={href} className={cx(LOOK, "transition-colors hover:border-line-strong")}>
          {inside}
        </Link>
      ) : (
        <div className={LOOK}>{inside}</div>
      )}
    </li>
  );
}
