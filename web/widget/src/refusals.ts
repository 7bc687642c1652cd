// Why something was refused, in the visitor's words.
import type { Texts } from "./texts";
import type { Problem } from "./wire";

/** What is refused because of who asks. */
export const ABOUT_IDENTITY = ["identity", "identity_required"];

export function sentenceFor({ reason, detail }: Problem, texts: Texts): string {
  if (reason === "identity") return texts.refused_identity;
  if (reason === "identity_required") return texts.sign_in;
  return (reason && texts.refusals[reason]) || detail || texts.not_possible;
}
