//! A handover as it goes from hand to hand: begun, queued, held by one agent, back in the pool, ended.

use alloc::{vec, vec::Vec};

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
    pub turn: Turn,
}

pub(super) fn begin(turn: Turn, reason: Reason, scene: &Scene<'_>, now: Timestamp) -> Step {
    let episode = Episode { handover: scene.fresh, since: now, owes_since: Some(now), turn };
    let mut effects = vec![Effect::Begin { handover: scene.fresh, reason }];
    let control = match choose_other(scene, None) {
        Some(member) => {
            effects.push(Effect::Say(Text::Handover));
            assign(episode, member, How::Assigned, scene, now, &mut effects)
        }
        None => queue(episode, None, scene, now, &mut effects),
    };
    Step { control, effects }
}

/// The agent who had it no longer has it: to somebody else in the pool, or into the queue.
pub(super) fn back_to_pool(episode: Episode, holder: AgentId, scene: &Scene<'_>, now: Timestamp) -> Step {
    let mut effects = vec![Effect::Release { who: holder }];
    let control = match choose_other(scene, Some(holder)) {
        Some(member) => assign(episode, member, How::Assigned, scene, now, &mut effects),
        None => queue(episode, Some(holder), scene, now, &mut effects),
    };
    Step { control, effects }
}

pub(super) fn choose_other(scene: &Scene<'_>, passed_by: Option<AgentId>) -> Option<Member> {
    let others: Vec<Member> = scene.pool.iter().filter(|member| Some(member.id) != passed_by).copied().collect();
    choose(&others, scene.policy.assign_to)
}

fn queue(
    episode: Episode,
    passed_by: Option<AgentId>,
    scene: &Scene<'_>,
    now: Timestamp,
    effects: &mut Vec<Effect>,
) -> Control {
    let Episode { handover, since, owes_since, turn } = episode;
    effects.push(Effect::Queue { handover });
    effects.push(Effect::Say(Text::NobodyAvailable));
    let until = now.plus(scene.patience.wait_ms);
    Control::Waiting { handover, since, owes_since, until, passed_by, turn: turn.next() }
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
    let Episode { handover, since, owes_since, turn } = episode;
    let patience = if owes_since.is_some() { scene.patience.reply_ms } else { scene.patience.idle_ms };
    Control::Agent { handover, since, who, owes_since, until: now.plus(patience), turn: turn.next() }
}

pub(super) fn end(handover: HandoverId, holder: Option<AgentId>, outcome: Outcome, control: Control) -> Step {
    let mut effects: Vec<Effect> = holder.map(|who| Effect::Release { who }).into_iter().collect();
    effects.push(Effect::End { handover, outcome });
    Step { control, effects }
}

/// The human stretch that is going on, and who holds it.
pub(super) fn stretch(control: &Control) -> Result<(Episode, Option<AgentId>), Refusal> {
    match *control {
        Control::Waiting { handover, since, owes_since, turn, .. } => {
            Ok((Episode { handover, since, owes_since, turn }, None))
        }
        Control::Agent { handover, since, who, owes_since, turn, .. } => {
            Ok((Episode { handover, since, owes_since, turn }, Some(who)))
        }
        Control::Assistant { .. } => Err(Refusal::NotInControl),
        Control::Closed { .. } => Err(Refusal::IsClosed),
    }
}
