//! Who may answer in a dialog now. One value, so that two parties can never both hold it.

/// Milliseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// This moment, `ms` milliseconds later.
    #[must_use]
    pub fn plus(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }
}

/// Grows, and never shrinks, when an answer that was asked for before is no longer the right one: who
/// answers changes, a customer writes, a program posts in the AI Agent's name, a person is wanted who
/// cannot come. A customer's message that is not addressed to the AI Agent does not grow it while the
/// AI Agent has control. An answer carries the turn it was asked in; in any later turn it is stale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Turn(pub u64);

impl Turn {
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// A person who answers customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgentId(pub i64);

/// One episode from the moment a person is needed to its outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HandoverId(pub [u8; 12]);

/// Who may answer a customer in a dialog now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Control {
    /// The AI Agent. `answer_by` is set while a question waits for its answer.
    Assistant { turn: Turn, answer_by: Option<Timestamp> },
    /// Nobody yet: the handover is in the queue. `since` is when the handover began, `owes_since` the
    /// customer's oldest message without a human reply, `until` when it is escalated. `asked`: the AI Agent
    /// was asked in this turn, to answer what it can meanwhile.
    Waiting {
        handover: HandoverId,
        since: Timestamp,
        asked: bool,
        owes_since: Option<Timestamp>,
        until: Timestamp,
        turn: Turn,
    },
    /// Nobody yet, but one agent is asked whether they take it, `until` then. `announced`: the customer
    /// has been told that nobody is available.
    Offered {
        handover: HandoverId,
        since: Timestamp,
        to: AgentId,
        announced: bool,
        asked: bool,
        owes_since: Option<Timestamp>,
        until: Timestamp,
        turn: Turn,
    },
    /// One agent. `owes_since` is the customer's oldest message without a human reply; `until` is when
    /// the agent counts as silent, `warned` whether they were told that they soon will.
    Agent {
        handover: HandoverId,
        since: Timestamp,
        who: AgentId,
        warned: bool,
        owes_since: Option<Timestamp>,
        until: Timestamp,
        turn: Turn,
    },
    /// Nobody any more, until the customer writes again.
    Closed { turn: Turn },
}

impl Control {
    /// The control of a dialog that was just opened to an AI Agent.
    #[must_use]
    pub fn opened() -> Self {
        Self::Assistant { turn: Turn(0), answer_by: None }
    }

    #[must_use]
    pub fn turn(&self) -> Turn {
        match *self {
            Self::Assistant { turn, .. }
            | Self::Waiting { turn, .. }
            | Self::Offered { turn, .. }
            | Self::Agent { turn, .. }
            | Self::Closed { turn } => turn,
        }
    }

    /// The handover that is going on, if one is.
    #[must_use]
    pub fn handover(&self) -> Option<HandoverId> {
        match *self {
            Self::Waiting { handover, .. } | Self::Offered { handover, .. } | Self::Agent { handover, .. } => {
                Some(handover)
            }
            Self::Assistant { .. } | Self::Closed { .. } => None,
        }
    }
}

/// When something must happen by itself if nobody acts. Every state that waits has one.
#[must_use]
pub fn deadline(control: &Control) -> Option<Timestamp> {
    match *control {
        Control::Assistant { answer_by, .. } => answer_by,
        Control::Waiting { until, .. } | Control::Offered { until, .. } | Control::Agent { until, .. } => Some(until),
        Control::Closed { .. } => None,
    }
}
