//! What the AI Agent makes of a question, with everything it is based on.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{SourceId, SourceRef, source::words};

words! { VerdictOutcome {
    // Answered from the knowledge.
    Answer = "answer",
    // Answered by the model without the knowledge.
    GeneralAnswer = "general_answer",
    // Asked back, because it could be one of several things.
    Clarify = "clarify",
    Unknown = "unknown",
    // A greeting or thanks: neither an answer nor an unanswered question.
    SmallTalk = "small_talk",
    AskedForHuman = "asked_for_human",
    // The model or its provider failed.
    Failed = "failed",
} }

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Verdict {
    pub outcome: VerdictOutcome,
    pub text: Option<String>,
    /// Whether a model wrote the text.
    pub by_model: bool,
    /// The question as it was understood, where the message alone did not say it.
    pub understood: Option<String>,
    /// 0–1: how surely this can be answered from the knowledge.
    pub score: f64,
    /// The score from which on it is answered.
    pub threshold: f64,
    /// The score from which on, below the threshold, the customer is asked back once.
    pub clarify_from: f64,
    pub evidence: Vec<Evidence>,
    /// What the score is made of, the weightiest first.
    pub signals: Vec<Signal>,
    /// Log-odds before they were calibrated for this knowledge.
    pub log_odds: f64,
    /// Whether passages were compared by meaning too, or by words alone.
    pub by_meaning: bool,
    /// One sentence for people who want to know why.
    pub why: String,
    pub suggestions: Vec<String>,
    /// The questions of a message with several of them.
    pub parts: Vec<VerdictPart>,
    /// What a model wrote, statement by statement, each with the words that bear it out.
    pub statements: Vec<Statement>,
}

/// A statement of a model, and where it is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Statement {
    pub text: String,
    /// The passage's own words.
    pub quote: String,
    pub source: SourceRef,
    /// The passage is in another language; only quote, numbers and links were compared.
    pub translated: bool,
}

/// One of several questions in a message.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct VerdictPart {
    pub question: String,
    pub outcome: VerdictOutcome,
    pub score: f64,
}

/// A passage that was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Evidence {
    pub source: SourceId,
    pub title: String,
    pub heading: Option<String>,
    pub text: String,
    pub score: f64,
    /// Of the web page it is from.
    #[serde(default)]
    pub address: Option<String>,
}

/// Something that was seen of the best passage.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Signal {
    pub name: SignalName,
    /// As it was measured, most from 0 to 1.
    pub value: f64,
    /// What it adds to the log-odds of being answerable, against an ordinary question.
    pub adds: f64,
}

words! { SignalName {
    // The share of the best that BM25 could give.
    Relevance = "relevance",
    // The passage as a whole means what the question means.
    Meaning = "meaning",
    // The stored question means what was asked.
    Question = "question",
    // The words of the question are met in meaning, all alike.
    Tokens = "tokens",
    // The same, rare words counting more.
    Words = "words",
    // The best sentence says what the question says, rare words counting more.
    Sentence = "sentence",
    // The word of the question that the best sentence says least.
    Weakest = "weakest",
    // The share of the question's words, rare ones counting more, that the best sentence has.
    Coverage = "coverage",
    // Neighbouring words of the question that are neighbours in the passage.
    Phrases = "phrases",
    // The stored question has the words of the one asked.
    Likeness = "likeness",
    // Names and numbers in the question that the passage has.
    Names = "names",
    // How far it leads before the next passages.
    Lead = "lead",
} }
