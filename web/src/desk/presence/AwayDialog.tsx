// Away for a reason in one's own words.
import { useState } from "react";
import { Button, Dialog, Field, Input } from "../../ui";
import { REASON_MAX } from "./reasons";
import { useChoosePresence } from "./usePresence";

export function AwayDialog({ onClose }: { onClose: () => void }) {
  const choose = useChoosePresence();
  const [reason, setReason] = useState("");
  const submit = () => {
    void choose(true, reason.trim() || null);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={submit}
      size="sm"
      title="Away"
      description="You are not assigned new conversations until you are back."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Go away
          </Button>
        </>
      }
    >
      <Field label="Why" hint="Your colleagues see it, customers do not.">
        <Input value={reason} maxLength={REASON_MAX} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
      </Field>
    </Dialog>
  );
}
