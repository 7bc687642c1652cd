// Puts something where the cursor stands in a field, and the cursor behind it.
export function insertAt(field: HTMLTextAreaElement | null, what: string, write: (text: string) => void) {
  if (!field) return;
  const { value, selectionStart: from, selectionEnd: to } = field;
  write(value.slice(0, from) + what + value.slice(to));
  requestAnimationFrame(() => {
    field.focus();
    field.setSelectionRange(from + what.length, from + what.length);
  });
}
