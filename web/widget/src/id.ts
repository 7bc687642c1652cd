// Message ids are made by the sender: 24 hex characters in the ObjectId layout, so that sending twice stores once.

const random = hex(crypto.getRandomValues(new Uint8Array(5)));
let counter = crypto.getRandomValues(new Uint32Array(1))[0]! & 0xffffff;

export function newId(now: number): string {
  counter = (counter + 1) & 0xffffff;
  return padded(Math.floor(now / 1000), 8) + random + padded(counter, 6);
}

function padded(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => padded(byte, 2)).join("");
}
