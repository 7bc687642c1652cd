// What the copilot did to the text, where it has it from, and the way back; or why it could not.
import { Sparkles, Undo2 } from "lucide-react";
import { Button } from "../../../ui";
import type { Copilot } from "./useCopilot";

export function CopilotResult({ copilot: { helped, failed } }: { copilot: Copilot }) {
  if (failed) {
    return (
      <p role="alert" className="mb-2 text-sm text-danger">
        {failed}
      </p>
    );
  }
  if (!helped) return null;
  const { sentence, sources, fromModel, undo } = helped;
  return (
    <div className="mb-2 flex items-center gap-2 rounded-lg bg-ai-soft py-1 pr-1 pl-3 text-sm text-ai">
      <Sparkles aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 text-pretty wrap-anywhere">
        {sentence} {fromModel ? "A model wrote it: read it before you send it." : "It is taken from what is there, word for word."}
        {sources.length > 0 ? ` From: ${sources.join(" · ")}` : null}
      </p>
      <Button size="sm" variant="ghost" icon={<Undo2 aria-hidden className="size-3.5" />} onClick={undo} className="max-sm:h-11">
        Undo
      </Button>
    </div>
  );
}
