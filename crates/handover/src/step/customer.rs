//! What the customer does: writes, wants a person, no longer wants one, says where a reply reaches them.

use alloc::{vec, vec::Vec};

use super::{
    Answer,
    episode::{begin, end, stretch},
    quiet, unchanged,
};
use crate::{Control, Effect, Outcome, Reason, Refusal, Scene, Step, Text, Timestamp, Turn, Unanswered};

pub(super) fn wrote(control: &Control, addressed: bool, scene: &Scene<'_>, now: Timestamp) -> Step {
    match *control {
        Control::Assistant { turn, .. } | Control::Closed { turn } if addressed => {
            let turn = turn.next();
            let answer_by = Some(now.plus(scene.patience.answer_ms));
            Step { control: Control::Assistant { turn, answer_by }, effects: vec![Effect::Ask { turn }] }
        }
        Control::Assistant { .. } => unchanged(control),
        Control::Closed { turn } => quiet(Control::Assistant { turn: turn.next(), answer_by: None }),
        Control::Waiting { handover, since, owes_since, until, turn, .. } => {
            let (turn, owes_since, asked) = (turn.next(), owes_since.or(Some(now)), meanwhile(addressed, scene));
            let control = Control::Waiting { handover, since, asked, owes_since, until, turn };
            asks(control, asked, turn)
        }
        Control::Offered { handover, since, to, announced, owes_since, until, turn, .. } => {
            let (turn, owes_since, asked) = (turn.next(), owes_since.or(Some(now)), meanwhile(addressed, scene));
            let control = Control::Offered { handover, since, to, announced, asked, owes_since, until, turn };
            asks(control, asked, turn)
        }
        Control::Agent { handover, since, who, warned, owes_since, until, turn } => {
            // The clock runs from the oldest message without a reply; writing again does not reset it.
            let (owes_since, until) = match owes_since {
                Some(earlier) => (earlier, until),
                None => (now, now.plus(scene.patience.reply_ms)),
            };
            let owes_since = Some(owes_since);
            quiet(Control::Agent { handover, since, who, warned, owes_since, until, turn: turn.next() })
        }
    }
}

/// While the customer waits for a person the AI Agent may answer what it can.
fn meanwhile(addressed: bool, scene: &Scene<'_>) -> bool {
    addressed && scene.policy.answers_waiting
}

fn asks(control: Control, asked: bool, turn: Turn) -> Step {
    Step { control, effects: if asked { vec![Effect::Ask { turn }] } else { Vec::new() } }
}

pub(super) fn wants_person(control: &Control, reason: Reason, scene: &Scene<'_>, now: Timestamp) -> Answer {
    match *control {
        Control::Waiting { .. } | Control::Offered { .. } | Control::Agent { .. } => Ok(unchanged(control)),
        Control::Assistant { turn, .. } | Control::Closed { turn } => {
            if !scene.group {
                let control = Control::Assistant { turn: turn.next(), answer_by: None };
                return Ok(Step { control, effects: vec![Effect::Say(Text::DontKnow)] });
            }
            match scene.unanswered {
                Unanswered::Handover => Ok(begin(turn, reason, scene, now)),
                Unanswered::DontKnow | Unanswered::GeneralModel | Unanswered::Webhook => Err(Refusal::HandoverIsOff),
            }
        }
    }
}

pub(super) fn wants_no_person(control: &Control) -> Answer {
    match stretch(control)? {
        (_, Some(holder)) => Err(Refusal::HeldByAnother { holder }),
        (episode, None) => {
            let next = Control::Assistant { turn: episode.turn.next(), answer_by: None };
            Ok(end(episode.handover, None, Outcome::AbandonedWaiting, next))
        }
    }
}

pub(super) fn left_contact(control: &Control) -> Answer {
    match control {
        Control::Waiting { .. } | Control::Offered { .. } => {
            Ok(Step { control: *control, effects: vec![Effect::Say(Text::ReplyToContact)] })
        }
        Control::Assistant { .. } | Control::Agent { .. } | Control::Closed { .. } => Err(Refusal::NotWaiting),
    }
}
