//! How much each signal says for a passage answering a question. Numbers only; how they were found stands here.

use crate::domain::SignalName::{
    self, Coverage, Lead, Likeness, Meaning, Names, Phrases, Question, Relevance, Sentence, Tokens, Weakest, Words,
};

/// Logistic regressions over public question sets: encyclopaedic paragraphs (SQuAD 2.0) for documents; question-and-answer
/// threads (StackFAQ) and lines of intents (CLINC150) for questions with answers. Those without an answer were made by
/// taking away the topic or the one passage that had it, and a quarter as many by SQuAD's changed details.
pub(super) struct Table {
    /// The order of passages of one kind: a weighted sum.
    pub rank: &'static [(SignalName, f32)],
    /// The log-odds when every signal is ordinary.
    pub ordinary: f32,
    /// Each with its weight and its ordinary value.
    pub weights: &'static [(SignalName, f32, f32)],
}

pub(super) fn table(by_meaning: bool, is_pair: bool) -> &'static Table {
    match (by_meaning, is_pair) {
        (true, false) => &MEANT,
        (true, true) => &MEANT_PAIR,
        (false, false) => &SAID,
        (false, true) => &SAID_PAIR,
    }
}

static MEANT: Table = Table {
    rank: &[(Meaning, 1.0), (Relevance, 1.0), (Words, 1.5), (Sentence, 1.5)],
    ordinary: -0.14,
    weights: &[
        (Relevance, -2.0, 0.3),
        (Meaning, 2.3, 0.49),
        (Tokens, 5.5, 0.53),
        (Sentence, 4.0, 0.55),
        (Weakest, 0.5, 0.33),
        (Coverage, 1.8, 0.51),
        (Names, 1.0, 0.79),
        (Lead, 1.2, 0.63),
    ],
};

static MEANT_PAIR: Table = Table {
    rank: &[(Question, 1.0), (Meaning, 0.25), (Relevance, 0.2), (Sentence, 0.5)],
    ordinary: 0.24,
    weights: &[(Question, 9.4, 0.54), (Sentence, 0.3, 0.47), (Lead, 4.4, 0.36)],
};

static SAID: Table = Table {
    rank: &[(Relevance, 4.0), (Coverage, 1.35), (Phrases, 1.35)],
    ordinary: 0.15,
    weights: &[(Relevance, 4.0, 0.31), (Coverage, 4.2, 0.53), (Phrases, 1.5, 0.29)],
};

static SAID_PAIR: Table = Table {
    rank: &[(Relevance, 4.0), (Coverage, 1.35), (Phrases, 1.35), (Likeness, 5.9)],
    ordinary: 0.16,
    weights: &[(Relevance, 4.0, 0.4), (Phrases, 0.7, 0.21), (Likeness, 4.7, 0.44)],
};
