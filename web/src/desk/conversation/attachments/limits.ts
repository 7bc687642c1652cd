// What may be attached, and the sentence for what may not. Pure.
import { byteSize } from "../../../ui";

export const FILES_MAX = 10;
const FILE_BYTES_MAX = 10 * 1024 * 1024;
const LIMIT_IN_WORDS = byteSize(10_000_000);

/** Null when the file may be attached. */
export function refusalOf(file: { name: string; size: number }): string | null {
  if (file.size === 0) return `“${file.name}” is empty.`;
  if (file.size > FILE_BYTES_MAX) return `“${file.name}” is ${byteSize(file.size)}. A file may have at most ${LIMIT_IN_WORDS}.`;
  return null;
}

/** How many of the new files still fit, and what to say when not all do. */
export function roomFor(present: number, coming: number): { fits: number; sentence: string | null } {
  const fits = Math.max(0, Math.min(coming, FILES_MAX - present));
  return { fits, sentence: fits < coming ? `A message may have at most ${FILES_MAX} files. The others were left out.` : null };
}
