// All apps of this server. The first visit finds none and is led to create one.
import { AppWindow, Plus } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { Button, dateTime, EmptyState, List, Loaded, Page, Section } from "../ui";
import { useApps } from "./apps";
import { CreateApp } from "./CreateApp";

export function AppsPage() {
  const apps = useApps();
  const [creating, setCreating] = useState(false);
  const createButton = (
    <Button variant="primary" icon={<Plus className="size-4" />} onClick={() => setCreating(true)}>
      Create app
    </Button>
  );
  return (
    <Page
      title="Apps"
      description="Each app has its own customers, agents, AI Agents and knowledge."
      actions={apps.data?.length ? createButton : null}
    >
      <Section flush>
        <Loaded query={apps}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState icon={<AppWindow />} title="Create your first app" action={createButton}>
                Then add an AI Agent, give it knowledge, and put it on your website.
              </EmptyState>
            ) : (
              <List label="Apps">
                {items.map((app) => (
                  <li key={app.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 px-5 py-4 sm:px-6">
                    <Link
                      href={`/apps/${app.id}/overview`}
                      className="min-w-0 flex-1 basis-48 font-semibold break-words text-accent-ink hover:underline"
                    >
                      {app.name}
                    </Link>
                    <span className="text-sm text-muted">ID {app.id}</span>
                    <span className="text-sm text-muted">Created {dateTime(app.created_at)}</span>
                  </li>
                ))}
              </List>
            )
          }
        </Loaded>
      </Section>
      {creating ? <CreateApp onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}
