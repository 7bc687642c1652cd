// Changes what a source says. What it said before is kept as a version.
import { useState } from "react";
import type { SourceDetail } from "../../api";
import { Button, Dialog, Field, Input, Notice, Textarea, toast } from "../../ui";
import { Phrasings } from "../add/Phrasings";
import { changeOf, type Written } from "./change";
import { useChangeSource } from "./sources";

interface EditSourceProps {
  app: number;
  source: SourceDetail;
  onClose: () => void;
}

export function EditSource({ app, source, onClose }: EditSourceProps) {
  const [written, setWritten] = useState<Written>(source);
  const [tried, setTried] = useState(false);
  const change = useChangeSource(app, source.id);
  const isPair = source.kind === "qa";
  const set = (part: Partial<Written>) => setWritten((now) => ({ ...now, ...part }));
  const missing = (text: string | null, sentence: string) => (tried && !text?.trim() ? sentence : null);
  const submit = () => {
    setTried(true);
    if (!written.title.trim() || !written.text.trim() || (isPair && !written.question?.trim())) return;
    change.mutate(changeOf(source.kind, written), {
      onSuccess: () => {
        toast.done("Saved. The new text is ready in a moment.");
        onClose();
      },
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Edit “${source.title}”`}
      size="lg"
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={change.isPending}>
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {change.isError ? <Notice tone="danger">{change.error.message}</Notice> : null}
        <Field label="Title" error={missing(written.title, "Enter a title.")}>
          <Input value={written.title} onChange={(event) => set({ title: event.target.value })} />
        </Field>
        {isPair ? (
          <>
            <Field label="Question" error={missing(written.question, "Enter the question.")}>
              <Input value={written.question ?? ""} onChange={(event) => set({ question: event.target.value })} />
            </Field>
            <Phrasings phrasings={written.phrasings} onChange={(phrasings) => set({ phrasings })} />
          </>
        ) : null}
        <Field
          label={isPair ? "Answer" : "Text"}
          error={missing(written.text, isPair ? "Enter the answer." : "Write the text, or remove the source.")}
        >
          <Textarea rows={isPair ? 5 : 14} value={written.text} onChange={(event) => set({ text: event.target.value })} />
        </Field>
      </div>
    </Dialog>
  );
}
