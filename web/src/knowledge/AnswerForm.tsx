// Answers an unanswered question in place: it becomes knowledge, and the question is asked again at once to see that it helps.
import { useState, type FormEvent } from "react";
import type { UnansweredQuestion, Verdict } from "../api";
import { Button, Field, Input, Notice, Textarea } from "../ui";
import { VerdictView } from "../verdict";
import { useForget, useTeach } from "./unanswered";

interface AnswerFormProps {
  app: number;
  question: UnansweredQuestion;
  onClose: () => void;
}

export function AnswerForm({ app, question: asked, onClose }: AnswerFormProps) {
  const [question, setQuestion] = useState(asked.question);
  const [answer, setAnswer] = useState("");
  const teach = useTeach(app, asked.id);
  const forget = useForget(app);
  if (teach.data) return <AskedAgain verdict={teach.data.verdict} onDone={() => forget(asked.id)} />;

  const ready = Boolean(question.trim() && answer.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) teach.mutate({ question: question.trim(), answer: answer.trim() });
  };
  return (
    <form onSubmit={submit} className="mt-3 flex flex-col gap-4 rounded-xl bg-sunken p-4">
      {teach.isError ? <Notice tone="danger">{teach.error.message}</Notice> : null}
      <Field label="Question" hint="Leave out what only concerned this customer.">
        <Input value={question} onChange={(event) => setQuestion(event.target.value)} />
      </Field>
      <Field label="Answer">
        <Textarea autoFocus rows={4} value={answer} onChange={(event) => setAnswer(event.target.value)} />
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={teach.isPending} disabled={!ready}>
          Add to knowledge
        </Button>
      </div>
    </form>
  );
}

function AskedAgain({ verdict, onDone }: { verdict: Verdict; onDone: () => void }) {
  const answered = verdict.outcome === "answer";
  return (
    <div role="status" className="mt-3 flex flex-col gap-4 rounded-xl border border-line p-4">
      <Notice tone={answered ? "ok" : "warn"} title={answered ? "Asked again: it is answered now" : "Asked again: it is still not answered"}>
        {answered
          ? "The answer is in your knowledge."
          : "The answer is in your knowledge, but the question as it was asked does not lead to it yet. Try adding it in the customer's own words."}
      </Notice>
      <VerdictView verdict={verdict} />
      <Button className="self-end" onClick={onDone}>
        Done
      </Button>
    </div>
  );
}
