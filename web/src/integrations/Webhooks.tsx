// The webhooks of an app: addresses that are told what happens. Each leads to its settings and deliveries.
import type { Webhook } from "../api";
import { Plus, Webhook as Icon } from "lucide-react";
import { Link, useSearchParams } from "wouter";
import { Button, EmptyState, Loaded, Section, Table, type Column } from "../ui";
import { CreateWebhook } from "./CreateWebhook";
import { inWords } from "./events";
import { useWebhooks } from "./webhooks";
import { WebhookState } from "./WebhookState";

export function Webhooks({ app }: { app: number }) {
  const webhooks = useWebhooks(app);
  const [params, setParams] = useSearchParams();
  const setCreating = (on: boolean) => setParams(on ? { new: "webhook" } : {}, { replace: true });
  return (
    <Section
      flush
      title="Webhooks"
      description="Your program is told as it happens: each event is posted to its address, signed, and sent again until it is taken."
      actions={
        <Button size="sm" icon={<Plus className="size-4" />} onClick={() => setCreating(true)}>
          Add webhook
        </Button>
      }
    >
      <Loaded query={webhooks}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={<Icon />} title="No webhooks yet">
              Add one when a program of yours should know what happens in conversations.
            </EmptyState>
          ) : (
            <Table label="Webhooks" rows={items} rowKey={({ id }) => id} columns={columns(app)} />
          )
        }
      </Loaded>
      {params.get("new") === "webhook" ? <CreateWebhook app={app} onClose={() => setCreating(false)} /> : null}
    </Section>
  );
}

function columns(app: number): Column<Webhook>[] {
  return [
    {
      label: "Address",
      heads: true,
      cell: ({ id, url }) => (
        <Link href={`/apps/${app}/integrations/webhooks/${id}`} className="font-medium wrap-anywhere text-accent-ink hover:underline">
          {url}
        </Link>
      ),
    },
    { label: "Told of", cell: ({ events }) => <span className="text-sm">{inWords(events)}</span> },
    { label: "State", cell: (webhook) => <WebhookState webhook={webhook} /> },
  ];
}
