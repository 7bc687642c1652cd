//! What came of the conversations of some days, in numbers that add up.

use handover::{Ending, Outcome, Reason};
use serde::{Serialize, Serializer};
use utoipa::ToSchema;

use super::{AssistantId, Person, Ratings};

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Report {
    /// From this moment on, and before that one.
    pub from: i64,
    pub to: i64,
    pub episodes: Episodes,
    pub handovers: Handovers,
    /// Given in the window.
    pub ratings: Ratings,
    /// By hour of the window, the first first.
    pub hours: Vec<Hour>,
    /// The agents who had any of the handovers or were rated, the busiest first.
    pub agents: Vec<AgentFigures>,
    /// The AI Agents in whose conversations anything ended or was rated, the busiest first.
    pub assistants: Vec<AssistantFigures>,
}

/// Support episodes: each from a customer's first question to one ending.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Episodes {
    /// Ended in the window; the endings add up to it.
    pub ended: i64,
    /// Going on now.
    pub open: i64,
    pub endings: Vec<EndingCount>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EndingCount {
    /// `answered_confirmed`, `answered_silent`, `abandoned_unanswered`, `abandoned_waiting`, `handed_over_solved`,
    /// `handed_over_not_solved`, `contact_left`.
    #[schema(value_type = String)]
    #[serde(serialize_with = "ending_word")]
    pub ending: Ending,
    pub count: i64,
}

/// Handovers that began in the window.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Handovers {
    pub began: i64,
    /// Of the episodes that began in the window, so many led to a handover: 0–1. Absent without episodes.
    pub rate: Option<f64>,
    pub reasons: Vec<ReasonCount>,
    pub outcomes: Vec<OutcomeCount>,
    /// From the customer's message to an agent having it, to an agent's reply, and to the end.
    pub to_assign: Times,
    pub to_reply: Times,
    pub to_end: Times,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReasonCount {
    #[schema(value_type = String)]
    #[serde(serialize_with = "reason_word")]
    pub reason: Reason,
    pub count: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OutcomeCount {
    /// Absent: it goes on.
    #[schema(value_type = Option<String>)]
    #[serde(serialize_with = "outcome_word")]
    pub outcome: Option<Outcome>,
    pub count: i64,
}

/// Of so many times, those which half, nine of ten and 99 of 100 do not exceed. Milliseconds; absent when there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Times {
    pub count: i64,
    pub p50_ms: Option<i64>,
    pub p90_ms: Option<i64>,
    pub p99_ms: Option<i64>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Hour {
    /// When it begins.
    pub at: i64,
    pub episodes: i64,
    pub handovers: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AgentFigures {
    pub agent: Person,
    pub handovers: i64,
    pub replied: i64,
    pub solved: i64,
    /// Mean from the customer's message to the first reply of an agent.
    pub reply_mean_ms: Option<i64>,
    pub ratings: Ratings,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AssistantFigures {
    pub assistant: AssistantId,
    pub name: String,
    pub ended: i64,
    /// Answered by it alone, whether confirmed or not.
    pub answered: i64,
    /// Those in which a person was wanted.
    pub handed_over: i64,
    /// Of the people who took over from it.
    pub ratings: Ratings,
}

impl AgentFigures {
    /// Of somebody who was rated for what they did before.
    #[must_use]
    pub fn rated(agent: Person, ratings: Ratings) -> Self {
        Self { agent, handovers: 0, replied: 0, solved: 0, reply_mean_ms: None, ratings }
    }
}

impl AssistantFigures {
    /// Of one after which people were rated for what they did before.
    #[must_use]
    pub fn rated(assistant: AssistantId, name: String, ratings: Ratings) -> Self {
        Self { assistant, name, ended: 0, answered: 0, handed_over: 0, ratings }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn ending_word<S: Serializer>(ending: &Ending, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(ending.as_str())
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn reason_word<S: Serializer>(reason: &Reason, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(reason.as_str())
}

fn outcome_word<S: Serializer>(outcome: &Option<Outcome>, to: S) -> Result<S::Ok, S::Error> {
    outcome.map(Outcome::as_str).serialize(to)
}
