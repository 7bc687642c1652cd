//! What the AI Agent makes of a question, with everything it is based on.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::SourceId;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum VerdictOutcome {
    /// Answered from the knowledge.
    Answer,
    /// Answered by the model without the knowledge.
    GeneralAnswer,
    Unknown,
    /// A greeting or thanks: neither an answer nor an unanswered question.
    SmallTalk,
    AskedForHuman,
    /// The model or its provider failed.
    Failed,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Verdict {
    pub outcome: VerdictOutcome,
    pub text: Option<String>,
    /// Whether a model wrote the text.
    pub by_model: bool,
    /// 0–1: how surely this can be answered from the knowledge.
    pub score: f64,
    /// The score from which on it is answered.
    pub threshold: f64,
    pub evidence: Vec<Evidence>,
    /// One sentence for people who want to know why.
    pub why: String,
    pub suggestions: Vec<String>,
}

/// A passage that was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Evidence {
    pub source: SourceId,
    pub title: String,
    pub heading: Option<String>,
    pub text: String,
    pub score: f64,
}
