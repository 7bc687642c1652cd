// Makes a team, or changes its name and who is in it.
import { useId, useState } from "react";
import { AgentChoice } from "../../agentChoice";
import { ApiError, type Agent, type Team } from "../../api";
import { countOfAgents, useEveryAgent } from "../../staff";
import { Button, Dialog, Field, FieldError, Input, Loaded, Notice, toast } from "../../ui";
import { useKeepTeam } from "./teams";

const NAME_MAX = 80;

interface TeamDialogProps {
  app: number;
  /** `null`: a new one. */
  team: Team | null;
  onClose: () => void;
}

export function TeamDialog({ app, team, onClose }: TeamDialogProps) {
  const [name, setName] = useState(team?.name ?? "");
  const [members, setMembers] = useState(team?.agents.map(({ id }) => id) ?? []);
  const [tried, setTried] = useState(false);
  const keep = useKeepTeam(app);
  const fields = keep.error instanceof ApiError ? keep.error.fields : [];
  const errorOf = (field: string) => fields.find((one) => one.field === field)?.message;
  const nameMissing = name.trim() ? null : "Enter a name.";
  const submit = () => {
    setTried(true);
    if (nameMissing) return;
    keep.mutate(
      { id: team?.id ?? null, name: name.trim(), agents: members },
      {
        onSuccess: (kept) => {
          toast.done(team ? `${kept.name} is saved.` : `${kept.name} is created.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={team ? `Edit ${team.name}` : "Create a team"}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={keep.isPending}>
            {team ? "Save" : "Create"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {keep.isError && fields.length === 0 ? <Notice tone="danger">{keep.error.message}</Notice> : null}
        <Field label="Name" hint="Such as billing, or the workshop." error={(tried && nameMissing) || errorOf("name")}>
          <Input autoComplete="off" maxLength={NAME_MAX} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Members app={app} given={team?.agents ?? []} members={members} onChange={setMembers} error={errorOf("agents")} />
      </div>
    </Dialog>
  );
}

interface MembersProps {
  app: number;
  /** Who was in it when the dialog opened: they come first, and stay there. */
  given: Team["agents"];
  members: number[];
  onChange: (ids: number[]) => void;
  error: string | undefined;
}

function Members({ app, given, members, onChange, error }: MembersProps) {
  const agents = useEveryAgent(app);
  const heading = useId();
  const givenFirst = (all: Agent[]) => {
    const isGiven = ({ id }: Agent) => given.some((one) => one.id === id);
    return [...all.filter(isGiven), ...all.filter((agent) => !isGiven(agent))];
  };
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 id={heading} className="font-medium">
          Agents in the team
        </h3>
        <p className="text-sm text-muted tabular-nums">{countOfAgents(members.length)}</p>
      </div>
      <Loaded query={agents}>
        {(all) =>
          all.length === 0 ? (
            <p className="rounded-xl border border-dashed border-line-strong px-4 py-5 text-center text-muted text-pretty">
              There are no agents in this app yet. You can put them in later.
            </p>
          ) : (
            <AgentChoice agents={givenFirst(all)} checked={members} onChange={onChange} />
          )
        }
      </Loaded>
      {error ? <FieldError>{error}</FieldError> : null}
    </section>
  );
}
