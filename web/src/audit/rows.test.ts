import type { AuditEntry } from "../api";
import { expect, it } from "vitest";
import { rowsOf } from "./rows";

const SAVED: AuditEntry = {
  id: 2,
  at: Date.UTC(2026, 4, 4, 9),
  actor: { kind: "admin", id: 1, name: "Rita Adler" },
  action: "assistant.saved",
  target: { kind: "assistant", id: "0".repeat(24), name: "Nova" },
  changes: [
    { field: "name", before: "Nora", after: "Nova" },
    { field: "model.key", before: null, after: null },
  ],
};

it("has a row for each change, and as many cells in each", () => {
  const rows = rowsOf([SAVED, { ...SAVED, id: 1, action: "assistant.deleted", changes: [] }]);
  expect(rows).toHaveLength(4);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  expect(rows[1]?.slice(7)).toEqual(["name", "Nora", "Nova"]);
  expect(rows[3]?.slice(3)).toEqual(["assistant.deleted", "assistant", "0".repeat(24), "Nova", null, null, null]);
});
