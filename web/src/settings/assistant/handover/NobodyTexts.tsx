// What a customer reads when there is nobody and they do not simply wait.
import type { Draft } from "../draft";
import { HandoverText, type TextName } from "./HandoverText";

const WORDS: Partial<Record<TextName, { label: string; hint: string }>> = {
  contact_message: { label: "Message that asks for an address", hint: "Posted when no address is known yet." },
  reply_to_contact_message: {
    label: "Message when the address is known",
    hint: "Posted as soon as the customer has written an address, or at once if it was known before.",
  },
  still_here_message: { label: "Message when the AI Agent goes on", hint: "Posted in place of a handover." },
};

export function NobodyTexts({ draft, names }: { draft: Draft; names: TextName[] }) {
  return names.map((name) => <HandoverText key={name} draft={draft} name={name} label={name} {...WORDS[name]} />);
}
