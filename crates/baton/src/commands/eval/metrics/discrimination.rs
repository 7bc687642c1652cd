//! How well the probability tells what can be answered from what cannot.

use super::Sample;

/// Area under the ROC curve: the chance that an answerable question has a higher probability than an unanswerable one,
/// equal ones counting half. `(R − p(p + 1)/2) / (p·n)` with `R` the sum of the ranks of the `p` answerable ones among
/// all, equal ones sharing their mean rank (Mann and Whitney 1947; Hanley and McNeil 1982).
pub fn auroc(samples: &[Sample]) -> Option<f64> {
    let mut scored: Vec<(f64, bool)> =
        samples.iter().filter_map(|sample| Some((sample.probability, sample.is_answerable()?))).collect();
    scored.sort_by(|a, b| a.0.total_cmp(&b.0));
    let answerable = scored.iter().filter(|scored| scored.1).count();
    let (p, n) = (answerable as f64, (scored.len() - answerable) as f64);
    let (mut below, mut ranks) = (0, 0.0);
    for equal in scored.chunk_by(|a, b| a.0 == b.0) {
        let mean_rank = below as f64 + (equal.len() + 1) as f64 / 2.0;
        ranks += mean_rank * equal.iter().filter(|scored| scored.1).count() as f64;
        below += equal.len();
    }
    (p > 0.0 && n > 0.0).then(|| (ranks - p * (p + 1.0) / 2.0) / (p * n))
}

#[cfg(test)]
mod tests {
    use super::super::Need;
    use super::super::sample::test::{nothing, right, sample};
    use super::*;
    use proptest::prelude::*;

    fn samples() -> impl Strategy<Value = Vec<Sample>> {
        prop::collection::vec((0_u8..20, any::<bool>()), 2..60).prop_map(|scored| {
            let one = |(score, is_answerable)| {
                let probability = f64::from(score) / 20.0;
                if is_answerable { right(probability) } else { nothing(probability) }
            };
            scored.into_iter().map(one).collect()
        })
    }

    #[test]
    fn one_when_all_answerable_ones_are_above() {
        assert_eq!(auroc(&[right(0.9), right(0.8), nothing(0.7)]), Some(1.0));
        assert_eq!(auroc(&[right(0.1), nothing(0.7)]), Some(0.0));
    }

    #[test]
    fn half_when_all_are_equal() {
        assert_eq!(auroc(&[right(0.4), nothing(0.4), nothing(0.4), right(0.4)]), Some(0.5));
    }

    #[test]
    fn absent_when_one_side_is_and_blind_to_calls_for_a_person() {
        assert_eq!(auroc(&[right(0.9)]), None);
        assert_eq!(auroc(&[right(0.9), nothing(0.1), sample(1.0, Need::Person)]), Some(1.0));
    }

    proptest! {
        #[test]
        fn it_counts_pairs(samples in samples()) {
            let of = |wanted| samples.iter().filter(move |one| one.is_answerable() == Some(wanted));
            let pairs: Vec<f64> = of(true)
                .flat_map(|yes| of(false).map(move |no| (yes.probability, no.probability)))
                .map(|(yes, no)| if yes > no { 1.0 } else if yes == no { 0.5 } else { 0.0 })
                .collect();
            match auroc(&samples) {
                None => prop_assert!(pairs.is_empty()),
                Some(area) => prop_assert!((area - pairs.iter().sum::<f64>() / pairs.len() as f64).abs() < 1e-9),
            }
        }

        #[test]
        fn a_growing_map_of_the_probability_changes_nothing(samples in samples()) {
            let mapped: Vec<Sample> = samples
                .iter()
                .map(|one| Sample { probability: (3.0 * one.probability).exp() / 30.0, ..*one })
                .collect();
            prop_assert_eq!(auroc(&samples), auroc(&mapped));
        }
    }
}
