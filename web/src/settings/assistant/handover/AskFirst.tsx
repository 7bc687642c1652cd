// Whether the customer is asked before a question goes to a person.
import { Switch } from "../../../ui";
import type { Draft } from "../draft";
import { HandoverText } from "./HandoverText";
import { Part } from "./Part";

export function AskFirst({ draft }: { draft: Draft }) {
  const { ask_first } = draft.settings.unanswered.handover;
  return (
    <Part title="Before handing over">
      <Switch
        label="Ask the customer first"
        description="When a question cannot be answered. A customer who asks for a person is not asked again."
        checked={ask_first}
        onChange={(ask_first) => draft.changeHandover({ ask_first })}
      />
      {ask_first || draft.errorOf("unanswered.handover.ask_first_message") ? (
        <HandoverText draft={draft} name="ask_first_message" label="Question to the customer" />
      ) : null}
    </Part>
  );
}
