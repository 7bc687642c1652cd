// What the customer would read, as the AI Agent would say it. Choices can be taken where the view lets them.
import type { Verdict } from "../api";
import { Badge, Button } from "../ui";
import { OutcomeBadge } from "./OutcomeBadge";

interface VerdictTextProps {
  verdict: Verdict;
  onChoose?: ((text: string) => void) | undefined;
}

export function VerdictText({ verdict, onChoose }: VerdictTextProps) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <OutcomeBadge outcome={verdict.outcome} />
        {verdict.by_model ? <Badge tone="ai">Written by the model</Badge> : null}
      </div>
      {verdict.text ? (
        <p dir="auto" className="max-w-full rounded-xl rounded-tl-sm bg-ai-soft px-4 py-3 wrap-anywhere whitespace-pre-wrap">
          {verdict.text}
        </p>
      ) : (
        <p className="text-sm text-muted">It says nothing of its own here; the chosen action follows.</p>
      )}
      <Suggestions verdict={verdict} onChoose={onChoose} />
    </div>
  );
}

function Suggestions({ verdict: { outcome, suggestions }, onChoose }: VerdictTextProps) {
  if (suggestions.length === 0) return null;
  return (
    <div className="text-sm">
      <p className="text-muted">{outcome === "clarify" ? "The customer can choose" : "It suggests instead"}</p>
      <ul className={onChoose ? "mt-1.5 flex flex-wrap gap-2" : "mt-1 list-disc pl-5"}>
        {suggestions.map((suggestion) => (
          <li key={suggestion} className="max-w-full wrap-anywhere">
            {onChoose ? (
              <Button size="sm" className="h-auto min-h-8 max-w-full py-1 text-left whitespace-normal" onClick={() => onChoose(suggestion)}>
                {suggestion}
              </Button>
            ) : (
              suggestion
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
