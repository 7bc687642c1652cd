// Files that people send each other.

/** A picture of four by three pixels, all of one colour. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEElEQVR4nGPgzk6DIwacHADE+wpRALobuwAAAABJRU5ErkJggg==";

export const PICTURE = { name: "tent.png", mimeType: "image/png", buffer: Buffer.from(PNG, "base64") };
export const BILL = { name: "bill.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%A bill for a tent.\n") };

/** @param {number} mebibytes */
export function film(mebibytes) {
  return { name: "film.mov", mimeType: "video/quicktime", buffer: Buffer.alloc(mebibytes * 1024 * 1024) };
}
