// The files of replies that are not sent yet, per conversation. They go on uploading while another conversation is open.
import type { Attachment } from "../../../api";
import { useSyncExternalStore } from "react";
import { announce } from "../../announce";
import { refusalOf, roomFor } from "./limits";
import { upload } from "./upload";

export interface Waiting {
  key: string;
  name: string;
  bytes: number;
  state:
    | { kind: "uploading"; share: number }
    | { kind: "ready"; attachment: Attachment }
    | { kind: "failed"; sentence: string; retryable: boolean };
}

interface Going {
  file: File;
  cancel: () => void;
}

const NONE: readonly Waiting[] = [];
const byDialog = new Map<string, readonly Waiting[]>();
const going = new Map<string, Going>();
const listeners = new Set<() => void>();
let made = 0;

export function useUploads(dialog: string): readonly Waiting[] {
  return useSyncExternalStore(subscribe, () => uploadsOf(dialog));
}

export function uploadsOf(dialog: string): readonly Waiting[] {
  return byDialog.get(dialog) ?? NONE;
}

/** Gives back a sentence when not all of them fit. */
export function attach(dialog: string, files: File[]): string | null {
  const { fits, sentence } = roomFor(uploadsOf(dialog).length, files.length);
  for (const file of files.slice(0, fits)) begin(dialog, file);
  return sentence;
}

export function retryUpload(dialog: string, key: string) {
  const file = going.get(key)?.file;
  if (file) send(dialog, key, file);
}

export function removeUpload(dialog: string, key: string) {
  going.get(key)?.cancel();
  going.delete(key);
  change(dialog, (all) => all.filter((one) => one.key !== key));
}

/** Takes the files that are ready for a message; nothing of them stays here. */
export function takeUploads(dialog: string): Attachment[] {
  const taken = uploadsOf(dialog).flatMap(({ state }) => (state.kind === "ready" ? [state.attachment] : []));
  uploadsOf(dialog).forEach(({ key }) => going.delete(key));
  change(dialog, () => NONE);
  return taken;
}

/** Of a message that was taken back. */
export function restoreUploads(dialog: string, attachments: Attachment[]) {
  const back = attachments.map((one) => ({ key: one.id, name: one.name, bytes: one.bytes, state: { kind: "ready" as const, attachment: one } }));
  if (back.length > 0) change(dialog, (all) => [...back, ...all]);
}

function begin(dialog: string, file: File) {
  const key = `upload-${++made}`;
  const refusal = refusalOf(file);
  const state = refusal ? { kind: "failed" as const, sentence: refusal, retryable: false } : { kind: "uploading" as const, share: 0 };
  change(dialog, (all) => [...all, { key, name: file.name, bytes: file.size, state }]);
  if (refusal) announce(refusal);
  else send(dialog, key, file);
}

function send(dialog: string, key: string, file: File) {
  const become = (state: Waiting["state"]) => change(dialog, (all) => all.map((one) => (one.key === key ? { ...one, state } : one)));
  become({ kind: "uploading", share: 0 });
  const { done, cancel } = upload(dialog, file, (share) => become({ kind: "uploading", share }));
  going.set(key, { file, cancel });
  done.then(
    (attachment) => {
      become({ kind: "ready", attachment });
      announce(`${file.name} is attached.`);
    },
    (error: Error) => {
      become({ kind: "failed", sentence: error.message, retryable: true });
      announce(`${file.name} could not be attached. ${error.message}`);
    },
  );
}

function change(dialog: string, next: (all: readonly Waiting[]) => readonly Waiting[]) {
  const waiting = next(uploadsOf(dialog));
  if (waiting.length > 0) byDialog.set(dialog, waiting);
  else byDialog.delete(dialog);
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
