// A text that may be given in several languages. One box for everybody, and one for each language that was added.
import { X } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { LocalText } from "../../api";
import { Button, Field, IconButton, Select, Textarea } from "../../ui";
import { languageName, languageOptions } from "../../languages";

interface LocalTextFieldProps {
  /** Of the text, for the preview that follows what is being written. */
  name: string;
  label: string;
  hint?: ReactNode;
  value: LocalText;
  onChange: (value: LocalText) => void;
  error: string | undefined;
  rows?: number;
}

export function LocalTextField({ name, label, hint, value, onChange, error, rows = 2 }: LocalTextFieldProps) {
  const languages = Object.keys(value).filter((code) => code !== "default");
  const remove = (code: string) =>
    onChange(Object.fromEntries(Object.entries(value).filter(([key]) => key !== code)) as LocalText);

  return (
    <div data-text={name} className="flex flex-col gap-3">
      <Field label={label} hint={hint} error={error}>
        <Textarea rows={rows} value={value.default} onChange={(event) => onChange({ ...value, default: event.target.value })} />
      </Field>
      {languages.map((code) => (
        <Field
          key={code}
          className="border-l-2 border-line pl-4"
          label={`${label} (${languageName(code)})`}
          aside={
            <IconButton label={`Remove ${languageName(code)}`} size="sm" onClick={() => remove(code)}>
              <X />
            </IconButton>
          }
        >
          <Textarea
            rows={rows}
            lang={code}
            dir="auto"
            value={value[code] ?? ""}
            onChange={(event) => onChange({ ...value, [code]: event.target.value })}
          />
        </Field>
      ))}
      <AddLanguage taken={languages} onAdd={(code) => onChange({ ...value, [code]: "" })} />
    </div>
  );
}

function AddLanguage({ taken, onAdd }: { taken: string[]; onAdd: (code: string) => void }) {
  const [choosing, setChoosing] = useState(false);
  if (!choosing) {
    return (
      <Button size="sm" variant="ghost" className="-mt-1.5 -ml-3 self-start" onClick={() => setChoosing(true)}>
        Add language
      </Button>
    );
  }
  return (
    <Select
      autoFocus
      aria-label="Language"
      className="w-56 self-start"
      value=""
      onBlur={() => setChoosing(false)}
      onChange={(event) => {
        setChoosing(false);
        if (event.target.value) onAdd(event.target.value);
      }}
      options={[{ value: "", label: "Choose a language…" }, ...languageOptions(taken)]}
    />
  );
}
