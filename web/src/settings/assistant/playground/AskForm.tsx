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
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <Field label="Question" className="flex-1 basis-64">
        <Input
          value={question}
          autoComplete="off"
          placeholder={first ? "As a customer would write it" : "A follow-up, or something else"}
          onChange={(event) => setQuestion(event.target.value)}
        />
      </Field>
      <Field label="Language" className="w-44">
        <Select
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
          options={[{ value: "", label: "Detect" }, ...languageOptions([])]}
        />
      </Field>
      <Button type="submit" variant="primary" busy={busy} disabled={!question.trim()}>
        Ask
      </Button>
    </form>
  );
}
