//! What was decided, held against what was needed.

use super::super::ask::Decision;
use super::{Need, Sample, share};

/// Wrong answers and answers to what cannot be answered, over all questions.
pub fn bad_answer_rate(samples: &[Sample]) -> Option<f64> {
    share(samples.iter().map(is_bad))
}

/// The part of the bad answers that a right answer would have been possible to, over all questions.
pub fn wrong_answer_rate(samples: &[Sample]) -> Option<f64> {
    share(samples.iter().map(|sample| is_bad(sample) && !needs_somebody(sample)))
}

/// The part of the bad answers where none was right, over all questions.
pub fn false_answer_rate(samples: &[Sample]) -> Option<f64> {
    share(samples.iter().map(|sample| is_bad(sample) && needs_somebody(sample)))
}

/// Questions answered rightly, over all questions.
pub fn containment(samples: &[Sample]) -> Option<f64> {
    share(samples.iter().map(|sample| sample.decision == Decision::Answer && sample.is_right()))
}

/// Of the questions that were not left to the assistant, the share that needed somebody else: the knowledge does not
/// answer them, or a person was wanted. A question back is not a handover.
pub fn handover_precision(samples: &[Sample]) -> Option<f64> {
    share(samples.iter().filter(|sample| is_handed_over(sample)).map(needs_somebody))
}

/// Of the questions that needed somebody else, the share that was handed over.
pub fn handover_recall(samples: &[Sample]) -> Option<f64> {
    share(samples.iter().filter(|sample| needs_somebody(sample)).map(is_handed_over))
}

/// Of the questions taken for the wish for a person, the share that was one.
pub fn person_precision(samples: &[Sample]) -> Option<f64> {
    share(samples.iter().filter(|sample| sample.decision == Decision::Person).map(|one| one.need == Need::Person))
}

/// Of the wishes for a person, the share that was taken for one.
pub fn person_recall(samples: &[Sample]) -> Option<f64> {
    share(samples.iter().filter(|sample| sample.need == Need::Person).map(|one| one.decision == Decision::Person))
}

fn is_bad(sample: &Sample) -> bool {
    sample.decision == Decision::Answer && !sample.is_right()
}

fn is_handed_over(sample: &Sample) -> bool {
    match sample.decision {
        Decision::DontKnow | Decision::Person => true,
        Decision::Answer | Decision::Clarify => false,
    }
}

fn needs_somebody(sample: &Sample) -> bool {
    match sample.need {
        Need::Nothing | Need::Person => true,
        Need::Answer { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::test::{decided, nothing, right, sample, wrong};
    use super::*;

    fn day() -> [Sample; 8] {
        [
            right(0.9),
            wrong(0.9),
            nothing(0.8),
            decided(nothing(0.2), Decision::DontKnow),
            decided(right(0.3), Decision::DontKnow),
            decided(nothing(0.4), Decision::Clarify),
            decided(sample(0.1, Need::Person), Decision::Person),
            decided(nothing(0.1), Decision::Person),
        ]
    }

    #[test]
    fn bad_answers_are_counted_over_everything_that_was_asked() {
        assert_eq!(bad_answer_rate(&day()), Some(2.0 / 8.0));
        assert_eq!(wrong_answer_rate(&day()), Some(1.0 / 8.0));
        assert_eq!(false_answer_rate(&day()), Some(1.0 / 8.0));
        assert_eq!(containment(&day()), Some(1.0 / 8.0));
        assert_eq!(containment(&[]), None);
    }

    #[test]
    fn a_handover_is_for_what_the_assistant_cannot_answer() {
        assert_eq!(handover_precision(&day()), Some(3.0 / 4.0));
        assert_eq!(handover_recall(&day()), Some(3.0 / 5.0));
    }

    #[test]
    fn who_wants_a_person_is_heard() {
        assert_eq!(person_recall(&day()), Some(1.0));
        assert_eq!(person_precision(&day()), Some(0.5));
        assert_eq!(person_recall(&[right(0.9)]), None);
    }
}
