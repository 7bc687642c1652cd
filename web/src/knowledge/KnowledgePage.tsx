// Everything the AI Agents of an app may answer from.
import { BookOpen, FileText, MessageCircleQuestionMark, Upload } from "lucide-react";
import { useState } from "react";
import type { Source } from "../api";
import { Button, CenteredSpinner, ConfirmDialog, EmptyState, ErrorState, Page, Section, ShowMore, Table, toast } from "../ui";
import { AddQuestion } from "./AddQuestion";
import { AddText } from "./AddText";
import { sourceColumns } from "./sourceColumns";
import { useRemoveSource, useSources } from "./sources";
import { UploadFiles } from "./UploadFiles";
import { ViewSource } from "./ViewSource";

type Adding = "files" | "text" | "question" | null;

export function KnowledgePage({ app }: { app: number }) {
  const [adding, setAdding] = useState<Adding>(null);
  const stop = () => setAdding(null);
  return (
    <Page
      title="Knowledge"
      description="Your AI Agents answer from these sources and from nothing else."
      actions={
        <>
          <Button icon={<MessageCircleQuestionMark className="size-4" />} onClick={() => setAdding("question")}>
            Add question and answer
          </Button>
          <Button icon={<FileText className="size-4" />} onClick={() => setAdding("text")}>
            Add text
          </Button>
          <Button variant="primary" icon={<Upload className="size-4" />} onClick={() => setAdding("files")}>
            Upload files
          </Button>
        </>
      }
    >
      <Section flush>
        <Sources app={app} />
      </Section>
      {adding === "files" ? <UploadFiles app={app} onClose={stop} /> : null}
      {adding === "text" ? <AddText app={app} onClose={stop} /> : null}
      {adding === "question" ? <AddQuestion app={app} onClose={stop} /> : null}
    </Page>
  );
}

function Sources({ app }: { app: number }) {
  const sources = useSources(app);
  const remove = useRemoveSource(app);
  const [viewing, setViewing] = useState<Source | null>(null);
  const [removing, setRemoving] = useState<Source | null>(null);

  if (sources.isPending) return <CenteredSpinner />;
  if (sources.isError) return <ErrorState error={sources.error} onRetry={() => void sources.refetch()} />;
  if (sources.items.length === 0) {
    return (
      <EmptyState icon={<BookOpen />} title="No knowledge yet">
        Upload your help pages, paste a text, or write down a question with its answer. Until then every question is an unanswered one.
      </EmptyState>
    );
  }
  return (
    <div>
      <Table
        label="Sources"
        rows={sources.items}
        rowKey={(source) => source.id}
        columns={sourceColumns({ onView: setViewing, onRemove: setRemoving })}
      />
      <ShowMore hasMore={sources.hasNextPage} busy={sources.isFetchingNextPage} onMore={() => void sources.fetchNextPage()} />
      {viewing ? <ViewSource app={app} source={viewing} onClose={() => setViewing(null)} /> : null}
      <ConfirmDialog
        open={removing !== null}
        title={`Remove “${removing?.title ?? ""}”?`}
        action="Remove"
        danger
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (!removing) return;
          await remove.mutateAsync(removing);
          toast.done("The source is removed.");
        }}
      >
        AI Agents stop answering from it at once. This cannot be undone.
      </ConfirmDialog>
    </div>
  );
}
