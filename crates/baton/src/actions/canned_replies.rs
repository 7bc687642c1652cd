//! Replies that are written once and used often.

use super::{
    access::Caller,
    apps::existing,
    audit::{diff, note, target},
};
use crate::{
    app::Shared,
    domain::{CannedReply, Page, cursor, one_more},
    error::Error,
    store::StoreError,
};

const SHORTCUT_MAX: usize = 40;
const REPLIES_MAX: i64 = 2_000;

/// # Errors
/// When the caller does not work in the app.
pub async fn list_canned_replies(
    app: &Shared,
    caller: Caller,
    of: i64,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<CannedReply>, Error> {
    caller.works_in(of)?;
    let after = cursor(after, 0);
    let found = app.store.read().await?.canned_replies(of, after, one_more(limit)).await?;
    Ok(Page::cut(found, limit, |reply| reply.id.to_string()))
}

/// # Errors
/// When the shortcut is taken, something does not fit, or there are too many.
pub async fn create_canned_reply(
    app: &Shared,
    caller: Caller,
    of: i64,
    (shortcut, text): (String, String),
) -> Result<CannedReply, Error> {
    caller.works_in(of)?;
    existing(app, of).await?;
    let (shortcut, text) = checked(app, &shortcut, text)?;
    let now = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                if tx.canned_reply_count(of).await? >= REPLIES_MAX {
                    let detail = format!("an app has at most {REPLIES_MAX} canned replies; remove one first");
                    return Err(Error::Conflict { reason: "too_many", detail });
                }
                let id = tx.add_canned_reply(of, (&shortcut, &text), now).await.map_err(taken)?;
                let created = ("canned_reply.created", target("canned_reply", id, format!("/{shortcut}")));
                note(tx, (caller, of, now), created, Vec::new()).await?;
                Ok(CannedReply { id, shortcut, text })
            })
        })
        .await
}

/// # Errors
/// When the reply is out of reach, the shortcut is taken or something does not fit.
pub async fn change_canned_reply(
    app: &Shared,
    caller: Caller,
    (of, id): (i64, i64),
    (shortcut, text): (String, String),
) -> Result<CannedReply, Error> {
    caller.works_in(of)?;
    let (shortcut, text) = checked(app, &shortcut, text)?;
    let at = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let before = tx.canned_reply(of, id).await?.ok_or(Error::NotFound("canned reply"))?;
                tx.change_canned_reply(id, &shortcut, &text).await.map_err(taken)?;
                let after = CannedReply { id, shortcut, text };
                let saved = ("canned_reply.changed", target("canned_reply", id, format!("/{}", after.shortcut)));
                note(tx, (caller, of, at), saved, diff(&before, &after)?).await?;
                Ok(after)
            })
        })
        .await
}

/// # Errors
/// When the reply is out of reach.
pub async fn remove_canned_reply(app: &Shared, caller: Caller, (of, id): (i64, i64)) -> Result<(), Error> {
    caller.works_in(of)?;
    let at = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let reply = tx.canned_reply(of, id).await?.ok_or(Error::NotFound("canned reply"))?;
                tx.remove_canned_reply(of, id).await?;
                let removed = ("canned_reply.removed", target("canned_reply", id, format!("/{}", reply.shortcut)));
                note(tx, (caller, of, at), removed, Vec::new()).await
            })
        })
        .await
}

fn checked(app: &Shared, shortcut: &str, text: String) -> Result<(String, String), Error> {
    let shortcut = shortcut.trim().trim_start_matches('/').to_lowercase();
    let fits = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    if shortcut.is_empty() || shortcut.chars().count() > SHORTCUT_MAX || !shortcut.chars().all(fits) {
        let detail = format!("must be 1 to {SHORTCUT_MAX} letters, digits, hyphens or underscores");
        return Err(Error::field("shortcut", detail));
    }
    let limit = app.config.limits.message_chars;
    if text.trim().is_empty() || text.chars().count() > limit || text.contains('\0') {
        return Err(Error::field("text", format!("must have 1 to {limit} characters")));
    }
    Ok((shortcut, text))
}

fn taken(error: StoreError) -> Error {
    if error.is_taken() {
        return Error::Conflict { reason: "taken", detail: "a canned reply with this shortcut exists already".into() };
    }
    error.into()
}
