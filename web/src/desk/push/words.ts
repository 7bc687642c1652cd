// What is said about notifications on this device.
import type { PushState } from "../../push";

export const STATE_WORDS: Record<PushState, string> = {
  unsupported:
    "This browser cannot be notified while the desk is closed. It needs an address that begins with https; on an iPhone or iPad, first add this page to the Home Screen and open it from there.",
  denied:
    "Notifications are blocked for this page. Allow them in the browser's settings for this site, which open beside the address, and come back.",
  off: "The browser will ask you for permission.",
  on: "You are told here of customers who wait, also when the desk is closed.",
};

/** Why it could not be turned on or off, and what remains. */
export function failureInWords(cause: unknown): string {
  const isServiceMissing = cause instanceof DOMException && cause.name === "AbortError";
  const why = isServiceMissing
    ? "This browser has no push service, or cannot reach it. Some browsers and company networks do not allow it."
    : cause instanceof Error
      ? cause.message
      : "Something unexpected happened.";
  return `That did not work. ${why} While the desk is open, you still see and hear who waits.`;
}
