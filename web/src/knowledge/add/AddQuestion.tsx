// Adds one question with its other wordings and its answer.
import { useState } from "react";
import { Button, Dialog, Field, Input, Notice, Textarea, toast } from "../../ui";
import { tidyPhrasings } from "../sources/change";
import { useAddSource } from "../sources/sources";
import { Phrasings } from "./Phrasings";

export function AddQuestion({ app, onClose }: { app: number; onClose: () => void }) {
  const [question, setQuestion] = useState("");
  const [phrasings, setPhrasings] = useState<string[]>([]);
  const [answer, setAnswer] = useState("");
  const [tried, setTried] = useState(false);
  const add = useAddSource(app);
  const submit = () => {
    setTried(true);
    if (!question.trim() || !answer.trim()) return;
    add.mutate(
      { kind: "qa", question: question.trim(), phrasings: tidyPhrasings(phrasings, question), answer: answer.trim() },
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
      title="Add question and answer"
      description="The surest way to have a question answered the way you want."
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={add.isPending}>
            Add
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {add.isError ? <Notice tone="danger">{add.error.message}</Notice> : null}
        <Field
          label="Question"
          hint="As a customer would put it."
          error={tried && !question.trim() ? "Enter the question." : null}
        >
          <Input value={question} onChange={(event) => setQuestion(event.target.value)} />
        </Field>
        <Phrasings phrasings={phrasings} onChange={setPhrasings} />
        <Field label="Answer" error={tried && !answer.trim() ? "Enter the answer." : null}>
          <Textarea rows={5} value={answer} onChange={(event) => setAnswer(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
