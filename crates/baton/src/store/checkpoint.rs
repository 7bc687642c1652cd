//! Moves SQLite's write-ahead log into the database file beside the writer, so that no command waits for it.

use std::time::Duration;

use sqlx::SqliteConnection;

const EVERY: Duration = Duration::from_millis(500);

/// Runs until `stop` closes.
pub(super) async fn run(mut conn: SqliteConnection, mut stop: tokio::sync::oneshot::Receiver<()>) {
    loop {
        tokio::select! {
            _ = &mut stop => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        if let Err(error) = sqlx::query("PRAGMA wal_checkpoint(PASSIVE)").execute(&mut conn).await {
            tracing::warn!(%error, "checkpoint failed; the log grows until one succeeds");
        }
    }
}
