//! A handover as it goes from hand to hand: begun, queued, offered, held by one agent, back in the pool, ended.

use alloc::{vec, vec::Vec};

use super::nobody::{Plan, plan};
use crate::{
    AgentId, Control, Effect, HandoverId, How, Member, Outcome, Reason, Refusal, Scene, Step, Text, Timestamp, Turn,
    choose,
};

/// What stays the same while a handover goes from hand to hand.
#[derive(Clone, Copy)]
pub(super) struct Episode {
    pub handover: HandoverId,
    pub since: Timestamp,
    /// The customer's oldest message without a human reply.
    pub owes_since: Option<Timestamp>,
    /// The AI Agent was asked in this turn.
    pub asked: bool,
    pub turn: Turn,
}

pub(super) fn begin(turn: Turn, reason: Reason, scene: &Scene<'_>, now: Timestamp) -> Step {
    let episode = Episode { handover: scene.fresh, since: now, owes_since: Some(now), asked: false, turn: turn.next() };
    let mut effects = vec![Effect::Begin { handover: scene.fresh, reason }];
    let control = match choose_other(scene, None) {
        Some(member) => {
            effects.push(Effect::Say(Text::Handover));
            engage(episode, member, false, scene, now, &mut effects)
        }
        None => queue(episode, scene, now, &mut effects),
    };
    Step { control, effects }
}

/// The agent who had it no longer has it: to somebody else in the pool, or into the queue.
pub(super) fn back_to_pool(mut episode: Episode, holder: AgentId, scene: &Scene<'_>, now: Timestamp) -> Step {
    let handover = episode.handover;
    episode.turn = episode.turn.next();
    let mut effects = vec![Effect::Release { who: holder }, Effect::Pass { handover, who: holder }];
    let control = match choose_other(scene, Some(holder)) {
        Some(member) => engage(episode, member, false, scene, now, &mut effects),
        None => queue(episode, scene, now, &mut effects),
    };
    Step { control, effects }
}

/// The agent who was asked does not take it: somebody else is asked, or, when all were, it is escalated.
pub(super) fn pass_on(control: &Control, scene: &Scene<'_>, now: Timestamp) -> Result<Step, Refusal> {
    let Control::Offered { handover, since, to, announced, asked, owes_since, turn, .. } = *control else {
        return Err(Refusal::NotOffered);
    };
    let episode = Episode { handover, since, owes_since, asked, turn };
    let mut effects = vec![Effect::Pass { handover, who: to }];
    let control = match choose_other(scene, Some(to)) {
        Some(member) => engage(episode, member, announced, scene, now, &mut effects),
        None if announced => {
            effects.extend([Effect::Queue { handover }, Effect::Escalate { handover }]);
            let until = now.plus(scene.patience.wait_ms);
            Control::Waiting { handover, since, asked, owes_since, until, turn }
        }
        None => {
            let control = queue(episode, scene, now, &mut effects);
            if control.handover().is_some() {
                effects.push(Effect::Escalate { handover });
            }
            control
        }
    };
    Ok(Step { control, effects })
}

/// Whoever comes next, but not this one.
pub(super) fn choose_other(scene: &Scene<'_>, but: Option<AgentId>) -> Option<Member> {
    let others: Vec<Member> = scene.pool.iter().filter(|member| Some(member.id) != but).copied().collect();
    choose(&others, &scene.policy)
}

/// Nobody can be assigned.
fn queue(episode: Episode, scene: &Scene<'_>, now: Timestamp, effects: &mut Vec<Effect>) -> Control {
    let Episode { handover, since, owes_since, asked, turn } = episode;
    match plan(scene, now) {
        Plan::Wait { text, until } => {
            effects.extend([Effect::Queue { handover }, Effect::Say(text)]);
            Control::Waiting { handover, since, asked, owes_since, until, turn }
        }
        Plan::GiveBack { text } => {
            effects.extend([Effect::End { handover, outcome: Outcome::Returned }, Effect::Say(text)]);
            Control::Assistant { turn: turn.next(), answer_by: None }
        }
    }
}

/// A member of the pool is to have it: asked first where that is wanted and they are there to be asked.
pub(super) fn engage(
    episode: Episode,
    member: Member,
    announced: bool,
    scene: &Scene<'_>,
    now: Timestamp,
    effects: &mut Vec<Effect>,
) -> Control {
    if !(scene.policy.offers && member.online) {
        return assign(episode, member, How::Assigned, scene, now, effects);
    }
    let Episode { handover, since, owes_since, asked, turn } = episode;
    let (to, until) = (member.id, now.plus(scene.patience.accept_ms));
    effects.push(Effect::Offer { handover, to });
    Control::Offered { handover, since, to, announced, asked, owes_since, until, turn }
}

/// A member of the pool gets it: one who is not there is announced as such.
pub(super) fn assign(
    episode: Episode,
    member: Member,
    how: How,
    scene: &Scene<'_>,
    now: Timestamp,
    effects: &mut Vec<Effect>,
) -> Control {
    if member.online || !scene.policy.offline_text {
        return take(episode, member.id, how, scene, now, effects);
    }
    effects.push(Effect::Assign { handover: episode.handover, who: member.id, how });
    effects.push(Effect::Say(Text::OfflineAgent(member.id)));
    held(episode, member.id, scene, now)
}

/// The agent has it now, and the customer is told so if that is wanted.
pub(super) fn take(
    episode: Episode,
    who: AgentId,
    how: How,
    scene: &Scene<'_>,
    now: Timestamp,
    effects: &mut Vec<Effect>,
) -> Control {
    effects.push(Effect::Assign { handover: episode.handover, who, how });
    if scene.policy.notify {
        effects.push(Effect::Say(Text::Assigned(who)));
    }
    held(episode, who, scene, now)
}

fn held(episode: Episode, who: AgentId, scene: &Scene<'_>, now: Timestamp) -> Control {
    let Episode { handover, since, owes_since, turn, asked: _ } = episode;
    let patience = if owes_since.is_some() { scene.patience.reply_ms } else { scene.patience.idle_ms };
    let (until, turn) = (now.plus(patience), turn.next());
    Control::Agent { handover, since, who, warned: false, owes_since, until, turn }
}

pub(super) fn end(handover: HandoverId, holder: Option<AgentId>, outcome: Outcome, control: Control) -> Step {
    let mut effects: Vec<Effect> = holder.map(|who| Effect::Release { who }).into_iter().collect();
    effects.push(Effect::End { handover, outcome });
    Step { control, effects }
}

/// The human stretch that is going on, and who holds it.
pub(super) fn stretch(control: &Control) -> Result<(Episode, Option<AgentId>), Refusal> {
    match *control {
        Control::Waiting { handover, since, asked, owes_since, turn, .. }
        | Control::Offered { handover, since, asked, owes_since, turn, .. } => {
            Ok((Episode { handover, since, owes_since, asked, turn }, None))
        }
        Control::Agent { handover, since, who, owes_since, turn, .. } => {
            Ok((Episode { handover, since, owes_since, asked: false, turn }, Some(who)))
        }
        Control::Assistant { .. } => Err(Refusal::NotInControl),
        Control::Closed { .. } => Err(Refusal::IsClosed),
    }
}
