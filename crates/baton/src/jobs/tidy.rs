//! Forgetting deliveries of webhooks that are old.

use handover::Timestamp;

use crate::{actions, app::Shared};

const EVERY_MS: i64 = 3_600_000;

/// Does it if it is due; answers when it is due next.
pub(super) async fn when_due(app: &Shared, due_at: Timestamp) -> Timestamp {
    if app.now() < due_at {
        return due_at;
    }
    if let Err(error) = actions::drop_old_deliveries(app).await {
        tracing::warn!(error = format!("{error:?}"), "old deliveries were not forgotten; trying again in an hour");
    }
    app.now().plus(EVERY_MS)
}
