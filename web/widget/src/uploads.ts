// The files that go with the next message: each kept here, on its way, there, or failed, with another try.
import { Refused } from "./call";
import { newId } from "./id";
import { isFinal } from "./persevere";
import type { Attachment } from "./wire";

export const MOST_FILES = 10;

export interface Upload {
  key: string;
  file: File;
  /** To be seen here before anybody has it. */
  picture: string | null;
  state: UploadState;
}

export type UploadState =
  /** Until something is sent, there is no conversation that it could go to. */
  | { at: "kept" }
  | { at: "sending"; share: number }
  | { at: "ready"; attachment: Attachment }
  | { at: "failed"; why: "too_big" | "failed"; detail: string; again: boolean };

export interface Uploads {
  add(files: File[], maxBytes: number): void;
  /** Sends what was kept. Says whether all of it is there now. */
  sendKept(): Promise<boolean>;
  retry(key: string): void;
  remove(key: string): void;
  /** Gives the files that are there, and keeps those that are not. */
  take(): Attachment[];
  clear(): void;
}

interface Way {
  send(file: File, onShare: (share: number) => void, signal: AbortSignal): Promise<Attachment>;
  /** Whether there is a conversation already. */
  isOpen(): boolean;
}

const PICTURE = /^image\/(png|jpeg|gif|webp)$/;

export function createUploads({ send, isOpen }: Way, onChange: (uploads: Upload[]) => void): Uploads {
  let uploads: Upload[] = [];
  const sending = new Map<string, AbortController>();

  const change = (next: Upload[]) => onChange((uploads = next));
  const set = (key: string, state: UploadState) =>
    change(uploads.map((upload) => (upload.key === key ? { ...upload, state } : upload)));

  async function begin({ key, file }: Upload) {
    set(key, { at: "sending", share: 0 });
    const abort = new AbortController();
    sending.set(key, abort);
    try {
      const attachment = await send(file, (share) => set(key, { at: "sending", share }), abort.signal);
      set(key, { at: "ready", attachment });
    } catch (error) {
      set(key, failure(error));
    } finally {
      sending.delete(key);
    }
  }

  function drop(gone: (upload: Upload) => boolean) {
    for (const { key, picture } of uploads.filter(gone)) {
      sending.get(key)?.abort();
      if (picture) URL.revokeObjectURL(picture);
    }
    change(uploads.filter((upload) => !gone(upload)));
  }

  return {
    add(files, maxBytes) {
      const added = files.slice(0, MOST_FILES - uploads.length).map((file): Upload => {
        const picture = PICTURE.test(file.type) ? URL.createObjectURL(file) : null;
        return { key: newId(Date.now()), file, picture, state: first(file, maxBytes) };
      });
      change([...uploads, ...added]);
      for (const upload of added) if (upload.state.at === "kept" && isOpen()) void begin(upload);
    },
    async sendKept() {
      const kept = uploads.filter(({ state }) => state.at === "kept");
      await Promise.all(kept.map(begin));
      return kept.every(({ key }) => uploads.some((upload) => upload.key === key && upload.state.at === "ready"));
    },
    retry(key) {
      const upload = uploads.find((one) => one.key === key);
      if (upload) void begin(upload);
    },
    remove: (key) => drop((upload) => upload.key === key),
    take() {
      const ready = uploads.flatMap(({ state }) => (state.at === "ready" ? [state.attachment] : []));
      drop(({ state }) => state.at === "ready");
      return ready;
    },
    clear: () => drop(() => true),
  };
}

function first({ size }: File, maxBytes: number): UploadState {
  return size > maxBytes ? { at: "failed", why: "too_big", detail: "", again: false } : { at: "kept" };
}

/** What the server refuses for good is not offered again. */
function failure(error: unknown): UploadState {
  const { status, detail } = error instanceof Refused ? error.problem : { status: 0, detail: "" };
  const why = status === 413 ? "too_big" : "failed";
  return { at: "failed", why, detail: why === "failed" ? detail : "", again: !isFinal(error) };
}
