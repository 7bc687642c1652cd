// A small window with emoji: found by name, chosen with the arrow keys or the mouse.
import { Smile } from "lucide-react";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { cx, IconButton } from "../../../ui";
import { findEmoji } from "./emoji";

const COLUMNS = 8;
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS };

export function EmojiPicker({ onPick }: { onPick: (sign: string) => void }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open]);
  return (
    <div ref={root} className="relative">
      <IconButton label="Emoji" size="sm" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)} className="max-sm:size-11">
        <Smile />
      </IconButton>
      {open ? (
        <Grid
          onPick={(sign) => {
            setOpen(false);
            onPick(sign);
          }}
          onClose={() => {
            setOpen(false);
            root.current?.querySelector("button")?.focus();
          }}
        />
      ) : null}
    </div>
  );
}

function Grid({ onPick, onClose }: { onPick: (sign: string) => void; onClose: () => void }) {
  const id = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const found = findEmoji(query.trim());
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const chosen = found[active];
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && chosen) onPick(chosen.sign);
    else if (step !== undefined) setActive(Math.min(found.length - 1, Math.max(0, active + step)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div role="dialog" aria-label="Emoji" className="absolute bottom-full left-0 z-30 mb-2 w-80 max-w-[calc(100vw-2rem)] animate-appear rounded-xl border border-line bg-raised p-2 shadow-raised">
      <input
        autoFocus
        type="text"
        role="combobox"
        aria-expanded
        aria-label="Find an emoji"
        aria-controls={id}
        aria-activedescendant={found[active] ? `${id}-${active}` : undefined}
        placeholder="Find an emoji"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={press}
        className="mb-2 h-10 w-full rounded-lg border border-line-strong bg-surface px-3 text-base placeholder:text-faint sm:text-[15px]"
      />
      <div id={id} role="listbox" aria-label="Emoji" className="grid max-h-56 grid-cols-8 overflow-y-auto">
        {found.map(({ sign, name }, at) => (
          <Sign key={sign} id={`${id}-${at}`} sign={sign} name={name} isActive={at === active} onPick={() => onPick(sign)} />
        ))}
      </div>
      {found.length === 0 ? <p className="px-1 py-2 text-sm text-muted">None is called so.</p> : null}
    </div>
  );
}

function Sign({ id, sign, name, isActive, onPick }: { id: string; sign: string; name: string; isActive: boolean; onPick: () => void }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    <div
      ref={ref}
      id={id}
      role="option"
      aria-selected={isActive}
      aria-label={name}
      title={name}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
      className={cx("flex aspect-square cursor-pointer items-center justify-center rounded-lg text-xl hover:bg-sunken", isActive && "bg-sunken outline-2 -outline-offset-2 outline-accent")}
    >
      {sign}
    </div>
  );
}
