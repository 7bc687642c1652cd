//! Storing a message and telling everyone in the dialog, and posting as the AI Agent's user.

use handover::Timestamp;

use crate::{
    app::App,
    domain::{Ai, Attachment, Audience, DialogId, DialogSummary, Message, MessageId, Person, PersonKind, with_names},
    error::Error,
    store::{AssistantRow, NewEvent, NewMessage, Tx},
};

type Custom = serde_json::Map<String, serde_json::Value>;

/// A message about to be stored.
pub(super) struct Draft<'a> {
    pub id: MessageId,
    pub sender: Person,
    pub text: &'a str,
    pub custom: Custom,
    /// Uploaded before, and sent now.
    pub attachments: Vec<Attachment>,
    pub ai: Option<Ai>,
}

/// Stores the message, unless the dialog has one with this id; then that one is the answer.
pub(super) async fn store_message(
    tx: &mut Tx,
    dialog: &DialogSummary,
    draft: Draft<'_>,
    now: Timestamp,
) -> Result<(Message, bool), Error> {
    let seq = tx.next_seq();
    let Draft { id, sender, text, custom, attachments, ai } = draft;
    let new = NewMessage {
        id,
        dialog: dialog.id,
        seq,
        sender: sender.id,
        text,
        custom: &custom,
        attachments: &attachments,
        ai: ai.as_ref(),
        at: now,
    };
    if !tx.add_message(&new).await? {
        let stored = tx.message(dialog.id, id).await?.ok_or(Error::NotFound("message"))?;
        return Ok((stored, false));
    }
    if dialog.control.is_some() {
        tx.index_words(dialog.app, dialog.id, seq, &with_names(text, &attachments)).await?;
    }
    for attachment in &attachments {
        tx.attachment_was_sent(attachment.id, id).await?;
    }
    let message =
        Message { id, dialog: dialog.id, seq, sender, text: text.into(), custom, attachments, sent_at: now.0, ai };
    tx.record(NewEvent {
        seq,
        app: dialog.app,
        dialog: Some(dialog.id),
        audience: Audience::Room,
        kind: "message",
        at: now,
        body: &message,
        joined: Vec::new(),
        left: Vec::new(),
    })
    .await?;
    Ok((message, true))
}

/// Posts as the AI Agent's user.
pub(super) async fn post(
    app: &App,
    tx: &mut Tx,
    dialog: &DialogSummary,
    assistant: &AssistantRow,
    text: &str,
    ai: Ai,
) -> Result<Message, Error> {
    let now = app.now();
    let sender = speaker(assistant);
    let (custom, attachments) = (Custom::new(), Vec::new());
    let draft = Draft { id: app.ids.next(now), sender, text, custom, attachments, ai: Some(ai) };
    Ok(store_message(tx, dialog, draft, now).await?.0)
}

/// The AI Agent's user, as whom it posts.
pub(super) fn speaker(assistant: &AssistantRow) -> Person {
    Person { id: assistant.user_id, kind: PersonKind::Assistant, full_name: assistant.settings.name.clone() }
}

/// Records that people came into the dialog or left it.
pub(super) async fn record_moves(
    tx: &mut Tx,
    dialog: &DialogSummary,
    added: Vec<Person>,
    removed: Vec<i64>,
    now: Timestamp,
) -> Result<(), Error> {
    let seq = tx.next_seq();
    let joined = added.iter().map(|person| person.id).collect();
    let body = serde_json::json!({ "added": added, "removed": removed });
    tx.record(NewEvent {
        seq,
        app: dialog.app,
        dialog: Some(dialog.id),
        audience: Audience::Room,
        kind: "occupants",
        at: now,
        body: &body,
        joined,
        left: removed,
    })
    .await?;
    Ok(())
}

/// Records an event that moves nobody.
pub(super) async fn record<B: serde::Serialize + Sync>(
    tx: &mut Tx,
    (app, dialog): (i64, Option<DialogId>),
    (kind, audience): (&'static str, Audience),
    body: &B,
    now: Timestamp,
) -> Result<(), Error> {
    let seq = tx.next_seq();
    record_at(tx, seq, (app, dialog), (kind, audience), body, now).await
}

/// The same, under a number that was taken for it.
pub(super) async fn record_at<B: serde::Serialize + Sync>(
    tx: &mut Tx,
    seq: i64,
    (app, dialog): (i64, Option<DialogId>),
    (kind, audience): (&'static str, Audience),
    body: &B,
    now: Timestamp,
) -> Result<(), Error> {
    let (joined, left) = (Vec::new(), Vec::new());
    tx.record(NewEvent { seq, app, dialog, audience, kind, at: now, body, joined, left }).await?;
    Ok(())
}
