//! A user, or a program in the AI Agent's name, says something in a dialog.

use handover::{AgentId, Input, WhenToAnswer, is_addressed};

use super::{
    access::{Caller, Reached, reach},
    attachments::{SENT_AT_ONCE, unsent},
    change::{Matter, change},
    outgoing,
    post::{self, Draft, store_message},
};
use crate::{
    app::{App, Shared},
    domain::{self, Ai, AiKind, AttachmentId, DialogId, DialogSummary, Message, MessageId, Person, PersonKind},
    error::Error,
    store::Tx,
};

/// What is said.
#[derive(Clone, Debug)]
pub struct Saying {
    /// Made by the sender, so that sending again stores once. Absent: made here.
    pub id: Option<MessageId>,
    pub text: String,
    pub custom: serde_json::Map<String, serde_json::Value>,
    /// Files that the sender has uploaded to this dialog.
    pub attachments: Vec<AttachmentId>,
}

pub struct Said {
    pub message: Message,
    /// False when this id was stored before.
    pub is_new: bool,
}

/// Stores the message and lets the rules see it. It takes its place at once, before it is awaited:
/// what one sender says is stored in the order in which it is said.
///
/// # Errors
/// When the dialog is out of reach, the text does not fit, or somebody else has control.
pub fn say(
    app: &Shared,
    caller: Caller,
    dialog: DialogId,
    saying: Saying,
) -> impl Future<Output = Result<Said, Error>> + Send + use<> {
    let queued = check(app, &saying).map(|()| {
        let shared = app.clone();
        app.store.write(move |tx| Box::pin(async move { say_in(&shared, tx, caller, dialog, saying).await }))
    });
    async move { queued?.await }
}

fn check(app: &App, saying: &Saying) -> Result<(), Error> {
    let limits = &app.config.limits;
    if saying.text.trim().is_empty() && saying.custom.is_empty() && saying.attachments.is_empty() {
        return Err(Error::field("text", "must not be empty"));
    }
    if saying.attachments.len() > SENT_AT_ONCE {
        return Err(Error::field("attachments", format!("must be at most {SENT_AT_ONCE}; send several messages")));
    }
    if saying.text.contains('\0') {
        return Err(Error::field("text", "must not contain the character U+0000"));
    }
    if saying.text.chars().count() > limits.message_chars {
        return Err(Error::field("text", format!("must have at most {} characters", limits.message_chars)));
    }
    check_custom(app, &saying.custom)
}

pub(super) fn check_custom(app: &App, custom: &serde_json::Map<String, serde_json::Value>) -> Result<(), Error> {
    let limit = app.config.limits.custom_bytes;
    let size = serde_json::to_vec(custom).map_err(Error::internal)?.len();
    if size > limit { Err(Error::field("custom", format!("must be at most {limit} bytes as JSON"))) } else { Ok(()) }
}

async fn say_in(app: &App, tx: &mut Tx, caller: Caller, id: DialogId, saying: Saying) -> Result<Said, Error> {
    let Reached { dialog, user, is_occupant } = reach(tx, caller, id).await?;
    // What was said before moves no control again, and its files were sent. Otherwise, storing it finds out.
    if (dialog.control.is_some() || !saying.attachments.is_empty())
        && let Some(message) = already(tx, &dialog, saying.id).await?
    {
        return Ok(Said { message, is_new: false });
    }
    let Some(sender) = user else { return say_as_assistant(app, tx, caller, &dialog, saying).await };
    let kind = sender.kind;
    let attachments = unsent(tx, id, Some(sender.id), &saying.attachments).await?;
    // The rules are asked before the message is stored: what they refuse is not said.
    if let (PersonKind::Agent, Some(_)) = (kind, &dialog.control) {
        change(app, tx, id, Input::AgentWrote { by: AgentId(sender.id) }, Matter::default()).await?;
    }
    if !is_occupant {
        join(app, tx, &dialog, &sender).await?;
    }
    let now = app.now();
    let draft = Draft {
        id: saying.id.unwrap_or_else(|| app.ids.next(now)),
        sender,
        text: &saying.text,
        custom: saying.custom,
        attachments,
        ai: None,
    };
    let (message, is_new) = store_message(tx, &dialog, draft, now).await?;
    if is_new && kind == PersonKind::Agent && dialog.control.is_some() {
        outgoing::replied(app, tx, &dialog, &message).await?;
    }
    if is_new && kind == PersonKind::Customer && dialog.control.is_some() {
        let addressed = is_for_assistant(tx, &dialog, &message.text).await?;
        change(app, tx, id, Input::CustomerWrote { addressed }, Matter::default()).await?;
    }
    Ok(Said { message, is_new })
}

async fn already(tx: &mut Tx, dialog: &DialogSummary, id: Option<MessageId>) -> Result<Option<Message>, Error> {
    match id {
        Some(id) => Ok(tx.message(dialog.id, id).await?),
        None => Ok(None),
    }
}

/// Public groups are joined by speaking in them.
async fn join(app: &App, tx: &mut Tx, dialog: &DialogSummary, person: &Person) -> Result<(), Error> {
    let now = app.now();
    if tx.join(dialog.id, person.id, now).await? {
        post::record_moves(tx, dialog, vec![person.clone()], Vec::new(), now).await?;
    }
    Ok(())
}

async fn say_as_assistant(
    app: &App,
    tx: &mut Tx,
    caller: Caller,
    dialog: &DialogSummary,
    saying: Saying,
) -> Result<Said, Error> {
    let (Caller::Key { .. }, Some(assistant)) = (caller, dialog.assistant) else {
        return Err(Error::Forbidden("sign in as a user of the app to write messages"));
    };
    let assistant = tx.assistant(dialog.app, assistant).await?.ok_or(Error::NotFound("AI Agent"))?;
    let attachments = unsent(tx, dialog.id, None, &saying.attachments).await?;
    // `Deliver` finds nothing to deliver: the message is stored here, under the id its sender made.
    change(app, tx, dialog.id, Input::Posted, Matter::default()).await?;
    let now = app.now();
    let draft = Draft {
        id: saying.id.unwrap_or_else(|| app.ids.next(now)),
        sender: post::speaker(&assistant),
        text: &saying.text,
        custom: saying.custom,
        attachments,
        ai: Some(Ai::plain(AiKind::External)),
    };
    let (message, is_new) = store_message(tx, dialog, draft, now).await?;
    Ok(Said { message, is_new })
}

async fn is_for_assistant(tx: &mut Tx, dialog: &DialogSummary, text: &str) -> Result<bool, Error> {
    let Some(id) = dialog.assistant else { return Ok(false) };
    let Some(assistant) = tx.assistant(dialog.app, id).await? else { return Ok(false) };
    let settings = &assistant.settings;
    let when = match settings.when_to_answer {
        domain::WhenToAnswer::Auto => WhenToAnswer::Auto,
        domain::WhenToAnswer::Always => WhenToAnswer::Always,
        domain::WhenToAnswer::Command => WhenToAnswer::Command,
    };
    let customers = usize::try_from(tx.customers_in(dialog.id).await?).unwrap_or(usize::MAX);
    Ok(is_addressed(when, customers, text, &settings.command, &settings.name))
}
