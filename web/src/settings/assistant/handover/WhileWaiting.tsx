// What the AI Agent does between the call for a person and the person.
import { Switch } from "../../../ui";
import type { Draft } from "../draft";
import { Part } from "./Part";

export function WhileWaiting({ draft }: { draft: Draft }) {
  return (
    <Part title="While the customer waits">
      <Switch
        label="The AI Agent goes on answering what it can"
        description="Until an agent takes over. The customer keeps their place in the queue."
        checked={draft.settings.unanswered.handover.answer_while_waiting}
        onChange={(answer_while_waiting) => draft.changeHandover({ answer_while_waiting })}
      />
    </Part>
  );
}
