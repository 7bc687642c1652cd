// Asks what a view is called, when it is saved and when it is renamed.
import { useState } from "react";
import { Button, Dialog, Field, Input } from "../../ui";

interface NameDialogProps {
  title: string;
  action: string;
  name: string;
  onClose: () => void;
  onName: (name: string) => void;
}

const NAME_MAX = 80;

export function NameDialog({ title, action, name, onClose, onName }: NameDialogProps) {
  const [value, setValue] = useState(name);
  const trimmed = value.trim();
  const submit = () => {
    if (!trimmed) return;
    onName(trimmed);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={submit}
      size="sm"
      title={title}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={!trimmed}>
            {action}
          </Button>
        </>
      }
    >
      <Field label="Name" hint="Only you see your views.">
        <Input value={value} maxLength={NAME_MAX} autoComplete="off" onChange={(event) => setValue(event.target.value)} />
      </Field>
    </Dialog>
  );
}
