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
    pub hours: Hours,
    /// It is known where a reply reaches the customer when they are gone.
    pub contact_known: bool,
}

/// Whether it is business hours now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hours {
    Open,
    /// `opens`: when the next ones begin, if any do.
    Closed {
        opens: Option<Timestamp>,
    },
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
    /// Agents are asked before they get a conversation.
    pub offers: bool,
    /// The customer is asked before a conversation is handed over because the AI Agent does not know.
    pub ask_first: bool,
    /// The AI Agent answers what it can while the customer waits.
    pub answers_waiting: bool,
    pub choice: Choice,
    pub nobody: WhenNobody,
    /// The same outside the business hours.
    pub nobody_closed: WhenNobody,
    pub silence: OnSilence,
}

impl Policy {
    /// That of an AI Agent whose settings nobody has touched.
    pub const PLAIN: Self = Self {
        assign_to: AssignTo::OnlineOnly,
        notify: false,
        offline_text: false,
        offers: false,
        ask_first: false,
        answers_waiting: false,
        choice: Choice::LeastBusy,
        nobody: WhenNobody::Wait,
        nobody_closed: WhenNobody::Wait,
        silence: OnSilence::Reassign,
    };
}

/// Whom of those who could have a conversation gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Who has the fewest.
    LeastBusy,
    /// Who has not got one for the longest time.
    RoundRobin,
    /// Whom the customer spoke with last; else who has the fewest.
    LastAgent,
}

/// What becomes of a handover for which nobody is available.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WhenNobody {
    /// It waits in the queue.
    Wait,
    /// It waits in the queue, and the reply goes to where the customer can be reached.
    Contact,
    /// Back to the AI Agent.
    GiveBack,
}

/// What becomes of a conversation whose agent was warned and still does not reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OnSilence {
    /// The agent keeps it, and is warned again.
    Keep,
    /// Somebody else of the pool gets it.
    Reassign,
    /// Back to the AI Agent.
    GiveBack,
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
    /// They let this handover go: by declining, by silence, or by giving it back.
    pub passed: bool,
    /// They speak the customer's language, and know what the conversation needs.
    pub fits: bool,
    /// The customer spoke with them last.
    pub knows_customer: bool,
}

/// How long each state may wait before something happens by itself. Milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Patience {
    /// For the AI Agent's answer.
    pub answer_ms: i64,
    /// In the queue, before the handover is escalated.
    pub wait_ms: i64,
    /// For an agent who is asked whether they take a conversation.
    pub accept_ms: i64,
    /// For an agent who owes a reply, before they are warned.
    pub reply_ms: i64,
    /// For an agent who was warned, before they count as silent.
    pub warning_ms: i64,
    /// For a customer who was answered by an agent, before the AI Agent takes over again.
    pub idle_ms: i64,
}
