// What happens with a question that it cannot answer: one of four actions, each with its own settings.
import { LocalTextField } from "../../localText";
import { RadioGroup, Section } from "../../ui";
import { ACTIONS } from "../words";
import type { Draft } from "./draft";
import { HandoverFields } from "./HandoverFields";
import { Webhook } from "./Webhook";

export function Unanswered({ draft }: { draft: Draft }) {
  const { unanswered } = draft.settings;
  return (
    <Section
      id="unanswered"
      title="Unanswered questions"
      description="What to do with a question that it cannot answer, or when a customer asks for a person."
    >
      <div data-text="message">
        <RadioGroup
          hideLabel
          label="What to do with unanswered questions"
          value={unanswered.action}
          onChange={(action) => draft.changeUnanswered({ action })}
          options={ACTIONS}
        />
      </div>
      {unanswered.action === "webhook" ? <Webhook draft={draft} /> : null}
      {unanswered.action === "human_handover" ? <HandoverFields draft={draft} /> : null}
      <LocalTextField
        name="dont_know_message"
        label="Don't know message"
        hint={
          unanswered.action === "dont_know"
            ? undefined
            : "Still needed: in private conversations, which cannot be handed over, and wherever the chosen action cannot be carried out."
        }
        value={unanswered.dont_know_message}
        onChange={(dont_know_message) => draft.changeUnanswered({ dont_know_message })}
        error={draft.errorOf("unanswered.dont_know_message")}
      />
    </Section>
  );
}
