// What went wrong with a source and what can be done about it; while it waits, the way to stop it.
import { RotateCw, X } from "lucide-react";
import type { Source } from "../../api";
import { Button, toast } from "../../ui";
import { useCancelIndexing, useIndexAgain } from "./sources";

export function SourceTrouble({ app, source }: { app: number; source: Source }) {
  const again = useIndexAgain(app);
  const cancel = useCancelIndexing(app);
  if (source.state === "failed") {
    return (
      <span className="mt-1 flex flex-col items-start gap-1.5">
        <span className="text-sm wrap-anywhere text-danger">{source.error ?? "It could not be read."}</span>
        <Button
          size="sm"
          icon={<RotateCw className="size-4" />}
          busy={again.isPending}
          onClick={() => again.mutate(source, { onError: toast.failed })}
        >
          Index again
        </Button>
      </span>
    );
  }
  if (source.state !== "pending") return null;
  return (
    <Button
      size="sm"
      variant="ghost"
      className="-ml-3"
      icon={<X className="size-4" />}
      busy={cancel.isPending}
      onClick={() => cancel.mutate(source, { onError: toast.failed })}
    >
      Cancel
    </Button>
  );
}
