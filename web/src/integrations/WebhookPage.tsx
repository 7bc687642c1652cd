// One webhook: on or off, its settings, its secret, and what was sent to it.
import type { Webhook } from "../api";
import { ArrowLeft } from "lucide-react";
import { Link } from "wouter";
import { EmptyState, LinkButton, Loaded, Page } from "../ui";
import { Deliveries } from "./deliveries/Deliveries";
import { useWebhooks } from "./webhooks";
import { WebhookSettings } from "./WebhookSettings";
import { WebhookState } from "./WebhookState";

export function WebhookPage({ app, id }: { app: number; id: number }) {
  const webhooks = useWebhooks(app);
  return (
    <Loaded query={webhooks}>
      {(items) => {
        const webhook = items.find((one) => one.id === id);
        return webhook ? <Shown app={app} webhook={webhook} /> : <Gone app={app} />;
      }}
    </Loaded>
  );
}

function Shown({ app, webhook }: { app: number; webhook: Webhook }) {
  return (
    <Page
      title={new URL(webhook.url).host}
      above={
        <Link
          href={`/apps/${app}/integrations`}
          className="mb-1 inline-flex items-center gap-1.5 text-sm text-muted hover:text-ink max-md:min-h-11"
        >
          <ArrowLeft aria-hidden className="size-4" /> Integrations
        </Link>
      }
      description={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="break-all">{webhook.url}</span>
          <WebhookState webhook={webhook} />
        </span>
      }
    >
      <Deliveries app={app} webhook={webhook.id} />
      <WebhookSettings app={app} webhook={webhook} />
    </Page>
  );
}

function Gone({ app }: { app: number }) {
  return (
    <EmptyState title="There is no such webhook" action={<LinkButton href={`/apps/${app}/integrations`}>Integrations</LinkButton>}>
      It was removed, or the address is mistyped.
    </EmptyState>
  );
}
