// One line about a customer that becomes a field where it stands: Enter and leaving keep what was written, Esc does not.
import { Pencil } from "lucide-react";
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { cx, FieldError } from "../../../ui";
import { Fact } from "./Fact";

interface EditableFactProps {
  name: string;
  /** As it is written; what is shown may differ. */
  value: string;
  placeholder: string;
  type?: "text" | "email";
  onSave: (value: string) => Promise<void>;
  children?: ReactNode;
}

export function EditableFact({ name, value, placeholder, type = "text", onSave, children }: EditableFactProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { text, setText, begin, error, busy, save, stop } = useEditing(value, onSave);
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    const done = event.key === "Enter" ? save() : Promise.resolve(stop());
    // The next Tab goes on from here.
    void done.then(() => requestAnimationFrame(() => button.current?.focus()));
  };
  return (
    <Fact name={name} id={id}>
      {text === null ? (
        <button
          ref={button}
          type="button"
          aria-labelledby={`${id} ${id}-value`}
          aria-description="Edit"
          onClick={begin}
          className="group -mx-2 -my-0.5 flex w-[calc(100%+1rem)] items-center gap-2 rounded-md px-2 py-0.5 text-left hover:bg-sunken max-md:min-h-11"
        >
          <span id={`${id}-value`} className={cx("min-w-0 flex-1 wrap-anywhere", !value && "text-faint")}>
            {value ? (children ?? value) : placeholder}
          </span>
          <Pencil aria-hidden className="size-3.5 shrink-0 text-muted opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100" />
        </button>
      ) : (
        <>
          <input
            autoFocus
            type={type}
            dir="auto"
            aria-labelledby={id}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            autoComplete="off"
            readOnly={busy}
            value={text}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={press}
            onBlur={() => void save()}
            className="-mx-2 -my-[3px] w-[calc(100%+1rem)] rounded-md border border-line-strong bg-surface px-[7px] py-0.5 text-base aria-invalid:border-danger max-md:min-h-11 sm:text-sm"
          />
          {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
        </>
      )}
    </Fact>
  );
}

function useEditing(value: string, onSave: (value: string) => Promise<void>) {
  const [text, setText] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const stop = () => {
    setText(null);
    setError(null);
  };
  const save = async () => {
    if (text === null || busy) return;
    if (text.trim() === value) return stop();
    setBusy(true);
    try {
      await onSave(text.trim());
      stop();
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : "That did not work.");
    } finally {
      setBusy(false);
    }
  };
  return { text, setText, begin: () => setText(value), error, busy, save, stop };
}
