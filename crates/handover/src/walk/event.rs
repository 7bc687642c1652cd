//! Everything that can happen in the small world, in whatever order and as often as it likes.

use std::vec::Vec;

use super::world::{ANA, BEN, CLEO, CURRENT, Presence, STALE, World};
use crate::{Actor, AgentId, AssignTo, Control, Destination, Input, Reason, Turn};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// An input for one dialog.
    Said(usize, Input),
    /// The clock of one dialog has run out.
    Due(usize),
    /// An agent of the pool comes online, goes offline, or is back in the pool.
    Comes(AgentId, Presence),
    /// An agent is disabled or removed.
    Leaves(AgentId),
    /// An admin saves another "assign to".
    Assigns(AssignTo),
}

impl Event {
    /// Happens without anybody ending it: people come, agents take what is offered and reply, clocks run out.
    pub fn is_ordinary(self) -> bool {
        match self {
            Self::Said(_, input) => matches!(input, Input::AgentWrote { .. } | Input::Claim { .. }),
            Self::Comes(_, presence) => presence == Presence::Online,
            Self::Due(_) => true,
            Self::Leaves(_) | Self::Assigns(_) => false,
        }
    }
}

pub fn events<const N: usize>(world: &World<N>) -> Vec<Event> {
    let mut events: Vec<Event> = (0..N).flat_map(|at| in_dialog(world, at)).collect();
    for who in [ANA, BEN] {
        let here = world.presence(who);
        let others = [Presence::Online, Presence::Offline].into_iter().filter(|&presence| presence != here);
        events.extend(others.map(|presence| Event::Comes(who, presence)));
    }
    events.extend([ANA, BEN, CLEO].map(Event::Leaves));
    events.push(Event::Assigns(match world.assign_to {
        AssignTo::OnlineOnly => AssignTo::OnlineAndOffline,
        AssignTo::OnlineAndOffline => AssignTo::OnlineOnly,
    }));
    events
}

/// An answer of an earlier turn may arrive at any time, one of this turn any number of times or
/// never: so late, doubled and lost answers need no state of their own.
fn in_dialog<const N: usize>(world: &World<N>, at: usize) -> Vec<Event> {
    let here = |who: &AgentId| world.presence(*who) != Presence::Gone;
    let mut inputs: Vec<Input> = [true, false].map(|addressed| Input::CustomerWrote { addressed }).into();
    inputs.extend([CURRENT, STALE].into_iter().flat_map(from_assistant));
    inputs.extend([
        Input::Posted,
        Input::PersonWanted { reason: Reason::AskedForHuman },
        Input::PersonNotWanted,
        Input::ContactLeft,
        Input::AgentAvailable,
        Input::DeadlinePassed,
    ]);
    // Who is not in the pool makes no difference to the queue, which is what several dialogs are about.
    let staff = if N == 1 { &[ANA, BEN, CLEO][..] } else { &[ANA, BEN] };
    for who in staff.iter().copied().filter(here) {
        inputs.extend([Input::Claim { by: who }, Input::Decline { by: who }, Input::AgentWrote { by: who }]);
        inputs.extend(from_staff(Actor { id: who, supervises: false }, staff, here));
    }
    inputs.extend(from_staff(Actor { id: CLEO, supervises: true }, staff, here));
    let due = !matches!(world.dialogs[at].control, Control::Closed { .. });
    inputs.into_iter().map(|input| Event::Said(at, input)).chain(due.then_some(Event::Due(at))).collect()
}

fn from_assistant(turn: Turn) -> [Input; 4] {
    let unknown = |reason, again| Input::Unknown { turn, reason, again };
    [
        Input::Answered { turn },
        unknown(Reason::UnknownAnswer, false),
        unknown(Reason::UnknownAnswer, true),
        unknown(Reason::ModelError, false),
    ]
}

fn from_staff(by: Actor, staff: &[AgentId], here: impl Fn(&AgentId) -> bool) -> Vec<Input> {
    let colleagues = staff.iter().copied().filter(here).map(Destination::Agent);
    let transfers = colleagues.chain([Destination::Pool]).map(|to| Input::Transfer { by, to });
    let ends = [Input::Return { by }, Input::Resolve { by, solved: true }, Input::Resolve { by, solved: false }];
    transfers.chain(ends).collect()
}
