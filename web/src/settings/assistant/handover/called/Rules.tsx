// The admin's own rules, in the order in which they are looked at: add, edit, move, remove.
import { Plus } from "lucide-react";
import { useId, useRef, useState } from "react";
import type { HandoverRule } from "../../../../api";
import { Button, FieldError, List } from "../../../../ui";
import type { Draft } from "../../draft";
import { moved, NEW_RULE, RULES_MAX } from "./rule";
import { RuleDialog } from "./RuleDialog";
import { RuleRow } from "./RuleRow";
import { listError, ruleErrors } from "./ruleError";

export function Rules({ draft }: { draft: Draft }) {
  const { rules } = draft.settings.unanswered.handover;
  const heading = useId();
  const adding = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  const set = (changed: HandoverRule[]) => draft.changeHandover({ rules: changed });
  const edited = open === null ? undefined : (rules[open] ?? NEW_RULE);
  const error = listError(draft);

  const keep = (rule: HandoverRule) => {
    if (open !== null) set(open < rules.length ? rules.with(open, rule) : [...rules, rule]);
    setOpen(null);
  };
  const remove = (at: number) => {
    // The button that was pressed will be gone; without this, so would be the keyboard's place on the page.
    adding.current?.querySelector("button")?.focus();
    set(rules.toSpliced(at, 1));
  };

  return (
    <section aria-labelledby={heading} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h4 id={heading} className="font-medium">
          Rules
        </h4>
        <div ref={adding}>
          <Button
            size="sm"
            icon={<Plus aria-hidden className="size-4" />}
            disabled={rules.length >= RULES_MAX}
            onClick={() => setOpen(rules.length)}
          >
            Add a rule
          </Button>
        </div>
      </div>
      {rules.length === 0 ? <NoRules /> : <InOrder draft={draft} onEdit={setOpen} onOrder={set} onRemove={remove} />}
      {error ? <FieldError>{error}</FieldError> : null}
      {edited ? (
        <RuleDialog
          key={open}
          rule={edited}
          isNew={open === rules.length}
          errorOf={ruleErrors(draft, edited).of}
          onClose={() => setOpen(null)}
          onKeep={keep}
        />
      ) : null}
    </section>
  );
}

function NoRules() {
  return (
    <p className="rounded-xl border border-dashed border-line-strong px-4 py-5 text-center text-muted text-pretty">
      No rules yet. A rule calls a person for certain words, customers, pages or times, whatever the AI Agent could answer: a refund,
      or everybody at the checkout.
    </p>
  );
}

interface InOrderProps {
  draft: Draft;
  onEdit: (at: number) => void;
  onOrder: (rules: HandoverRule[]) => void;
  onRemove: (at: number) => void;
}

function InOrder({ draft, onEdit, onOrder, onRemove }: InOrderProps) {
  const { rules } = draft.settings.unanswered.handover;
  const [said, setSaid] = useState("");
  const move = (at: number, by: -1 | 1) => {
    onOrder(moved(rules, at, by));
    setSaid(`${rules[at]?.name} is rule ${at + by + 1} of ${rules.length} now.`);
  };
  return (
    <>
      <List label="Rules" className="rounded-xl border border-line">
        {rules.map((rule, at) => (
          <RuleRow
            key={at}
            rule={rule}
            isFirst={at === 0}
            isLast={at === rules.length - 1}
            error={ruleErrors(draft, rule).first}
            onEdit={() => onEdit(at)}
            onMove={(by) => move(at, by)}
            onRemove={() => onRemove(at)}
          />
        ))}
      </List>
      {rules.length > 1 ? <p className="text-sm text-muted">The first that fits decides.</p> : null}
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}
