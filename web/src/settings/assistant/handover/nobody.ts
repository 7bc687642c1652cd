// Which texts a choice for the time without agents needs, and beside which of the two choices each is shown.
import type { AssistantSettings } from "../../../api";
import type { TextName } from "./HandoverText";

type Handover = AssistantSettings["unanswered"]["handover"];
type WhenNobody = Handover["when_nobody"];

const TEXTS: Record<WhenNobody, TextName[]> = {
  wait: [],
  leave_contact: ["contact_message", "reply_to_contact_message"],
  back_to_assistant: ["still_here_message"],
};

/** Beside "When nobody is available". */
export function textsWhenNobody(handover: Handover): TextName[] {
  return TEXTS[handover.when_nobody];
}

/** Beside "Outside business hours": what is not beside the other choice already. */
export function textsWhenClosed(handover: Handover): TextName[] {
  if (handover.hours === "always") return [];
  return handover.when_closed === handover.when_nobody ? [] : TEXTS[handover.when_closed];
}

/** Beside neither: they can still be wrong, and are shown then. */
export function textsNotShown(handover: Handover): TextName[] {
  const shown = [...textsWhenNobody(handover), ...textsWhenClosed(handover)];
  return Object.values(TEXTS)
    .flat()
    .filter((name) => !shown.includes(name));
}
