// One rule while somebody writes it. What is given must all fit; at least one thing must be given.
import { useEffect, useRef, useState } from "react";
import type { HandoverRule } from "../../../../api";
import { Button, Checkbox, Dialog, Field, Input, Select, WordsInput } from "../../../../ui";
import { missingIn, TIMES } from "./rule";
import type { RuleErrors } from "./ruleError";

interface RuleDialogProps {
  rule: HandoverRule;
  isNew: boolean;
  errorOf: RuleErrors["of"];
  onClose: () => void;
  onKeep: (rule: HandoverRule) => void;
}

export function RuleDialog({ rule: given, isNew, errorOf, onClose, onKeep }: RuleDialogProps) {
  const [rule, setRule] = useState(given);
  const [tries, setTries] = useState(0);
  const tried = tries > 0;
  const fields = useRef<HTMLDivElement>(null);
  const change = (part: Partial<HandoverRule>) => setRule((now) => ({ ...now, ...part }));
  const missing = missingIn(rule);
  const keep = () => {
    setTries(tries + 1);
    if (missing.name || missing.condition) return;
    // What was only looked at keeps what the server said about it.
    onKeep(JSON.stringify(rule) === JSON.stringify(given) ? given : trimmed(rule));
  };
  useEffect(() => {
    // Puts the cursor where the first thing is missing.
    if (tries > 0) fields.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tries]);
  return (
    <Dialog
      open
      onClose={onClose}
      title={isNew ? "Add a rule" : "Edit the rule"}
      description="A person is called when everything that you fill in fits. Leave out what does not matter."
      onSubmit={keep}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            {isNew ? "Add" : "Done"}
          </Button>
        </>
      }
    >
      <div ref={fields} className="flex flex-col gap-5">
        <Field label="Name" hint="Agents read it as the reason." error={(tried && missing.name) || errorOf("name")}>
          <Input autoComplete="off" maxLength={80} value={rule.name} onChange={(event) => change({ name: event.target.value })} />
        </Field>
        <Conditions rule={rule} change={change} errorOf={errorOf} missing={tried ? missing.condition : undefined} />
        <Field
          label="Skill"
          hint="Agents who know this come first, such as billing. You say on the Agents page who knows what."
          error={errorOf("skill")}
        >
          <Input
            autoComplete="off"
            maxLength={60}
            value={rule.skill ?? ""}
            onChange={(event) => change({ skill: unlessEmpty(event.target.value) })}
          />
        </Field>
        <Checkbox
          label="Urgent"
          description="Comes before those in the queue that are not."
          checked={rule.urgent}
          onChange={(urgent) => change({ urgent })}
        />
      </div>
    </Dialog>
  );
}

interface ConditionsProps {
  rule: HandoverRule;
  change: (part: Partial<HandoverRule>) => void;
  errorOf: RuleErrors["of"];
  missing: string | undefined;
}

function Conditions({ rule, change, errorOf, missing }: ConditionsProps) {
  return (
    <fieldset className="flex flex-col gap-5 rounded-xl border border-line px-4 pt-2 pb-4">
      <legend className="px-1 font-medium">When it applies</legend>
      <Field
        label="Words or phrases"
        hint="One of them is in the message, in capitals or not. Put commas between them."
        error={missing ?? errorOf("words")}
      >
        <WordsInput placeholder="refund, money back" words={rule.words} onWords={(words) => change({ words })} />
      </Field>
      <Field label="Pattern" hint="A regular expression that fits somewhere in the message." error={errorOf("pattern")}>
        <Input
          className="font-mono"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={300}
          placeholder="\bAB-\d{4}\b"
          value={rule.pattern ?? ""}
          onChange={(event) => change({ pattern: event.target.value || null })}
        />
      </Field>
      <Field label="Customer's tags" hint="The customer has one of them. Put commas between them." error={errorOf("tags")}>
        <WordsInput placeholder="vip, reseller" words={rule.tags} onWords={(tags) => change({ tags })} />
      </Field>
      <Field label="Page" hint="A part of the address of the page on which they write." error={errorOf("page")}>
        <Input
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={500}
          placeholder="/checkout"
          value={rule.page ?? ""}
          onChange={(event) => change({ page: unlessEmpty(event.target.value) })}
        />
      </Field>
      <Field label="Time" hint="By the business hours of this AI Agent.">
        <Select
          value={rule.during ?? ""}
          onChange={(event) => change({ during: TIMES.find(({ value }) => value === event.target.value)?.value || null })}
          options={TIMES}
        />
      </Field>
    </fieldset>
  );
}

function trimmed(rule: HandoverRule): HandoverRule {
  return { ...rule, name: rule.name.trim(), page: rule.page?.trim() ?? null, skill: rule.skill?.trim() ?? null };
}

/** An empty box asks for nothing. */
function unlessEmpty(text: string): string | null {
  return text.trim() ? text : null;
}
