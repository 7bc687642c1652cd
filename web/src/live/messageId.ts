// Ids that the sender makes: 24 hex characters in the ObjectId layout, so that sending twice stores once.
const origin = hex(crypto.getRandomValues(new Uint8Array(5)));
let counter = new DataView(crypto.getRandomValues(new Uint8Array(4)).buffer).getUint32(0) % 0x1000000;

export function newMessageId(now: number): string {
  counter = (counter + 1) % 0x1000000;
  const seconds = Math.floor(now / 1000) % 0x100000000;
  return seconds.toString(16).padStart(8, "0") + origin + counter.toString(16).padStart(6, "0");
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
