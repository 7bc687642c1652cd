// The suggestions above what is being written. The cursor stays in the field; the field says which one is meant.
import { useEffect, useRef } from "react";
import { cx } from "../../../ui";
import type { Suggestions } from "./useSuggestions";

const NAMES = { canned: "Canned replies", mention: "Colleagues", emoji: "Emoji" };

export function SuggestionList({ id, suggestions: { token, options, nothing, active, take } }: { id: string; suggestions: Suggestions }) {
  if (!token) return null;
  if (options.length === 0) {
    return nothing ? (
      <div role="status" className={cx(LOOK, "px-3.5 py-2.5 text-sm text-muted")}>
        {nothing}
      </div>
    ) : null;
  }
  return (
    <ul id={id} role="listbox" aria-label={NAMES[token.kind]} className={cx(LOOK, "p-1.5")}>
      {options.map((option, at) => (
        <Option key={option.key} id={`${id}-${at}`} isActive={at === active} onTake={() => take(option)}>
          <span className="shrink-0 font-medium">{option.label}</span>
          <span dir="auto" className="min-w-0 truncate text-muted">
            {option.hint}
          </span>
        </Option>
      ))}
    </ul>
  );
}

const LOOK =
  "absolute inset-x-0 bottom-full z-20 mb-1.5 max-h-72 animate-appear overflow-y-auto rounded-xl border border-line bg-raised shadow-raised";

function Option({ id, isActive, onTake, children }: { id: string; isActive: boolean; onTake: () => void; children: React.ReactNode }) {
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    <li
      ref={ref}
      id={id}
      role="option"
      aria-selected={isActive}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onTake}
      className={cx("flex cursor-default items-baseline gap-3 rounded-lg px-2.5 py-2 max-sm:min-h-11", isActive && "bg-sunken")}
    >
      {children}
    </li>
  );
}
