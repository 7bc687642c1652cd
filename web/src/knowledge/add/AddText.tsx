// Adds a source by pasting: plain text, Markdown or HTML.
import { useState } from "react";
import { Button, Dialog, Field, Input, Notice, Select, Textarea, toast } from "../../ui";
import { useAddSource, type NewSource } from "../sources/sources";

type TextKind = Exclude<NewSource["kind"], "qa">;

const KINDS: { value: TextKind; label: string }[] = [
  { value: "text", label: "Plain text" },
  { value: "markdown", label: "Markdown" },
  { value: "html", label: "HTML" },
];

export function AddText({ app, onClose }: { app: number; onClose: () => void }) {
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<TextKind>("text");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const add = useAddSource(app);
  const submit = () => {
    setTried(true);
    if (!title.trim() || !text.trim()) return;
    add.mutate(
      { kind, title: title.trim(), text },
      {
        onSuccess: () => {
          toast.done("Added. It is ready in a moment.");
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Add text"
      size="lg"
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={add.isPending}>
            Add text
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {add.isError ? <Notice tone="danger">{add.error.message}</Notice> : null}
        <div className="flex flex-wrap gap-4">
          <Field
            label="Title"
            className="flex-1 basis-56"
            error={tried && !title.trim() ? "Enter a title." : null}
          >
            <Input value={title} onChange={(event) => setTitle(event.target.value)} />
          </Field>
          <Field label="Format" className="w-44 max-sm:w-full">
            <Select value={kind} options={KINDS} onChange={(event) => setKind(event.target.value as TextKind)} />
          </Field>
        </div>
        <Field
          label="Text"
          hint="Headings help: each part is found under its own."
          error={tried && !text.trim() ? "Paste or write the text." : null}
        >
          <Textarea rows={12} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
