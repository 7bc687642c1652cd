// The log as rows of a file: one for each change, or one where nothing changed but something was done.
import type { AuditEntry } from "../api";
import type { Cell } from "../csv";
import { valueInWords } from "./words";

const HEAD = ["Time (UTC)", "Kind of actor", "Actor", "Action", "Kind of target", "Target ID", "Target", "Field", "Before", "After"];

export function rowsOf(entries: AuditEntry[]): Cell[][] {
  return [HEAD, ...entries.flatMap(rowsOfOne)];
}

function rowsOfOne({ at, actor, action, target, changes }: AuditEntry): Cell[][] {
  const start: Cell[] = [
    new Date(at).toISOString(),
    actor.kind,
    actor.name,
    action,
    target?.kind ?? null,
    target ? String(target.id) : null,
    target?.name ?? null,
  ];
  if (changes.length === 0) return [[...start, null, null, null]];
  return changes.map(({ field, before, after }) => [...start, field, valueInWords(before), valueInWords(after)]);
}
