// Asks before something that cannot be taken back.
import { useState, type ReactNode } from "react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { FieldError } from "./Field";

interface ConfirmDialogProps {
  open: boolean;
  title: string;
  children?: ReactNode;
  /** The word on the button that does it: a verb. */
  action: string;
  danger?: boolean;
  cancel?: string;
  onClose: () => void;
  /** The dialog closes when this is done, and stays open with the sentence when it fails. */
  onConfirm: () => void | Promise<unknown>;
}

export function ConfirmDialog({ open, title, children, action, danger, cancel = "Cancel", onClose, onConfirm }: ConfirmDialogProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const close = () => {
    setError(null);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      close();
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : "That did not work. Try again.");
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      description={children}
      size="sm"
      footer={
        <>
          <Button onClick={close}>{cancel}</Button>
          <Button variant={danger ? "danger" : "primary"} busy={busy} onClick={confirm}>
            {action}
          </Button>
        </>
      }
    >
      {error ? <FieldError>{error}</FieldError> : null}
    </Dialog>
  );
}
