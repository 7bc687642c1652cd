// What an agent has begun to write, kept per conversation until it is sent, also when the page is closed.
import { useSyncExternalStore } from "react";
import type { Me } from "../api";

const PREFIX = "baton.draft.";
const listeners = new Set<() => void>();

/** Two agents may share a computer, never a draft. */
export function draftKey(me: Me, dialog: string): string {
  return `${PREFIX}${me.kind}-${me.id}.${dialog}`;
}

export function draftOf(key: string): string {
  return localStorage.getItem(key) ?? "";
}

export function keepDraft(key: string, text: string) {
  if (text) localStorage.setItem(key, text);
  else localStorage.removeItem(key);
  listeners.forEach((listener) => listener());
}

/** Adds to what is already there, rather than throwing away what somebody wrote. */
export function addToDraft(key: string, text: string) {
  const begun = draftOf(key).trimEnd();
  keepDraft(key, begun ? `${begun}\n\n${text}` : text);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDraft(key: string): string {
  return useSyncExternalStore(subscribe, () => draftOf(key));
}
