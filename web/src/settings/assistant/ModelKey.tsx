// The key for the model's API. It can be written, replaced and removed, and is never shown again.
import { Button, Field, Input } from "../../ui";
import type { Draft } from "./draft";

export function ModelKey({ draft, className }: { draft: Draft; className?: string }) {
  const { saved, modelKey, changeModelKey } = draft;
  const keeps = saved.has_model_key && modelKey === undefined;
  return (
    <Field
      label="Model key"
      className={className ?? ""}
      hint={hintFor(saved.has_model_key, modelKey)}
      error={draft.errorOf("model_key")}
      aside={<KeyButtons stored={saved.has_model_key} keeps={keeps} onChange={changeModelKey} />}
    >
      <Input
        type="password"
        autoComplete="off"
        placeholder={keeps ? "A key is stored" : "sk-…"}
        readOnly={keeps}
        value={modelKey ?? ""}
        onChange={(event) => changeModelKey(event.target.value || (saved.has_model_key ? null : undefined))}
      />
    </Field>
  );
}

interface KeyButtonsProps {
  stored: boolean;
  keeps: boolean;
  onChange: Draft["changeModelKey"];
}

function KeyButtons({ stored, keeps, onChange }: KeyButtonsProps) {
  if (!stored) return null;
  return keeps ? (
    <Button size="sm" variant="ghost" className="-my-2" onClick={() => onChange(null)}>
      Replace or remove
    </Button>
  ) : (
    <Button size="sm" variant="ghost" className="-my-2" onClick={() => onChange(undefined)}>
      Keep the stored one
    </Button>
  );
}

function hintFor(stored: boolean, key: string | null | undefined): string {
  if (stored && key === null) return "Saving now removes the stored key. Write a new one to replace it.";
  if (stored && key === undefined) return "It is not shown to anybody.";
  return "Kept on the server and not shown again. Leave it empty if your model needs none.";
}
