// The end of a list that goes on.
import { Button } from "./Button";

interface ShowMoreProps {
  hasMore: boolean;
  busy: boolean;
  onMore: () => void;
}

export function ShowMore({ hasMore, busy, onMore }: ShowMoreProps) {
  if (!hasMore) return null;
  return (
    <div className="flex justify-center border-t border-line p-3">
      <Button size="sm" busy={busy} onClick={onMore}>
        Show more
      </Button>
    </div>
  );
}
