//! One step of the rules as the invariants see it.

use super::world::{Dialog, Party, holder};
use crate::{AgentId, Control, Effect, How, Input, Scene, Step, Text, Timestamp};

/// The name of the invariant that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken(pub &'static str);

pub type Invariant = (&'static str, fn(&Moved<'_>) -> bool);

/// Invariants with their own names.
macro_rules! named {
    ($($name:ident),+ $(,)?) => { &[$((stringify!($name), $name)),+] };
}
pub(super) use named;

pub fn check(invariants: &[Invariant], moved: &Moved<'_>) -> Result<(), Broken> {
    match invariants.iter().find(|(_, holds)| !holds(moved)) {
        Some((name, _)) => Err(Broken(name)),
        None => Ok(()),
    }
}

pub struct Moved<'a> {
    /// Which of the dialogs it is.
    pub at: usize,
    pub before: Dialog,
    /// All dialogs as they were before.
    pub dialogs: &'a [Dialog],
    pub input: Input,
    pub scene: &'a Scene<'a>,
    pub now: Timestamp,
    pub step: &'a Step,
}

impl Moved<'_> {
    pub fn was(&self) -> &Control {
        &self.before.control
    }

    pub fn is(&self) -> &Control {
        &self.step.control
    }

    pub fn has(&self, effect: Effect) -> bool {
        self.step.effects.contains(&effect)
    }

    pub fn times(&self, wanted: impl Fn(&Effect) -> bool) -> usize {
        self.step.effects.iter().filter(|effect| wanted(effect)).count()
    }

    pub fn says(&self) -> impl Iterator<Item = Text> {
        self.step.effects.iter().filter_map(|effect| if let Effect::Say(text) = *effect { Some(text) } else { None })
    }

    pub fn assigns(&self) -> Option<(AgentId, How)> {
        self.step
            .effects
            .iter()
            .find_map(|effect| if let Effect::Assign { who, how, .. } = *effect { Some((who, how)) } else { None })
    }

    /// The party that answers the customer in this step.
    pub fn answers(&self) -> Option<Party> {
        if self.input == Input::Posted && self.has(Effect::Deliver) {
            return Some(Party::Program);
        }
        let says = [Effect::Deliver, Effect::Say(Text::DontKnow), Effect::Say(Text::AskFirst)];
        if says.into_iter().any(|effect| self.has(effect)) {
            return Some(Party::Assistant);
        }
        let replies = self.times(|effect| matches!(effect, Effect::Reply { .. })) > 0;
        if let Input::AgentWrote { by } = self.input { replies.then_some(Party::Agent(by)) } else { None }
    }

    /// Whom the program chose from the pool: it was assigned or offered to them.
    pub fn chosen(&self) -> Option<AgentId> {
        let offers = self
            .step
            .effects
            .iter()
            .find_map(|effect| if let Effect::Offer { to, .. } = *effect { Some(to) } else { None });
        offers.or(self.assigns().filter(|&(_, how)| how == How::Assigned).map(|(who, _)| who))
    }

    /// Who had it and no longer has, and who has it and had not.
    pub fn hands(&self) -> (Option<AgentId>, Option<AgentId>) {
        let (old, new) = (holder(self.was()), holder(self.is()));
        if old == new { (None, None) } else { (old, new) }
    }
}

pub fn posts(step: &Step) -> bool {
    step.effects.iter().any(|effect| matches!(effect, Effect::Deliver | Effect::Say(_)))
}

/// Somebody has written and has no answer yet.
pub fn owes(control: &Control) -> bool {
    match control {
        Control::Assistant { answer_by, .. } => answer_by.is_some(),
        Control::Waiting { owes_since, .. }
        | Control::Offered { owes_since, .. }
        | Control::Agent { owes_since, .. } => owes_since.is_some(),
        Control::Closed { .. } => false,
    }
}

pub fn kind(control: &Control) -> &'static str {
    match control {
        Control::Assistant { .. } => "assistant",
        Control::Waiting { .. } => "waiting",
        Control::Offered { .. } => "offered",
        Control::Agent { .. } => "agent",
        Control::Closed { .. } => "closed",
    }
}
