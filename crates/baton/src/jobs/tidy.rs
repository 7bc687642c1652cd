//! Forgetting what is old.

use handover::Timestamp;

use crate::{actions, app::Shared, error::Error};

const EVERY_MS: i64 = 3_600_000;

/// Does it if it is due; answers when it is due next.
pub(super) async fn when_due(app: &Shared, due_at: Timestamp) -> Timestamp {
    if app.now() < due_at {
        return due_at;
    }
    if let Err(error) = tidy(app).await {
        tracing::warn!(error = format!("{error:?}"), "what is old was not forgotten; trying again in an hour");
    }
    app.now().plus(EVERY_MS)
}

async fn tidy(app: &Shared) -> Result<(), Error> {
    actions::drop_expired_sessions(app).await?;
    actions::drop_old_deliveries(app).await
}
