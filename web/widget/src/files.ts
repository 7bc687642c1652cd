// The contents of attachments: fetched once with the visitor's token, kept while the page lives.
import type { Attachment } from "./wire";

export interface Files {
  /** An address that this page can show. */
  url(dialog: string, attachment: Attachment): Promise<string>;
  save(dialog: string, attachment: Attachment): Promise<void>;
}

const MOST_KEPT = 40;
const SHOWN = ["image/png", "image/jpeg", "image/gif", "image/webp"];

export function isPicture({ media_type }: Attachment): boolean {
  return SHOWN.includes(media_type);
}

export function createFiles(load: (dialog: string, id: string) => Promise<Blob>): Files {
  const kept = new Map<string, Promise<string>>();

  function url(dialog: string, { id }: Attachment): Promise<string> {
    const known = kept.get(id);
    if (known) return known;
    const loading = load(dialog, id).then((blob) => URL.createObjectURL(blob));
    kept.set(id, loading);
    loading.catch(() => kept.delete(id));
    if (kept.size > MOST_KEPT) forgetOldest();
    return loading;
  }

  function forgetOldest() {
    const [id, old] = [...kept][0]!;
    kept.delete(id);
    void old.then(URL.revokeObjectURL, () => undefined);
  }

  return {
    url,
    async save(dialog, attachment) {
      const link = document.createElement("a");
      link.href = await url(dialog, attachment);
      link.download = attachment.name;
      link.click();
    },
  };
}
