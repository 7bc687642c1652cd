//! The one function that says where control goes: `step(control, input, scene, now)`.

mod episode;

use alloc::{vec, vec::Vec};

use crate::{
    Actor, AgentId, Control, Destination, Effect, How, Input, Outcome, Reason, Refusal, Scene, Step, Text, Timestamp,
    Turn, Unanswered, deadline,
};
use episode::{Episode, assign, back_to_pool, begin, choose_other, end, stretch, take};

type Answer = Result<Step, Refusal>;

/// The next control and what must follow, or why nothing may change.
///
/// # Errors
/// A [`Refusal`] when the input is not allowed in this state; the control stays as it is.
pub fn step(control: &Control, input: Input, scene: &Scene<'_>, now: Timestamp) -> Answer {
    match input {
        Input::CustomerWrote { addressed } => Ok(customer_wrote(control, addressed, scene, now)),
        Input::Answered { turn } => answered(control, turn),
        Input::Unknown { turn, reason } => unknown(control, turn, reason, scene, now),
        Input::Posted => posted(control),
        Input::PersonWanted { reason } => person_wanted(control, reason, scene, now),
        Input::Claim { by } => claim(control, by, scene, now),
        Input::AgentWrote { by } => agent_wrote(control, by, scene, now),
        Input::AgentAvailable => agent_available(control, scene, now),
        Input::Transfer { by, to } => transfer(control, by, to, scene, now),
        Input::Return { by } => give_back(control, by),
        Input::Resolve { by, solved } => resolve(control, by, solved),
        Input::AgentLost { who } => agent_lost(control, who, scene, now),
        Input::DeadlinePassed => deadline_passed(control, scene, now),
    }
}

fn customer_wrote(control: &Control, addressed: bool, scene: &Scene<'_>, now: Timestamp) -> Step {
    match *control {
        Control::Assistant { turn, .. } | Control::Closed { turn } if addressed => {
            let turn = turn.next();
            let answer_by = Some(now.plus(scene.patience.answer_ms));
            Step { control: Control::Assistant { turn, answer_by }, effects: vec![Effect::Ask { turn }] }
        }
        Control::Assistant { .. } => unchanged(control),
        Control::Closed { turn } => quiet(Control::Assistant { turn: turn.next(), answer_by: None }),
        Control::Waiting { handover, since, owes_since, until, passed_by, turn } => {
            let owes_since = owes_since.or(Some(now));
            quiet(Control::Waiting { handover, since, owes_since, until, passed_by, turn: turn.next() })
        }
        Control::Agent { handover, since, who, owes_since, until, turn } => {
            // The clock runs from the oldest message without a reply; writing again does not reset it.
            let (owes_since, until) = match owes_since {
                Some(earlier) => (earlier, until),
                None => (now, now.plus(scene.patience.reply_ms)),
            };
            quiet(Control::Agent { handover, since, who, owes_since: Some(owes_since), until, turn: turn.next() })
        }
    }
}

fn answered(control: &Control, turn: Turn) -> Answer {
    let turn = asked_in(control, turn)?;
    Ok(Step { control: Control::Assistant { turn, answer_by: None }, effects: vec![Effect::Deliver] })
}

fn unknown(control: &Control, turn: Turn, reason: Reason, scene: &Scene<'_>, now: Timestamp) -> Answer {
    let turn = asked_in(control, turn)?;
    let idle = Control::Assistant { turn, answer_by: None };
    let dont_know = Effect::Say(Text::DontKnow);
    Ok(match scene.unanswered {
        Unanswered::Handover if scene.group => begin(turn, reason, scene, now),
        Unanswered::Handover | Unanswered::DontKnow | Unanswered::GeneralModel => {
            Step { control: idle, effects: vec![dont_know] }
        }
        // Whoever listens at the webhook may answer; a failed provider must not leave silence meanwhile.
        Unanswered::Webhook if reason == Reason::ModelError => {
            Step { control: idle, effects: vec![dont_know, Effect::CallWebhook] }
        }
        Unanswered::Webhook => Step { control: idle, effects: vec![Effect::CallWebhook] },
    })
}

/// The turn, if the AI Agent has control and was asked in exactly this one.
fn asked_in(control: &Control, turn: Turn) -> Result<Turn, Refusal> {
    match *control {
        Control::Assistant { turn: asked, answer_by: Some(_) } if asked == turn => Ok(turn),
        Control::Assistant { .. } | Control::Waiting { .. } | Control::Agent { .. } => Err(Refusal::AnswerIsStale),
        Control::Closed { .. } => Err(Refusal::IsClosed),
    }
}

fn posted(control: &Control) -> Answer {
    match *control {
        Control::Assistant { turn, .. } => {
            // The next turn, so that the AI Agent's own answer to the same question comes too late.
            let control = Control::Assistant { turn: turn.next(), answer_by: None };
            Ok(Step { control, effects: vec![Effect::Deliver] })
        }
        Control::Waiting { .. } | Control::Agent { .. } => Err(Refusal::AnswerIsStale),
        Control::Closed { .. } => Err(Refusal::IsClosed),
    }
}

fn person_wanted(control: &Control, reason: Reason, scene: &Scene<'_>, now: Timestamp) -> Answer {
    match *control {
        Control::Waiting { .. } | Control::Agent { .. } => Ok(unchanged(control)),
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

fn claim(control: &Control, by: AgentId, scene: &Scene<'_>, now: Timestamp) -> Answer {
    match *control {
        Control::Closed { .. } => Err(Refusal::IsClosed),
        Control::Agent { who, .. } if who == by => Ok(unchanged(control)),
        Control::Agent { who, .. } => Err(Refusal::HeldByAnother { holder: who }),
        Control::Assistant { .. } if !scene.group => Err(Refusal::PrivateDialog),
        Control::Assistant { turn, answer_by } => {
            // A question that was still being answered is now the agent's to answer.
            let owes_since = answer_by.map(|_| now);
            let episode = Episode { handover: scene.fresh, since: now, owes_since, turn };
            let mut effects = vec![Effect::Begin { handover: scene.fresh, reason: Reason::AgentTakeover }];
            let control = take(episode, by, How::Claimed, scene, now, &mut effects);
            Ok(Step { control, effects })
        }
        Control::Waiting { handover, since, owes_since, turn, .. } => {
            let mut effects = Vec::new();
            let episode = Episode { handover, since, owes_since, turn };
            let control = take(episode, by, How::Claimed, scene, now, &mut effects);
            Ok(Step { control, effects })
        }
    }
}

fn agent_wrote(control: &Control, by: AgentId, scene: &Scene<'_>, now: Timestamp) -> Answer {
    match *control {
        Control::Agent { handover, since, who, turn, .. } if who == by => {
            let until = now.plus(scene.patience.idle_ms);
            let control = Control::Agent { handover, since, who, owes_since: None, until, turn };
            Ok(Step { control, effects: vec![Effect::Reply { handover }] })
        }
        Control::Agent { who, .. } => Err(Refusal::HeldByAnother { holder: who }),
        Control::Assistant { .. } | Control::Waiting { .. } => Err(Refusal::NotInControl),
        Control::Closed { .. } => Err(Refusal::IsClosed),
    }
}

fn agent_available(control: &Control, scene: &Scene<'_>, now: Timestamp) -> Answer {
    let Control::Waiting { handover, since, owes_since, passed_by, turn, .. } = *control else {
        return Err(Refusal::NotWaiting);
    };
    let member = choose_other(scene, passed_by).ok_or(Refusal::NobodyAvailable)?;
    let mut effects = Vec::new();
    let episode = Episode { handover, since, owes_since, turn };
    let control = assign(episode, member, How::Assigned, scene, now, &mut effects);
    Ok(Step { control, effects })
}

fn transfer(control: &Control, by: Actor, to: Destination, scene: &Scene<'_>, now: Timestamp) -> Answer {
    let (episode, holder) = stretch(control)?;
    if let Some(holder) = holder {
        may_act(by, holder)?;
    }
    Ok(match to {
        Destination::Agent(who) if Some(who) == holder => unchanged(control),
        Destination::Agent(who) => {
            let mut effects: Vec<Effect> = holder.map(|who| Effect::Release { who }).into_iter().collect();
            let control = match scene.pool.iter().find(|member| member.id == who) {
                Some(&member) => assign(episode, member, How::Transferred, scene, now, &mut effects),
                None => take(episode, who, How::Transferred, scene, now, &mut effects),
            };
            Step { control, effects }
        }
        Destination::Pool => match holder {
            Some(holder) => back_to_pool(episode, holder, scene, now),
            None => unchanged(control),
        },
    })
}

fn give_back(control: &Control, by: Actor) -> Answer {
    let (episode, holder) = stretch(control)?;
    if let Some(holder) = holder {
        may_act(by, holder)?;
    }
    let next = Control::Assistant { turn: episode.turn.next(), answer_by: None };
    Ok(end(episode.handover, holder, Outcome::Returned, next))
}

fn resolve(control: &Control, by: Actor, solved: bool) -> Answer {
    let (episode, holder) = stretch(control)?;
    match holder {
        Some(holder) => may_act(by, holder)?,
        None if by.supervises => {}
        None => return Err(Refusal::NotInControl),
    }
    let outcome = if solved { Outcome::Solved } else { Outcome::NotSolved };
    Ok(end(episode.handover, holder, outcome, Control::Closed { turn: episode.turn.next() }))
}

fn agent_lost(control: &Control, lost: AgentId, scene: &Scene<'_>, now: Timestamp) -> Answer {
    match *control {
        Control::Agent { handover, since, who, owes_since, turn, .. } if who == lost => {
            Ok(back_to_pool(Episode { handover, since, owes_since, turn }, lost, scene, now))
        }
        Control::Assistant { .. } | Control::Waiting { .. } | Control::Agent { .. } | Control::Closed { .. } => {
            Ok(unchanged(control))
        }
    }
}

fn deadline_passed(control: &Control, scene: &Scene<'_>, now: Timestamp) -> Answer {
    if deadline(control).is_none_or(|due| now < due) {
        return Err(Refusal::NotDue);
    }
    match *control {
        Control::Assistant { turn, .. } => unknown(control, turn, Reason::ModelError, scene, now),
        Control::Waiting { handover, since, owes_since, turn, .. } => {
            let until = now.plus(scene.patience.wait_ms);
            let control = Control::Waiting { handover, since, owes_since, until, passed_by: None, turn };
            Ok(Step { control, effects: vec![Effect::Escalate { handover }] })
        }
        Control::Agent { handover, since, who, owes_since: owes_since @ Some(_), turn, .. } => {
            Ok(back_to_pool(Episode { handover, since, owes_since, turn }, who, scene, now))
        }
        Control::Agent { handover, who, owes_since: None, turn, .. } => {
            let next = Control::Assistant { turn: turn.next(), answer_by: None };
            Ok(end(handover, Some(who), Outcome::Returned, next))
        }
        Control::Closed { .. } => Err(Refusal::NotDue),
    }
}

fn may_act(by: Actor, holder: AgentId) -> Result<(), Refusal> {
    if by.id == holder || by.supervises { Ok(()) } else { Err(Refusal::HeldByAnother { holder }) }
}

/// Nothing happens but the change of control.
fn quiet(control: Control) -> Step {
    Step { control, effects: Vec::new() }
}

fn unchanged(control: &Control) -> Step {
    quiet(*control)
}
