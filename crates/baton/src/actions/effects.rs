//! What must follow a step, saved in its transaction: texts, handovers, occupants, and the outbox.

use handover::{AgentId, Control, Effect, HandoverId, Text, Turn};

use super::{
    answer::Ask,
    change::Matter,
    episode, packet, post,
    text::{customer_of, written},
    webhook::{self, Delivery},
};
use crate::{
    app::App,
    domain::{self, Ai, AiKind, Audience, Basis, DialogSummary, HandoverState, LocalText, Offer, Outcome, Reason},
    error::Error,
    store::{AssistantRow, NewHandover, NewJob, Tx},
    texts,
};

/// Where the step happened.
pub(super) struct Place<'a> {
    pub app: &'a App,
    pub dialog: &'a DialogSummary,
    pub assistant: Option<&'a AssistantRow>,
    /// The control after the step.
    pub control: Control,
}

pub(super) async fn save(tx: &mut Tx, place: &Place<'_>, effect: Effect, matter: &Matter) -> Result<(), Error> {
    let now = place.app.now();
    match effect {
        Effect::Ask { turn } => ask(tx, place, turn).await,
        Effect::Deliver => deliver(tx, place, matter).await,
        Effect::Say(text) => say(tx, place, text, matter).await,
        Effect::CallWebhook => call_webhook(tx, place, matter).await,
        Effect::Begin { handover, reason } => begin(tx, place, handover, reason, matter).await,
        Effect::Queue { handover } => {
            tx.queue_handover(handover.into()).await?;
            tell(tx, place, handover, HandoverState::Waiting, None).await
        }
        Effect::Offer { handover, to } => offer(tx, place, handover, to).await,
        Effect::Pass { handover, who } => {
            tx.pass(handover.into(), who.0).await?;
            tell_offer(tx, place, handover, None).await
        }
        Effect::ForgetPasses { handover } => Ok(tx.forget_passes(handover.into()).await?),
        Effect::Warn { handover, who } => {
            let body = serde_json::json!({ "handover": domain::HandoverId::from(handover), "agent": who.0 });
            record(tx, place, "warning", &body).await
        }
        Effect::Assign { handover, who, how: _ } => {
            tx.assign_handover(handover.into(), who.0, now).await?;
            tx.was_assigned(who.0, now).await?;
            join(tx, place, who.0).await?;
            tell(tx, place, handover, HandoverState::Agent, None).await
        }
        Effect::Release { who } => leave(tx, place, who.0).await,
        Effect::Escalate { handover } => {
            tx.escalate_handover(handover.into()).await?;
            tell(tx, place, handover, HandoverState::Waiting, None).await
        }
        Effect::Reply { handover } => Ok(tx.handover_replied(handover.into(), now).await?),
        Effect::End { handover, outcome } => {
            tx.end_handover(handover.into(), outcome, now).await?;
            tell(tx, place, handover, HandoverState::Ended, Some(outcome)).await
        }
    }
}

async fn ask(tx: &mut Tx, place: &Place<'_>, turn: Turn) -> Result<(), Error> {
    let now = place.app.now();
    let dialog = place.dialog.id;
    let body = serde_json::to_string(&Ask { dialog, turn: turn.0 }).map_err(Error::internal)?;
    let dedupe = format!("ask:{dialog}:{}", turn.0);
    let due_at = now.plus(place.app.config.answers.burst_ms);
    tx.add_job(&NewJob { kind: Ask::KIND, app: Some(place.dialog.app), dedupe: &dedupe, body: &body, due_at }, now)
        .await?;
    Ok(())
}

async fn deliver(tx: &mut Tx, place: &Place<'_>, matter: &Matter) -> Result<(), Error> {
    let (Some((text, ai)), Some(assistant)) = (&matter.answer, place.assistant) else { return Ok(()) };
    let message = post::post(place.app, tx, place.dialog, assistant, text, ai.clone()).await?;
    tx.mark(place.dialog.id, assistant.user_id, message.seq, message.seq).await?;
    Ok(())
}

async fn say(tx: &mut Tx, place: &Place<'_>, text: Text, matter: &Matter) -> Result<(), Error> {
    let Some(assistant) = place.assistant else { return Ok(()) };
    let unanswered = &assistant.settings.unanswered;
    let handover = &unanswered.handover;
    let (words, agent, kind): (&LocalText, _, _) = match text {
        Text::DontKnow => (&unanswered.dont_know_message, None, AiKind::DontKnow),
        Text::Handover => (&handover.message, None, AiKind::Handover),
        Text::Assigned(who) => (&handover.assigned_message, Some(who), AiKind::Assigned),
        Text::OfflineAgent(who) => (&handover.offline_message, Some(who), AiKind::OfflineAgent),
        Text::Closed => (&handover.closed_message, None, AiKind::NoAgent),
        Text::NobodyAvailable => (&handover.no_agent_message, None, AiKind::NoAgent),
        Text::LeaveContact => (&handover.contact_message, None, AiKind::LeaveContact),
        Text::ReplyToContact => (&handover.reply_to_contact_message, None, AiKind::ReplyToContact),
        Text::StillHere => (&handover.still_here_message, None, AiKind::StillHere),
        Text::Returned => (&handover.returned_message, None, AiKind::Returned),
        Text::AskFirst => (&handover.ask_first_message, None, AiKind::AskFirst),
    };
    let agent = match agent {
        Some(who) => tx.person(place.dialog.app, who.0).await?.map(|person| person.full_name),
        None => None,
    };
    let now = place.app.now();
    let mut said = written(tx, place.dialog, words, agent, now).await?;
    // What is not written in this customer's language is no reason to say nothing.
    if text == Text::Closed && said.trim().is_empty() {
        said = written(tx, place.dialog, &handover.no_agent_message, None, now).await?;
    }
    if said.trim().is_empty() {
        return Ok(());
    }
    let mut ai = Ai::plain(kind);
    if kind == AiKind::DontKnow {
        ai.suggestions = matter.found.as_ref().map(|found| found.verdict.suggestions.clone()).unwrap_or_default();
    }
    if kind == AiKind::AskFirst {
        let language = customer_of(tx, place.dialog).await?.and_then(|customer| customer.language);
        ai.suggestions = texts::yes_and_no(language.as_deref()).map(String::from).into();
    }
    post::post(place.app, tx, place.dialog, assistant, &said, ai).await?;
    Ok(())
}

async fn call_webhook(tx: &mut Tx, place: &Place<'_>, matter: &Matter) -> Result<(), Error> {
    let Some(assistant) = place.assistant else { return Ok(()) };
    let now = place.app.now();
    let turn = place.control.turn();
    let payload = webhook::payload(place.dialog, assistant.id, matter, now);
    let delivery = Delivery { app: place.dialog.app, assistant: assistant.id, payload };
    let body = serde_json::to_string(&delivery).map_err(Error::internal)?;
    let dedupe = format!("webhook:{}:{}", place.dialog.id, turn.0);
    tx.add_job(
        &NewJob { kind: Delivery::KIND, app: Some(place.dialog.app), dedupe: &dedupe, body: &body, due_at: now },
        now,
    )
    .await?;
    Ok(())
}

async fn begin(tx: &mut Tx, place: &Place<'_>, id: HandoverId, reason: Reason, matter: &Matter) -> Result<(), Error> {
    let Some(assistant) = place.assistant else { return Ok(()) };
    let packet = packet::make(tx, place.dialog, reason, matter).await?;
    let (app, dialog, at) = (place.dialog.app, place.dialog.id, place.app.now());
    let asked_at = episode::asked_at(tx, dialog, reason, at).await?;
    let skill = matter.rule.as_ref().and_then(|rule| rule.skill.as_deref());
    let priority = i64::from(matter.rule.as_ref().is_some_and(|rule| rule.urgent));
    let (id, assistant) = (id.into(), assistant.id);
    let new = NewHandover { id, app, dialog, assistant, reason, packet: &packet, skill, priority, asked_at, at };
    tx.begin_handover(&new).await?;
    Ok(())
}

async fn join(tx: &mut Tx, place: &Place<'_>, agent: i64) -> Result<(), Error> {
    let now = place.app.now();
    if tx.join(place.dialog.id, agent, now).await? {
        let person = tx.person(place.dialog.app, agent).await?;
        post::record_moves(tx, place.dialog, person.into_iter().collect(), Vec::new(), now).await?;
    }
    Ok(())
}

async fn leave(tx: &mut Tx, place: &Place<'_>, agent: i64) -> Result<(), Error> {
    if tx.leave(place.dialog.id, agent).await? {
        post::record_moves(tx, place.dialog, Vec::new(), vec![agent], place.app.now()).await?;
    }
    Ok(())
}

/// Somebody is asked whether they take it.
async fn offer(tx: &mut Tx, place: &Place<'_>, handover: HandoverId, to: AgentId) -> Result<(), Error> {
    tx.queue_handover(handover.into()).await?;
    tell(tx, place, handover, HandoverState::Waiting, None).await?;
    let until = handover::deadline(&place.control).map(|until| until.0);
    tell_offer(tx, place, handover, Some((to, until))).await
}

/// To whom it is offered until when; nothing: to nobody any more.
async fn tell_offer(
    tx: &mut Tx,
    place: &Place<'_>,
    handover: HandoverId,
    offered: Option<(AgentId, Option<i64>)>,
) -> Result<(), Error> {
    let offer = match offered {
        Some((agent, Some(until))) => tx.person(place.dialog.app, agent.0).await?.map(|agent| Offer { agent, until }),
        Some((_, None)) | None => None,
    };
    let handover = domain::HandoverId::from(handover);
    record(tx, place, "offer", &serde_json::json!({ "handover": handover, "offer": offer })).await
}

async fn record(tx: &mut Tx, place: &Place<'_>, kind: &'static str, body: &serde_json::Value) -> Result<(), Error> {
    let (app, dialog) = (place.dialog.app, Some(place.dialog.id));
    post::record(tx, (app, dialog), (kind, Audience::Staff), body, place.app.now()).await
}

async fn tell(
    tx: &mut Tx,
    place: &Place<'_>,
    handover: HandoverId,
    state: HandoverState,
    outcome: Option<Outcome>,
) -> Result<(), Error> {
    let id = domain::HandoverId::from(handover);
    let reason = tx.reason_of(id).await?.map(Reason::as_str);
    let body =
        serde_json::json!({ "id": id, "state": state, "reason": reason, "outcome": outcome.map(Outcome::as_str) });
    record(tx, place, "handover", &body).await
}

/// What the AI Agent says to this verdict, if it has something to say.
pub(super) fn spoken(found: &crate::knowledge::Answered, question: &str) -> Option<(String, Ai)> {
    let verdict = &found.verdict;
    let text = verdict.text.clone()?;
    let kind = match verdict.outcome {
        domain::VerdictOutcome::Answer => AiKind::Answer,
        domain::VerdictOutcome::GeneralAnswer => AiKind::GeneralAnswer,
        domain::VerdictOutcome::Clarify => AiKind::Clarify,
        domain::VerdictOutcome::SmallTalk => AiKind::SmallTalk,
        domain::VerdictOutcome::Unknown | domain::VerdictOutcome::AskedForHuman | domain::VerdictOutcome::Failed => {
            return None;
        }
    };
    let question = verdict.understood.clone().unwrap_or_else(|| question.to_owned());
    let basis = Basis { question, log_odds: verdict.log_odds };
    let ai = Ai {
        found: kind == AiKind::Answer,
        sources: found.sources.clone(),
        statements: verdict.statements.clone(),
        basis: (kind == AiKind::Answer).then_some(basis),
        suggestions: if kind == AiKind::Clarify { verdict.suggestions.clone() } else { Vec::new() },
        ..Ai::plain(kind)
    };
    Some((text, ai))
}
