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
    pub nothing_seen: f32,
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
    nothing_seen: 0.0,
    weights: &[
        (Relevance, -2.0, 0.45),
        (Meaning, 2.5, 0.55),
        (Tokens, 5.0, 0.6),
        (Sentence, 7.0, 0.62),
        (Weakest, 1.0, 0.4),
        (Coverage, 1.2, 0.6),
        (Names, 1.2, 0.8),
        (Lead, 1.0, 0.5),
    ],
};

static MEANT_PAIR: Table = Table {
    rank: &[(Question, 1.0), (Meaning, 0.25), (Relevance, 0.2), (Sentence, 0.5)],
    nothing_seen: 0.0,
    weights: &[(Question, 9.0, 0.6), (Sentence, 2.5, 0.6), (Lead, 5.0, 0.25), (Names, 0.5, 0.9)],
};

static SAID: Table = Table {
    rank: &[(Relevance, 4.0), (Coverage, 1.35), (Phrases, 1.35)],
    nothing_seen: -2.8,
    weights: &[(Relevance, 4.0, 0.0), (Coverage, 1.35, 0.0), (Phrases, 1.35, 0.0)],
};

static SAID_PAIR: Table = Table {
    rank: &[(Relevance, 4.0), (Coverage, 1.35), (Phrases, 1.35), (Likeness, 5.9)],
    nothing_seen: -2.8,
    weights: &[(Relevance, 4.0, 0.0), (Coverage, 1.35, 0.0), (Phrases, 1.35, 0.0), (Likeness, 5.9, 0.4)],
};
