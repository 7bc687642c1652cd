// What can be seen to be wrong with a canned reply before the server is asked.
export const SHORTCUT_MAX = 40;

export function shortcutError(shortcut: string): string | null {
  if (shortcut === "") return "Enter a shortcut.";
  if (!/^[\p{L}\p{N}_-]+$/u.test(shortcut)) return "Use letters, digits, - and _ only.";
  return [...shortcut].length > SHORTCUT_MAX ? `Use at most ${SHORTCUT_MAX} characters.` : null;
}

/** Without the slash that agents type before it, and without blanks around it. */
export function tidyShortcut(typed: string): string {
  return typed.trim().replace(/^\/+/, "");
}
