//! A judged question, reduced to what the figures are made of.

use super::super::ask::{Ask, Decision, Judged};
use super::super::dataset::Entry;
use super::super::truth::Truth;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    pub cluster: usize,
    /// 0–1.
    pub probability: f64,
    pub decision: Decision,
    pub need: Need,
    /// Whether the text holds what it has to; absent without text, or when nothing is demanded of it.
    pub said: Option<bool>,
    pub took_ms: f64,
}

/// What the question needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// An answer. `rank` is where the right entry was found, from 1; `right` is whether an answer from the best entry
    /// is right.
    Answer {
        rank: Option<usize>,
        right: bool,
    },
    /// No answer from this knowledge.
    Nothing,
    Person,
}

impl Sample {
    /// A probability that is no number counts as 0.
    pub fn of(ask: &Ask, judged: &Judged, knowledge: &[Entry]) -> Self {
        let need = match ask.truth {
            Truth::Passage { .. } | Truth::Source { .. } => {
                Need::Answer { rank: ask.truth.rank(judged, knowledge), right: ask.truth.is_right(judged, knowledge) }
            }
            Truth::Nothing(_) => Need::Nothing,
            Truth::Person => Need::Person,
        };
        Self {
            cluster: ask.cluster,
            probability: if judged.probability.is_nan() { 0.0 } else { judged.probability.clamp(0.0, 1.0) },
            decision: judged.decision,
            need,
            said: ask.truth.is_said(judged.text.as_deref()),
            took_ms: judged.took.as_secs_f64() * 1_000.0,
        }
    }

    /// Whether an answer to it is a right one.
    pub fn is_right(&self) -> bool {
        matches!(self.need, Need::Answer { right: true, .. })
    }

    /// Whether it can be answered from the knowledge; absent where a person is needed, which no score is about.
    pub fn is_answerable(&self) -> Option<bool> {
        match self.need {
            Need::Answer { .. } => Some(true),
            Need::Nothing => Some(false),
            Need::Person => None,
        }
    }

    /// Whether it would be answered at this threshold. Who asked for a person gets none, whatever the probability.
    pub fn is_answered_at(&self, threshold: f64) -> bool {
        self.decision != Decision::Person && self.probability >= threshold
    }
}

#[cfg(test)]
pub mod test {
    use super::*;

    pub fn sample(probability: f64, need: Need) -> Sample {
        Sample { cluster: 0, probability, decision: Decision::Answer, need, said: None, took_ms: 1.0 }
    }

    pub fn right(probability: f64) -> Sample {
        sample(probability, Need::Answer { rank: Some(1), right: true })
    }

    pub fn wrong(probability: f64) -> Sample {
        sample(probability, Need::Answer { rank: Some(2), right: false })
    }

    pub fn nothing(probability: f64) -> Sample {
        sample(probability, Need::Nothing)
    }

    pub fn decided(sample: Sample, decision: Decision) -> Sample {
        Sample { decision, ..sample }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::ask::{Part, test::judged};
    use super::*;

    fn ask(truth: Truth) -> Ask {
        Ask { question: "?".into(), before: vec![], without: None, truth, part: Part::Report, cluster: 3 }
    }

    #[test]
    fn a_right_answer_is_the_best_entry() {
        let ask = ask(Truth::Passage { entry: 7, says: vec![] });
        let first = Sample::of(&ask, &judged(&[7, 8], 0.9), &[]);
        assert_eq!(first.need, Need::Answer { rank: Some(1), right: true });
        let second = Sample::of(&ask, &judged(&[8, 7], 0.9), &[]);
        assert_eq!(second.need, Need::Answer { rank: Some(2), right: false });
        assert!(first.is_right() && !second.is_right());
    }

    #[test]
    fn a_probability_that_is_no_number_is_never_enough() {
        let sample = Sample::of(&ask(Truth::Person), &judged(&[], f64::NAN), &[]);
        assert_eq!(sample.probability, 0.0);
        assert_eq!(sample.is_answerable(), None);
    }

    #[test]
    fn who_asks_for_a_person_is_not_answered() {
        let asked = test::decided(test::right(0.9), Decision::Person);
        assert!(!asked.is_answered_at(0.0));
        assert!(test::right(0.9).is_answered_at(0.9));
    }
}
