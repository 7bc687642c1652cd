// Makes a label, or changes its name and colour.
import { useState } from "react";
import { ApiError, type Label } from "../../api";
import { Button, cx, Dialog, Field, Input, Swatch, toast, type Hue } from "../../ui";
import { useKeepLabel } from "./labels";

const NAME_MAX = 40;
const COLOURS: Hue[] = ["gray", "red", "orange", "yellow", "green", "blue", "purple", "pink"];

interface LabelDialogProps {
  app: number;
  /** `null`: a new one. */
  label: Label | null;
  onClose: () => void;
}

export function LabelDialog({ app, label, onClose }: LabelDialogProps) {
  const [name, setName] = useState(label?.name ?? "");
  const [colour, setColour] = useState<Hue>(label?.colour ?? "blue");
  const [tried, setTried] = useState(false);
  const keep = useKeepLabel(app);
  const missing = name.trim() ? null : "Enter a name.";
  const submit = () => {
    setTried(true);
    if (missing) return;
    keep.mutate(
      { id: label?.id ?? null, name: name.trim(), colour },
      {
        onSuccess: (kept) => {
          toast.done(`${kept.name} is saved.`);
          onClose();
        },
      },
    );
  };
  const refused =
    keep.error instanceof ApiError ? (keep.error.fields.find(({ field }) => field === "name")?.message ?? keep.error.message) : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={label ? `Edit ${label.name}` : "Create a label"}
      size="sm"
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={keep.isPending}>
            {label ? "Save" : "Create"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <Field label="Name" error={(tried && missing) || refused}>
          <Input autoComplete="off" maxLength={NAME_MAX} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <ColourChoice value={colour} onChange={setColour} />
      </div>
    </Dialog>
  );
}

function ColourChoice({ value, onChange }: { value: Hue; onChange: (colour: Hue) => void }) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">Colour</legend>
      <div className="-mx-1 flex flex-wrap">
        {COLOURS.map((colour) => (
          <label
            key={colour}
            title={colour}
            className={cx(
              "flex size-11 items-center justify-center rounded-lg has-focus-visible:outline-2 has-focus-visible:outline-accent",
              "has-checked:bg-accent-soft hover:bg-sunken",
            )}
          >
            <input
              type="radio"
              name="colour"
              value={colour}
              checked={colour === value}
              onChange={() => onChange(colour)}
              aria-label={colour}
              className="sr-only"
            />
            <Swatch hue={colour} className={cx("size-5", colour === value && "outline-2 outline-offset-2 outline-accent")} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
