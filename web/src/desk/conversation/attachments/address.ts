// Where an attachment is, which ones are pictures, and how large a picture is shown before it is there.
import type { Attachment } from "../../../api";

/** Only these are ever shown in the page; the server says the same. */
const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);
const WIDTH_MAX = 320;
const HEIGHT_MAX = 240;
const LEAST = 64;

export function isPicture({ media_type }: Attachment): boolean {
  return PICTURES.has(media_type);
}

export function fileHref(dialog: string, { id }: Attachment): string {
  return `/api/v1/dialogs/${dialog}/attachments/${id}`;
}

export function pictureHref(dialog: string, attachment: Attachment): string {
  return `${fileHref(dialog, attachment)}?inline=1`;
}

/** The room is kept, so that nothing moves when the picture arrives. */
export function pictureSize({ width, height }: Attachment): { width: number; aspectRatio: string } {
  if (!width || !height) return { width: HEIGHT_MAX, aspectRatio: "4 / 3" };
  const scale = Math.min(1, WIDTH_MAX / width, HEIGHT_MAX / height);
  return { width: Math.max(LEAST, Math.round(width * scale)), aspectRatio: `${width} / ${Math.max(height, width / 8)}` };
}
