//! What a step means for the support episode it happens in. Reports count episodes; every one has one outcome.

use handover::{
    ENDING_AT_FIRST, Effect, Ending, Fact, Input, Outcome, Reason, Text, Timestamp, begins_with, ending_after,
    ends_with,
};

use super::{change::Matter, post};
use crate::{
    app::{App, Shared},
    domain::{Audience, DialogId, DialogSummary, OpenEpisode},
    error::Error,
    store::{EpisodeMoved, NewEpisode, Tx},
};

const AT_ONCE: i64 = 100;

/// Follows a step that was taken then: what began in it began with the episode or after it.
pub(super) async fn follow(
    app: &App,
    tx: &mut Tx,
    dialog: &DialogSummary,
    (input, effects, matter): (Input, &[Effect], &Matter),
    now: Timestamp,
) -> Result<(), Error> {
    let facts = facts(input, effects, matter);
    let open = match dialog.episode {
        Some(open) => open,
        None if facts.iter().any(|fact| begins_with(*fact)) => {
            // What only says how it would end is known as it begins.
            let is_plain = |fact: &Fact| !matches!(fact, Fact::Answered | Fact::Replied) && !ends_with(*fact);
            let known = if facts.iter().all(is_plain) { facts.as_slice() } else { &[] };
            let ending = known.iter().fold(ENDING_AT_FIRST, |ending, fact| ending_after(ending, *fact));
            match begin(app, tx, dialog, ending, now).await? {
                Some(open) if known.is_empty() => open,
                Some(_) | None => return Ok(()),
            }
        }
        None => return Ok(()),
    };
    happened(app, tx, dialog, open, &facts).await
}

/// The customer says what an answer was worth.
pub(super) async fn rated(app: &App, tx: &mut Tx, dialog: &DialogSummary, helpful: bool) -> Result<(), Error> {
    match dialog.episode {
        Some(open) => happened(app, tx, dialog, open, &[Fact::Rated { helpful }]).await,
        None => Ok(()),
    }
}

fn facts(input: Input, effects: &[Effect], matter: &Matter) -> Vec<Fact> {
    let by_input = match input {
        Input::Unknown { .. } => Some(Fact::NotAnswered),
        Input::Posted => Some(Fact::Answered),
        Input::AgentWrote { .. } => Some(Fact::Replied),
        Input::CustomerWrote { .. }
        | Input::Answered { .. }
        | Input::PersonWanted { .. }
        | Input::PersonNotWanted
        | Input::ContactLeft
        | Input::Claim { .. }
        | Input::Decline { .. }
        | Input::AgentAvailable
        | Input::Transfer { .. }
        | Input::Return { .. }
        | Input::Resolve { .. }
        | Input::AgentLost { .. }
        | Input::DeadlinePassed => None,
    };
    let is_answer = matter.answer.as_ref().is_some_and(|(_, ai)| ai.kind.is_answer());
    by_input.into_iter().chain(effects.iter().filter_map(|effect| fact(*effect, is_answer))).collect()
}

fn fact(effect: Effect, is_answer: bool) -> Option<Fact> {
    match effect {
        Effect::Deliver => is_answer.then_some(Fact::Answered),
        Effect::Say(Text::DontKnow) => Some(Fact::NotAnswered),
        Effect::Say(Text::ReplyToContact) => Some(Fact::ContactLeft),
        Effect::Begin { .. } => Some(Fact::Called),
        Effect::End { outcome: Outcome::Solved, .. } => Some(Fact::Resolved { solved: true }),
        Effect::End { outcome: Outcome::NotSolved, .. } => Some(Fact::Resolved { solved: false }),
        Effect::End { outcome: Outcome::Returned | Outcome::AbandonedWaiting, .. }
        | Effect::Say(
            Text::Handover
            | Text::Assigned(_)
            | Text::OfflineAgent(_)
            | Text::NobodyAvailable
            | Text::Closed
            | Text::LeaveContact
            | Text::StillHere
            | Text::Returned
            | Text::AskFirst,
        )
        | Effect::Ask { .. }
        | Effect::CallWebhook
        | Effect::Queue { .. }
        | Effect::Offer { .. }
        | Effect::Pass { .. }
        | Effect::ForgetPasses { .. }
        | Effect::Assign { .. }
        | Effect::Warn { .. }
        | Effect::Release { .. }
        | Effect::Escalate { .. }
        | Effect::Reply { .. } => None,
    }
}

async fn begin(
    app: &App,
    tx: &mut Tx,
    dialog: &DialogSummary,
    ending: Ending,
    at: Timestamp,
) -> Result<Option<OpenEpisode>, Error> {
    let Some(assistant) = dialog.assistant else { return Ok(None) };
    let id = app.ids.next(at);
    let new = NewEpisode { id, app: dialog.app, dialog: dialog.id, assistant, ending, at };
    tx.begin_episode(&new).await?;
    Ok(Some(OpenEpisode { id, ending }))
}

async fn happened(
    app: &App,
    tx: &mut Tx,
    dialog: &DialogSummary,
    open: OpenEpisode,
    facts: &[Fact],
) -> Result<(), Error> {
    let ending = facts.iter().fold(open.ending, |ending, fact| ending_after(ending, *fact));
    let ends = facts.iter().any(|fact| ends_with(*fact));
    if ending == open.ending && !ends {
        return Ok(());
    }
    let now = app.now();
    let when = |fact| facts.contains(&fact).then_some(now);
    let ended_at = ends.then_some(now);
    let (answered_at, replied_at) = (when(Fact::Answered), when(Fact::Replied));
    let moved = EpisodeMoved { id: open.id, dialog: dialog.id, ending, answered_at, replied_at, ended_at };
    tx.move_episode(&moved).await?;
    match ended_at {
        Some(at) => tell_end(tx, dialog, (open, ending), at, now).await,
        None => Ok(()),
    }
}

async fn tell_end(
    tx: &mut Tx,
    dialog: &DialogSummary,
    (open, ending): (OpenEpisode, Ending),
    ended_at: Timestamp,
    now: Timestamp,
) -> Result<(), Error> {
    let body = serde_json::json!({ "id": open.id, "ending": ending.as_str(), "ended_at": ended_at.0 });
    post::record(tx, (dialog.app, Some(dialog.id)), ("episode", Audience::Staff), &body, now).await
}

/// Ends episodes whose customers have been quiet; answers when the next one ends.
///
/// # Errors
/// When the database fails.
pub async fn end_quiet_episodes(app: &Shared) -> Result<Option<Timestamp>, Error> {
    let quiet_ms = app.config.patience.quiet_ms;
    loop {
        let mut tx = app.store.read().await?;
        let quiet = tx.quiet_dialogs(app.now().plus(-quiet_ms), AT_ONCE).await?;
        if quiet.is_empty() {
            return Ok(tx.quietest().await?.map(|since| since.plus(quiet_ms)));
        }
        drop(tx);
        for dialog in quiet {
            let shared = app.clone();
            app.store.write(move |tx| Box::pin(async move { end_if_quiet(&shared, tx, dialog).await })).await?;
        }
    }
}

async fn end_if_quiet(app: &App, tx: &mut Tx, dialog: DialogId) -> Result<(), Error> {
    let now = app.now();
    let Some(dialog) = tx.dialog(dialog).await? else { return Ok(()) };
    let ends_at = Timestamp(dialog.updated_at).plus(app.config.patience.quiet_ms);
    let (Some(open), true) = (dialog.episode, ends_at <= now) else { return Ok(()) };
    // Somebody was called in between; then a person ends it.
    if dialog.control.is_none_or(|control| control.handover().is_some()) {
        return Ok(());
    }
    let OpenEpisode { id, ending } = open;
    let ended_at = Some(ends_at);
    let moved = EpisodeMoved { id, dialog: dialog.id, ending, answered_at: None, replied_at: None, ended_at };
    tx.move_episode(&moved).await?;
    tell_end(tx, &dialog, (open, ending), ends_at, now).await
}

/// Since when the customer waits for the person who is called now.
pub(super) async fn asked_at(
    tx: &mut Tx,
    dialog: DialogId,
    reason: Reason,
    now: Timestamp,
) -> Result<Timestamp, Error> {
    match reason {
        // Nobody waits for somebody who comes unasked.
        Reason::AgentTakeover => Ok(now),
        Reason::UnknownAnswer
        | Reason::AskedForHuman
        | Reason::LowConfidence
        | Reason::RepeatedQuestion
        | Reason::Frustrated
        | Reason::ModelError
        | Reason::Rule
        | Reason::ReturnedHandover => Ok(tx.asked_at(dialog).await?.unwrap_or(now)),
    }
}
