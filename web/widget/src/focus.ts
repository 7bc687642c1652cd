// Where the keyboard is when the chat opens: in the composer, or on the title where focus would raise a screen keyboard.

export const COMPOSER_ID = "message";
export const TITLE_ID = "title";

export function focusChat() {
  const touch = matchMedia("(pointer: coarse)").matches;
  document.getElementById(touch ? TITLE_ID : COMPOSER_ID)?.focus({ preventScroll: true });
}
