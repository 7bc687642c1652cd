// How other programs hear of an app and talk to it: webhooks and API keys.
import { Page } from "../ui";
import { ApiKeys } from "./ApiKeys";
import { Webhooks } from "./Webhooks";

export function IntegrationsPage({ app }: { app: number }) {
  return (
    <Page title="Integrations" description="Tell your own programs what happens here, and let them in.">
      <Webhooks app={app} />
      <ApiKeys app={app} />
    </Page>
  );
}
