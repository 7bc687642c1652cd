// How many conversations a list has. Filled while there is something new behind it; its room is always the same.
import { cx } from "../../ui";

export function Count({ of, unseen }: { of: number | undefined; unseen: number }) {
  return (
    <span
      className={cx(
        "min-w-6 rounded-full px-1.5 text-[13px] leading-5 tabular-nums",
        unseen > 0 ? "bg-accent text-center font-semibold text-on-accent" : "text-right",
      )}
    >
      {of ? COUNT.format(of) : ""}
      {unseen > 0 ? <span className="sr-only">, {unseen} with something new</span> : null}
    </span>
  );
}

const COUNT = new Intl.NumberFormat();
