//! What a step answers: the next control with everything that must follow, or a refusal.

use alloc::vec::Vec;

use crate::{AgentId, Control, HandoverId, Outcome, Reason, Turn};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub control: Control,
    /// In the order in which they must happen. Saved together with the control or not at all.
    pub effects: Vec<Effect>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Ask the AI Agent for an answer to what the customer has written up to this turn.
    Ask {
        turn: Turn,
    },
    /// Post, in the AI Agent's name, the answer that came with the input.
    Deliver,
    /// Post one of the texts about people. Only these, and only here, may say that a person comes.
    Say(Text),
    /// Send the unanswered question to the webhook.
    CallWebhook,
    Begin {
        handover: HandoverId,
        reason: Reason,
    },
    /// The handover is in the queue (again).
    Queue {
        handover: HandoverId,
    },
    /// Ask this agent whether they take it.
    Offer {
        handover: HandoverId,
        to: AgentId,
    },
    /// This agent had it, or could have had it, and let it go: it is not given to them again.
    Pass {
        handover: HandoverId,
        who: AgentId,
    },
    /// Whoever let it go may be given it again.
    ForgetPasses {
        handover: HandoverId,
    },
    Assign {
        handover: HandoverId,
        who: AgentId,
        how: How,
    },
    /// Tell this agent that the customer still waits for their reply.
    Warn {
        handover: HandoverId,
        who: AgentId,
    },
    /// This agent no longer has the conversation.
    Release {
        who: AgentId,
    },
    /// The customer has waited too long, or everybody let it go; the handover becomes more urgent.
    Escalate {
        handover: HandoverId,
    },
    /// An agent has replied in this handover.
    Reply {
        handover: HandoverId,
    },
    End {
        handover: HandoverId,
        outcome: Outcome,
    },
}

/// How an agent came to a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    /// Chosen from the pool.
    Assigned,
    /// Was offered it, and took it.
    Accepted,
    /// Took it.
    Claimed,
    /// Got it from a colleague.
    Transferred,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Text {
    DontKnow,
    Handover,
    Assigned(AgentId),
    OfflineAgent(AgentId),
    NobodyAvailable,
    /// Nobody is available, because it is outside the business hours.
    Closed,
    /// Nobody is available: where may a reply be sent?
    LeaveContact,
    /// A reply will be sent to where the customer can be reached.
    ReplyToContact,
    /// Nobody is available, and nobody was called: the AI Agent goes on.
    StillHere,
    /// The agent did not reply: the AI Agent goes on.
    Returned,
    /// The AI Agent does not know: is a person wanted?
    AskFirst,
}

/// Why the rules say no. Nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The answer belongs to an earlier turn, or the AI Agent no longer has control.
    AnswerIsStale,
    IsClosed,
    /// Another agent has the conversation.
    HeldByAnother {
        holder: AgentId,
    },
    /// The caller has to take the conversation first.
    NotInControl,
    /// No handover waits here.
    NotWaiting,
    /// It is not offered to this agent.
    NotOffered,
    /// It waits, and nobody can be assigned.
    NobodyAvailable,
    HandoverIsOff,
    /// Only group dialogs can be handed over.
    PrivateDialog,
    /// The deadline has not passed, or there is none.
    NotDue,
}

impl Refusal {
    /// The machine-readable reason in the API.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::AnswerIsStale => "answer_is_stale",
            Self::IsClosed => "is_closed",
            Self::HeldByAnother { .. } => "held_by_another",
            Self::NotInControl => "not_in_control",
            Self::NotWaiting => "not_waiting",
            Self::NotOffered => "not_offered",
            Self::NobodyAvailable => "nobody_available",
            Self::HandoverIsOff => "handover_is_off",
            Self::PrivateDialog => "private_dialog",
            Self::NotDue => "not_due",
        }
    }
}
