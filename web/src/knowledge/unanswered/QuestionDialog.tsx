// Every wording of one group of questions, and what became of each when it was asked again.
import { Link } from "wouter";
import type { Wording } from "../../api";
import { OutcomeBadge } from "../../verdict";
import { ago, Button, dateTime, Dialog, Loaded, percent, Table, type Column } from "../../ui";
import { useUnansweredDetail } from "./unanswered";

interface QuestionDialogProps {
  app: number;
  id: string;
  onClose: () => void;
}

export function QuestionDialog({ app, id, onClose }: QuestionDialogProps) {
  const question = useUnansweredDetail(app, id);
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={question.data?.question ?? "Unanswered question"}
      description="Everything that was asked and means the same."
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <Loaded query={question}>
        {({ wordings, source }) => (
          <div className="-mx-5 flex flex-col gap-3">
            <Table label="Wordings" rows={wordings} rowKey={({ question }) => question} columns={COLUMNS} />
            {source ? (
              <Link href={`/apps/${app}/knowledge?source=${source}`} className="mx-6 self-start text-accent-ink underline underline-offset-2">
                Open the source that answers it
              </Link>
            ) : null}
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}

const COLUMNS: Column<Wording>[] = [
  {
    label: "Wording",
    heads: true,
    cell: ({ question }) => (
      <span dir="auto" className="wrap-anywhere">
        {question}
      </span>
    ),
  },
  { label: "Times", numeric: true, cell: ({ times }) => times },
  { label: "Last", cell: ({ last_at }) => <span title={dateTime(last_at)}>{ago(last_at)}</span> },
  {
    label: "Asked again",
    cell: ({ outcome, score, replayed_at }) =>
      outcome === null ? (
        <span className="text-muted">not yet</span>
      ) : (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1" title={replayed_at === null ? undefined : dateTime(replayed_at)}>
          <OutcomeBadge outcome={outcome} />
          {score === null ? null : <span className="tabular-nums text-muted">{percent(score)}</span>}
        </span>
      ),
  },
];
