// What a company keeps about its customers beside the usual: each field is edited in place, and new ones are added.
import { Plus, X } from "lucide-react";
import { useState, type FormEvent } from "react";
import { Button, IconButton, Input } from "../../../ui";
import { EditableFact } from "./EditableFact";
import { read, shown, withField } from "./fields";

interface CustomFieldsProps {
  custom: Record<string, unknown>;
  onSave: (custom: Record<string, unknown>) => Promise<void>;
}

export function CustomFields({ custom, onSave }: CustomFieldsProps) {
  return Object.entries(custom).map(([name, value]) => (
    <EditableFact
      key={name}
      name={name}
      value={shown(value)}
      placeholder="Empty"
      onSave={(written) => onSave(withField(custom, name, read(written, value)))}
    />
  ));
}

export function AddField({ custom, onSave }: CustomFieldsProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState("");
  const [value, setValue] = useState("");
  const close = () => {
    setIsOpen(false);
    setName("");
    setValue("");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim() || !value.trim()) return;
    void onSave(withField(custom, name.trim(), value.trim())).then(close, () => undefined);
  };
  if (!isOpen) {
    return (
      <Button
        size="sm"
        variant="ghost"
        icon={<Plus className="size-4" />}
        className="-ml-2 h-7 self-start px-2 max-md:h-11"
        onClick={() => setIsOpen(true)}
      >
        Field
      </Button>
    );
  }
  return (
    <form onSubmit={submit} onKeyDown={(event) => (event.key === "Escape" ? close() : undefined)} className="flex items-center gap-1.5">
      <Input autoFocus aria-label="Name of the field" placeholder="Name" className="h-8 w-24 shrink-0 px-2 max-md:h-11 sm:text-sm" value={name} onChange={(event) => setName(event.target.value)} />
      <Input aria-label="Value of the field" placeholder="Value" className="h-8 min-w-0 flex-1 px-2 max-md:h-11 sm:text-sm" value={value} onChange={(event) => setValue(event.target.value)} />
      <Button type="submit" size="sm" disabled={!name.trim() || !value.trim()} className="max-md:h-11">
        Add
      </Button>
      <IconButton label="Cancel" size="sm" onClick={close} className="max-md:size-11">
        <X />
      </IconButton>
    </form>
  );
}
