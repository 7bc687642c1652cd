// Which agent of the pool gets a conversation, and whether they are asked before.
import { Field, RadioGroup, Switch } from "../../../ui";
import { CHOICES } from "../../words";
import type { Draft } from "../draft";
import { NumberInput } from "../NumberInput";
import { Part } from "./Part";

export function WhoGetsIt({ draft }: { draft: Draft }) {
  const { handover } = draft.settings.unanswered;
  const set = draft.changeHandover;
  const secondsError = draft.errorOf("unanswered.handover.accept_seconds");
  return (
    <Part title="Who gets it">
      <RadioGroup label="Choose the agent" value={handover.choice} onChange={(choice) => set({ choice })} options={CHOICES} />
      <Switch
        label="Ask agents before they get a conversation"
        description="An agent who is online accepts or declines. After a no, or no answer, the next one is asked."
        checked={handover.offers}
        onChange={(offers) => set({ offers })}
      />
      {handover.offers || secondsError ? (
        <Field label="Seconds to accept" hint="From 5 to 3600. After that, the next agent is asked." error={secondsError}>
          <NumberInput
            className="max-w-40"
            min={5}
            max={3600}
            step={1}
            value={handover.accept_seconds}
            onNumber={(accept_seconds) => set({ accept_seconds })}
          />
        </Field>
      ) : null}
    </Part>
  );
}
