//! Answering as much as possible while at most so many answers are bad.

use super::{Sample, coverage, share};

/// What a threshold, chosen elsewhere, does to these questions.
#[derive(Clone, Copy, Debug)]
pub struct Operating {
    /// Above 1: nothing is answered.
    pub threshold: f64,
}

/// The lowest threshold with which at most the share `bad_max` of all questions is answered badly. Bad answers over all
/// questions only grow as the threshold falls, so it is also the one that answers most. Choose it on questions that are
/// not reported. Nothing below the surest question is good enough: [`f64::INFINITY`].
pub fn threshold(development: &[Sample], bad_max: f64) -> f64 {
    let points = coverage::curve(development);
    let allowed = points.iter().take_while(|point| point.coverage * point.risk <= bad_max + f64::EPSILON);
    allowed.last().map_or(f64::INFINITY, |point| point.threshold)
}

impl Operating {
    /// Bad answers over all questions, as it really comes out.
    pub fn bad_answer_rate(&self, samples: &[Sample]) -> Option<f64> {
        share(samples.iter().map(|sample| sample.is_answered_at(self.threshold) && !sample.is_right()))
    }

    /// Questions answered rightly over all questions.
    pub fn containment(&self, samples: &[Sample]) -> Option<f64> {
        share(samples.iter().map(|sample| sample.is_answered_at(self.threshold) && sample.is_right()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::test::{nothing, right, wrong};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_lowest_threshold_that_keeps_the_promise_is_taken() {
        let samples = [right(0.9), right(0.8), wrong(0.7), right(0.6), nothing(0.5)];
        assert_eq!(threshold(&samples, 0.0), 0.8);
        assert_eq!(threshold(&samples, 0.2), 0.6);
        assert_eq!(threshold(&samples, 0.5), 0.5);
        let at = Operating { threshold: 0.6 };
        assert_eq!(at.containment(&samples), Some(0.6));
        assert_eq!(at.bad_answer_rate(&samples), Some(0.2));
    }

    #[test]
    fn when_the_surest_answer_is_too_bad_nothing_is_answered() {
        let samples = [nothing(0.9), right(0.8)];
        let at = Operating { threshold: threshold(&samples, 0.1) };
        assert_eq!(at.containment(&samples), Some(0.0));
        assert_eq!(threshold(&[], 0.1), f64::INFINITY);
    }

    proptest! {
        #[test]
        fn where_it_was_chosen_the_promise_is_kept_and_a_looser_one_answers_more(
            found in prop::collection::vec((0_u8..30, any::<bool>()), 1..60)
        ) {
            let one = |(score, is_right)| {
                let probability = f64::from(score) / 30.0;
                if is_right { right(probability) } else { wrong(probability) }
            };
            let samples: Vec<Sample> = found.into_iter().map(one).collect();
            let mut before = 0.0;
            for bad_max in [0.0, 0.02, 0.05, 0.3, 1.0] {
                let at = Operating { threshold: threshold(&samples, bad_max) };
                prop_assert!(at.bad_answer_rate(&samples).unwrap() <= bad_max + 1e-9);
                let containment = at.containment(&samples).unwrap();
                prop_assert!(containment >= before);
                before = containment;
            }
        }
    }
}
