// The widget as visitors will see it, with what is not saved yet, on a page of nobody's.
import { Monitor, Smartphone } from "lucide-react";
import { languageName } from "../languages";
import { cx, IconButton, Select } from "../ui";
import { languagesOf, looksIn, WidgetFrame } from "../widgetframe";
import type { Draft } from "./draft";

const COMPUTER = { size: { width: 640, height: 860 }, share: 1 };
const PHONE = { size: { width: 390, height: 780 }, share: 0.78 };

export interface Seen {
  language: string;
  phone: boolean;
  open: boolean;
}

interface PreviewPaneProps {
  draft: Draft;
  seen: Seen;
  onSee: (seen: Seen) => void;
}

export function PreviewPane({ draft: { saved, widget }, seen, onSee }: PreviewPaneProps) {
  const { language, phone, open } = seen;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <Select
          aria-label="Language of the preview"
          className="min-w-0 flex-1"
          value={language}
          onChange={(event) => onSee({ ...seen, language: event.target.value })}
          options={languagesOf(widget).map((code) => ({ value: code, label: languageName(code) }))}
        />
        <Select
          aria-label="State of the preview"
          className="w-28 shrink-0"
          value={open ? "open" : "closed"}
          onChange={(event) => onSee({ ...seen, open: event.target.value === "open" })}
          options={[
            { value: "open", label: "Open" },
            { value: "closed", label: "Closed" },
          ]}
        />
        <Device phone={phone} onChange={(phone) => onSee({ ...seen, phone })} />
      </div>
      <WidgetFrame
        title="Preview of the widget"
        query={{ app: String(saved.app), assistant: saved.id }}
        {...(phone ? PHONE : COMPUTER)}
        wanted={{ preview: looksIn(widget, language), language, open }}
      />
    </div>
  );
}

function Device({ phone, onChange }: { phone: boolean; onChange: (phone: boolean) => void }) {
  const look = (chosen: boolean) => cx("rounded-lg", chosen && "bg-accent-soft text-accent-ink");
  return (
    <div className="flex">
      <IconButton label="On a computer" aria-pressed={!phone} className={look(!phone)} onClick={() => onChange(false)}>
        <Monitor />
      </IconButton>
      <IconButton label="On a phone" aria-pressed={phone} className={look(phone)} onClick={() => onChange(true)}>
        <Smartphone />
      </IconButton>
    </div>
  );
}
