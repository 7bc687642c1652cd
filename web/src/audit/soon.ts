// Something that somebody changed.
export interface AuditEntry {
  id: number;
  at: number;
  actor: Actor;
  /** Such as "assistant.saved". */
  action: string;
  target: { kind: string; id: string | number; name: string | null } | null;
  changes: Change[];
}

export interface Actor {
  kind: "admin" | "agent" | "key" | "system";
  id: number | null;
  name: string;
}

export interface Change {
  field: string;
  /** Of a secret, neither is told. */
  before: unknown;
  after: unknown;
}
