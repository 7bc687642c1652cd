// Changes an agent's name and how many conversations they have at a time.
import { useState } from "react";
import type { Agent } from "../api";
import { Button, Dialog, Field, Input, toast } from "../ui";
import { useChangeAgent } from "./agents";

interface EditAgentProps {
  app: number;
  agent: Agent;
  onClose: () => void;
}

export function EditAgent({ app, agent, onClose }: EditAgentProps) {
  const [fullName, setFullName] = useState(agent.full_name);
  const [capacity, setCapacity] = useState(String(agent.capacity));
  const change = useChangeAgent(app);
  const nameMissing = fullName.trim() ? null : "Enter a name.";
  const capacityWrong = /^[1-9]\d{0,3}$/.test(capacity) ? null : "Enter a whole number from 1.";
  const submit = () => {
    if (nameMissing || capacityWrong) return;
    change.mutate(
      { id: agent.id, full_name: fullName.trim(), capacity: Number(capacity) },
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
        <Field label="Full name" error={nameMissing ?? change.error?.message}>
          <Input value={fullName} onChange={(event) => setFullName(event.target.value)} />
        </Field>
        <Field
          label="Conversations at a time"
          hint="Nobody is assigned more than this. Agents may still take more themselves."
          error={capacityWrong}
        >
          <Input inputMode="numeric" className="max-w-24" value={capacity} onChange={(event) => setCapacity(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
