// Who it is: its name and its picture.
import { Avatar, Field, Input, Section } from "../../ui";
import type { Draft } from "./draft";

export function General({ draft }: { draft: Draft }) {
  const { settings, change, errorOf } = draft;
  return (
    <Section id="general" title="General">
      <Field label="Name" error={errorOf("name")}>
        <Input value={settings.name} onChange={(event) => change({ name: event.target.value })} />
      </Field>
      <Field label="Picture" hint="The address of a square picture. Without one, the initials are shown." error={errorOf("avatar_url")}>
        <AvatarInput name={settings.name} url={settings.avatar_url} onChange={(avatar_url) => change({ avatar_url })} />
      </Field>
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
