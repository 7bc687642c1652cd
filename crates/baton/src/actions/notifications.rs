//! Whom an app tells and when, the browsers that want to be told, and what could not be delivered.

use garde::Validate;

use super::{
    access::Caller,
    apps::existing,
    assistants::check_webhook,
    audit::{diff, nameless, note, replaced},
    webhook,
};
use crate::{
    app::{App, Shared},
    domain::{DeadLetter, Notifications, Page, cursor, one_more},
    error::Error,
    notify::{Subscription, VapidKey},
    store::{PushRow, Tx},
};

/// The name of the key that signs what is pushed.
pub(super) const PUSH_KEY: &str = "push";
/// Phones, laptops, profiles.
const BROWSERS_MAX: i64 = 10;

/// # Errors
/// When the app is out of reach.
pub async fn show_notifications(app: &Shared, caller: Caller, of: i64) -> Result<Notifications, Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    Ok(app.store.read().await?.notifications(of).await?)
}

/// # Errors
/// When the app is out of reach, or something does not fit.
pub async fn save_notifications(
    app: &Shared,
    caller: Caller,
    of: i64,
    settings: Notifications,
) -> Result<Notifications, Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    settings.validate()?;
    check_webhook(app, "webhook_url", settings.webhook_url.as_deref())?;
    let saved = settings.clone();
    let at = app.now();
    let save = app.store.write(move |tx| {
        Box::pin(async move {
            let changes = diff(&tx.notifications(of).await?, &settings)?;
            tx.set_notifications(of, &settings).await?;
            note(tx, (caller, of, at), ("notifications.saved", nameless("notifications", of)), changes).await
        })
    });
    save.await?;
    Ok(saved)
}

/// A new secret that signs calls of the webhook; the old one stops working. Shown this once.
///
/// # Errors
/// When the app is out of reach.
pub async fn rotate_notifications_secret(app: &Shared, caller: Caller, of: i64) -> Result<String, Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    let secret = webhook::new_secret(&app.secrets);
    let kept = secret.clone();
    let at = app.now();
    let replace = app.store.write(move |tx| {
        Box::pin(async move {
            tx.set_notifications_secret(of, &kept).await?;
            let replaced_it = ("notifications.secret_replaced", nameless("notifications", of));
            note(tx, (caller, of, at), replaced_it, vec![replaced("secret")]).await
        })
    });
    replace.await?;
    Ok(secret)
}

/// To what browsers subscribe, base64url.
///
/// # Errors
/// When the database fails.
pub async fn push_key(app: &Shared, caller: Caller) -> Result<String, Error> {
    caller.is_agent()?;
    let shared = app.clone();
    app.store.write(move |tx| Box::pin(async move { Ok(own_key(&shared, tx).await?.public()) })).await
}

/// The server's key; made when it is first needed.
async fn own_key(app: &App, tx: &mut Tx) -> Result<VapidKey, Error> {
    if tx.server_key(PUSH_KEY).await?.is_none() {
        let made = (0..4).find_map(|_| VapidKey::generate(app.secrets.bytes())).ok_or(Error::Busy("try again"))?;
        tx.add_server_key(PUSH_KEY, &made.secret()).await?;
    }
    let secret = tx.server_key(PUSH_KEY).await?.ok_or(Error::NotFound("key"))?;
    VapidKey::from_secret(&secret).map_err(Error::internal)
}

/// The calling agent's browser shows what concerns them from now on.
///
/// # Errors
/// When what the browser sent is no subscription.
pub async fn subscribe_push(app: &Shared, caller: Caller, wanted: Subscription) -> Result<(), Error> {
    let (user_id, _) = caller.is_agent()?;
    let receiver = wanted.checked().map_err(|error| Error::field("endpoint", error.to_string()))?;
    app.guard.check_url(receiver.endpoint()).map_err(|error| Error::field("endpoint", error.to_string()))?;
    let at = app.now();
    let Subscription { endpoint, p256dh, auth } = wanted;
    let row = PushRow { endpoint, user_id, p256dh, auth };
    app.store
        .write(move |tx| {
            Box::pin(async move {
                tx.subscribe_push(&row, at).await?;
                Ok(tx.keep_push(user_id, BROWSERS_MAX).await?)
            })
        })
        .await
}

/// # Errors
/// When the caller is no agent.
pub async fn unsubscribe_push(app: &Shared, caller: Caller, endpoint: String) -> Result<(), Error> {
    let (user, _) = caller.is_agent()?;
    app.store
        .write(move |tx| Box::pin(async move { Ok::<_, Error>(tx.unsubscribe_push(user, &endpoint).await?) }))
        .await
}

/// What could not be delivered, newest first.
///
/// # Errors
/// When the app is out of reach.
pub async fn list_dead_letters(
    app: &Shared,
    caller: Caller,
    of: i64,
    before: Option<&str>,
    limit: usize,
) -> Result<Page<DeadLetter>, Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    let before = cursor(before, i64::MAX);
    let found = app.store.read().await?.dead_letters(of, before, one_more(limit)).await?;
    Ok(Page::cut(found, limit, |letter| letter.id.to_string()))
}

/// Tries again.
///
/// # Errors
/// When it is not there.
pub async fn retry_dead_letter(app: &Shared, caller: Caller, of: i64, id: i64) -> Result<(), Error> {
    caller.configures(of)?;
    let now = app.now();
    let found =
        app.store.write(move |tx| Box::pin(async move { Ok::<_, Error>(tx.revive_job(of, id, now).await?) })).await?;
    if found { Ok(()) } else { Err(Error::NotFound("dead letter")) }
}

/// Forgets it.
///
/// # Errors
/// When it is not there.
pub async fn remove_dead_letter(app: &Shared, caller: Caller, of: i64, id: i64) -> Result<(), Error> {
    caller.configures(of)?;
    let found = app.store.write(move |tx| Box::pin(async move { Ok::<_, Error>(tx.bury_job(of, id).await?) })).await?;
    if found { Ok(()) } else { Err(Error::NotFound("dead letter")) }
}
