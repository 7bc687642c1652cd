// Answers a group of unanswered questions in place: it becomes knowledge, and each wording is asked again at once.
import { useState, type FormEvent } from "react";
import type { UnansweredQuestion } from "../../api";
import { Button, Checkbox, Field, Input, Notice, Textarea } from "../../ui";
import { tidyPhrasings } from "../sources/change";
import { AskedAgain } from "./AskedAgain";
import { useForget, useTeach, useUnansweredDetail } from "./unanswered";

interface AnswerFormProps {
  app: number;
  question: UnansweredQuestion;
  onClose: () => void;
}

export function AnswerForm({ app, question: asked, onClose }: AnswerFormProps) {
  const [question, setQuestion] = useState(asked.question);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [answer, setAnswer] = useState("");
  const teach = useTeach(app, asked.id);
  const forget = useForget(app);
  const others = useOtherWordings(app, asked);
  if (teach.data) return <AskedAgain app={app} taught={teach.data} onDone={() => forget(asked.id)} />;

  const ready = Boolean(question.trim() && answer.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const phrasings = tidyPhrasings(others.filter((wording) => !left.has(wording)), question);
    if (ready) teach.mutate({ question: question.trim(), phrasings, answer: answer.trim() });
  };
  return (
    <form onSubmit={submit} className="mt-3 flex flex-col gap-4 rounded-xl bg-sunken p-4">
      {teach.isError ? <Notice tone="danger">{teach.error.message}</Notice> : null}
      <Field label="Question" hint="Leave out what only concerned this customer.">
        <Input value={question} onChange={(event) => setQuestion(event.target.value)} />
      </Field>
      <OtherWordings
        wordings={others}
        left={left}
        onChange={(wording, on) => setLeft((before) => new Set(on ? [...before].filter((one) => one !== wording) : [...before, wording]))}
      />
      <Field label="Answer">
        <Textarea autoFocus rows={4} value={answer} onChange={(event) => setAnswer(event.target.value)} />
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={teach.isPending} disabled={!ready}>
          {teach.isPending ? "Teaching, then asking again…" : "Add to knowledge"}
        </Button>
      </div>
    </form>
  );
}

/** None until they are loaded: the answer can be written meanwhile. */
function useOtherWordings(app: number, asked: UnansweredQuestion): string[] {
  const wordings = useUnansweredDetail(app, asked.id).data?.wordings ?? [];
  return tidyPhrasings(wordings.map(({ question }) => question), asked.question);
}

interface OtherWordingsProps {
  wordings: string[];
  /** Those that are left out. */
  left: ReadonlySet<string>;
  onChange: (wording: string, on: boolean) => void;
}

function OtherWordings({ wordings, left, onChange }: OtherWordingsProps) {
  if (wordings.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium">Also put as</legend>
      {wordings.map((wording) => (
        <Checkbox
          key={wording}
          label={
            <span dir="auto" className="font-normal wrap-anywhere">
              {wording}
            </span>
          }
          checked={!left.has(wording)}
          onChange={(on) => onChange(wording, on)}
        />
      ))}
      <p className="text-sm text-muted">Those you leave checked are stored as other wordings of the same. Leave out what means something else.</p>
    </fieldset>
  );
}
