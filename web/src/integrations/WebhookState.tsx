// How a webhook stands: on, off, or not reached.
import type { Webhook } from "../api";
import { ago, Badge, dateTime } from "../ui";

export function WebhookState({ webhook: { enabled, failing_since } }: { webhook: Webhook }) {
  if (!enabled) return <Badge>Off</Badge>;
  if (failing_since === null) {
    return (
      <Badge tone="ok" dot>
        On
      </Badge>
    );
  }
  return (
    <Badge tone="danger" dot title={dateTime(failing_since)}>
      Failing since {ago(failing_since)}
    </Badge>
  );
}
