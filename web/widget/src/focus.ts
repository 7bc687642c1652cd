// Where the keyboard is when the chat opens: in the composer, or on the title where focus would raise a screen keyboard.

export const COMPOSER_ID = "message";
export const TITLE_ID = "title";

export function focusChat() {
  const touch = matchMedia("(pointer: coarse)").matches;
  const field = touch ? null : document.getElementById(COMPOSER_ID);
  (field ?? document.getElementById(TITLE_ID))?.focus({ preventScroll: true });
}
