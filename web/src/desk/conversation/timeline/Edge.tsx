// Where what is loaded of a conversation ends: more is on its way, or could not be had.
import { Button, Spinner } from "../../../ui";

interface EdgeProps {
  label: string;
  isThere: boolean;
  failed: Error | null;
  onRetry: () => void;
}

export function Edge({ label, isThere, failed, onRetry }: EdgeProps) {
  if (failed) {
    return (
      <div role="alert" className="flex items-center justify-center gap-2 py-2 text-sm text-danger">
        {failed.message}
        <Button size="sm" variant="ghost" onClick={onRetry}>
          Try again
        </Button>
      </div>
    );
  }
  // The room for the spinner is always there while there is more, so that nothing shifts when it comes and goes.
  return isThere ? (
    <div className="flex h-10 items-center justify-center">
      <Spinner label={label} />
    </div>
  ) : null;
}
