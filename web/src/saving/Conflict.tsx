// Somebody else was faster: whose version stays is chosen, and nothing is lost before.
import { ApiError } from "../api";
import { Button, Notice, toast } from "../ui";

interface ConflictProps {
  /** What was saved. */
  what: string;
  /** What becomes of theirs when mine is kept. */
  keeping: string;
  onKeepMine: () => Promise<void>;
  onLoadTheirs: () => Promise<void>;
}

export function Conflict({ what, keeping, onKeepMine, onLoadTheirs }: ConflictProps) {
  const orSay = (wish: () => Promise<void>) => () => void wish().catch(toast.failed);
  return (
    <Notice tone="warn" title={`Somebody else has saved ${what} in the meantime`}>
      <p>Nothing of yours is lost yet. {keeping}, or load theirs, which drops your changes.</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" onClick={orSay(onKeepMine)}>
          Keep mine
        </Button>
        <Button size="sm" onClick={orSay(onLoadTheirs)}>
          Load theirs
        </Button>
      </div>
    </Notice>
  );
}

export function isConflict(error: Error | null): boolean {
  return error instanceof ApiError && error.reason === "version";
}
