//! A conversation's record: reading it, and telling from it alone who has control and what came of it.

use handover::{Control, ENDING_AT_FIRST, Fact, begins_with, ending_after, ends_with};
use serde_json::Value;

use super::access::{Caller, reach};
use crate::{
    app::Shared,
    domain::{
        AFTER_EVERY_ID, DialogId, Outcome, Page, RecordEntry, Retold, RetoldEpisode, RetoldHandover, cursor, one_more,
    },
    error::Error,
};

const PAGE: usize = 500;
/// More than anybody had in one conversation.
const HANDOVERS_MAX: i64 = 10_000;

/// What happened in the conversation, the first first. For staff.
///
/// # Errors
/// When the conversation is out of reach.
pub async fn read_record(
    app: &Shared,
    caller: Caller,
    dialog: DialogId,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<RecordEntry>, Error> {
    caller.is_staff()?;
    let after = cursor(after, 0);
    let mut tx = app.store.read().await?;
    reach(&mut tx, caller, dialog).await?;
    let entries = tx.record_of(dialog, after, one_more(limit)).await?;
    Ok(Page::cut(entries, limit, |entry| entry.seq.to_string()))
}

/// The whole record, and what follows from it.
///
/// # Errors
/// When the conversation is out of reach.
pub async fn retell(app: &Shared, caller: Caller, dialog: DialogId) -> Result<(Vec<RecordEntry>, Retold), Error> {
    let mut entries = Vec::new();
    let mut after = None;
    loop {
        let page = read_record(app, caller, dialog, after.as_deref(), PAGE).await?;
        entries.extend(page.items);
        after = page.next;
        if after.is_none() {
            let mut told = Retold { state: "assistant".into(), ..Retold::default() };
            entries.iter().for_each(|entry| tell(&mut told, entry));
            return Ok((entries, told));
        }
    }
}

/// The same, as it is stored.
///
/// # Errors
/// When the conversation is out of reach.
pub async fn as_stored(app: &Shared, caller: Caller, dialog: DialogId) -> Result<Retold, Error> {
    let mut tx = app.store.read().await?;
    let dialog = reach(&mut tx, caller, dialog).await?.dialog;
    let (state, agent) = match dialog.control {
        None | Some(Control::Assistant { .. }) => ("assistant", None),
        Some(Control::Waiting { .. } | Control::Offered { .. }) => ("waiting", None),
        Some(Control::Agent { who, .. }) => ("agent", Some(who.0)),
        Some(Control::Closed { .. }) => ("closed", None),
    };
    let mut handovers = tx.handovers(dialog.id, AFTER_EVERY_ID, HANDOVERS_MAX).await?;
    handovers.reverse();
    let episodes = tx.episodes_of(dialog.id).await?;
    let episodes = episodes.into_iter().map(|(ending, has_ended)| RetoldEpisode { ending, has_ended });
    let handovers = handovers.into_iter().map(|handover| RetoldHandover {
        id: handover.id,
        began_at: handover.began_at,
        assigned_at: handover.assigned_at,
        first_reply_at: handover.first_reply_at,
        ended_at: handover.ended_at,
        outcome: handover.outcome,
    });
    Ok(Retold { state: state.into(), agent, episodes: episodes.collect(), handovers: handovers.collect() })
}

fn tell(told: &mut Retold, entry: &RecordEntry) {
    let body = &entry.body;
    match entry.kind.as_str() {
        "control" => {
            told.state = word(body, "/control/phase").to_owned();
            told.agent = body.pointer("/control/agent/id").and_then(Value::as_i64);
        }
        "message" => message(told, entry),
        "decision" if !body["reason"].is_null() => fact(told, Fact::NotAnswered),
        "feedback" if body["by"] == "customer" => fact(told, Fact::Rated { helpful: body["helpful"] == true }),
        "handover" => handover(told, entry),
        "episode" => {
            if let Some(episode) = told.episodes.last_mut() {
                episode.has_ended = true;
            }
        }
        _ => {}
    }
}

fn message(told: &mut Retold, entry: &RecordEntry) {
    let kind = word(&entry.body, "/ai/kind");
    match (word(&entry.body, "/sender/kind"), kind) {
        ("agent", _) => {
            if let Some(handover) = told.handovers.last_mut() {
                handover.first_reply_at.get_or_insert(entry.at);
            }
            fact(told, Fact::Replied);
        }
        (_, "answer" | "general_answer" | "external") => fact(told, Fact::Answered),
        (_, "dont_know") => fact(told, Fact::NotAnswered),
        (_, "reply_to_contact") => fact(told, Fact::ContactLeft),
        _ => {}
    }
}

fn handover(told: &mut Retold, entry: &RecordEntry) {
    let Ok(id) = word(&entry.body, "/id").parse() else { return };
    if told.handovers.iter().all(|handover| handover.id != id) {
        let began_at = entry.at;
        let (assigned_at, first_reply_at, ended_at, outcome) = (None, None, None, None);
        told.handovers.push(RetoldHandover { id, began_at, assigned_at, first_reply_at, ended_at, outcome });
        fact(told, Fact::Called);
    }
    let Some(handover) = told.handovers.iter_mut().find(|handover| handover.id == id) else { return };
    match word(&entry.body, "/state") {
        "agent" => drop(handover.assigned_at.get_or_insert(entry.at)),
        "ended" => {
            handover.ended_at = Some(entry.at);
            handover.outcome = Outcome::parse(word(&entry.body, "/outcome"));
            match handover.outcome {
                Some(Outcome::Solved) => fact(told, Fact::Resolved { solved: true }),
                Some(Outcome::NotSolved) => fact(told, Fact::Resolved { solved: false }),
                Some(Outcome::Returned | Outcome::AbandonedWaiting) | None => {}
            }
        }
        _ => {}
    }
}

fn fact(told: &mut Retold, fact: Fact) {
    if begins_with(fact) && told.episodes.last().is_none_or(|episode| episode.has_ended) {
        told.episodes.push(RetoldEpisode { ending: ENDING_AT_FIRST, has_ended: false });
    }
    if let Some(episode) = told.episodes.last_mut().filter(|episode| !episode.has_ended) {
        episode.ending = ending_after(episode.ending, fact);
        episode.has_ended = ends_with(fact);
    }
}

fn word<'a>(body: &'a Value, at: &str) -> &'a str {
    body.pointer(at).and_then(Value::as_str).unwrap_or_default()
}
