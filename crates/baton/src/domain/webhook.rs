//! What happens in an app, posted to addresses of others.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::source::words;

// The kinds of events that can be asked for; they are those of the live WebSocket.
words! { WebhookEvent {
    Message = "message",
    Control = "control",
    Handover = "handover",
    Episode = "episode",
    Rating = "rating",
    Dialog = "dialog",
    Feedback = "feedback",
} }
words! { DeliveryState { Pending = "pending", Delivered = "delivered", Failed = "failed" } }

/// Without its secret: that is shown once, when it is made.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Webhook {
    pub id: i64,
    pub url: String,
    pub events: Vec<WebhookEvent>,
    pub enabled: bool,
    pub created_at: i64,
    /// Since when nothing could be delivered; absent while it works.
    pub failing_since: Option<i64>,
}

/// One event on its way to one webhook.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Delivery {
    pub id: i64,
    pub event: WebhookEvent,
    /// The event's number.
    pub seq: i64,
    pub state: DeliveryState,
    pub attempts: i64,
    /// What the last attempt was answered with, if it was.
    pub status: Option<i64>,
    /// Why the last attempt failed.
    pub error: Option<String>,
    pub created_at: i64,
    pub delivered_at: Option<i64>,
    pub next_try_at: Option<i64>,
}

/// A delivery with what is sent.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DeliveryDetail {
    #[serde(flatten)]
    pub delivery: Delivery,
    /// JSON.
    pub body: String,
}
