//! What the clock brings: deadlines that passed, leases that ran out.

use handover::{Input, Refusal, Timestamp};

use super::{
    change::{Matter, change},
    presence::tell,
};
use crate::{app::Shared, domain::DialogId, error::Error};

const AT_ONCE: i64 = 100;

/// Does what is due; answers when the next deadline is.
///
/// # Errors
/// When the database fails.
pub async fn overdue(app: &Shared) -> Result<Option<Timestamp>, Error> {
    loop {
        let due = app.store.read().await?.overdue(app.now(), AT_ONCE).await?;
        if due.is_empty() {
            return Ok(app.store.read().await?.next_deadline().await?);
        }
        for dialog in due {
            pass(app, dialog).await?;
        }
    }
}

async fn pass(app: &Shared, dialog: DialogId) -> Result<(), Error> {
    let shared = app.clone();
    let passed = app
        .store
        .write(move |tx| {
            Box::pin(
                async move { change(&shared, tx, dialog, Input::DeadlinePassed, Matter::default()).await.map(drop) },
            )
        })
        .await;
    match passed {
        // Somebody was faster.
        Err(Error::Refused { refusal: Refusal::NotDue, .. }) => Ok(()),
        passed => passed,
    }
}

/// Drops leases that ran out and tells who went offline; answers when the next one ends.
///
/// # Errors
/// When the database fails.
pub async fn end_leases(app: &Shared) -> Result<Option<Timestamp>, Error> {
    let next = app.store.read().await?.next_lease_end().await?;
    if next.is_none_or(|next| next > app.now()) {
        return Ok(next);
    }
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                for (agent, of) in tx.drop_expired_leases(shared.now()).await? {
                    tell(&shared, tx, of, agent).await?;
                }
                Ok(tx.next_lease_end().await?)
            })
        })
        .await
}
