//! What was sent to a webhook and what became of it; sending something once more; forgetting what is old.

use super::{super::access::Caller, found, send};
use crate::{
    app::Shared,
    domain::{Delivery, DeliveryDetail, DeliveryState, Page, cursor, one_more},
    error::Error,
};

const KEPT_MS: i64 = 30 * 86_400_000;
const DROPPED_AT_ONCE: i64 = 500;
/// More are not made to wait by hand.
const PENDING_MAX: i64 = 2_000;

/// The newest first.
///
/// # Errors
/// When the webhook is out of reach.
pub async fn list_deliveries(
    app: &Shared,
    caller: Caller,
    ((of, webhook), state): ((i64, i64), Option<DeliveryState>),
    before: Option<&str>,
    limit: usize,
) -> Result<Page<Delivery>, Error> {
    caller.configures(of)?;
    let mut tx = app.store.read().await?;
    found(&mut tx, (of, webhook)).await?;
    let before = cursor(before, i64::MAX);
    let deliveries = tx.deliveries(webhook, state, before, one_more(limit)).await?;
    Ok(Page::cut(deliveries, limit, |delivery| delivery.id.to_string()))
}

/// # Errors
/// When the delivery is out of reach.
pub async fn show_delivery(
    app: &Shared,
    caller: Caller,
    (of, webhook, id): (i64, i64, i64),
) -> Result<DeliveryDetail, Error> {
    caller.configures(of)?;
    let mut tx = app.store.read().await?;
    found(&mut tx, (of, webhook)).await?;
    tx.delivery(webhook, id).await?.ok_or(Error::NotFound("delivery"))
}

/// Sends it once more, with the id that it had, whatever became of it.
///
/// # Errors
/// When the delivery is out of reach, the webhook is switched off, or too many wait.
pub async fn retry_delivery(
    app: &Shared,
    caller: Caller,
    (of, webhook, id): (i64, i64, i64),
) -> Result<Delivery, Error> {
    caller.configures(of)?;
    let now = app.now();
    let again = app.store.write(move |tx| {
        Box::pin(async move {
            if !found(tx, (of, webhook)).await?.enabled {
                let detail = "this webhook is switched off; switch it on first".into();
                return Err(Error::Conflict { reason: "switched_off", detail });
            }
            tx.delivery(webhook, id).await?.ok_or(Error::NotFound("delivery"))?;
            if tx.pending_deliveries(webhook).await? >= PENDING_MAX {
                let detail = "too many deliveries wait for this webhook; try again when they are sent".into();
                return Err(Error::Conflict { reason: "full", detail });
            }
            tx.deliver_again(id, now).await?;
            send::schedule(tx, (of, webhook), now).await?;
            tx.hurry_job(&send::job_key(webhook), now).await?;
            Ok(tx.delivery(webhook, id).await?.ok_or(Error::NotFound("delivery"))?.delivery)
        })
    });
    again.await
}

/// Forgets what was sent, or given up, a month ago.
///
/// # Errors
/// When the database fails.
pub async fn drop_old_deliveries(app: &Shared) -> Result<(), Error> {
    let before = app.now().plus(-KEPT_MS);
    loop {
        let drop = app.store.write(move |tx| {
            Box::pin(async move { Ok::<_, Error>(tx.drop_old_deliveries(before, DROPPED_AT_ONCE).await?) })
        });
        if drop.await? < DROPPED_AT_ONCE.unsigned_abs() {
            return Ok(());
        }
    }
}
