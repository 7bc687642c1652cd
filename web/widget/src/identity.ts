// Who this browser is to the server, and which conversation it has open. One visitor per app, one conversation per AI Agent.
import type { Address } from "./address";
import type { Memory } from "./memory";

/** Instead of a conversation's id: the visitor wants to begin another one. */
export const NEW = "new";

export interface Identity {
  token: string;
  user: number;
  expires_at: number;
  /** How the website calls who has signed in to it; null for a visitor without a name. */
  subject: string | null;
}

export interface IdentityStore {
  visitor(now: number): Identity | null;
  keepVisitor(identity: Identity): void;
  dialog(): string | null;
  keepDialog(id: string): void;
  forgetDialog(): void;
  forgetAll(): void;
}

export function createIdentityStore(memory: Memory, { app, assistant }: Address): IdentityStore {
  const visitorKey = `baton.visitor.${app}`;
  const dialogKey = `baton.dialog.${app}.${assistant}`;
  const forgetDialog = () => memory.forget(dialogKey);
  return {
    visitor(now) {
      const kept = memory.read(visitorKey);
      return isIdentity(kept) && kept.expires_at > now ? { ...kept, subject: kept.subject ?? null } : null;
    },
    keepVisitor: (identity) => memory.write(visitorKey, identity),
    dialog() {
      const kept = memory.read(dialogKey);
      return typeof kept === "string" ? kept : null;
    },
    keepDialog: (id) => memory.write(dialogKey, id),
    forgetDialog,
    forgetAll() {
      memory.forget(visitorKey);
      forgetDialog();
    },
  };
}

/** Whom a signed token is about. Only the server can tell whether it is true; here it is compared, never trusted. */
export function subjectOf(token: string): string {
  try {
    const payload = token.split(".")[1]!.replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return String(JSON.parse(new TextDecoder().decode(bytes)).sub);
  } catch {
    return token;
  }
}

function isIdentity(value: unknown): value is Identity {
  const { token, user, expires_at } = (value ?? {}) as Partial<Identity>;
  return typeof token === "string" && typeof user === "number" && typeof expires_at === "number";
}
