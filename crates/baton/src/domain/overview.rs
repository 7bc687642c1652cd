//! An app at a glance: today's numbers, what needs attention, and what is still to be set up.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AssistantId, source::words};

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Overview {
    pub today: Today,
    /// The most urgent first.
    pub attention: Vec<Attention>,
    pub start: Start,
}

/// Of the conversations that began since `from`, and of people as they are now.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Today {
    pub from: i64,
    /// Support episodes that began.
    pub conversations: i64,
    /// Of those, how many ended with an answer of the AI Agent.
    pub answered_by_ai: i64,
    /// Of those, in how many a person was needed.
    pub handed_over: i64,
    /// How many customers wait for a person now.
    pub waiting_now: i64,
    /// Since when the one of them waits who has waited longest.
    pub longest_waiting_since: Option<i64>,
    pub agents_online: i64,
    /// How many conversations more those who are online may be assigned.
    pub free_places: i64,
    pub open_with_agents: i64,
    /// From the customer's message to a person's first reply: the median. Milliseconds.
    pub first_reply_p50_ms: Option<i64>,
}

words! { AttentionKind {
    NobodyOnline = "nobody_online",
    WaitingLong = "waiting_long",
    Unanswered = "unanswered",
    DeadLetters = "dead_letters",
    FailedSources = "failed_sources",
    AssistantWarning = "assistant_warning",
    WebhookFailing = "webhook_failing",
} }

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Attention {
    pub kind: AttentionKind,
    pub count: i64,
    /// The AI Agent that it is about.
    pub assistant: Option<AssistantId>,
    /// What is the matter and what to do.
    pub sentence: String,
}

/// The first steps, as far as they are done.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct Start {
    pub has_assistant: bool,
    pub has_knowledge: bool,
    pub has_agent: bool,
    /// Whether an AI Agent has somebody to hand over to.
    pub has_pool: bool,
    /// Whether a conversation was ever handed over.
    pub handed_over: bool,
}
