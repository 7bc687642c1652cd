// window.Baton: what a website's own script can call. Calls from before this script was there wait in a plain array:
//   (window.Baton = window.Baton || []).push(["identify", token]);
// `push` works afterwards too, so that a website never has to ask which of the two it has.
import type { Claim, Preview } from "../src/bridge";

export type Call = [verb: keyof Verbs, ...given: never[]];

export interface Verbs {
  open(): void;
  close(): void;
  /** `token` is signed by the website's server; null when nobody is signed in any more. */
  identify(token: string | null, about?: Omit<Claim, "token">): void;
  on(event: string, callback: (detail: unknown) => void): void;
  off(event: string, callback: (detail: unknown) => void): void;
  setLanguage(language: string): void;
  /** For the Dashboard. */
  preview(preview: Partial<Preview>): void;
}

declare global {
  interface Window {
    Baton?: (Verbs & { push(...calls: Call[]): void }) | Call[];
  }
}

export function takeCalls(verbs: Verbs) {
  const push = (...calls: Call[]) => {
    for (const [verb, ...given] of calls) (verbs[verb] as (...given: never[]) => void)?.(...given);
  };
  const early = window.Baton;
  window.Baton = { ...verbs, push };
  if (Array.isArray(early)) push(...early);
}
