//! What staff write to each other beside a conversation. It never reaches a customer, and no rule sees it.

use super::{
    access::{Caller, reach, supported},
    ladder::PushJob,
    packet::quote,
    post,
};
use crate::{
    app::{App, Shared},
    domain::{Audience, DialogId, Note, NoteId, Page, one_more},
    error::Error,
    store::{NewJob, NewNote, Tx},
    texts,
};

const MENTIONS_MAX: usize = 20;

/// A note that somebody wants to leave.
#[derive(Clone, Debug)]
pub struct NoteWish {
    /// Made by the sender, so that sending again stores once. Absent: made here.
    pub id: Option<NoteId>,
    pub text: String,
    /// Agents of the app.
    pub mentions: Vec<i64>,
}

/// Oldest first.
///
/// # Errors
/// When the conversation is out of reach.
pub async fn list_notes(
    app: &Shared,
    caller: Caller,
    dialog: DialogId,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Note>, Error> {
    caller.is_staff()?;
    let mut tx = app.store.read().await?;
    reach(&mut tx, caller, dialog).await?;
    let found = tx.notes(dialog, after.unwrap_or_default(), one_more(limit)).await?;
    Ok(Page::cut(found, limit, |note| note.id.hex()))
}

/// Answers the note, and whether it is new. Who is mentioned is told.
///
/// # Errors
/// When the conversation is out of reach, something does not fit, or a mentioned agent is not there.
pub async fn leave_note(app: &Shared, caller: Caller, dialog: DialogId, wish: NoteWish) -> Result<(Note, bool), Error> {
    caller.is_agent()?;
    let limit = app.config.limits.message_chars;
    if wish.text.trim().is_empty() || wish.text.chars().count() > limit || wish.text.contains('\0') {
        return Err(Error::field("text", format!("must have 1 to {limit} characters")));
    }
    if wish.mentions.len() > MENTIONS_MAX {
        return Err(Error::field("mentions", format!("must be at most {MENTIONS_MAX}")));
    }
    let shared = app.clone();
    app.store.write(move |tx| Box::pin(async move { leave_in(&shared, tx, caller, dialog, wish).await })).await
}

async fn leave_in(
    app: &App,
    tx: &mut Tx,
    caller: Caller,
    dialog: DialogId,
    mut wish: NoteWish,
) -> Result<(Note, bool), Error> {
    let (author, of) = caller.is_agent()?;
    supported(reach(tx, caller, dialog).await?)?;
    let now = app.now();
    wish.mentions.sort_unstable();
    wish.mentions.dedup();
    for agent in &wish.mentions {
        if tx.agent(of, *agent, now).await?.is_none_or(|agent| agent.disabled) {
            return Err(Error::field("mentions", format!("agent {agent} does not work in this app")));
        }
    }
    let id = wish.id.unwrap_or_else(|| app.ids.next(now));
    let seq = tx.next_seq();
    let new = NewNote { id, seq, dialog, author, text: &wish.text, mentions: &wish.mentions, at: now };
    let is_new = tx.add_note(&new).await?;
    let note = tx.note(dialog, id).await?.ok_or(Error::NotFound("note"))?;
    if is_new {
        tx.index_words(of, dialog, seq, &wish.text).await?;
        post::record_at(tx, seq, (of, Some(dialog)), ("note", Audience::Staff), &note, now).await?;
        for mentioned in note.mentions.iter().filter(|mentioned| mentioned.id != author) {
            tell(app, tx, of, &note, mentioned.id).await?;
        }
    }
    Ok((note, is_new))
}

async fn tell(app: &App, tx: &mut Tx, of: i64, note: &Note, agent: i64) -> Result<(), Error> {
    let now = app.now();
    for browser in tx.push_subscriptions(agent).await? {
        let dedupe = format!("{}:note:{}:{agent}:{}", PushJob::KIND, note.id, browser.endpoint);
        let job = PushJob {
            user: agent,
            endpoint: browser.endpoint,
            title: texts::mentioned(&note.author.full_name),
            body: quote(&note.text),
            dialog: note.dialog,
            unless_seen: None,
        };
        let body = serde_json::to_string(&job).map_err(Error::internal)?;
        let new = NewJob { kind: PushJob::KIND, app: Some(of), dedupe: &dedupe, body: &body, due_at: now };
        tx.add_job(&new, now).await?;
    }
    Ok(())
}
