// The widget of one AI Agent: every section of its settings, and the widget itself beside them.
import type { Assistant } from "../api";
import { useAssistant } from "../assistant";
import { Bot } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { useUnsavedChanges } from "../leaving";
import { useEveryAssistant } from "../staff";
import { Beside, EmptyState, LinkButton, Loaded, Notice, Page, Select } from "../ui";
import { Behaviour } from "./Behaviour";
import { Domains } from "./Domains";
import { useDraft } from "./draft";
import { Identity } from "./identity/Identity";
import { useHasIdentitySecret } from "./identity/secret";
import { Looks } from "./Looks";
import { PreviewPane, type Seen } from "./PreviewPane";
import { SaveBar } from "./SaveBar";
import { Snippet } from "./Snippet";
import { Words } from "./Words";

interface WidgetPageProps {
  app: number;
  /** Which AI Agent's; the first one's when the address does not say. */
  assistant: string | undefined;
}

export function WidgetPage({ app, assistant }: WidgetPageProps) {
  const all = useEveryAssistant(app);
  return (
    <Loaded query={all}>
      {(items) => {
        const id = assistant ?? items[0]?.id;
        return id ? <OfAssistant key={id} app={app} id={id} all={items} /> : <NoAssistant app={app} />;
      }}
    </Loaded>
  );
}

function NoAssistant({ app }: { app: number }) {
  return (
    <Page title="Widget">
      <EmptyState
        icon={<Bot />}
        title="There is nobody to answer in it yet"
        action={<LinkButton href={`/apps/${app}/assistants`}>Create an AI Agent</LinkButton>}
      >
        The widget puts an AI Agent on your website. Create one first.
      </EmptyState>
    </Page>
  );
}

interface OfAssistantProps {
  app: number;
  id: string;
  all: Assistant[];
}

function OfAssistant({ app, id, all }: OfAssistantProps) {
  const loaded = useAssistant(app, id);
  return <Loaded query={loaded}>{(assistant) => <Settings key={assistant.id} loaded={assistant} all={all} />}</Loaded>;
}

function Settings({ loaded, all }: { loaded: Assistant; all: Assistant[] }) {
  const editing = useDraft(loaded);
  const { draft } = editing;
  const hasSecret = useHasIdentitySecret(loaded.app);
  const [seen, setSeen] = useState<Seen>({ language: "en", phone: false, open: true });
  useUnsavedChanges(draft.unsaved);

  return (
    <>
      <Page
        title="Widget"
        description={`How ${draft.saved.settings.name} appears on your website.`}
        actions={all.length > 1 ? <AssistantChoice current={loaded} all={all} /> : null}
      >
        {draft.widget.identity === "required" && hasSecret === false ? (
          <Notice tone="warn" title="Nobody can use the widget like this">
            Only visitors with a signed token are let in, and there is no secret to sign one with. Make an identity secret below.
          </Notice>
        ) : null}
        <Beside label="Preview" beside={<PreviewPane draft={draft} seen={seen} onSee={setSeen} />}>
          <Looks draft={draft} />
          <Words draft={draft} />
          <Behaviour draft={draft} />
          <Domains draft={draft} />
          <Identity draft={draft} hasSecret={hasSecret} />
          <Snippet assistant={draft.saved} />
        </Beside>
      </Page>
      <SaveBar editing={editing} />
    </>
  );
}

function AssistantChoice({ current, all }: { current: Assistant; all: Assistant[] }) {
  const [, navigate] = useLocation();
  return (
    <Select
      aria-label="AI Agent"
      className="w-56"
      value={current.id}
      onChange={(event) => navigate(`/apps/${current.app}/widget/${event.target.value}`)}
      options={all.map(({ id, settings }) => ({ value: id, label: settings.name }))}
    />
  );
}
