// A few words that may be given in several languages, one line for each.
import { X } from "lucide-react";
import { useState } from "react";
import type { LocalText } from "../api";
import { languageName, languageOptions } from "../languages";
import { Button, Field, IconButton, Input, Select } from "../ui";
import { WORDS_MAX } from "./check";

interface LocalLineProps {
  label: string;
  hint: string;
  placeholder: string;
  value: LocalText;
  onChange: (value: LocalText) => void;
  error: string | undefined;
}

export function LocalLine({ label, hint, placeholder, value, onChange, error }: LocalLineProps) {
  const [choosing, setChoosing] = useState(false);
  const languages = Object.keys(value).filter((code) => code !== "default");
  const without = (code: string) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== code)) as LocalText;

  return (
    <div className="flex flex-col gap-3">
      <Field label={label} hint={hint} error={error}>
        <Input
          maxLength={WORDS_MAX}
          dir="auto"
          placeholder={placeholder}
          value={value.default}
          onChange={(event) => onChange({ ...value, default: event.target.value })}
        />
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
          <Input
            maxLength={WORDS_MAX}
            lang={code}
            dir="auto"
            value={value[code] ?? ""}
            onChange={(event) => onChange({ ...value, [code]: event.target.value })}
          />
        </Field>
      ))}
      {choosing ? (
        <Select
          autoFocus
          aria-label={`Language of ${label.toLowerCase()}`}
          className="w-56 self-start"
          value=""
          onBlur={() => setChoosing(false)}
          onChange={(event) => {
            setChoosing(false);
            if (event.target.value) onChange({ ...value, [event.target.value]: "" });
          }}
          options={[{ value: "", label: "Choose a language…" }, ...languageOptions(languages)]}
        />
      ) : (
        <Button size="sm" variant="ghost" className="-mt-1.5 -ml-3 self-start" onClick={() => setChoosing(true)}>
          Add language
        </Button>
      )}
    </div>
  );
}
