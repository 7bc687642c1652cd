//! What is asked of a model, where, and how that can fail.

use std::time::Duration;

use serde::Serialize;
use serde_json::{Value, json};

use super::support::{Supported, visible};

/// Earlier lines seldom matter to a question.
const HISTORY_LINES_MAX: usize = 10;
/// Enough to know what a line was about. Characters.
const LINE_MAX: usize = 500;
const QUESTION_MAX: usize = 4000;
const PASSAGE_MAX: usize = 6000;

/// Where to ask and with what.
#[derive(Clone, Copy)]
pub struct Call<'a> {
    pub endpoint: &'a str,
    pub model: &'a str,
    pub key: Option<&'a str>,
    pub temperature: f64,
    pub max_tokens: i64,
    /// For everything together: all tries, and the answer to its last word.
    pub timeout: Duration,
    /// The AI Agent's tone and role, written by an admin. The only text here that may instruct the model.
    pub instructions: &'a str,
}

/// All that a model gets to read. None of it is an instruction.
#[derive(Clone, Copy, Default)]
pub struct Brief<'a> {
    pub question: &'a str,
    /// What was said before the question, oldest first; only the last lines are sent.
    pub history: &'a [Line<'a>],
    pub passages: &'a [Passage<'a>],
}

/// A line of the dialog, without who wrote it.
#[derive(Clone, Copy, Serialize)]
pub struct Line<'a> {
    pub from: Speaker,
    pub text: &'a str,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    Customer,
    /// The AI Agent or an agent.
    Support,
}

/// A passage as the model reads it and as its quotes are looked up in it.
#[derive(Clone, Copy)]
pub struct Passage<'a> {
    pub title: &'a str,
    pub heading: Option<&'a str>,
    pub text: &'a str,
}

impl Brief<'_> {
    pub(super) fn with_passages(&self) -> Value {
        let numbered = (1..).zip(self.passages).map(|(number, passage): (usize, _)| {
            let heading = passage.heading.map(|heading| shown(heading, LINE_MAX));
            let (title, text) = (shown(passage.title, LINE_MAX), shown(passage.text, PASSAGE_MAX));
            json!({ "passage": number, "title": title, "heading": heading, "text": text })
        });
        let numbered: Vec<Value> = numbered.collect();
        let mut given = self.without_passages();
        given["passages"] = numbered.into();
        given
    }

    pub(super) fn without_passages(&self) -> Value {
        let last = &self.history[self.history.len().saturating_sub(HISTORY_LINES_MAX)..];
        let line = |line: &Line| json!({ "from": line.from, "text": shown(line.text, LINE_MAX) });
        let conversation: Vec<Value> = last.iter().map(line).collect();
        json!({ "conversation": conversation, "question": shown(self.question, QUESTION_MAX) })
    }
}

/// What people cannot see, a model must not read.
fn shown(text: &str, max: usize) -> String {
    visible(text).chars().take(max).collect()
}

#[derive(Debug, thiserror::Error)]
pub enum LlmError {
    #[error("the model's provider did not answer in time")]
    Timeout,
    #[error("the model's provider cannot be reached: {0}")]
    Unreachable(&'static str),
    #[error("the model's provider answered with status {0}")]
    Status(u16),
    #[error("the model's provider reported an error in its answer")]
    Reported,
    #[error("the model's provider sent something that is no answer: {0}")]
    Nonsense(&'static str),
    #[error("the model declined to answer")]
    Declined,
    /// An answer whose end is missing may lack its "but not": it is never left standing as an answer.
    /// `said` is true all the same, and helps the agent who takes over.
    #[error("the answer broke off: {fault}")]
    Broken { said: Vec<Supported>, fault: Box<LlmError> },
}

impl LlmError {
    /// Whether trying again makes sense.
    pub(super) fn may_pass(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::Reported => true,
            Self::Status(status) => *status == 429 || *status >= 500,
            Self::Timeout | Self::Nonsense(_) | Self::Declined | Self::Broken { .. } => false,
        }
    }
}
