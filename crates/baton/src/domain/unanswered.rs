//! Questions that the knowledge could not answer, and what became of them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AssistantId, DialogId, ReplayId, SourceId, UnansweredId, VerdictOutcome, source::words};

words! { UnansweredState { Open = "open", Answered = "answered", Dismissed = "dismissed" } }

/// Questions that mean the same and were not answered, counted.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UnansweredQuestion {
    pub id: UnansweredId,
    pub question: String,
    pub times: i64,
    pub last_at: i64,
    pub created_at: i64,
    pub reason: String,
    pub score: f64,
    pub dialog: Option<DialogId>,
    pub assistant: AssistantId,
    pub state: UnansweredState,
    /// The source that was made to answer it.
    pub source: Option<SourceId>,
}

/// One way in which it was asked.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Wording {
    pub question: String,
    pub times: i64,
    pub last_at: i64,
    /// What became of it when it was asked again.
    pub outcome: Option<VerdictOutcome>,
    pub score: Option<f64>,
    pub replayed_at: Option<i64>,
}

/// What a change of knowledge did to the questions that were once fixed.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Replay {
    pub id: ReplayId,
    /// How many questions were asked again.
    pub asked: i64,
    pub answered: i64,
    /// Questions that were answered before and are not any more.
    pub worse: Vec<Worsened>,
    pub made_at: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Worsened {
    pub unanswered: UnansweredId,
    pub question: String,
    pub score_before: f64,
    pub score: f64,
}
