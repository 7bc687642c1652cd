// Everything the AI Agents of an app may answer from. What is open is in the address, so that it can be linked to.
import { ChevronDown, FileText, Globe, MessageCircleQuestionMark, Plus, Upload } from "lucide-react";
import { useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { Button, Menu, Page, Tabs } from "../ui";
import { AddQuestion } from "./add/AddQuestion";
import { AddText } from "./add/AddText";
import { AddWebsite } from "./add/AddWebsite";
import { FileDrop } from "./add/FileDrop";
import { UploadFiles } from "./add/UploadFiles";
import { useKnowledgeNews } from "./news";
import { Overview } from "./overview/Overview";
import { Sites } from "./sites/Sites";
import type { Filter } from "./sources/Filters";
import { SourceDialog } from "./sources/SourceDialog";
import { Sources } from "./sources/Sources";

type Adding = { what: "files"; files: File[] } | { what: "text" | "question" | "website" } | null;
type Tab = "sources" | "websites";

interface KnowledgePageProps {
  app: number;
  tab: Tab;
}

export function KnowledgePage({ app, tab }: KnowledgePageProps) {
  useKnowledgeNews(app);
  const [adding, setAdding] = useState<Adding>(null);
  const [, navigate] = useLocation();
  const { filter, setFilter, source, setSource } = useAddress();
  const stop = () => setAdding(null);
  const toTab = (value: string) => navigate(value === "websites" ? `/apps/${app}/knowledge/websites` : `/apps/${app}/knowledge`);
  return (
    <FileDrop onFiles={(files) => setAdding({ what: "files", files })} off={adding !== null || source !== null}>
      <Page
        title="Knowledge"
        description="Your AI Agents answer from these sources and from nothing else."
        actions={<AddButtons onAdd={setAdding} />}
      >
        <Overview app={app} onShowFailed={() => navigate(`/apps/${app}/knowledge?state=failed`)} />
        <Tabs
          label="Knowledge"
          value={tab}
          onChange={toTab}
          tabs={[
            {
              value: "sources",
              label: "Sources",
              content: <Sources app={app} filter={filter} onFilter={setFilter} onView={({ id }) => setSource(id)} />,
            },
            { value: "websites", label: "Websites", content: <Sites app={app} onAdd={() => setAdding({ what: "website" })} /> },
          ]}
        />
        {adding?.what === "files" ? <UploadFiles app={app} first={adding.files} onClose={stop} /> : null}
        {adding?.what === "text" ? <AddText app={app} onClose={stop} /> : null}
        {adding?.what === "question" ? <AddQuestion app={app} onClose={stop} /> : null}
        {adding?.what === "website" ? (
          <AddWebsite
            app={app}
            onClose={stop}
            onAdded={() => {
              stop();
              toTab("websites");
            }}
          />
        ) : null}
        {source ? <SourceDialog key={source} app={app} id={source} onClose={() => setSource(null)} /> : null}
      </Page>
    </FileDrop>
  );
}

function AddButtons({ onAdd }: { onAdd: (adding: Adding) => void }) {
  return (
    <>
      <Menu
        trigger={
          <Button icon={<Plus className="size-4" />}>
            Add
            <ChevronDown aria-hidden className="-mr-1 size-4 text-muted" />
          </Button>
        }
        items={[
          { label: "Question and answer", icon: <MessageCircleQuestionMark />, onSelect: () => onAdd({ what: "question" }) },
          { label: "Text", icon: <FileText />, onSelect: () => onAdd({ what: "text" }) },
          { label: "Website", icon: <Globe />, onSelect: () => onAdd({ what: "website" }) },
        ]}
      />
      <Button variant="primary" icon={<Upload className="size-4" />} onClick={() => onAdd({ what: "files", files: [] })}>
        Upload files
      </Button>
    </>
  );
}

const FILTERS = ["search", "state", "site"] as const;

function useAddress() {
  const [params, setParams] = useSearchParams();
  const change = (changes: Record<string, string | null>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  const [search, state, site] = FILTERS.map((name) => params.get(name));
  return {
    filter: { search: search ?? "", state: stateNamed(state), site: site ?? null } satisfies Filter,
    setFilter: (filter: Filter) => change({ ...filter }),
    source: params.get("source"),
    setSource: (id: string | null) => change({ source: id }),
  };
}

function stateNamed(name: string | null | undefined): Filter["state"] {
  return name === "ready" || name === "pending" || name === "failed" ? name : "";
}
