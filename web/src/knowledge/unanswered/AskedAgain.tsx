// After an answer was taught: each wording, asked again before one's eyes, with what becomes of it now.
import { LinkButton, Button, Notice, percent, Table, type Column } from "../../ui";
import type { AnsweredQuestion, VerdictPart } from "../../api";
import { OutcomeBadge, VerdictView } from "../../verdict";
import { faredOf } from "./replay";

interface AskedAgainProps {
  app: number;
  taught: AnsweredQuestion;
  onDone: () => void;
}

export function AskedAgain({ app, taught, onDone }: AskedAgainProps) {
  const { all, title, advice } = faredOf(taught);
  return (
    <div role="status" className="mt-3 flex flex-col gap-4 rounded-xl border border-line p-4">
      <Notice tone={all ? "ok" : "warn"} title={title}>
        {advice}
      </Notice>
      {taught.replayed.length > 0 ? (
        <div className="-mx-4">
          <Table label="Wordings, tried anew" rows={taught.replayed} rowKey={({ question }) => question} columns={COLUMNS} />
        </div>
      ) : null}
      <details>
        <summary className="rounded text-sm font-semibold">What is said now, and why</summary>
        <div className="mt-3">
          <VerdictView app={app} verdict={taught.verdict} />
        </div>
      </details>
      <div className="flex flex-wrap justify-end gap-2">
        {all ? null : <LinkButton href={`/apps/${app}/knowledge?source=${taught.source.id}`}>Open the source</LinkButton>}
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}

const COLUMNS: Column<VerdictPart>[] = [
  {
    label: "Wording",
    heads: true,
    cell: ({ question }) => (
      <span dir="auto" className="wrap-anywhere">
        {question}
      </span>
    ),
  },
  { label: "Now", cell: ({ outcome }) => <OutcomeBadge outcome={outcome} /> },
  { label: "Sure", numeric: true, cell: ({ score }) => percent(score) },
];
