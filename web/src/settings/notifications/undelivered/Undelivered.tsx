// What was tried in vain and given up, newest first.
import { MailCheck } from "lucide-react";
import { useState } from "react";
import type { DeadLetter } from "../../../api";
import { CenteredSpinner, ConfirmDialog, dateTime, EmptyState, ErrorState, Section, ShowMore, Table, toast, type Column } from "../../../ui";
import { kindInWords } from "./kinds";
import { LetterActions } from "./LetterActions";
import { useForget, useUndelivered } from "./undelivered";

export function Undelivered({ app }: { app: number }) {
  const letters = useUndelivered(app);
  return (
    <Section flush title="Not delivered" description="What was given up, and why. Try it again when the cause is gone.">
      {letters.isPending ? <CenteredSpinner /> : null}
      {letters.isError && !letters.data ? <ErrorState error={letters.error} onRetry={() => void letters.refetch()} /> : null}
      {letters.items.length > 0 ? <Listed app={app} letters={letters} /> : null}
      {letters.data && letters.items.length === 0 ? <EmptyState icon={<MailCheck />} title="Everything was delivered." /> : null}
    </Section>
  );
}

function Listed({ app, letters }: { app: number; letters: ReturnType<typeof useUndelivered> }) {
  const forget = useForget(app);
  const [forgetting, setForgetting] = useState<DeadLetter | null>(null);
  return (
    <div>
      <Table label="Not delivered" rows={letters.items} rowKey={(letter) => letter.id} columns={columns(app, setForgetting)} />
      <ShowMore hasMore={letters.hasNextPage} busy={letters.isFetchingNextPage} onMore={() => void letters.fetchNextPage()} />
      <ConfirmDialog
        open={forgetting !== null}
        title="Forget it?"
        action="Forget"
        danger
        onClose={() => setForgetting(null)}
        onConfirm={async () => {
          if (!forgetting) return;
          await forget.mutateAsync(forgetting);
          toast.done("It is forgotten.");
        }}
      >
        It is not delivered any more. The conversation that it was about stays.
      </ConfirmDialog>
    </div>
  );
}

function columns(app: number, onForget: (letter: DeadLetter) => void): Column<DeadLetter>[] {
  return [
    { label: "What", heads: true, cell: ({ kind }) => <span className="font-medium">{kindInWords(kind)}</span> },
    { label: "Why", cell: ({ error }) => <span className="min-w-0 text-sm break-words">{error}</span> },
    { label: "Tries", numeric: true, cell: ({ tries }) => tries },
    { label: "When", cell: ({ created_at }) => <span className="text-sm">{dateTime(created_at)}</span> },
    {
      label: "Actions",
      hideLabel: true,
      numeric: true,
      cell: (letter) => <LetterActions app={app} letter={letter} onForget={onForget} />,
    },
  ];
}
