//! Everything that can happen to a dialog that has a control.

use crate::{AgentId, Reason, Turn};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Input {
    /// A customer's message was stored. `addressed`: it is meant for the AI Agent.
    CustomerWrote {
        addressed: bool,
    },
    /// The AI Agent has an answer to the question of this turn.
    Answered {
        turn: Turn,
    },
    /// The AI Agent has none. `again`: the same question was handed over before and has come back.
    Unknown {
        turn: Turn,
        reason: Reason,
        again: bool,
    },
    /// A program posts in the AI Agent's name, e.g. the receiver of its webhook. It belongs to no turn:
    /// the caller recognises a second delivery by the message's id.
    Posted,
    /// A person is wanted whatever the AI Agent could answer: a button, a rule, an API call.
    PersonWanted {
        reason: Reason,
    },
    /// The customer no longer wants to wait for one.
    PersonNotWanted,
    /// The customer, or whoever knows them, has said where a reply reaches them.
    ContactLeft,
    /// An agent takes the conversation, offered to them or not.
    Claim {
        by: AgentId,
    },
    /// An agent does not take what is offered to them.
    Decline {
        by: AgentId,
    },
    /// An agent writes to the customer.
    AgentWrote {
        by: AgentId,
    },
    /// Somebody in the pool may have become available.
    AgentAvailable,
    Transfer {
        by: Actor,
        to: Destination,
    },
    /// Back to the AI Agent.
    Return {
        by: Actor,
    },
    Resolve {
        by: Actor,
        solved: bool,
    },
    /// An agent was disabled or removed.
    AgentLost {
        who: AgentId,
    },
    /// The clock has passed the control's deadline.
    DeadlinePassed,
}

/// The member of staff who acts. A supervisor may act on a conversation that another agent holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Actor {
    pub id: AgentId,
    pub supervises: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Destination {
    Agent(AgentId),
    Pool,
}
