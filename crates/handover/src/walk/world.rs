//! The small world: two agents in the pool, one outside it, `N` dialogs, and what an event makes of
//! them. Turns, times and ids are brought back to the same few values, so that the world is finite.

use std::vec::Vec;

use super::{
    event::Event,
    laws, never,
    seen::{Broken, Moved, owes, posts},
    shift::a_shift_changes_nothing,
};
use crate::{
    AgentId, AssignTo, Control, Effect, HandoverId, Hours, Input, Member, Patience, Policy, Refusal, Scene, Step,
    Timestamp, Turn, Unanswered, step,
};

pub const ANA: AgentId = AgentId(1);
pub const BEN: AgentId = AgentId(2);
/// Works here, but is not in the pool.
pub const CLEO: AgentId = AgentId(3);

pub const NOW: Timestamp = Timestamp(100);
/// When the next business hours begin.
pub const OPENS: Timestamp = Timestamp(150);
/// Every deadline, seen from `NOW`.
pub const DUE: Timestamp = Timestamp(200);
pub const CURRENT: Turn = Turn(1);
pub const STALE: Turn = Turn(0);
pub const RUNNING: HandoverId = HandoverId([0; 12]);
pub const FRESH: HandoverId = HandoverId([1; 12]);
pub const PATIENCE: Patience =
    Patience { answer_ms: 1000, wait_ms: 2000, reply_ms: 3000, idle_ms: 4000, accept_ms: 5000, warning_ms: 6000 };
/// The oldest message without a reply: neither when the handover began nor now, so that none of the
/// three passes for another.
pub const OWED: Timestamp = Timestamp(50);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct World<const N: usize> {
    pub dialogs: [Dialog; N],
    /// Ana and Ben.
    pub team: [Presence; 2],
    pub idle_longest: AgentId,
    pub assign_to: AssignTo,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dialog {
    pub control: Control,
    /// Who has answered in this turn. The rules do not know it; the nevers look at it.
    pub answered: Option<Party>,
    /// The handover was escalated: before all that were not.
    pub urgent: bool,
    /// Whether Ana and Ben let it go.
    pub passed: [bool; 2],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party {
    Assistant,
    /// Posts in the AI Agent's name, and knows nothing of the AI Agent's own answer.
    Program,
    Agent(AgentId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    Online,
    Offline,
    /// Removed from the pool, and no longer working here.
    Gone,
}

/// The settings that may be other ones at every event.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub group: bool,
    pub unanswered: Unanswered,
    /// Its "assign to" is the world's.
    pub policy: Policy,
    pub hours: Hours,
    pub contact_known: bool,
}

/// What is walked: the rules, and the order in which the program goes through its queue.
#[derive(Clone, Copy)]
pub struct Program {
    pub step: fn(&Control, Input, &Scene<'_>, Timestamp) -> Result<Step, Refusal>,
    pub place_in_queue: fn(urgent: bool, since: Timestamp) -> (bool, i64),
}

impl Program {
    pub const REAL: Self = Self { step, place_in_queue: |urgent, since| (!urgent, since.0) };
}

impl<const N: usize> World<N> {
    pub fn new() -> Self {
        let control = canonical(&Control::opened(), Timestamp(0));
        let dialog = Dialog { control, answered: None, urgent: false, passed: [false; 2] };
        Self { dialogs: [dialog; N], team: [Presence::Offline; 2], idle_longest: ANA, assign_to: AssignTo::OnlineOnly }
    }

    /// The world after an event and everything that the program does about it at once.
    pub fn after(&self, event: Event, settings: &Settings, program: &Program) -> Result<Self, Broken> {
        let mut next = *self;
        let allowed = next.happens(event, settings, program)?;
        next.settle(settings, program)?;
        match allowed {
            true => Ok(next.canonical()),
            false if next == *self => Ok(next),
            false => Err(Broken("a_refusal_changes_nothing")),
        }
    }

    /// Whether the rules allow it.
    fn happens(&mut self, event: Event, settings: &Settings, program: &Program) -> Result<bool, Broken> {
        match event {
            Event::Said(at, input) => return self.meets(at, input, NOW, settings, program),
            Event::Due(at) => return self.meets(at, Input::DeadlinePassed, DUE, settings, program),
            Event::Comes(who, presence) => self.set_presence(who, presence),
            Event::Leaves(who) => {
                self.set_presence(who, Presence::Gone);
                for at in 0..N {
                    self.meets(at, Input::AgentLost { who }, NOW, settings, program)?;
                }
            }
            Event::Assigns(assign_to) => self.assign_to = assign_to,
        }
        Ok(true)
    }

    pub fn presence(&self, who: AgentId) -> Presence {
        if who == ANA {
            self.team[0]
        } else if who == BEN {
            self.team[1]
        } else {
            Presence::Online
        }
    }

    fn set_presence(&mut self, who: AgentId, presence: Presence) {
        if let Some(at) = [ANA, BEN].iter().position(|&member| member == who) {
            self.team[at] = presence;
        }
    }

    /// Assigns whatever can be assigned, the first in the queue first.
    fn settle(&mut self, settings: &Settings, program: &Program) -> Result<(), Broken> {
        let mut queue: Vec<_> = self
            .dialogs
            .iter()
            .enumerate()
            .filter_map(|(at, dialog)| {
                let Control::Waiting { since, .. } = dialog.control else { return None };
                Some(((program.place_in_queue)(dialog.urgent, since), at))
            })
            .collect();
        queue.sort_unstable();
        for (_, at) in queue {
            self.meets(at, Input::AgentAvailable, NOW, settings, program)?;
        }
        Ok(())
    }

    /// One step of the rules in one dialog, looked at by every invariant.
    fn meets(
        &mut self,
        at: usize,
        input: Input,
        now: Timestamp,
        settings: &Settings,
        program: &Program,
    ) -> Result<bool, Broken> {
        let (before, dialogs) = (self.dialogs[at], self.dialogs);
        let pool = self.pool(at);
        let scene = self.scene(settings, &pool);
        let answer = (program.step)(&before.control, input, &scene, now);
        // One dialog shows it; the rules see no other.
        if N == 1 {
            a_shift_changes_nothing((&before.control, input, &scene, now), program, &answer)?;
        }
        let step = match answer {
            Ok(step) => step,
            Err(refusal) => {
                laws::a_conflict_names_the_winner(&before.control, refusal)?;
                laws::may_be_refused(&before.control, input, &scene, now)?;
                return Ok(false);
            }
        };
        let moved = Moved { at, before, dialogs: &dialogs, input, scene: &scene, now, step: &step };
        never::check(&moved)?;
        laws::check(&moved)?;
        self.dialogs[at] = before.moved(&moved);
        for effect in &step.effects {
            if let Effect::Assign { who, .. } = *effect {
                self.idle_longest = [ANA, BEN].into_iter().find(|&other| other != who).unwrap_or(ANA);
            }
        }
        if posts(&step) {
            let pool = self.pool(at);
            laws::a_second_delivery_posts_nothing(&moved, &self.scene(settings, &pool), program)?;
        }
        Ok(true)
    }

    /// As the rules see it from this dialog. What is offered to somebody takes a place of theirs.
    fn pool(&self, at: usize) -> Vec<Member> {
        pool(self.team, self.idle_longest, self.dialogs[at].passed, |who| {
            let has = |control: &Control| holder(control) == Some(who) || offered(control) == Some(who);
            self.dialogs.iter().filter(|dialog| has(&dialog.control)).count()
        })
    }

    fn scene<'a>(&self, settings: &Settings, pool: &'a [Member]) -> Scene<'a> {
        let Settings { group, unanswered, policy, hours, contact_known } = *settings;
        let policy = Policy { assign_to: self.assign_to, ..policy };
        Scene { group, fresh: FRESH, unanswered, policy, pool, patience: PATIENCE, hours, contact_known }
    }

    fn canonical(mut self) -> Self {
        let begun = self.dialogs.map(|dialog| since(&dialog.control));
        for (dialog, mine) in self.dialogs.iter_mut().zip(begun) {
            let older = begun.iter().filter(|other| other.is_some() && **other < mine).count();
            let rank = i64::try_from(older).expect("there are only a few dialogs");
            dialog.control = canonical(&dialog.control, Timestamp(rank));
        }
        // Which of the dialogs is called the first makes no difference.
        self.dialogs.sort_by_key(|dialog| {
            let Dialog { control, answered, urgent, passed } = dialog;
            (since(control), owes(control), answered.is_some(), *urgent, *passed, offered(control), holder(control))
        });
        self
    }
}

impl Dialog {
    fn moved(self, moved: &Moved<'_>) -> Self {
        let control = moved.step.control;
        let same_turn = control.turn() == self.control.turn();
        let escalated = moved.step.effects.iter().any(|effect| matches!(effect, Effect::Escalate { .. }));
        Self {
            control,
            answered: moved.answers().or(if same_turn { self.answered } else { None }),
            urgent: control.handover().is_some() && (self.urgent || escalated),
            passed: self.passes(moved),
        }
    }

    fn passes(self, moved: &Moved<'_>) -> [bool; 2] {
        let is = moved.step.control.handover();
        let forgotten = moved.times(|effect| matches!(effect, Effect::ForgetPasses { .. })) > 0;
        let before = if forgotten || is.is_none() { [false; 2] } else { self.passed };
        let passes = |who| is.is_some_and(|handover| moved.has(Effect::Pass { handover, who }));
        [before[0] || passes(ANA), before[1] || passes(BEN)]
    }

    /// Whether this agent let it go.
    pub fn passed_by(&self, who: AgentId) -> bool {
        [ANA, BEN].iter().zip(self.passed).any(|(&member, passed)| passed && member == who)
    }
}

/// Ana and Ben as the rules see them; Ana may have one conversation, Ben two.
pub fn pool(
    team: [Presence; 2],
    idle_longest: AgentId,
    passed: [bool; 2],
    load: impl Fn(AgentId) -> usize,
) -> Vec<Member> {
    let member = |((id, presence), passed): ((AgentId, Presence), bool)| {
        let load = u32::try_from(load(id)).expect("there are only a few dialogs");
        let idle_since = Timestamp(i64::from(id != idle_longest));
        (presence != Presence::Gone).then_some(Member {
            id,
            online: presence == Presence::Online,
            load,
            capacity: if id == ANA { 1 } else { 2 },
            idle_since,
            passed,
            fits: true,
            knows_customer: false,
        })
    };
    [ANA, BEN].into_iter().zip(team).zip(passed).filter_map(member).collect()
}

/// Who is asked whether they take it.
pub fn offered(control: &Control) -> Option<AgentId> {
    if let Control::Offered { to, .. } = *control { Some(to) } else { None }
}

pub fn holder(control: &Control) -> Option<AgentId> {
    if let Control::Agent { who, .. } = *control { Some(who) } else { None }
}

pub fn since(control: &Control) -> Option<Timestamp> {
    match *control {
        Control::Waiting { since, .. } | Control::Offered { since, .. } | Control::Agent { since, .. } => Some(since),
        Control::Assistant { .. } | Control::Closed { .. } => None,
    }
}

/// The same control with the turn, the ids and the times of every other that behaves like it.
fn canonical(control: &Control, since: Timestamp) -> Control {
    let (handover, until, turn) = (RUNNING, DUE, CURRENT);
    let owed = |owes_since: Option<Timestamp>| owes_since.map(|_| OWED);
    match *control {
        Control::Assistant { answer_by, .. } => Control::Assistant { turn, answer_by: answer_by.map(|_| DUE) },
        Control::Waiting { asked, owes_since, .. } => {
            Control::Waiting { handover, since, asked, owes_since: owed(owes_since), until, turn }
        }
        Control::Offered { to, announced, asked, owes_since, .. } => {
            Control::Offered { handover, since, to, announced, asked, owes_since: owed(owes_since), until, turn }
        }
        Control::Agent { who, warned, owes_since, .. } => {
            Control::Agent { handover, since, who, warned, owes_since: owed(owes_since), until, turn }
        }
        Control::Closed { .. } => Control::Closed { turn },
    }
}
