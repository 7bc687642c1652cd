// A day and a time of one's own choice at which a conversation comes back.
import { useState } from "react";
import type { Dialog as Conversation } from "../../api";
import { Button, Dialog, Field, Input } from "../../ui";
import { fieldValue, morningIn, timeIn } from "./times";
import { useSnooze } from "./useSnooze";

export function PickTime({ dialog, onClose }: { dialog: Conversation; onClose: () => void }) {
  const { snooze } = useSnooze(dialog);
  const [now] = useState(() => Date.now());
  const [value, setValue] = useState(() => fieldValue(morningIn(now, 1)));
  const [error, setError] = useState<string | null>(null);
  const pick = () => {
    const at = timeIn(value, Date.now());
    if (at === null) return setError("Choose a time that is still to come.");
    void snooze(at);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={pick}
      size="sm"
      title="Snooze until"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Snooze
          </Button>
        </>
      }
    >
      <Field label="Day and time" hint={`In your time zone, ${Intl.DateTimeFormat().resolvedOptions().timeZone}.`} error={error}>
        <Input
          type="datetime-local"
          value={value}
          min={fieldValue(now)}
          onChange={(event) => {
            setValue(event.target.value);
            setError(null);
          }}
        />
      </Field>
    </Dialog>
  );
}
