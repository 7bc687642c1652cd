//! From what was seen of passages to their order and to the log-odds that the best one answers the question.

use super::closeness::Closeness;
use super::index::Candidate;
use super::weights::{Table, table};
use super::word_vectors::Alignment;
use crate::domain::{Signal, SignalName};

/// A passage's lead is over the mean of so many passages that follow it.
const FOLLOWERS: usize = 4;

/// A passage that was read for a question.
#[derive(Clone, Debug)]
pub(super) struct Read {
    pub candidate: Candidate,
    pub closeness: Closeness,
    /// Where its words have been encoded.
    pub alignment: Option<Alignment>,
}

/// A passage in its place among those that were read.
#[derive(Clone, Debug)]
pub(super) struct Ranked {
    pub read: Read,
    /// Before they are calibrated for this knowledge.
    pub log_odds: f32,
    pub signals: Vec<Signal>,
}

impl Read {
    fn value(&self, name: SignalName) -> Option<f32> {
        let meaning = self.candidate.meaning;
        match name {
            SignalName::Relevance => Some(self.candidate.relevance),
            SignalName::Meaning => meaning.map(|meaning| meaning.whole),
            SignalName::Question => meaning.and_then(|meaning| meaning.asked),
            SignalName::Tokens => self.alignment.map(|alignment| alignment.tokens),
            SignalName::Words => self.alignment.map(|alignment| alignment.words),
            SignalName::Sentence => self.alignment.map(|alignment| alignment.sentence),
            SignalName::Weakest => self.alignment.map(|alignment| alignment.weakest),
            SignalName::Coverage => Some(self.closeness.sentence),
            SignalName::Phrases => Some(self.closeness.phrases),
            SignalName::Likeness => self.closeness.likeness,
            SignalName::Names => Some(self.closeness.names),
            SignalName::Lead => None,
        }
    }

    fn table(&self) -> &'static Table {
        let by_meaning = self.alignment.is_some() && self.candidate.meaning.is_some();
        table(by_meaning, self.candidate.passage.is_pair())
    }

    fn rank(&self) -> f32 {
        self.table().rank.iter().map(|(name, weight)| weight * self.value(*name).unwrap_or(0.0)).sum()
    }
}

/// All that were read, best first. Passages that were read by other means are compared by their log-odds.
pub(super) fn ranked(read: Vec<Read>) -> Vec<Ranked> {
    let mut kinds: Vec<(&'static Table, Vec<(f32, Read)>)> = Vec::new();
    for read in read {
        let (table, rank) = (read.table(), read.rank());
        match kinds.iter_mut().find(|(known, _)| std::ptr::eq(*known, table)) {
            Some((_, of_kind)) => of_kind.push((rank, read)),
            None => kinds.push((table, vec![(rank, read)])),
        }
    }
    let mut ranked: Vec<Ranked> = kinds.into_iter().flat_map(|(table, of_kind)| weighed(table, of_kind)).collect();
    ranked.sort_by(|a, b| b.log_odds.total_cmp(&a.log_odds));
    ranked
}

/// In their order; nobody's log-odds are above those of one who is ranked higher.
fn weighed(table: &Table, mut of_kind: Vec<(f32, Read)>) -> Vec<Ranked> {
    of_kind.sort_by(|a, b| b.0.total_cmp(&a.0));
    let ranks: Vec<f32> = of_kind.iter().map(|(rank, _)| *rank).collect();
    let mut most = f32::INFINITY;
    let mut weighed = Vec::with_capacity(of_kind.len());
    for (at, (_, read)) in of_kind.into_iter().enumerate() {
        let signals = signals(table, &read, lead(&ranks[at..]));
        let sum = table.ordinary + signals.iter().map(|signal| signal.adds as f32).sum::<f32>();
        most = most.min(sum);
        weighed.push(Ranked { read, log_odds: most, signals });
    }
    weighed
}

fn signals(table: &Table, read: &Read, lead: f32) -> Vec<Signal> {
    let mut signals: Vec<Signal> = Vec::with_capacity(table.weights.len());
    for &(name, weight, ordinary) in table.weights {
        let value = if name == SignalName::Lead { Some(lead) } else { read.value(name) };
        if let Some(value) = value {
            signals.push(Signal { name, value: thousandths(value), adds: thousandths(weight * (value - ordinary)) });
        }
    }
    signals.sort_by(|a, b| b.adds.abs().total_cmp(&a.adds.abs()));
    signals
}

/// Of the first over those that follow.
fn lead(ranks: &[f32]) -> f32 {
    let followers = &ranks[1..ranks.len().min(FOLLOWERS + 1)];
    let mean = followers.iter().sum::<f32>() / followers.len().max(1) as f32;
    ranks[0] - mean
}

fn thousandths(number: f32) -> f64 {
    (f64::from(number) * 1000.0).round() / 1000.0
}
