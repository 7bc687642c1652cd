//! What agents and supervisors do: take, decline, write, hand on, give back, resolve, come and go.

use alloc::{vec, vec::Vec};

use super::{
    Answer,
    episode::{Episode, assign, back_to_pool, choose_other, end, engage, pass_on, stretch, take},
    unchanged,
};
use crate::{Actor, AgentId, Control, Destination, Effect, How, Outcome, Reason, Refusal, Scene, Step, Timestamp};

pub(super) fn claim(control: &Control, by: AgentId, scene: &Scene<'_>, now: Timestamp) -> Answer {
    let (episode, how, mut effects) = match *control {
        Control::Closed { .. } => return Err(Refusal::IsClosed),
        Control::Agent { who, .. } if who == by => return Ok(unchanged(control)),
        Control::Agent { who, .. } => return Err(Refusal::HeldByAnother { holder: who }),
        Control::Assistant { .. } if !scene.group => return Err(Refusal::PrivateDialog),
        Control::Assistant { turn, answer_by } => {
            // A question that was still being answered is now the agent's to answer.
            let owes_since = answer_by.map(|_| now);
            let episode = Episode { handover: scene.fresh, since: now, owes_since, asked: false, turn };
            let begun = Effect::Begin { handover: scene.fresh, reason: Reason::AgentTakeover };
            (episode, How::Claimed, vec![begun])
        }
        Control::Waiting { .. } => (stretch(control)?.0, How::Claimed, Vec::new()),
        Control::Offered { to, .. } => {
            (stretch(control)?.0, if to == by { How::Accepted } else { How::Claimed }, Vec::new())
        }
    };
    let control = take(episode, by, how, scene, now, &mut effects);
    Ok(Step { control, effects })
}

pub(super) fn decline(control: &Control, by: AgentId, scene: &Scene<'_>, now: Timestamp) -> Answer {
    match *control {
        Control::Offered { to, .. } if to == by => pass_on(control, scene, now),
        Control::Assistant { .. }
        | Control::Waiting { .. }
        | Control::Offered { .. }
        | Control::Agent { .. }
        | Control::Closed { .. } => Err(Refusal::NotOffered),
    }
}

pub(super) fn wrote(control: &Control, by: AgentId, scene: &Scene<'_>, now: Timestamp) -> Answer {
    match *control {
        Control::Agent { handover, since, who, turn, .. } if who == by => {
            let until = now.plus(scene.patience.idle_ms);
            let control = Control::Agent { handover, since, who, warned: false, owes_since: None, until, turn };
            Ok(Step { control, effects: vec![Effect::Reply { handover }] })
        }
        Control::Agent { who, .. } => Err(Refusal::HeldByAnother { holder: who }),
        Control::Assistant { .. } | Control::Waiting { .. } | Control::Offered { .. } => Err(Refusal::NotInControl),
        Control::Closed { .. } => Err(Refusal::IsClosed),
    }
}

pub(super) fn available(control: &Control, scene: &Scene<'_>, now: Timestamp) -> Answer {
    if !matches!(control, Control::Waiting { .. }) {
        return Err(Refusal::NotWaiting);
    }
    let (episode, _) = stretch(control)?;
    let member = choose_other(scene, None).ok_or(Refusal::NobodyAvailable)?;
    let mut effects = Vec::new();
    let control = engage(episode, member, true, scene, now, &mut effects);
    Ok(Step { control, effects })
}

pub(super) fn transfer(control: &Control, by: Actor, to: Destination, scene: &Scene<'_>, now: Timestamp) -> Answer {
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

pub(super) fn give_back(control: &Control, by: Actor) -> Answer {
    let (episode, holder) = stretch(control)?;
    if let Some(holder) = holder {
        may_act(by, holder)?;
    }
    let next = Control::Assistant { turn: episode.turn.next(), answer_by: None };
    Ok(end(episode.handover, holder, Outcome::Returned, next))
}

pub(super) fn resolve(control: &Control, by: Actor, solved: bool) -> Answer {
    let (episode, holder) = stretch(control)?;
    match holder {
        Some(holder) => may_act(by, holder)?,
        None if by.supervises => {}
        None => return Err(Refusal::NotInControl),
    }
    let outcome = if solved { Outcome::Solved } else { Outcome::NotSolved };
    Ok(end(episode.handover, holder, outcome, Control::Closed { turn: episode.turn.next() }))
}

pub(super) fn lost(control: &Control, lost: AgentId, scene: &Scene<'_>, now: Timestamp) -> Answer {
    match *control {
        Control::Agent { who, .. } if who == lost => Ok(back_to_pool(stretch(control)?.0, lost, scene, now)),
        Control::Offered { to, .. } if to == lost => pass_on(control, scene, now),
        Control::Assistant { .. }
        | Control::Waiting { .. }
        | Control::Offered { .. }
        | Control::Agent { .. }
        | Control::Closed { .. } => Ok(unchanged(control)),
    }
}

fn may_act(by: Actor, holder: AgentId) -> Result<(), Refusal> {
    if by.id == holder || by.supervises { Ok(()) } else { Err(Refusal::HeldByAnother { holder }) }
}
