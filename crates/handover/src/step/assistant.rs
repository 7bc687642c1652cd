//! What the AI Agent does, or a program in its name: answers, does not know, posts.

use alloc::vec;

use super::{Answer, episode::begin, quiet};
use crate::{Control, Effect, Reason, Refusal, Scene, Step, Text, Timestamp, Turn, Unanswered};

pub(super) fn answered(control: &Control, turn: Turn) -> Answer {
    let turn = asked_in(control, turn)?;
    let next = meanwhile(control).unwrap_or(Control::Assistant { turn, answer_by: None });
    Ok(Step { control: next, effects: vec![Effect::Deliver] })
}

/// `again`: the same question was handed over before and has come back.
pub(super) fn unknown(
    control: &Control,
    turn: Turn,
    (reason, again): (Reason, bool),
    scene: &Scene<'_>,
    now: Timestamp,
) -> Answer {
    let turn = asked_in(control, turn)?;
    if let Some(next) = meanwhile(control) {
        return Ok(quiet(next));
    }
    let idle = Control::Assistant { turn, answer_by: None };
    let says = |text| Step { control: idle, effects: vec![Effect::Say(text)] };
    Ok(match scene.unanswered {
        Unanswered::Handover if scene.group && !again => {
            if scene.policy.ask_first && may_be_asked_first(reason) {
                says(Text::AskFirst)
            } else {
                begin(turn, reason, scene, now)
            }
        }
        Unanswered::Handover | Unanswered::DontKnow | Unanswered::GeneralModel => says(Text::DontKnow),
        // Whoever listens at the webhook may answer; a failed provider must not leave silence meanwhile.
        Unanswered::Webhook if reason == Reason::ModelError => {
            Step { control: idle, effects: vec![Effect::Say(Text::DontKnow), Effect::CallWebhook] }
        }
        Unanswered::Webhook => Step { control: idle, effects: vec![Effect::CallWebhook] },
    })
}

/// Nobody who asked for a person, or is beside themselves, is asked whether they want one.
fn may_be_asked_first(reason: Reason) -> bool {
    match reason {
        Reason::UnknownAnswer | Reason::LowConfidence | Reason::RepeatedQuestion => true,
        Reason::AskedForHuman
        | Reason::Frustrated
        | Reason::ModelError
        | Reason::Rule
        | Reason::AgentTakeover
        | Reason::ReturnedHandover => false,
    }
}

/// The turn, if the AI Agent may answer and was asked in exactly this one.
fn asked_in(control: &Control, turn: Turn) -> Result<Turn, Refusal> {
    match *control {
        Control::Assistant { turn: asked, answer_by: Some(_) }
        | Control::Waiting { turn: asked, asked: true, .. }
        | Control::Offered { turn: asked, asked: true, .. }
            if asked == turn =>
        {
            Ok(turn)
        }
        Control::Assistant { .. } | Control::Waiting { .. } | Control::Offered { .. } | Control::Agent { .. } => {
            Err(Refusal::AnswerIsStale)
        }
        Control::Closed { .. } => Err(Refusal::IsClosed),
    }
}

/// The customer goes on waiting for a person, and the AI Agent is no longer asked.
fn meanwhile(control: &Control) -> Option<Control> {
    match *control {
        Control::Waiting { handover, since, owes_since, until, turn, .. } => {
            Some(Control::Waiting { handover, since, asked: false, owes_since, until, turn })
        }
        Control::Offered { handover, since, to, announced, owes_since, until, turn, .. } => {
            Some(Control::Offered { handover, since, to, announced, asked: false, owes_since, until, turn })
        }
        Control::Assistant { .. } | Control::Agent { .. } | Control::Closed { .. } => None,
    }
}

pub(super) fn posted(control: &Control) -> Answer {
    match *control {
        Control::Assistant { turn, .. } => {
            // The next turn, so that the AI Agent's own answer to the same question comes too late.
            let control = Control::Assistant { turn: turn.next(), answer_by: None };
            Ok(Step { control, effects: vec![Effect::Deliver] })
        }
        Control::Waiting { .. } | Control::Offered { .. } | Control::Agent { .. } => Err(Refusal::AnswerIsStale),
        Control::Closed { .. } => Err(Refusal::IsClosed),
    }
}
