// Custom data of a customer as lines to read and to write. Pure.

/** As it stands on the screen. */
export function shown(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

/** What was written, of the kind that was there before: a number stays one while it still reads as one. */
export function read(written: string, before: unknown): unknown {
  const text = written.trim();
  if (typeof before === "number" && text !== "" && Number.isFinite(Number(text))) return Number(text);
  if (typeof before === "boolean" && (text === "true" || text === "false")) return text === "true";
  if (typeof before === "object" && before !== null) return parsed(text);
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** With one field changed or added, in its place; without it when there is nothing in it any more. */
export function withField(custom: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> {
  if (value === "") return Object.fromEntries(Object.entries(custom).filter(([key]) => key !== name));
  return { ...custom, [name]: value };
}
