//! What the pipeline is asked, and what it makes of it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::dataset::Question;
use super::truth::Truth;

/// One question to the pipeline, with what would be right.
#[derive(Clone, Debug)]
pub struct Ask {
    pub question: String,
    /// What was said before in the same conversation, oldest first.
    pub before: Vec<Turn>,
    /// This entry has to be overlooked: left out of the search, and of everything that is worked out from it.
    pub without: Option<Place>,
    pub truth: Truth,
    pub part: Part,
    /// What this question has in common with others (article, intent, thread): these are not independent.
    pub cluster: usize,
}

/// What a customer asked earlier, and what they were told.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Turn {
    pub customer: String,
    pub answer: String,
}

/// Which questions thresholds may be chosen on, and which ones only figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Development,
    Report,
}

/// An entry, by its place in [`super::Dataset::knowledge`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub entry: usize,
}

/// What the pipeline made of one [`Ask`].
#[derive(Clone, Debug)]
pub struct Judged {
    /// What was found, best first. An entry that was cut into several passages may come more than once.
    pub ranked: Vec<Place>,
    /// 0–1: that this can be answered from the knowledge, as it would be shown.
    pub probability: f64,
    pub decision: Decision,
    /// What would be posted.
    pub text: Option<String>,
    /// From the question to the decision.
    pub took: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Answer,
    /// One question back.
    Clarify,
    DontKnow,
    /// A person is called because the customer wants one, whatever the probability.
    Person,
}

impl Ask {
    /// The question as its dataset has it.
    pub fn of(question: &Question, part: Part) -> Self {
        Self {
            question: question.text.clone(),
            before: question.before.clone(),
            without: None,
            truth: question.truth.clone(),
            part,
            cluster: question.cluster,
        }
    }
}

#[cfg(test)]
pub mod test {
    use super::*;

    /// Found these entries and answered.
    pub fn judged(ranked: &[usize], probability: f64) -> Judged {
        let ranked = ranked.iter().map(|&entry| Place { entry }).collect();
        Judged { ranked, probability, decision: Decision::Answer, text: None, took: Duration::from_millis(2) }
    }
}
