// Other ways to put the same question. Each one makes it surer that customers are understood.
import { Plus, X } from "lucide-react";
import { useId } from "react";
import { Button, IconButton, Input } from "../../ui";

interface PhrasingsProps {
  phrasings: string[];
  onChange: (phrasings: string[]) => void;
}

const PHRASINGS_MAX = 50;

export function Phrasings({ phrasings, onChange }: PhrasingsProps) {
  const id = useId();
  const replace = (at: number, text: string) => onChange(phrasings.map((phrasing, other) => (other === at ? text : phrasing)));
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby={`${id}-hint`}>
      <legend className="mb-1.5 font-medium">Other wordings</legend>
      {phrasings.map((phrasing, at) => (
        <div key={at} className="flex items-center gap-1">
          <Input
            aria-label={`Wording ${at + 1}`}
            value={phrasing}
            autoFocus={phrasing === ""}
            onChange={(event) => replace(at, event.target.value)}
          />
          <IconButton label={`Remove wording ${at + 1}`} onClick={() => onChange(phrasings.filter((_, other) => other !== at))}>
            <X />
          </IconButton>
        </div>
      ))}
      {phrasings.length < PHRASINGS_MAX ? (
        <Button size="sm" variant="ghost" className="-ml-3 self-start" icon={<Plus className="size-4" />} onClick={() => onChange([...phrasings, ""])}>
          Add a wording
        </Button>
      ) : null}
      <p id={`${id}-hint`} className="text-sm text-muted">
        As different customers would put it. They need not be sentences.
      </p>
    </fieldset>
  );
}
