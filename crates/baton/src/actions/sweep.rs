//! What nobody needs any more: files that were never sent, sessions that ran out.

use handover::Timestamp;

use crate::{app::Shared, error::Error};

/// A file that was not sent by then is not going to be. Milliseconds.
const UNSENT_FOR_MS: i64 = 86_400_000;
/// Files may be large; between so many others get their turn.
const FILES_AT_ONCE: i64 = 20;

/// Removes what is due; answers when the next is.
///
/// # Errors
/// When the database fails.
pub async fn sweep(app: &Shared) -> Result<Option<Timestamp>, Error> {
    loop {
        let mut tx = app.store.read().await?;
        let file = tx.oldest_unsent_attachment().await?.map(|came| came.plus(UNSENT_FOR_MS));
        let session = tx.next_session_end().await?;
        drop(tx);
        let next = [file, session].into_iter().flatten().min();
        let now = app.now();
        if next.is_none_or(|next| next > now) {
            return Ok(next);
        }
        app.store
            .write(move |tx| {
                Box::pin(async move {
                    tx.drop_unsent_attachments(now.plus(-UNSENT_FOR_MS), FILES_AT_ONCE).await?;
                    Ok::<_, Error>(tx.drop_expired_sessions(now).await.map(drop)?)
                })
            })
            .await?;
    }
}
