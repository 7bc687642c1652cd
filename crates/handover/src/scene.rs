//! What the rules may look at besides the control itself: the AI Agent's settings, and the agents
//! as they are at this moment.

use crate::{AgentId, HandoverId, Timestamp};

/// Everything around one dialog that a step may depend on.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Only group dialogs can be handed over.
    pub group: bool,
    /// The id that a handover gets if one begins in this step.
    pub fresh: HandoverId,
    pub unanswered: Unanswered,
    pub policy: Policy,
    /// The agents that can be assigned. The disabled ones are not in it.
    pub pool: &'a [Member],
    pub patience: Patience,
}

/// What to do with a question that the AI Agent cannot answer from its knowledge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unanswered {
    DontKnow,
    /// The model was asked without the knowledge; reaching the rules, it had no answer either.
    GeneralModel,
    Webhook,
    Handover,
}

/// The settings of human handover that decide who is assigned and what the customer reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Policy {
    pub assign_to: AssignTo,
    /// "Notify user that agent is assigned to chat".
    pub notify: bool,
    /// Whether there is a message for the case that an offline agent is assigned.
    pub offline_text: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AssignTo {
    OnlineOnly,
    OnlineAndOffline,
}

/// An agent of the pool as they are now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Member {
    pub id: AgentId,
    pub online: bool,
    /// How many conversations they have now, and how many they may have.
    pub load: u32,
    pub capacity: u32,
    /// When they were last assigned a conversation.
    pub idle_since: Timestamp,
}

/// How long each state may wait before something happens by itself. Milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Patience {
    /// For the AI Agent's answer.
    pub answer_ms: i64,
    /// In the queue, before the handover is escalated.
    pub wait_ms: i64,
    /// For an agent who owes a reply, before the conversation goes back to the pool.
    pub reply_ms: i64,
    /// For a customer who was answered by an agent, before the AI Agent takes over again.
    pub idle_ms: i64,
}
