// Reads from the server's word whether this agent may write. Works nothing out.
import type { Dialog, Me } from "../../api";

export function hasControl({ control, occupants }: Dialog, me: Me): boolean {
  if (control) return control.phase === "agent" && control.agent.id === me.id;
  // No AI Agent, so no control: everybody in the conversation may write.
  return occupants.some((person) => person.id === me.id);
}

/** Whether there is something to take here at all; the server decides who gets it. */
export function isTakeable({ control }: Dialog, me: Me): boolean {
  return me.kind === "agent" && (control?.phase === "waiting" || control?.phase === "assistant");
}
