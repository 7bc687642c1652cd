//! Opening conversations, and reading them.

use handover::Control;

use super::{
    access::{Caller, Reached, reach},
    post::{self, post},
    say::check_custom,
    text::written,
    view,
    visitors::check_opener,
};
use crate::{
    app::{App, Shared},
    domain::{
        AFTER_EVERY_ID, Ai, AiKind, AssistantId, Audience, Dialog, DialogId, DialogKind, DialogSummary, Handover,
        Message, Page, UserKind, one_more,
    },
    error::Error,
    store::{AssistantRow, MessagePage, NewDialog, NewEvent, Tx},
};

const NAME_MAX: usize = 120;

/// A dialog that somebody wants to open.
#[derive(Clone, Debug)]
pub struct DialogWish {
    pub kind: DialogKind,
    pub name: Option<String>,
    pub assistant: Option<AssistantId>,
    /// Besides the caller.
    pub occupants: Vec<i64>,
    pub custom: serde_json::Map<String, serde_json::Value>,
}

/// # Errors
/// When somebody in it is not in the app, or there are too many.
pub async fn create_dialog(app: &Shared, caller: Caller, wish: DialogWish) -> Result<Dialog, Error> {
    check_custom(app, &wish.custom)?;
    if wish.name.as_ref().is_some_and(|name| name.chars().count() > NAME_MAX) {
        return Err(Error::field("name", format!("must have at most {NAME_MAX} characters")));
    }
    let shared = app.clone();
    app.store.write(move |tx| Box::pin(async move { create_in(&shared, tx, caller, wish).await })).await
}

async fn create_in(app: &App, tx: &mut Tx, caller: Caller, wish: DialogWish) -> Result<Dialog, Error> {
    let (of, mut members) = match caller {
        Caller::Customer { id, app } | Caller::Agent { id, app } => (app, vec![id]),
        Caller::Key { app, .. } => (app, Vec::new()),
        Caller::Admin { .. } => return Err(Error::Forbidden("a conversation is opened by a user or a program")),
    };
    members.extend(&wish.occupants);
    let assistant = match wish.assistant {
        Some(id) => Some(tx.assistant(of, id).await?.ok_or(Error::NotFound("AI Agent"))?),
        None => None,
    };
    check_opener(tx, caller, assistant.as_ref(), &wish.occupants).await?;
    members.extend(assistant.as_ref().map(|assistant| assistant.user_id));
    let mut seen = std::collections::HashSet::new();
    members.retain(|member| seen.insert(*member));
    check_members(app, &wish, &members)?;
    if let (DialogKind::Private, [one, other]) = (wish.kind, members.as_slice())
        && let Some(known) = tx.private_dialog(of, *one, *other).await?
    {
        return view::dialog(tx, caller, known, app.now()).await;
    }
    let customer = first_customer(tx, of, &members).await?;
    let control = assistant.as_ref().map(|_| Control::opened());
    let at = app.now();
    let seq = tx.next_seq();
    let id: DialogId = app.ids.next(at);
    let DialogWish { kind, name, custom, .. } = wish;
    let new = NewDialog { id, app: of, kind, name, custom, assistant: wish.assistant, customer, control, at };
    tx.add_dialog(&new).await?;
    for member in &members {
        tx.join(id, *member, at).await?;
    }
    announce(tx, caller, id, (of, seq), members, at).await?;
    if let Some(assistant) = assistant.filter(|_| kind.is_group()) {
        welcome(app, tx, id, &assistant).await?;
    }
    let dialog = tx.dialog(id).await?.ok_or(Error::NotFound("dialog"))?;
    view::dialog(tx, caller, dialog, app.now()).await
}

fn check_members(app: &App, wish: &DialogWish, members: &[i64]) -> Result<(), Error> {
    if wish.kind == DialogKind::Private && members.len() != 2 {
        return Err(Error::field("occupants", "a private dialog (type 3) is between exactly two users"));
    }
    let limit = app.config.limits.occupants;
    if members.len() > limit {
        return Err(Error::field("occupants", format!("must be at most {limit} people")));
    }
    if members.is_empty() {
        return Err(Error::field("occupants", "name at least one user"));
    }
    Ok(())
}

async fn first_customer(tx: &mut Tx, of: i64, members: &[i64]) -> Result<Option<i64>, Error> {
    let mut customer = None;
    for member in members {
        let user = tx.user(of, *member).await?.ok_or_else(|| {
            Error::field("occupants", format!("there is no user {member} in this app; create the user first"))
        })?;
        if user.kind == UserKind::Customer && customer.is_none() {
            customer = Some(user.id);
        }
    }
    Ok(customer)
}

async fn announce(
    tx: &mut Tx,
    caller: Caller,
    id: DialogId,
    (of, seq): (i64, i64),
    members: Vec<i64>,
    at: handover::Timestamp,
) -> Result<(), Error> {
    let dialog = tx.dialog(id).await?.ok_or(Error::NotFound("dialog"))?;
    // Private and plain groups are nobody's business but their members'.
    let audience = if dialog.control.is_some() { Audience::RoomAndStaff } else { Audience::Room };
    let body = Dialog { seq, ..view::dialog(tx, caller, dialog, at).await? };
    let dialog = Some(id);
    let left = Vec::new();
    tx.record(NewEvent { seq, app: of, dialog, audience, kind: "dialog", at, body: &body, joined: members, left })
        .await?;
    Ok(())
}

async fn welcome(app: &App, tx: &mut Tx, id: DialogId, assistant: &AssistantRow) -> Result<(), Error> {
    if !assistant.settings.welcome.on {
        return Ok(());
    }
    let dialog = tx.dialog(id).await?.ok_or(Error::NotFound("dialog"))?;
    let text = written(tx, &dialog, &assistant.settings.welcome.text, None, app.now()).await?;
    if !text.trim().is_empty() {
        let ai = Ai { suggestions: assistant.settings.suggested_questions.clone(), ..Ai::plain(AiKind::Welcome) };
        post(app, tx, &dialog, assistant, &text, ai).await?;
    }
    Ok(())
}

/// # Errors
/// When the dialog is out of reach.
pub async fn show_dialog(app: &Shared, caller: Caller, id: DialogId) -> Result<Dialog, Error> {
    let mut tx = app.store.read().await?;
    let Reached { dialog, .. } = reach(&mut tx, caller, id).await?;
    view::dialog(&mut tx, caller, dialog, app.now()).await
}

/// The dialogs that the caller is in, newest first.
///
/// # Errors
/// When the caller is no user.
pub async fn list_own_dialogs(
    app: &Shared,
    caller: Caller,
    before: Option<&str>,
    limit: usize,
) -> Result<Page<Dialog>, Error> {
    let (user, _) = caller.is_user()?;
    let mut tx = app.store.read().await?;
    let found = tx.dialogs_of(user, before.unwrap_or(AFTER_EVERY_ID), one_more(limit)).await?;
    let page = Page::cut(found, limit, |dialog| dialog.id.hex());
    views(&mut tx, caller, page, app.now()).await
}

pub(super) async fn views(
    tx: &mut Tx,
    caller: Caller,
    page: Page<DialogSummary>,
    now: handover::Timestamp,
) -> Result<Page<Dialog>, Error> {
    let mut items = Vec::with_capacity(page.items.len());
    for dialog in page.items {
        items.push(view::dialog(tx, caller, dialog, now).await?);
    }
    Ok(Page { items, next: page.next })
}

/// Oldest first, and whether there is more in that direction.
///
/// # Errors
/// When the dialog is out of reach.
pub async fn read_messages(
    app: &Shared,
    caller: Caller,
    id: DialogId,
    page: MessagePage,
    limit: usize,
) -> Result<(Vec<Message>, bool), Error> {
    let mut tx = app.store.read().await?;
    reach(&mut tx, caller, id).await?;
    let mut messages = tx.messages(id, page, one_more(limit)).await?;
    let more = messages.len() > limit;
    match page {
        MessagePage::After(_) => messages.truncate(limit),
        MessagePage::Newest | MessagePage::Before(_) => drop(messages.drain(..messages.len().saturating_sub(limit))),
    }
    Ok((messages, more))
}

/// Moves the caller's marks forward.
///
/// # Errors
/// When the dialog is out of reach.
pub async fn mark(app: &Shared, caller: Caller, id: DialogId, delivered: i64, read: i64) -> Result<(), Error> {
    let (user, of) = caller.is_user()?;
    let now = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let reached = reach(tx, caller, id).await?;
                let newest = reached.dialog.last_message_seq.unwrap_or(0);
                if !tx.mark(id, user, delivered.min(newest), read.min(newest)).await? {
                    return Ok(());
                }
                let (delivered_seq, read_seq) = tx.marks(id, user).await?;
                let body = serde_json::json!({ "user": user, "delivered_seq": delivered_seq, "read_seq": read_seq });
                post::record(tx, (of, Some(id)), ("marks", Audience::Room), &body, now).await
            })
        })
        .await
}

/// Newest first, with their packets.
///
/// # Errors
/// When the dialog is out of reach or the caller is no staff.
pub async fn list_handovers(
    app: &Shared,
    caller: Caller,
    id: DialogId,
    before: Option<&str>,
    limit: usize,
) -> Result<Page<Handover>, Error> {
    caller.is_staff()?;
    let mut tx = app.store.read().await?;
    reach(&mut tx, caller, id).await?;
    let found = tx.handovers(id, before.unwrap_or(AFTER_EVERY_ID), one_more(limit)).await?;
    Ok(Page::cut(found, limit, |handover| handover.id.hex()))
}
