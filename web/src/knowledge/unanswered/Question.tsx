// One unanswered question: how often and why, and, while it is open, the wishes to answer or dismiss it.
import { useState } from "react";
import { Link } from "wouter";
import type { UnansweredQuestion } from "../../api";
import { ago, Badge, Button, percent, toast } from "../../ui";
import { AnswerForm } from "./AnswerForm";
import { useDismiss } from "./unanswered";

const REASONS: Record<string, string> = {
  unknown_answer: "Not in the knowledge",
  low_confidence: "Not sure enough",
  asked_for_human: "Asked for a person",
  repeated_question: "Asked again and again",
  frustrated: "The customer was upset",
  model_error: "The model failed",
};

interface QuestionProps {
  app: number;
  question: UnansweredQuestion;
  onLook: (id: string) => void;
}

export function Question({ app, question, onLook }: QuestionProps) {
  const [answering, setAnswering] = useState(false);
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <p dir="auto" className="font-medium wrap-anywhere">
            {question.question}
          </p>
          <Facts app={app} question={question} onLook={onLook} />
        </div>
        {question.state === "open" && !answering ? <Wishes app={app} id={question.id} onAnswer={() => setAnswering(true)} /> : null}
      </div>
      {answering ? <AnswerForm app={app} question={question} onClose={() => setAnswering(false)} /> : null}
    </li>
  );
}

const LINK = "text-accent-ink underline underline-offset-2 max-md:inline-flex max-md:min-h-11 max-md:items-center";

function Facts({ app, question: { id, times, last_at, reason, score, dialog, source }, onLook }: QuestionProps) {
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      <Badge tone={times > 1 ? "accent" : "neutral"}>{times === 1 ? "Once" : `${times} times`}</Badge>
      <span>last asked {ago(last_at)}</span>
      <span>{REASONS[reason] ?? reason}</span>
      <span className="tabular-nums">{percent(score)} sure</span>
      <span className="flex flex-wrap items-center gap-x-4 max-md:basis-full md:gap-x-3">
        <button type="button" className={LINK} onClick={() => onLook(id)}>
          Wordings
        </button>
        {dialog ? (
          <Link href={`/desk/all/${dialog}?app=${app}`} className={LINK}>
            Open the conversation
          </Link>
        ) : null}
        {source ? (
          <Link href={`/apps/${app}/knowledge?source=${source}`} className={LINK}>
            Open its source
          </Link>
        ) : null}
      </span>
    </p>
  );
}

function Wishes({ app, id, onAnswer }: { app: number; id: string; onAnswer: () => void }) {
  const dismiss = useDismiss(app);
  return (
    <div className="flex gap-2">
      <Button size="sm" variant="ghost" busy={dismiss.isPending} onClick={() => dismiss.mutate(id, { onError: toast.failed })}>
        Dismiss
      </Button>
      <Button size="sm" onClick={onAnswer}>
        Answer
      </Button>
    </div>
  );
}
