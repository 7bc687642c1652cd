// Human handover: every text a customer can get on the way to a person, and who that person can be.
import { LocalTextField } from "../../localText";
import { RadioGroup, Switch } from "../../ui";
import { ASSIGN_TO } from "../words";
import type { Draft } from "./draft";
import { AskFirst } from "./handover/AskFirst";
import { WhenCalled } from "./handover/called/WhenCalled";
import { BusinessHours } from "./handover/hours/BusinessHours";
import { WhenNobody } from "./handover/WhenNobody";
import { WhenSilent } from "./handover/WhenSilent";
import { WhileWaiting } from "./handover/WhileWaiting";
import { WhoGetsIt } from "./handover/WhoGetsIt";
import { Placeholders } from "./Placeholders";
import { AgentPool } from "./pool/AgentPool";

export function HandoverFields({ draft }: { draft: Draft }) {
  const { handover } = draft.settings.unanswered;
  const set = draft.changeHandover;
  const errorOf = (field: string) => draft.errorOf(`unanswered.handover.${field}`);
  return (
    <div className="flex flex-col gap-6 border-l-2 border-accent pl-4 sm:pl-5">
      <Placeholders />
      <LocalTextField
        name="message"
        label="Message for human handover"
        hint="Posted when an agent is being brought in."
        value={handover.message}
        onChange={(message) => set({ message })}
        error={errorOf("message")}
      />
      <Switch
        label="Notify user that agent is assigned to chat"
        description="Tells the customer who has joined."
        checked={handover.notify_assigned}
        onChange={(notify_assigned) => set({ notify_assigned })}
      />
      {handover.notify_assigned ? (
        <LocalTextField
          name="assigned_message"
          label="Message when an agent is assigned"
          value={handover.assigned_message}
          onChange={(assigned_message) => set({ assigned_message })}
          error={errorOf("assigned_message")}
        />
      ) : null}
      <RadioGroup
        label="Assign to"
        value={handover.assign_to}
        onChange={(assign_to) => set({ assign_to })}
        options={ASSIGN_TO}
      />
      {handover.assign_to === "online_and_offline" ? (
        <LocalTextField
          name="offline_message"
          label="Message when an offline agent is assigned"
          hint={
            handover.notify_assigned
              ? "If you leave it empty, the message when an agent is assigned is posted."
              : "If you leave it empty, nothing is posted."
          }
          value={handover.offline_message}
          onChange={(offline_message) => set({ offline_message })}
          error={errorOf("offline_message")}
        />
      ) : null}
      <LocalTextField
        name="no_agent_message"
        label="Message if there is no available agent"
        hint="Posted alone, where the question waits in the queue until somebody is free."
        value={handover.no_agent_message}
        onChange={(no_agent_message) => set({ no_agent_message })}
        error={errorOf("no_agent_message")}
      />
      <AgentPool draft={draft} />
      <WhenCalled draft={draft} />
      <AskFirst draft={draft} />
      <WhoGetsIt draft={draft} />
      <WhileWaiting draft={draft} />
      <WhenNobody draft={draft} />
      <BusinessHours draft={draft} />
      <WhenSilent draft={draft} />
    </div>
  );
}
