// Name, picture, and what the widget shows when a conversation starts.
import { Avatar, Field, Input, Section, Switch } from "../../ui";
import type { Draft } from "./draft";
import { LocalTextField } from "./LocalTextField";
import { SuggestedQuestions } from "./SuggestedQuestions";

export function General({ draft }: { draft: Draft }) {
  const { settings, change, errorOf } = draft;
  return (
    <Section title="General">
      <Field label="Name" error={errorOf("name")}>
        <Input value={settings.name} onChange={(event) => change({ name: event.target.value })} />
      </Field>
      <Field label="Picture" hint="The address of a square picture. Without one, the initials are shown." error={errorOf("avatar_url")}>
        <AvatarInput name={settings.name} url={settings.avatar_url} onChange={(avatar_url) => change({ avatar_url })} />
      </Field>
      <Switch
        label="Welcome message"
        description="Posted when a customer opens a new conversation."
        checked={settings.welcome.on}
        onChange={(on) => change({ welcome: { ...settings.welcome, on } })}
      />
      {settings.welcome.on ? (
        <LocalTextField
          label="Text of the welcome"
          value={settings.welcome.text}
          onChange={(text) => change({ welcome: { ...settings.welcome, text } })}
          error={errorOf("welcome.text")}
        />
      ) : null}
      <SuggestedQuestions
        questions={settings.suggested_questions}
        onChange={(suggested_questions) => change({ suggested_questions })}
        error={errorOf("suggested_questions")}
      />
    </Section>
  );
}

interface AvatarInputProps {
  name: string;
  url: string | null;
  onChange: (url: string | null) => void;
}

function AvatarInput({ name, url, onChange }: AvatarInputProps) {
  return (
    <span className="flex items-center gap-3">
      <Avatar ai name={name} url={url} />
      <Input type="url" placeholder="https://…" value={url ?? ""} onChange={(event) => onChange(event.target.value || null)} />
    </span>
  );
}
