// The files that go with the next message: each on its way, there, or failed, with another try.
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
  | { at: "sending"; share: number }
  | { at: "ready"; attachment: Attachment }
  | { at: "failed"; why: "too_big" | "failed"; detail: string; again: boolean };

export interface Uploads {
  add(files: File[], maxBytes: number): void;
  retry(key: string): void;
  remove(key: string): void;
  /** Gives the files that are there, and keeps those that are not. */
  take(): Attachment[];
  clear(): void;
}

type Send = (file: File, onShare: (share: number) => void, signal: AbortSignal) => Promise<Attachment>;

const PICTURE = /^image\/(png|jpeg|gif|webp)$/;

export function createUploads(send: Send, onChange: (uploads: Upload[]) => void): Uploads {
  let uploads: Upload[] = [];
  const sending = new Map<string, AbortController>();

  const change = (next: Upload[]) => onChange((uploads = next));
  const set = (key: string, state: UploadState) =>
    change(uploads.map((upload) => (upload.key === key ? { ...upload, state } : upload)));

  async function start({ key, file }: Upload) {
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
        return { key: newId(Date.now()), file, picture, state: fits(file, maxBytes) };
      });
      change([...uploads, ...added]);
      for (const upload of added) if (upload.state.at === "sending") void start(upload);
    },
    retry(key) {
      const upload = uploads.find((one) => one.key === key);
      if (!upload) return;
      set(key, { at: "sending", share: 0 });
      void start(upload);
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

function fits({ size }: File, maxBytes: number): UploadState {
  return size > maxBytes ? { at: "failed", why: "too_big", detail: "", again: false } : { at: "sending", share: 0 };
}

/** What the server refuses for good is not offered again. */
function failure(error: unknown): UploadState {
  const { status, detail } = error instanceof Refused ? error.problem : { status: 0, detail: "" };
  const why = status === 413 ? "too_big" : "failed";
  return { at: "failed", why, detail: why === "failed" ? detail : "", again: !isFinal(error) };
}
