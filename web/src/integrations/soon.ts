// Webhooks of an app, and what was sent to them.
export type EventKind = "message" | "control" | "handover" | "episode" | "rating" | "dialog" | "feedback";

export interface Webhook {
  id: number;
  url: string;
  events: EventKind[];
  enabled: boolean;
  created_at: number;
  failing_since: number | null;
}

export interface NewWebhook {
  webhook: Webhook;
  secret: string;
}

export type DeliveryState = "pending" | "delivered" | "failed";

export interface Delivery {
  id: number;
  event: EventKind;
  seq: number;
  state: DeliveryState;
  attempts: number;
  /** What the receiver answered last. */
  status: number | null;
  error: string | null;
  created_at: number;
  delivered_at: number | null;
  next_try_at: number | null;
}

export interface DeliveryDetail extends Delivery {
  /** JSON, as it is sent. */
  body: string;
}
