// A window to type in and choose from: for commands, and wherever a list of choices may be long.
import * as Radix from "@radix-ui/react-dialog";
import { Check, Search, X } from "lucide-react";
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { grouped, matching, type Choice } from "./choices";
import { cx } from "./classes";
import { Key } from "./Key";

export interface WindowChoice extends Choice {
  icon?: ReactNode;
  detail?: ReactNode;
  /** The key that does the same without this window. */
  shortcut?: string;
  /** Where several can be chosen: whether this one is. */
  checked?: boolean;
}

interface ChoiceWindowProps {
  title: string;
  placeholder: string;
  choices: WindowChoice[];
  onClose: () => void;
  /** Done when the window is gone and the focus is back where it was, so that it may take the focus elsewhere. */
  onChoose: (id: string) => void;
  /** Stays open after a choice. */
  several?: boolean;
  onType?: (text: string) => void;
  /** What is said when nothing fits. */
  nothing?: string;
  /** Below the list: how it is used. */
  footer?: ReactNode;
}

export function ChoiceWindow({ onClose, ...rest }: ChoiceWindowProps) {
  const after = useRef<(() => void) | null>(null);
  const choose = (id: string) => {
    if (rest.several) return rest.onChoose(id);
    after.current = () => rest.onChoose(id);
    onClose();
  };
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          // The focus goes back right after this; what was chosen may then take it.
          onCloseAutoFocus={() => after.current && queueMicrotask(after.current)}
          className="fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[calc(100dvh-1rem)] max-w-xl animate-rise flex-col overflow-hidden rounded-2xl bg-raised shadow-raised focus:outline-none sm:top-[14vh] sm:max-h-[70dvh]"
        >
          <Radix.Title className="sr-only">{rest.title}</Radix.Title>
          <Chooser {...rest} onChoose={choose} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type ChooserProps = Omit<ChoiceWindowProps, "onClose">;

function Chooser({ title, placeholder, choices, several = false, onChoose, onType, nothing, footer }: ChooserProps) {
  const id = useId();
  const [text, setText] = useState("");
  const shown = useMemo(() => matching(choices, text), [choices, text]);
  const [wanted, setWanted] = useState<string | null>(null);
  const at = Math.max(0, shown.findIndex((choice) => choice.id === wanted));
  const active = shown[at];

  const type = (next: string) => {
    setText(next);
    setWanted(null);
    onType?.(next);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: text ? null : 0, End: text ? null : shown.length - 1 }[event.key];
    if (event.key === "Enter" && active) {
      event.preventDefault();
      onChoose(active.id);
      if (several && text) type("");
    } else if (to !== undefined && to !== null && shown.length > 0) {
      event.preventDefault();
      setWanted(shown[(to + shown.length) % shown.length]?.id ?? null);
    }
  };

  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden className="size-[18px] shrink-0 text-muted" />
        <input
          role="combobox"
          aria-label={title}
          aria-expanded
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
          className="h-13 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-faint"
        />
        <Radix.Close
          aria-label="Close, Esc"
          className="inline-flex h-8 items-center justify-center rounded-lg text-muted max-md:-mr-2 max-md:size-11"
        >
          <X aria-hidden className="size-[18px] md:hidden" />
          <span aria-hidden className="max-md:hidden">
            <Key>Esc</Key>
          </span>
        </Radix.Close>
      </div>
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={title}
        aria-multiselectable={several || undefined}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2"
      >
        {grouped(shown).map(({ name, choices: members }) => (
          <li key={`${name}-${members[0]?.id}`} role="group" aria-label={name || title}>
            {name ? (
              <p aria-hidden className="px-2.5 pt-2 pb-1 text-[13px] font-semibold text-muted">
                {name}
              </p>
            ) : null}
            <ul role="presentation">
              {members.map((choice) => (
                <Option
                  key={choice.id}
                  id={`${id}-${choice.id}`}
                  choice={choice}
                  active={choice === active}
                  several={several}
                  onPoint={() => setWanted(choice.id)}
                  onChoose={() => onChoose(choice.id)}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className="px-4 pt-3 pb-8 text-center text-muted">{nothing ?? "Nothing fits."}</p> : null}
      {footer ? <footer className="border-t border-line px-4 py-2.5 text-[13px] text-muted">{footer}</footer> : null}
    </>
  );
}

interface OptionProps {
  id: string;
  choice: WindowChoice;
  active: boolean;
  several: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Option({ id, choice, active, several, onPoint, onChoose }: OptionProps) {
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // The keys are the input's: the focus never leaves it.
    <li
      ref={ref}
      id={id}
      role="option"
      aria-selected={several ? choice.checked === true : active}
      onMouseMove={active ? undefined : onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={cx(
        "flex min-h-10 cursor-default items-center gap-3 rounded-lg px-2.5 py-1.5 max-md:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0",
        active && "bg-ink/8",
      )}
    >
      {several ? <Box checked={choice.checked === true} /> : null}
      {choice.icon ? <span className="flex text-muted">{choice.icon}</span> : null}
      <span className="min-w-0 flex-1 truncate">{choice.label}</span>
      {choice.detail ? <span className="max-w-[45%] truncate text-sm text-muted">{choice.detail}</span> : null}
      {choice.shortcut ? (
        <span className="max-md:hidden">
          <Key>{choice.shortcut}</Key>
        </span>
      ) : null}
    </li>
  );
}

function Box({ checked }: { checked: boolean }) {
  return (
    <span
      aria-hidden
      className={cx(
        "flex size-[18px] shrink-0 items-center justify-center rounded-md border",
        checked ? "border-accent bg-accent text-on-accent" : "border-line-strong",
      )}
    >
      {checked ? <Check strokeWidth={3} className="!size-3" /> : null}
    </span>
  );
}
