// What the website's page is told of a conversation: what is new between two moments. Pure.
import type { PageEvent } from "./bridge";
import type { State } from "./state";
import type { Control } from "./wire";

/** Nothing of a conversation that was just opened is news. */
export function newsBetween({ conversation: before }: State, { conversation: after }: State): PageEvent[] {
  if (!before || !after || before === after || before.dialog !== after.dialog) return [];
  const seen = before.messages.at(-1)?.seq ?? 0;
  const messages = after.messages
    .filter(({ seq }) => seq > seen)
    .map(({ id, sender, text, sent_at }): PageEvent => {
      return { name: "message", detail: { id, from: sender.kind, name: sender.full_name, text, sent_at } };
    });
  return [...messages, ...newsOfControl(before.control, after.control)];
}

function newsOfControl(before: Control | null, after: Control | null): PageEvent[] {
  if (!after || before?.phase === after.phase) return [];
  switch (after.phase) {
    case "waiting":
      return [{ name: "handover", detail: { state: "waiting", agent: null } }];
    case "agent":
      return [{ name: "handover", detail: { state: "agent", agent: after.agent.full_name } }];
    case "closed":
      return [{ name: "resolved", detail: {} }];
    default:
      return [];
  }
}
