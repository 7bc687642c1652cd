// A text that may be given in several languages. One box for everybody, and one for each language that was added.
import { X } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { LocalText } from "./api";
import { languageName, languageOptions } from "./languages";
import { Button, Field, IconButton, Input, Select, Textarea } from "./ui";

interface LocalTextFieldProps {
  /** Of the text, for a preview that follows what is being written. */
  name?: string;
  label: string;
  hint?: ReactNode;
  /** Where there is nothing for everybody yet. */
  placeholder?: string;
  value: LocalText;
  onChange: (value: LocalText) => void;
  error: string | undefined;
  /** So many characters at most, and a single line. */
  lineMax?: number;
}

export function LocalTextField({ name, label, hint, placeholder, value, onChange, error, lineMax }: LocalTextFieldProps) {
  const languages = Object.keys(value).filter((code) => code !== "default");
  const without = (code: string) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== code)) as LocalText;
  const box = (code: string) => {
    const of = {
      dir: "auto",
      value: value[code] ?? "",
      onChange: ({ target }: { target: { value: string } }) => onChange({ ...value, [code]: target.value }),
      ...(code === "default" ? { placeholder } : { lang: code }),
    };
    return lineMax === undefined ? <Textarea rows={2} {...of} /> : <Input maxLength={lineMax} {...of} />;
  };

  return (
    <div data-text={name} className="flex flex-col gap-3">
      <Field label={label} hint={hint} error={error}>
        {box("default")}
      </Field>
      {languages.map((code) => (
        <Field
          key={code}
          className="border-l-2 border-line pl-4"
          label={`${label} (${languageName(code)})`}
          aside={
            <IconButton label={`Remove ${languageName(code)}`} size="sm" onClick={() => onChange(without(code))}>
              <X />
            </IconButton>
          }
        >
          {box(code)}
        </Field>
      ))}
      <AddLanguage of={label} taken={languages} onAdd={(code) => onChange({ ...value, [code]: "" })} />
    </div>
  );
}

function AddLanguage({ of, taken, onAdd }: { of: string; taken: string[]; onAdd: (code: string) => void }) {
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
      aria-label={`Language of ${of.toLowerCase()}`}
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
