// Changes an agent's name, how many conversations they have at a time, what they know, and whether they supervise.
import { useState } from "react";
import { ApiError, type Agent } from "../api";
import { Button, Checkbox, Dialog, Field, Input, Notice, toast, WordsInput } from "../ui";
import { useChangeAgent } from "./agents";

interface EditAgentProps {
  app: number;
  agent: Agent;
  onClose: () => void;
}

export function EditAgent({ app, agent, onClose }: EditAgentProps) {
  const [fullName, setFullName] = useState(agent.full_name);
  const [capacity, setCapacity] = useState(String(agent.capacity));
  const [skills, setSkills] = useState(agent.skills);
  const [supervises, setSupervises] = useState(agent.supervises);
  const change = useChangeAgent(app);
  const fields = change.error instanceof ApiError ? change.error.fields : [];
  const errorOf = (field: string) => fields.find((one) => one.field === field)?.message;
  const nameMissing = fullName.trim() ? null : "Enter a name.";
  const capacityWrong = /^[1-9]\d{0,3}$/.test(capacity) ? null : "Enter a whole number from 1.";
  const submit = () => {
    if (nameMissing || capacityWrong) return;
    change.mutate(
      { id: agent.id, full_name: fullName.trim(), capacity: Number(capacity), skills, supervises },
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
        <Field
          label="Skills"
          hint="What they know, such as billing. A rule can ask for it. Put commas between them."
          error={errorOf("skills")}
        >
          <WordsInput words={skills} onWords={setSkills} />
        </Field>
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
