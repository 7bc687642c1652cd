//! Whom an app tells of what happens in it. Nothing of it is done while a message is stored: `follow` reads the events
//! afterwards, `send` sends them.

mod deliveries;
mod follow;
mod send;

use handover::Timestamp;
use url::Url;

use super::{
    access::Caller,
    apps::existing,
    audit::{diff, note, replaced, target},
    webhook::new_secret,
};
use crate::{
    app::{App, Shared},
    domain::{Page, Webhook, WebhookEvent, cursor, one_more},
    error::Error,
    store::{NewWebhook, Tx, WebhookChange},
};

pub use deliveries::{drop_old_deliveries, list_deliveries, retry_delivery, show_delivery};
pub use follow::follow_events;
pub use send::{Called, DeliveriesJob, RunEnd, called, next_call, run_ended};

/// Of an app.
const WEBHOOKS_MAX: i64 = 20;
const SWITCHED_OFF: &str = "the webhook was switched off";

/// # Errors
/// When the address must not be called, no event is asked for, or the app has too many.
pub async fn create_webhook(
    app: &Shared,
    caller: Caller,
    of: i64,
    (url, events): (&str, Vec<WebhookEvent>),
) -> Result<(Webhook, String), Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    let (url, events) = (checked_url(app, url)?, checked_events(events)?);
    let secret = new_secret(&app.secrets);
    let shown = secret.clone();
    let at = app.now();
    let create = app.store.write(move |tx| {
        Box::pin(async move {
            if tx.webhook_count(of).await? >= WEBHOOKS_MAX {
                let detail = format!("an app has at most {WEBHOOKS_MAX} webhooks; remove one first");
                return Err(Error::Conflict { reason: "full", detail });
            }
            let new = NewWebhook { app: of, url: &url, events: &events, secret: &secret, at };
            let id = tx.add_webhook(&new).await?;
            let webhook = found(tx, (of, id)).await?;
            let changes = diff(&serde_json::Value::Null, &serde_json::json!({ "events": events }))?;
            note(tx, (caller, of, at), ("webhook.created", target("webhook", id, &url)), changes).await?;
            Ok(webhook)
        })
    });
    Ok((create.await?, shown))
}

fn checked_url(app: &App, url: &str) -> Result<String, Error> {
    const EXAMPLE: &str = "is not a web address; it must look like https://example.com/hooks/baton";
    let url = Url::parse(url.trim()).map_err(|_| Error::field("url", EXAMPLE))?;
    app.guard.check_url(&url).map_err(|refused| Error::field("url", refused.to_string()))?;
    Ok(url.into())
}

fn checked_events(events: Vec<WebhookEvent>) -> Result<Vec<WebhookEvent>, Error> {
    let mut once = Vec::new();
    for event in events {
        if !once.contains(&event) {
            once.push(event);
        }
    }
    if once.is_empty() { Err(Error::field("events", "must name at least one kind of event")) } else { Ok(once) }
}

/// # Errors
/// When the app is out of reach.
pub async fn list_webhooks(
    app: &Shared,
    caller: Caller,
    of: i64,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Webhook>, Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    let after = cursor(after, 0);
    let found = app.store.read().await?.webhooks(of, after, one_more(limit)).await?;
    Ok(Page::cut(found, limit, |webhook| webhook.id.to_string()))
}

/// Switched off, it is told of nothing from that moment on; switched on, of what happens from then on.
///
/// # Errors
/// When the webhook is out of reach or something does not fit.
pub async fn change_webhook(
    app: &Shared,
    caller: Caller,
    (of, id): (i64, i64),
    wanted: WebhookChange,
) -> Result<Webhook, Error> {
    caller.configures(of)?;
    let WebhookChange { url, events, enabled } = wanted;
    let url = url.map(|url| checked_url(app, &url)).transpose()?;
    let change = WebhookChange { url, events: events.map(checked_events).transpose()?, enabled };
    let at = app.now();
    let save = app.store.write(move |tx| {
        Box::pin(async move {
            let before = found(tx, (of, id)).await?;
            tx.change_webhook(id, &change).await?;
            match change.enabled {
                Some(true) if !before.enabled => tx.switch_on_webhook(id).await?,
                Some(false) if before.enabled => switch_off(tx, id, None).await?,
                Some(_) | None => {}
            }
            if change.url.is_some() || change.enabled.is_some() {
                // A pause after failures was about how it was before.
                tx.hurry_job(&send::job_key(id), at).await?;
            }
            let webhook = found(tx, (of, id)).await?;
            let changes = diff(&as_set(&before), &as_set(&webhook))?;
            note(tx, (caller, of, at), ("webhook.changed", target("webhook", id, &webhook.url)), changes).await?;
            Ok(webhook)
        })
    });
    save.await
}

/// What an admin sets of a webhook.
fn as_set(webhook: &Webhook) -> serde_json::Value {
    serde_json::json!({ "url": webhook.url, "events": webhook.events, "enabled": webhook.enabled })
}

/// Stops it at once. `failing`: since when it fails, if that is why.
async fn switch_off(tx: &mut Tx, id: i64, failing: Option<Timestamp>) -> Result<(), Error> {
    tx.switch_off_webhook(id, failing).await?;
    Ok(tx.give_up_deliveries(id, SWITCHED_OFF).await?)
}

/// Removes it with its deliveries; nothing more is sent.
///
/// # Errors
/// When the webhook is out of reach.
pub async fn remove_webhook(app: &Shared, caller: Caller, (of, id): (i64, i64)) -> Result<(), Error> {
    caller.configures(of)?;
    let at = app.now();
    let remove = app.store.write(move |tx| {
        Box::pin(async move {
            let webhook = found(tx, (of, id)).await?;
            tx.remove_webhook(of, id).await?;
            tx.hurry_job(&send::job_key(id), at).await?;
            note(tx, (caller, of, at), ("webhook.removed", target("webhook", id, webhook.url)), Vec::new()).await
        })
    });
    remove.await
}

/// A new secret; the old one signs nothing more. Shown this once.
///
/// # Errors
/// When the webhook is out of reach.
pub async fn replace_webhook_secret(app: &Shared, caller: Caller, (of, id): (i64, i64)) -> Result<String, Error> {
    caller.configures(of)?;
    let secret = new_secret(&app.secrets);
    let shown = secret.clone();
    let at = app.now();
    let replace = app.store.write(move |tx| {
        Box::pin(async move {
            let webhook = found(tx, (of, id)).await?;
            tx.replace_webhook_secret(id, &secret).await?;
            let action = ("webhook.secret_replaced", target("webhook", id, webhook.url));
            note(tx, (caller, of, at), action, vec![replaced("secret")]).await
        })
    });
    replace.await?;
    Ok(shown)
}

async fn found(tx: &mut Tx, (of, id): (i64, i64)) -> Result<Webhook, Error> {
    tx.webhook(of, id).await?.ok_or(Error::NotFound("webhook"))
}
