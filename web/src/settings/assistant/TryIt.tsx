// Asks the AI Agent a question without a customer, and shows what it would do and why. Nothing is stored or posted.
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { api, type Assistant, type Verdict } from "../../api";
import { Button, Field, Input, Notice, Section, Select } from "../../ui";
import { VerdictView } from "../../verdict";
import { languageOptions } from "./languages";

const ASK_TIMEOUT_MS = 90_000;

export function TryIt({ assistant, unsaved }: { assistant: Assistant; unsaved: boolean }) {
  const [question, setQuestion] = useState("");
  const [language, setLanguage] = useState("");
  const ask = useMutation({
    mutationFn: () =>
      api.post<Verdict>(
        `/apps/${assistant.app}/assistants/${assistant.id}/ask`,
        { question: question.trim(), language: language || undefined },
        { timeout_ms: ASK_TIMEOUT_MS },
      ),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (question.trim()) ask.mutate();
  };

  return (
    <Section title="Try it" description="Ask as a customer would. Nothing is stored, and nobody is notified.">
      {unsaved ? <Notice>The answer comes from the saved settings; your unsaved changes do not count yet.</Notice> : null}
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <Field label="Question" className="flex-1 basis-64">
          <Input value={question} autoComplete="off" onChange={(event) => setQuestion(event.target.value)} />
        </Field>
        <Field label="Language" className="w-44">
          <Select
            value={language}
            onChange={(event) => setLanguage(event.target.value)}
            options={[{ value: "", label: "Detect" }, ...languageOptions([])]}
          />
        </Field>
        <Button type="submit" busy={ask.isPending} disabled={!question.trim()}>
          Ask
        </Button>
      </form>
      <div aria-live="polite">
        {ask.isError ? <Notice tone="danger">{ask.error.message}</Notice> : null}
        {ask.data ? <VerdictView verdict={ask.data} /> : null}
      </div>
    </Section>
  );
}
