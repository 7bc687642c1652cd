// The websites that may show the widget. Browsers refuse it to all others.
import { Globe, X } from "lucide-react";
import { useState, type FormEvent } from "react";
import { Button, Field, IconButton, Input, List, Notice, Section } from "../ui";
import { domainIn } from "./domain";
import type { Draft } from "./draft";

const DOMAINS_MAX = 100;

export function Domains({ draft: { widget, change, errorOf } }: { draft: Draft }) {
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const domains = widget.allowed_domains;

  const add = (event: FormEvent) => {
    event.preventDefault();
    const domain = domainIn(text);
    if (!domain) return setWrong("Write a domain such as example.com.");
    if (domains.length >= DOMAINS_MAX) return setWrong(`There is room for ${DOMAINS_MAX} domains.`);
    setWrong(null);
    setText("");
    if (!domains.includes(domain)) change({ allowed_domains: [...domains, domain] });
  };

  return (
    <Section
      title="Websites"
      description="Which websites may show the widget, each with its subdomains. Browsers refuse it to all others, whoever copies the code."
    >
      <form onSubmit={add} noValidate>
        <Field label="Allowed domain" error={wrong ?? errorOf("allowed_domains")}>
          <DomainInput text={text} onText={setText} />
        </Field>
      </form>
      {domains.length === 0 ? (
        <Notice>Every website may show it now. Name yours, and it stays there.</Notice>
      ) : (
        <List label="Allowed domains" className="rounded-xl border border-line">
          {domains.map((domain) => (
            <li key={domain} className="flex items-center gap-3 py-1.5 pr-1.5 pl-4">
              <Globe aria-hidden className="size-4 shrink-0 text-muted" />
              <span className="min-w-0 flex-1 break-all">{domain}</span>
              <IconButton
                label={`Remove ${domain}`}
                size="sm"
                onClick={() => change({ allowed_domains: domains.filter((other) => other !== domain) })}
              >
                <X />
              </IconButton>
            </li>
          ))}
        </List>
      )}
    </Section>
  );
}

function DomainInput({ text, onText }: { text: string; onText: (text: string) => void }) {
  return (
    <span className="flex gap-2">
      <Input
        placeholder="example.com"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <Button type="submit">Add domain</Button>
    </span>
  );
}
