//! One episode in which a person was needed, and what the agent gets to go on.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AssistantId, DialogId, Evidence, HandoverId, Person, User};

pub use handover::{Outcome, Reason};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HandoverState {
    Waiting,
    Agent,
    Ended,
}

impl HandoverState {
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "waiting" => Some(Self::Waiting),
            "agent" => Some(Self::Agent),
            "ended" => Some(Self::Ended),
            _ => None,
        }
    }
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Handover {
    pub id: HandoverId,
    pub dialog: DialogId,
    pub assistant: AssistantId,
    /// Why a person was needed: `unknown_answer`, `asked_for_human`, `model_error`, `agent_takeover`, …
    #[schema(value_type = String)]
    #[serde(serialize_with = "reason_word")]
    pub reason: Reason,
    pub state: HandoverState,
    /// `solved`, `not_solved`, `returned`, `abandoned_waiting`; absent while it goes on.
    #[schema(value_type = Option<String>)]
    #[serde(serialize_with = "outcome_word")]
    pub outcome: Option<Outcome>,
    pub agent: Option<Person>,
    /// Grows with every escalation.
    pub priority: i64,
    pub packet: Packet,
    pub began_at: i64,
    pub assigned_at: Option<i64>,
    pub first_reply_at: Option<i64>,
    pub ended_at: Option<i64>,
}

/// What the agent needs to go on, made when the handover began.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Packet {
    /// The exact question that was not answered.
    pub question: Option<String>,
    /// Why the passages were not enough.
    pub why: String,
    pub passages: Vec<Evidence>,
    pub threshold: f64,
    pub summary: String,
    /// A reply that the agent may send as it is.
    pub draft: Option<String>,
    pub customer: Option<User>,
    pub language: Option<String>,
    pub earlier: Vec<EarlierDialog>,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EarlierDialog {
    pub dialog: DialogId,
    pub started_at: i64,
    pub last_text: Option<String>,
    pub outcome: Option<String>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn reason_word<S: serde::Serializer>(reason: &Reason, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(reason.as_str())
}

fn outcome_word<S: serde::Serializer>(outcome: &Option<Outcome>, to: S) -> Result<S::Ok, S::Error> {
    outcome.map(Outcome::as_str).serialize(to)
}
