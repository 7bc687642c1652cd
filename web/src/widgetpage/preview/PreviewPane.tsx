// The widget as visitors will see it, with what is not saved yet, on a page of nobody's.
import { Monitor, Smartphone } from "lucide-react";
import { useState } from "react";
import { languageName } from "../../languages";
import { cx, IconButton, Section, Select } from "../../ui";
import type { Draft } from "../draft";
import { PreviewFrame } from "./PreviewFrame";
import { languagesOf, resolved } from "./resolved";

export function PreviewPane({ draft: { saved, widget } }: { draft: Draft }) {
  const [language, setLanguage] = useState("en");
  const [phone, setPhone] = useState(false);
  const [open, setOpen] = useState(true);
  const look = (chosen: boolean) => cx("rounded-lg", chosen && "bg-sunken text-ink");

  return (
    <Section
      title="Preview"
      className="lg:sticky lg:top-4"
      actions={
        <div className="flex gap-1">
          <IconButton label="On a computer" size="sm" aria-pressed={!phone} className={look(!phone)} onClick={() => setPhone(false)}>
            <Monitor />
          </IconButton>
          <IconButton label="On a phone" size="sm" aria-pressed={phone} className={look(phone)} onClick={() => setPhone(true)}>
            <Smartphone />
          </IconButton>
        </div>
      }
    >
      <PreviewFrame assistant={saved} phone={phone} wanted={{ preview: resolved(widget, language), language, open }} />
      <div className="flex flex-wrap items-center gap-2">
        <Select
          aria-label="Language of the preview"
          className="min-w-36 flex-1"
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
          options={languagesOf(widget).map((code) => ({ value: code, label: languageName(code) }))}
        />
        <Select
          aria-label="State of the preview"
          className="min-w-28 flex-1"
          value={open ? "open" : "closed"}
          onChange={(event) => setOpen(event.target.value === "open")}
          options={[
            { value: "open", label: "Open" },
            { value: "closed", label: "Closed" },
          ]}
        />
      </div>
    </Section>
  );
}
