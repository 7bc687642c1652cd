// What an agent has begun to write, kept per conversation until it is sent, also when the page is closed.
import { useSyncExternalStore } from "react";
import type { Me } from "../api";

const PREFIX = "baton.draft.";
const listeners = new Set<() => void>();

/** Two agents may share a computer, never a draft. */
export function draftKey(me: Me, dialog: string): string {
  return `${PREFIX}${me.kind}-${me.id}.${dialog}`;
}

/** A note is begun apart from the reply, so that neither becomes the other by mistake. */
export function noteDraftKey(me: Me, dialog: string): string {
  return `${draftKey(me, dialog)}.note`;
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

/** Of a reply that comes back: it was written before what stands there now. */
export function putBeforeDraft(key: string, text: string) {
  const begun = draftOf(key).trimStart();
  keepDraft(key, begun && text ? `${text}\n\n${begun}` : text || begun);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDraft(key: string): string {
  return useSyncExternalStore(subscribe, () => draftOf(key));
}
