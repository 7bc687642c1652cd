// The first questions that the widget offers to a customer who does not know where to begin.
import { Plus, X } from "lucide-react";
import { Button, FieldError, IconButton, Input } from "../../ui";

interface SuggestedQuestionsProps {
  questions: string[];
  onChange: (questions: string[]) => void;
  error: string | undefined;
}

export function SuggestedQuestions({ questions, onChange, error }: SuggestedQuestionsProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-medium">Suggested first questions</legend>
      <p className="text-sm text-muted">Customers can click them instead of writing. Choose some that the knowledge answers well.</p>
      {questions.map((question, at) => (
        <div key={at} className="flex items-center gap-1">
          <Input
            aria-label={`Suggested question ${at + 1}`}
            value={question}
            autoFocus={question === ""}
            onChange={(event) => onChange(questions.with(at, event.target.value))}
          />
          <IconButton label={`Remove suggested question ${at + 1}`} onClick={() => onChange(questions.toSpliced(at, 1))}>
            <X />
          </IconButton>
        </div>
      ))}
      {error ? <FieldError>{error}</FieldError> : null}
      <Button
        size="sm"
        variant="ghost"
        className="self-start"
        icon={<Plus className="size-4" />}
        disabled={questions.at(-1) === ""}
        onClick={() => onChange([...questions, ""])}
      >
        Suggest a question
      </Button>
    </fieldset>
  );
}
