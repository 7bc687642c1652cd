// Reads from the server's word what whoever looks may ask for here. Works nothing out.
import type { Control, Dialog, Me } from "../../api";
import { isMe } from "../../live";

export function isHeldBy(me: Me, control: Control | null | undefined): boolean {
  return control?.phase === "agent" && isMe(control.agent, me);
}

export function hasControl({ control, occupants }: Dialog, me: Me): boolean {
  if (control) return isHeldBy(me, control);
  // No AI Agent, so no control: everybody in the conversation may write.
  return occupants.some((person) => isMe(person, me));
}

/** Whether this agent is asked to take it. */
export function isOfferedTo(me: Me, { offer }: Pick<Dialog, "offer">): boolean {
  return offer != null && isMe(offer.agent, me);
}

/** Whether a colleague has it whose place this agent may take. */
export function canTakeOver({ control }: Dialog, me: Me): boolean {
  return me.kind === "agent" && me.supervises && control?.phase === "agent" && !isMe(control.agent, me);
}

/** Whether there is something to take here at all; the server decides who gets it. */
export function isTakeable(dialog: Dialog, me: Me): boolean {
  const { control } = dialog;
  return (me.kind === "agent" && (control?.phase === "waiting" || control?.phase === "assistant")) || canTakeOver(dialog, me);
}

/** Whether to transfer, return and resolve: one's own as an agent, any that needs a person for who supervises. */
export function isDirectable({ control }: Dialog, me: Me): boolean {
  if (me.supervises) return control?.phase === "waiting" || control?.phase === "agent";
  return isHeldBy(me, control);
}
