// Hands a conversation to another agent, or back to the queue, with a note on what they should know.
import { useState } from "react";
import type { Agent, Control } from "../../api";
import { useLiveState } from "../../live";
import { Button, Dialog, Field, Input, Loaded, RadioGroup, Textarea } from "../../ui";
import { useSeat } from "../seat";
import { useAgents } from "../useAgents";

interface TransferDialogProps {
  control: Control | null;
  onClose: () => void;
  /** The note is empty where there is nothing to say. */
  onTransfer: (agent: number | null, note: string) => void;
}

const QUEUE = "queue";
const BACK_TO_QUEUE = { value: QUEUE, label: "Back to the queue", description: "Whoever is free next takes it." };
const SEARCH_FROM = 8;

export function TransferDialog({ control, onClose, onTransfer }: TransferDialogProps) {
  const [chosen, setChosen] = useState<string>("");
  const [note, setNote] = useState("");
  const { me } = useSeat();
  const agents = useAgents();
  const transfer = () => {
    if (!chosen) return;
    onTransfer(chosen === QUEUE ? null : Number(chosen), note.trim());
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={transfer}
      size="sm"
      title="Transfer this conversation"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={!chosen}>
            Transfer
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Loaded query={agents}>{(all) => <Choice control={control} agents={all} chosen={chosen} onChoose={setChosen} />}</Loaded>
        {me.kind === "agent" ? (
          <Field label="Private note (optional)" hint="What they should know. Only your team sees it.">
            <Textarea rows={2} dir="auto" value={note} onChange={(event) => setNote(event.target.value)} />
          </Field>
        ) : null}
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  control: Control | null;
  agents: Agent[];
  chosen: string;
  onChoose: (value: string) => void;
}

function Choice({ control, agents, chosen, onChoose }: ChoiceProps) {
  const holder = control?.phase === "agent" ? control.agent.id : null;
  const presence = useLiveState((state) => state.presence);
  const [search, setSearch] = useState("");
  const others = agents
    .filter((agent) => agent.id !== holder && !agent.disabled)
    .map((agent) => ({ ...agent, ...presence[agent.id] }))
    .sort((a, b) => Number(isHere(b)) - Number(isHere(a)) || a.full_name.localeCompare(b.full_name));
  const found = others.filter((agent) => agent.full_name.toLowerCase().includes(search.trim().toLowerCase()));
  return (
    <div className="flex flex-col gap-3">
      {others.length >= SEARCH_FROM ? (
        <Field label="Search agents" hideLabel>
          <Input type="search" placeholder="Search agents" value={search} onChange={(event) => setSearch(event.target.value)} />
        </Field>
      ) : null}
      <RadioGroup
        label="Transfer to"
        hideLabel
        value={chosen}
        onChange={onChoose}
        options={[
          ...(holder === null ? [] : [BACK_TO_QUEUE]),
          ...found.map((agent) => ({ value: String(agent.id), label: agent.full_name, description: presenceInWords(agent) })),
        ]}
      />
      {others.length === 0 ? <p className="text-sm text-muted">There is no other agent in this app yet.</p> : null}
    </div>
  );
}

function isHere(agent: Agent): boolean {
  return agent.online && !agent.away;
}

function presenceInWords(agent: Agent): string {
  const state = agent.away ? "Away" : agent.online ? "Online" : "Offline";
  return `${state} · ${agent.load} of ${agent.capacity} conversations`;
}
