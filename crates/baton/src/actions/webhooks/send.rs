//! Sending what waits for a webhook, one delivery after the other, and what becomes of each.

use handover::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    super::{
        audit::{note_own, target},
        webhook::{Delivered, signed},
    },
    switch_off,
};
use crate::{
    app::Shared,
    error::Error,
    store::{Attempt, DueDelivery, NewJob, Tx},
};

/// So often one delivery is tried, longer after each try: for eight hours.
const TRIES: i64 = 20;
/// After that long without a success it is switched off.
const FAILING_MAX_MS: i64 = 3 * 86_400_000;

/// The job of sending what waits for a webhook. There is one at a time, so that they are sent in order.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct DeliveriesJob {
    pub webhook: i64,
}

impl DeliveriesJob {
    pub const KIND: &'static str = "deliveries";
}

/// A delivery that is sent now, and how often it was before.
#[derive(Clone, Copy, Debug)]
pub struct Called {
    pub webhook: i64,
    pub delivery: i64,
    pub attempts: i64,
}

/// What a run came to.
#[derive(Clone, Copy, Debug)]
pub struct RunEnd {
    pub job: i64,
    /// How often it was attempted with this run.
    pub attempts: i64,
    /// So often nobody answered, and how long to leave the webhook alone; absent: it goes on when something is due.
    pub unanswered: Option<(i64, i64)>,
}

pub(super) fn job_key(webhook: i64) -> String {
    format!("deliveries:{webhook}")
}

/// By which the receiver knows what it has seen.
pub(super) fn message_id(webhook: i64, seq: i64) -> String {
    format!("msg_{webhook}_{seq}")
}

/// There is something to send.
pub(super) async fn schedule(tx: &mut Tx, (app, webhook): (i64, i64), now: Timestamp) -> Result<(), Error> {
    let body = serde_json::to_string(&DeliveriesJob { webhook }).map_err(Error::internal)?;
    let dedupe = job_key(webhook);
    let job = NewJob { kind: DeliveriesJob::KIND, app: Some(app), dedupe: &dedupe, body: &body, due_at: now };
    tx.add_job(&job, now).await?;
    Ok(tx.wake_job(&dedupe, now).await?)
}

/// The next one that is due, signed; nothing when none is, or the webhook is switched off or gone.
///
/// # Errors
/// When the database fails.
pub async fn next_call(app: &Shared, webhook: i64) -> Result<Option<(Called, Delivered)>, Error> {
    let mut tx = app.store.read().await?;
    let Some((_, url, secret)) = tx.webhook_to_call(webhook).await? else { return Ok(None) };
    let Some(due) = tx.next_delivery(webhook, app.now()).await? else { return Ok(None) };
    let DueDelivery { id, seq, body, attempts } = due;
    let request = signed(app, (url, Some(secret)), message_id(webhook, seq), body)?;
    Ok(Some((Called { webhook, delivery: id, attempts }, request)))
}

/// Saves what became of it. `pause_ms`: how long until it is tried again, if it is.
///
/// # Errors
/// When the database fails; then it is sent again.
pub async fn called(app: &Shared, called: Called, attempt: Attempt, pause_ms: i64) -> Result<(), Error> {
    let Called { webhook, delivery, attempts } = called;
    let shared = app.clone();
    let save = app.store.write(move |tx| {
        Box::pin(async move {
            let now = shared.now();
            if attempt.error.is_none() {
                tx.delivered(delivery, &attempt, now).await?;
                return Ok(tx.webhook_works(webhook).await?);
            }
            let again_at = (attempts + 1 < TRIES).then(|| now.plus(pause_ms));
            tx.not_delivered(delivery, &attempt, again_at).await?;
            match tx.webhook_fails(webhook, now).await? {
                Some(since) if now.0 - since.0 >= FAILING_MAX_MS => give_up(tx, webhook, since, now).await,
                Some(_) | None => Ok(()),
            }
        })
    });
    save.await
}

async fn give_up(tx: &mut Tx, webhook: i64, since: Timestamp, now: Timestamp) -> Result<(), Error> {
    let Some((of, url, _)) = tx.webhook_to_call(webhook).await? else { return Ok(()) };
    switch_off(tx, webhook, Some(since)).await?;
    note_own(tx, (of, now), ("webhook.switched_off", target("webhook", webhook, url)), Vec::new()).await
}

/// The job goes on when the next delivery is due, or is over when none waits. Decided here, where nobody can write
/// another delivery in between.
///
/// # Errors
/// When the database fails; then it is done again.
pub async fn run_ended(app: &Shared, webhook: i64, end: RunEnd) -> Result<(), Error> {
    let shared = app.clone();
    let settle = app.store.write(move |tx| {
        Box::pin(async move {
            let next = match tx.webhook_to_call(webhook).await? {
                Some(_) => tx.next_delivery_at(webhook).await?,
                None => None,
            };
            let Some(next) = next else { return Ok(tx.job_done(end.job).await?) };
            let (until, attempts) = match end.unanswered {
                Some((times, pause_ms)) => (next.max(shared.now().plus(pause_ms)), times),
                None => (next, 0),
            };
            Ok(tx.put_off_job((end.job, end.attempts), until, attempts).await?)
        })
    });
    settle.await
}
