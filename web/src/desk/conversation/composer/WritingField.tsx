// The field that an agent writes in: it grows with the text, Enter sends, Shift+Enter begins a new line.
import { useId, useLayoutEffect, useRef, type ClipboardEvent, type KeyboardEvent, type RefObject } from "react";
import type { Dialog } from "../../../api";
import { cx, useField } from "../../../ui";
import { SuggestionList } from "./SuggestionList";
import { replaced, type TokenKind } from "./tokens";
import { useSuggestions } from "./useSuggestions";

interface WritingFieldProps {
  dialog: Dialog;
  value: string;
  placeholder: string;
  /** What is offered while one writes. */
  kinds: readonly TokenKind[];
  fieldRef: RefObject<HTMLTextAreaElement | null>;
  onChange: (text: string) => void;
  onSend: (atOnce: boolean) => void;
  /** Ctrl+Z where there is nothing to undo in the field. Says whether it did something. */
  onUndo: () => boolean;
  onPaste: ((files: File[]) => void) | null;
}

export function WritingField({ dialog, value, placeholder, kinds, fieldRef, onChange, onSend, onUndo, onPaste }: WritingFieldProps) {
  const listId = useId();
  const cursor = useRef<number | null>(null);
  const suggestions = useSuggestions(dialog, kinds, (token, insert) => {
    const next = replaced(value, token, insert);
    cursor.current = next.cursor;
    onChange(next.text);
  });
  useLayoutEffect(() => {
    if (cursor.current === null) return;
    fieldRef.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  }, [value, fieldRef]);

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (suggestions.press(event)) return;
    const withCtrl = event.ctrlKey || event.metaKey;
    if (event.key === "Escape") event.currentTarget.blur();
    if (event.key === "z" && withCtrl && value === "" && onUndo()) event.preventDefault();
    // Enter that ends a composed character (Japanese, Chinese, Korean) belongs to the keyboard, not to us.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSend(withCtrl);
  };
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    // Text that also comes as a picture of itself, as from a spreadsheet, is text.
    if (!onPaste || files.length === 0 || event.clipboardData.getData("text/plain") !== "") return;
    event.preventDefault();
    onPaste(files);
  };
  const follow = (field: HTMLTextAreaElement) => suggestions.follow(field.value, field.selectionEnd);
  const isOpen = suggestions.token !== null && suggestions.options.length > 0;
  return (
    <>
      <SuggestionList id={listId} suggestions={suggestions} />
      <textarea
        {...useField()}
        ref={fieldRef}
        dir="auto"
        rows={1}
        value={value}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${suggestions.active}` : undefined}
        onChange={(event) => {
          onChange(event.target.value);
          follow(event.target);
        }}
        onSelect={(event) => follow(event.currentTarget)}
        onKeyDown={press}
        onPaste={paste}
        className={cx(
          "field-sizing-content max-h-[32dvh] min-h-11 w-full resize-none bg-transparent px-3 py-2.5 outline-none",
          "text-base text-ink placeholder:text-faint sm:text-[15px]",
        )}
      />
    </>
  );
}
