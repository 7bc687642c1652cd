// When a person is called unasked, and whether the customer is asked before a question goes to one.
import { Switch } from "../../../ui";
import type { Draft } from "../draft";
import { HandoverText } from "./HandoverText";
import { Part } from "./Part";

export function AskFirst({ draft }: { draft: Draft }) {
  const { ask_first, on_frustration, on_repeat } = draft.settings.unanswered.handover;
  return (
    <Part title="Before handing over">
      <Switch
        label="Hand over when a customer is upset"
        description="Also when their question could be answered."
        checked={on_frustration}
        onChange={(on_frustration) => draft.changeHandover({ on_frustration })}
      />
      <Switch
        label="Hand over when a customer asks the same again"
        description="After it has been answered once."
        checked={on_repeat}
        onChange={(on_repeat) => draft.changeHandover({ on_repeat })}
      />
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
