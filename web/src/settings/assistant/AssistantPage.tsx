// The settings of one AI Agent: every section, the bar that saves them, and a place to try it.
import { ArrowLeft, Code } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import type { Assistant } from "../../api";
import { useAssistant } from "../../assistant";
import { useUnsavedChanges } from "../../leaving";
import { Button, CopyButton, Loaded, Page } from "../../ui";
import { EmbedCode } from "../EmbedCode";
import { Answers } from "./Answers";
import { Confidence } from "./confidence/Confidence";
import { useDraft } from "./draft";
import { General } from "./General";
import { ModelSection } from "./ModelSection";
import { TryIt } from "./playground/TryIt";
import { BesidePreview } from "./preview/BesidePreview";
import { SaveBar } from "./SaveBar";
import { SectionNav, type PageSection } from "./sections/SectionNav";
import { Unanswered } from "./Unanswered";
import { Warnings } from "./Warnings";
import { Welcome } from "./Welcome";

const SECTIONS: PageSection[] = [
  { id: "general", label: "General" },
  { id: "answers", label: "Answers" },
  { id: "confidence", label: "Confidence" },
  { id: "model", label: "Model" },
  { id: "welcome", label: "Welcome" },
  { id: "unanswered", label: "Unanswered questions" },
  { id: "try", label: "Try it" },
];

export function AssistantPage({ app, id }: { app: number; id: string }) {
  const assistant = useAssistant(app, id);
  return <Loaded query={assistant}>{(loaded) => <Settings key={loaded.id} loaded={loaded} />}</Loaded>;
}

function Settings({ loaded }: { loaded: Assistant }) {
  const editing = useDraft(loaded);
  const { draft } = editing;
  const [embedding, setEmbedding] = useState(false);
  useUnsavedChanges(draft.unsaved);

  return (
    <>
      <Page
        wide
        title={draft.saved.settings.name}
        above={
          <Link
            href={`/apps/${loaded.app}/assistants`}
            className="mb-1 inline-flex items-center gap-1.5 text-sm text-muted hover:text-ink"
          >
            <ArrowLeft aria-hidden className="size-4" /> Back to the list
          </Link>
        }
        description={
          <span className="flex flex-wrap items-center gap-1">
            ID <code className="font-mono text-sm break-all">{loaded.id}</code> <CopyButton text={loaded.id} label="Copy ID" />
          </span>
        }
        actions={
          <Button icon={<Code className="size-4" />} onClick={() => setEmbedding(true)}>
            Embed code
          </Button>
        }
      >
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[10.5rem_minmax(0,1fr)] lg:gap-8">
          <SectionNav sections={SECTIONS} />
          <div className="flex min-w-0 flex-col gap-5">
            <Warnings warnings={draft.saved.warnings} about="anything else" />
            <General draft={draft} />
            <Answers draft={draft} />
            <Confidence draft={draft} />
            <ModelSection draft={draft} />
            <BesidePreview draft={draft}>
              <Welcome draft={draft} />
              <Unanswered draft={draft} />
            </BesidePreview>
            <TryIt assistant={draft.saved} unsaved={draft.unsaved} />
          </div>
        </div>
      </Page>
      <SaveBar editing={editing} />
      {embedding ? <EmbedCode assistant={draft.saved} onClose={() => setEmbedding(false)} /> : null}
    </>
  );
}
