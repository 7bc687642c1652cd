// A dialog that asks for one name, to create something or to rename it.
import { useState, type ReactNode } from "react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { Field } from "./Field";
import { Input } from "./Input";

interface NameDialogProps {
  title: string;
  description?: ReactNode;
  label: string;
  hint?: string;
  /** What it is called so far. */
  name?: string;
  maxLength?: number;
  action: string;
  error?: Error | null;
  busy?: boolean;
  onClose: () => void;
  onName: (name: string) => void;
}

export function NameDialog({ title, description, label, hint, maxLength, action, error, busy = false, onClose, onName, ...rest }: NameDialogProps) {
  const [name, setName] = useState(rest.name ?? "");
  const [tried, setTried] = useState(false);
  const missing = name.trim() ? null : "Enter a name.";
  const submit = () => {
    setTried(true);
    if (!missing && !busy) onName(name.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      size="sm"
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      <Field label={label} hint={hint} error={(tried && missing) || error?.message}>
        <Input value={name} maxLength={maxLength} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </Field>
    </Dialog>
  );
}
