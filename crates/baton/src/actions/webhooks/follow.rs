//! From the events to deliveries. Events have one order, so that a mark says what a webhook has looked at; the mark moves
//! in the transaction that writes the deliveries, so that none is lost or written twice.

use handover::Timestamp;

use super::send;
use crate::{
    app::Shared,
    error::Error,
    store::{Followed, Follower, Tx},
};

/// So many deliveries of a webhook wait at a time. What happens after them waits as events.
const PENDING_MAX: i64 = 1_000;
/// Events that are looked at in one go.
const WINDOW: i64 = 1_000;
/// Deliveries that are written in one go: the writer has others to serve.
const AT_ONCE: i64 = 100;
/// Of events that nobody asked for, so many go by before a mark is moved.
const MARK_EVERY: i64 = 500;

/// What became of one look at the events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// Everything was looked at, or there is no room for more.
    Over,
    GoesOn,
}

/// Writes deliveries of what has happened for every webhook that asks for it.
///
/// # Errors
/// When the database fails.
pub async fn follow_events(app: &Shared) -> Result<(), Error> {
    let mut tx = app.store.read().await?;
    let newest = tx.newest_event().await?;
    let behind = tx.webhooks_behind(newest).await?;
    drop(tx);
    for webhook in behind {
        follow(app, webhook, newest).await?;
    }
    Ok(())
}

async fn follow(app: &Shared, mut webhook: Follower, newest: i64) -> Result<(), Error> {
    while webhook.seen_seq < newest {
        let upto = newest.min(webhook.seen_seq + WINDOW);
        let mut tx = app.store.read().await?;
        let nothing = tx.followed(&webhook, upto, 1).await?.is_empty();
        let is_full = tx.pending_deliveries(webhook.id).await? >= PENDING_MAX;
        drop(tx);
        if is_full || nothing && upto - webhook.seen_seq < MARK_EVERY {
            return Ok(());
        }
        let (id, shared) = (webhook.id, app.clone());
        let look = app.store.write(move |tx| Box::pin(async move { look(tx, id, upto, shared.now()).await }));
        if look.await? == Look::Over {
            return Ok(());
        }
        let Some(moved) = app.store.read().await?.follower(id).await? else { return Ok(()) };
        webhook = moved;
    }
    Ok(())
}

/// Reads the mark again: another process may have moved it.
async fn look(tx: &mut Tx, id: i64, upto: i64, now: Timestamp) -> Result<Look, Error> {
    let Some(webhook) = tx.follower(id).await? else { return Ok(Look::Over) };
    let room = (PENDING_MAX - tx.pending_deliveries(id).await?).min(AT_ONCE);
    if room <= 0 || webhook.seen_seq >= upto {
        return Ok(Look::Over);
    }
    let events = tx.followed(&webhook, upto, room).await?;
    for event in &events {
        tx.add_delivery(id, event, &body(&webhook, event), now).await?;
    }
    let is_full = i64::try_from(events.len()).unwrap_or(i64::MAX) >= room;
    let seen = events.last().filter(|_| is_full).map_or(upto, |event| event.seq);
    tx.webhook_saw(id, seen).await?;
    if !events.is_empty() {
        send::schedule(tx, (webhook.app, id), now).await?;
    }
    Ok(Look::GoesOn)
}

/// What is sent: the same for every try.
fn body(webhook: &Follower, event: &Followed) -> String {
    let Followed { seq, kind, at, body, .. } = event;
    let id = send::message_id(webhook.id, *seq);
    let dialog = event.dialog.as_ref().map_or_else(|| "null".into(), |dialog| format!("\"{dialog}\""));
    let app = webhook.app;
    format!(r#"{{"id":"{id}","kind":"{kind}","at":{at},"app":{app},"dialog":{dialog},"body":{body}}}"#)
}
