// Asks for the outcome before a conversation is closed: the numbers are only as true as this answer.
import { Button, Dialog } from "../../ui";

interface ResolveDialogProps {
  onClose: () => void;
  onResolve: (solved: boolean) => void;
}

export function ResolveDialog({ onClose, onResolve }: ResolveDialogProps) {
  const choose = (solved: boolean) => {
    onResolve(solved);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title="Resolve this conversation"
      description="Was the customer's problem solved? The conversation closes either way; when the customer writes again, the AI Agent answers."
      footer={
        <>
          <Button onClick={() => choose(false)}>Not solved</Button>
          <Button variant="primary" onClick={() => choose(true)}>
            Solved
          </Button>
        </>
      }
    />
  );
}
