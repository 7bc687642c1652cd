// One rule in the list: its name, when it applies, and what can be done with it.
import { ArrowDown, ArrowUp, Pencil, X } from "lucide-react";
import { useRef } from "react";
import type { HandoverRule } from "../../../../api";
import { Badge, FieldError, IconButton } from "../../../../ui";
import { conditionsInWords } from "./rule";

interface RuleRowProps {
  rule: HandoverRule;
  isFirst: boolean;
  isLast: boolean;
  error: string | undefined;
  onEdit: () => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

export function RuleRow({ rule, isFirst, isLast, error, onEdit, onMove, onRemove }: RuleRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const move = (by: -1 | 1) => {
    // The keyboard goes along with the rule, to the same button in its new place.
    const next = by < 0 ? row.current?.previousElementSibling : row.current?.nextElementSibling;
    onMove(by);
    requestAnimationFrame(() => {
      const wanted = next?.querySelector<HTMLButtonElement>(by < 0 ? "[data-move=up]" : "[data-move=down]");
      (wanted?.disabled ? next?.querySelector<HTMLButtonElement>("[data-move]:not(:disabled)") : wanted)?.focus();
    });
  };
  return (
    <li ref={row} className="flex flex-col gap-1 px-4 py-2.5">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-56">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium wrap-anywhere">
            {rule.name}
            {rule.urgent ? <Badge tone="warn">Urgent</Badge> : null}
            {rule.skill === null ? null : <Badge>Skill: {rule.skill}</Badge>}
          </p>
          <p className="text-sm text-muted wrap-anywhere first-letter:uppercase">{conditionsInWords(rule).join(" · ")}</p>
        </div>
        <div className="-mr-2 ml-auto flex">
          <IconButton label={`Move ${rule.name} up`} size="sm" data-move="up" disabled={isFirst} onClick={() => move(-1)}>
            <ArrowUp />
          </IconButton>
          <IconButton label={`Move ${rule.name} down`} size="sm" data-move="down" disabled={isLast} onClick={() => move(1)}>
            <ArrowDown />
          </IconButton>
          <IconButton label={`Edit ${rule.name}`} size="sm" onClick={onEdit}>
            <Pencil />
          </IconButton>
          <IconButton label={`Remove ${rule.name}`} size="sm" onClick={onRemove}>
            <X />
          </IconButton>
        </div>
      </div>
      {error ? <FieldError>{error}</FieldError> : null}
    </li>
  );
}
