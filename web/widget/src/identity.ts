// Who this browser is to the server, and which conversation it has. One visitor per app, one dialog per AI Agent.
import type { Address } from "./address";
import type { Memory } from "./memory";

export interface Identity {
  token: string;
  user: number;
  expires_at: number;
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
      return isIdentity(kept) && kept.expires_at > now ? kept : null;
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

function isIdentity(value: unknown): value is Identity {
  const { token, user, expires_at } = (value ?? {}) as Partial<Identity>;
  return typeof token === "string" && typeof user === "number" && typeof expires_at === "number";
}
