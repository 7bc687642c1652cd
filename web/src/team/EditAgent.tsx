// Changes an agent: the name, how many conversations at a time, what they know and speak, and whether they supervise.
import { useState } from "react";
import { ApiError, type Agent } from "../api";
import { Button, Checkbox, Dialog, Field, Input, Notice, toast, WordsInput } from "../ui";
import { useChangeAgent } from "./agents";

interface EditAgentProps {
  app: number;
  agent: Agent;
  onClose: () => void;
}

/** What brings the customers to them for whom they are the right one. */
type Fitting = Pick<Agent, "skills" | "languages">;

export function EditAgent({ app, agent, onClose }: EditAgentProps) {
  const [fullName, setFullName] = useState(agent.full_name);
  const [capacity, setCapacity] = useState(String(agent.capacity));
  const [fitting, setFitting] = useState<Fitting>({ skills: agent.skills, languages: agent.languages });
  const [supervises, setSupervises] = useState(agent.supervises);
  const change = useChangeAgent(app);
  const fields = change.error instanceof ApiError ? change.error.fields : [];
  const errorOf = (field: string) => fields.find((one) => one.field === field)?.message;
  const nameMissing = fullName.trim() ? null : "Enter a name.";
  const capacityWrong = /^[1-9]\d{0,3}$/.test(capacity) ? null : "Enter a whole number from 1.";
  const submit = () => {
    if (nameMissing || capacityWrong) return;
    change.mutate(
      { id: agent.id, full_name: fullName.trim(), capacity: Number(capacity), ...fitting, supervises },
      {
        onSuccess: () => {
          toast.done(`${fullName.trim()} is saved.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Edit ${agent.full_name}`}
      size="sm"
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={change.isPending}>
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {change.isError && fields.length === 0 ? <Notice tone="danger">{change.error.message}</Notice> : null}
        <Field label="Full name" error={nameMissing ?? errorOf("full_name")}>
          <Input value={fullName} onChange={(event) => setFullName(event.target.value)} />
        </Field>
        <Field
          label="Conversations at a time"
          hint="Nobody is assigned more than this. Agents may still take more themselves."
          error={capacityWrong ?? errorOf("capacity")}
        >
          <Input inputMode="numeric" className="max-w-24" value={capacity} onChange={(event) => setCapacity(event.target.value)} />
        </Field>
        <FittingFields fitting={fitting} onChange={(part) => setFitting({ ...fitting, ...part })} errorOf={errorOf} />
        <Checkbox
          label="May act on colleagues' conversations"
          description="A supervisor sees how busy the team is, and can take over, transfer, return and resolve what others have."
          checked={supervises}
          onChange={setSupervises}
        />
      </div>
    </Dialog>
  );
}

interface FittingFieldsProps {
  fitting: Fitting;
  onChange: (part: Partial<Fitting>) => void;
  errorOf: (field: string) => string | undefined;
}

function FittingFields({ fitting: { skills, languages }, onChange, errorOf }: FittingFieldsProps) {
  return (
    <>
      <Field
        label="Skills"
        hint="What they know, such as billing. A rule can ask for it. Put commas between them."
        error={errorOf("skills")}
      >
        <WordsInput words={skills} onWords={(words) => onChange({ skills: words })} />
      </Field>
      <Field
        label="Languages"
        hint="What they answer in, as codes such as de, en. Customers who write so come to them first. Nothing here means: all."
        error={errorOf("languages")}
      >
        <WordsInput
          autoCapitalize="off"
          spellCheck={false}
          words={languages}
          onWords={(words) => onChange({ languages: words })}
        />
      </Field>
    </>
  );
}
