// Whether a source can be answered from, and while its meaning is being learned, how far that is.
import type { Source } from "../../api";
import { Badge, Progress } from "../../ui";

interface SourceStateProps {
  source: Pick<Source, "state" | "passages" | "encoded">;
  learns: boolean;
}

export function SourceState({ source: { state, passages, encoded }, learns }: SourceStateProps) {
  if (state === "failed") return <Badge tone="danger">Failed</Badge>;
  if (state === "pending") {
    return (
      <Badge tone="warn" dot>
        Being read
      </Badge>
    );
  }
  if (!learns || encoded >= passages) return <Badge tone="ok">Ready</Badge>;
  return (
    <span className="flex min-w-28 flex-col items-start gap-1.5">
      <Badge tone="ok">Ready</Badge>
      <span className="w-full text-[13px] text-muted">
        By words; meaning {encoded} of {passages}
        <Progress label="Learning its meaning" done={encoded} total={passages} className="mt-1" />
      </span>
    </span>
  );
}
