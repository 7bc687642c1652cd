// How it answers: from what, with which instructions, and which messages it feels addressed by.
import { Field, Input, RadioGroup, Section, Switch, Textarea } from "../../ui";
import { WHEN_TO_ANSWER } from "../words";
import type { Draft } from "./draft";
import { Warnings } from "./Warnings";

export function Answers({ draft }: { draft: Draft }) {
  const { settings, change, errorOf } = draft;
  return (
    <Section id="answers" title="Answers">
      <Warnings warnings={draft.saved.warnings} about="knowledge" />
      <Switch
        label="Use knowledge"
        description="Answers come from the documents and questions in your knowledge."
        checked={settings.use_knowledge}
        onChange={(use_knowledge) => change({ use_knowledge })}
      />
      <Field
        label="Instructions"
        hint="Tone, role and rules. They are given to the model with every question; without a model they have no effect."
        error={errorOf("instructions")}
      >
        <Textarea rows={4} value={settings.instructions} onChange={(event) => change({ instructions: event.target.value })} />
      </Field>
      <RadioGroup
        label="When to answer in groups"
        value={settings.when_to_answer}
        onChange={(when_to_answer) => change({ when_to_answer })}
        options={WHEN_TO_ANSWER}
      />
      <Field
        label="Command"
        hint={
          <>
            One word. In a group, a message that starts with <code className="font-mono">/{settings.command || "command"}</code> is for this
            AI Agent.
          </>
        }
        error={errorOf("command")}
      >
        <Input
          className="max-w-xs"
          autoCapitalize="off"
          spellCheck={false}
          value={settings.command}
          onChange={(event) => change({ command: event.target.value.replace(/^\/+/, "") })}
        />
      </Field>
    </Section>
  );
}
