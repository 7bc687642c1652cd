// One colour, from the website's own palette. What is written on it and in it is made readable by the widget.
import { Button, Field, Input } from "../ui";
import { isColour } from "../widgetframe";

/** What the widget wears while nothing is chosen. */
const OWN = "#3d4ed8";

const PALETTE = ["#3d4ed8", "#0b6b66", "#1a6f3c", "#b3261e", "#c2410c", "#be185d", "#6d28d9", "#15181c"];

interface ColourProps {
  value: string | null;
  onChange: (value: string | null) => void;
  error: string | undefined;
}

export function Colour({ value, onChange, error }: ColourProps) {
  const shown = value !== null && isColour(value) ? value : OWN;
  return (
    <div className="flex flex-col gap-3">
      <Field
        label="Colour"
        error={error}
        hint="Of the launcher, of what customers write and of links. Words on it turn white or black, whichever can be read."
      >
        <ColourInput value={value} shown={shown} onChange={onChange} />
      </Field>
      <div role="group" aria-label="Suggested colours" className="flex flex-wrap items-center gap-1.5">
        {PALETTE.map((colour) => (
          <button
            type="button"
            key={colour}
            aria-label={colour}
            aria-pressed={shown.toLowerCase() === colour}
            onClick={() => onChange(colour)}
            className="size-9 rounded-full border-4 border-surface ring-1 ring-line-strong transition-shadow aria-pressed:ring-2 aria-pressed:ring-ink max-sm:size-11"
            style={{ background: colour }}
          />
        ))}
        {value !== null ? (
          <Button size="sm" variant="ghost" onClick={() => onChange(null)}>
            Baton's own
          </Button>
        ) : null}
      </div>
    </div>
  );
}

interface ColourInputProps {
  value: string | null;
  shown: string;
  onChange: (value: string | null) => void;
}

function ColourInput({ value, shown, onChange }: ColourInputProps) {
  return (
    <span className="flex gap-2">
      <input
        type="color"
        aria-label="Pick a colour"
        value={shown}
        onChange={(event) => onChange(event.target.value)}
        className="h-10 w-12 shrink-0 cursor-pointer pointer-coarse:h-11 rounded-lg border border-line-strong bg-surface p-1"
      />
      <Input
        className="max-w-40 font-mono"
        placeholder={OWN}
        spellCheck={false}
        autoComplete="off"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value.trim() || null)}
      />
    </span>
  );
}
