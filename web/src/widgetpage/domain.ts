// Reads a domain out of what people paste: an address, a pattern, a name with spaces around it.

const LABEL = /^[\p{L}\p{N}_]([\p{L}\p{N}_-]*[\p{L}\p{N}_])?$/u;

/** Null when there is none in it. */
export function domainIn(text: string): string | null {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, "")
    .replace(/[/?#].*$/, "")
    .replace(/^\*\./, "")
    .replace(/\.(?=$|:)/, "");
  const [host = "", port] = bare.split(":");
  const isHost = host.length <= 253 && host.split(".").every((label) => LABEL.test(label));
  const isPort = port === undefined || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535);
  return isHost && isPort && bare.split(":").length <= 2 ? bare : null;
}
