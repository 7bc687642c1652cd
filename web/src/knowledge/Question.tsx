// One unanswered question: how often and why, and, while it is open, the wishes to answer or dismiss it.
import { useState } from "react";
import { Link } from "wouter";
import type { UnansweredQuestion } from "../api";
import { ago, Badge, Button, toast } from "../ui";
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
  open: boolean;
}

export function Question({ app, question, open }: QuestionProps) {
  const [answering, setAnswering] = useState(false);
  const dismiss = useDismiss(app);
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <p className="font-medium break-words">{question.question}</p>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <Badge tone={question.times > 1 ? "accent" : "neutral"}>{question.times === 1 ? "Once" : `${question.times} times`}</Badge>
            <span>last {ago(question.last_at)}</span>
            <span>{REASONS[question.reason] ?? question.reason}</span>
            <span className="tabular-nums">score {question.score.toFixed(2)}</span>
            {question.dialog ? (
              <Link href={`/desk/all/${question.dialog}?app=${app}`} className="text-accent-ink underline underline-offset-2">
                Open the conversation
              </Link>
            ) : null}
          </p>
        </div>
        {open && !answering ? (
          <div className="flex gap-2">
            <Button
              size="sm"
              variant="ghost"
              busy={dismiss.isPending}
              onClick={() => dismiss.mutate(question.id, { onError: toast.failed })}
            >
              Dismiss
            </Button>
            <Button size="sm" onClick={() => setAnswering(true)}>
              Answer
            </Button>
          </div>
        ) : null}
      </div>
      {answering ? <AnswerForm app={app} question={question} onClose={() => setAnswering(false)} /> : null}
    </li>
  );
}
