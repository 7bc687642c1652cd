// Where the next question is written, and in which language it is, if that should not be guessed.
import { useState, type FormEvent } from "react";
import { languageOptions } from "../../../languages";
import { Button, Field, Input, Select } from "../../../ui";

interface AskFormProps {
  busy: boolean;
  first: boolean;
  onAsk: (question: string, language: string | undefined) => void;
}

export function AskForm({ busy, first, onAsk }: AskFormProps) {
  const [question, setQuestion] = useState("");
  const [language, setLanguage] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!question.trim() || busy) return;
    onAsk(question.trim(), language || undefined);
    setQuestion("");
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2.5 border-t border-line p-5 sm:px-6">
      <Field label="Question" hideLabel>
        <Input
          value={question}
          autoComplete="off"
          placeholder={first ? "Ask as a customer would" : "A follow-up, or something else"}
          onChange={(event) => setQuestion(event.target.value)}
        />
      </Field>
      <div className="flex items-center justify-between gap-3">
        <Select
          aria-label="Language"
          className="w-48"
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
          options={[{ value: "", label: "Detect language" }, ...languageOptions([])]}
        />
        <Button type="submit" variant="primary" busy={busy} disabled={!question.trim()}>
          Ask
        </Button>
      </div>
    </form>
  );
}
