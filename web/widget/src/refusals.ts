// Why something was refused, in the visitor's words.
import type { Texts } from "./texts";
import type { Problem } from "./wire";

/** What is refused because of who asks. */
export const ABOUT_IDENTITY = ["identity", "identity_required"];

const SENTENCES = {
  identity: "refused_identity",
  identity_required: "sign_in",
  handover_is_off: "nobody_can_come",
  private_dialog: "nobody_can_come",
  no_control: "nobody_can_come",
  is_closed: "has_ended",
} satisfies Record<string, keyof Texts>;

export function sentenceFor({ reason = "", detail }: Problem, texts: Texts): string {
  return isKnown(reason) ? texts[SENTENCES[reason]] : detail || texts.not_possible;
}

function isKnown(reason: string): reason is keyof typeof SENTENCES {
  return Object.hasOwn(SENTENCES, reason);
}
