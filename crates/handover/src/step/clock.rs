//! What happens by itself when nobody has acted in time.

use alloc::vec;

use super::{
    Answer,
    assistant::unknown,
    episode::{Episode, back_to_pool, end, pass_on, stretch},
};
use crate::{AgentId, Control, Effect, OnSilence, Outcome, Reason, Refusal, Scene, Step, Text, Timestamp, deadline};

pub(super) fn deadline_passed(control: &Control, scene: &Scene<'_>, now: Timestamp) -> Answer {
    if deadline(control).is_none_or(|due| now < due) {
        return Err(Refusal::NotDue);
    }
    match *control {
        Control::Assistant { turn, .. } => unknown(control, turn, (Reason::ModelError, false), scene, now),
        Control::Waiting { handover, since, asked, owes_since, turn, .. } => {
            let until = now.plus(scene.patience.wait_ms);
            let control = Control::Waiting { handover, since, asked, owes_since, until, turn };
            Ok(Step { control, effects: vec![Effect::Escalate { handover }, Effect::ForgetPasses { handover }] })
        }
        Control::Offered { .. } => pass_on(control, scene, now),
        Control::Agent { handover, since, who, warned: false, owes_since: owes_since @ Some(_), turn, .. } => {
            let until = now.plus(scene.patience.warning_ms);
            let control = Control::Agent { handover, since, who, warned: true, owes_since, until, turn };
            Ok(Step { control, effects: vec![Effect::Warn { handover, who }] })
        }
        Control::Agent { who, warned: true, owes_since: Some(_), .. } => {
            Ok(silent(stretch(control)?.0, who, scene, now))
        }
        Control::Agent { handover, who, owes_since: None, turn, .. } => {
            let next = Control::Assistant { turn: turn.next(), answer_by: None };
            Ok(end(handover, Some(who), Outcome::Returned, next))
        }
        Control::Closed { .. } => Err(Refusal::NotDue),
    }
}

/// The agent was warned, and still has not replied.
fn silent(episode: Episode, who: AgentId, scene: &Scene<'_>, now: Timestamp) -> Step {
    let Episode { handover, since, owes_since, turn, asked: _ } = episode;
    match scene.policy.silence {
        OnSilence::Keep => {
            let until = now.plus(scene.patience.reply_ms);
            let control = Control::Agent { handover, since, who, warned: true, owes_since, until, turn };
            Step { control, effects: vec![Effect::Warn { handover, who }] }
        }
        OnSilence::Reassign => back_to_pool(episode, who, scene, now),
        OnSilence::GiveBack => {
            let next = Control::Assistant { turn: turn.next(), answer_by: None };
            let mut step = end(handover, Some(who), Outcome::Returned, next);
            step.effects.push(Effect::Say(Text::Returned));
            step
        }
    }
}
