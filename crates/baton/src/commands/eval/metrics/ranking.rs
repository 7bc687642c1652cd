//! How far up the right entry stands, over the questions that have one.

use super::{Need, Sample, share};

/// recall@k: the share of answerable questions whose right entry is among the first `k` (Manning, Raghavan and Schütze,
/// "Introduction to Information Retrieval", 2008, ch. 8; with one right entry also called success@k). At 1 it is the
/// accuracy of naming the intent.
pub fn recall(samples: &[Sample], k: usize) -> Option<f64> {
    share(ranks(samples).map(|rank| rank.is_some_and(|rank| rank <= k)))
}

/// Mean reciprocal rank: the mean of `1 / rank`, 0 where nothing right was found (Voorhees, TREC-8, 1999).
pub fn mean_reciprocal_rank(samples: &[Sample]) -> Option<f64> {
    let (mut count, mut sum) = (0.0, 0.0);
    for rank in ranks(samples) {
        count += 1.0;
        sum += rank.map_or(0.0, |rank| 1.0 / rank as f64);
    }
    (count > 0.0).then(|| sum / count)
}

/// The share of texts from the right entry that hold what they have to.
pub fn said(samples: &[Sample]) -> Option<f64> {
    let first = |sample: &&Sample| matches!(sample.need, Need::Answer { rank: Some(1), .. });
    share(samples.iter().filter(first).filter_map(|sample| sample.said))
}

fn ranks(samples: &[Sample]) -> impl Iterator<Item = Option<usize>> {
    samples.iter().filter_map(|sample| match sample.need {
        Need::Answer { rank, .. } => Some(rank),
        Need::Nothing | Need::Person => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::test::{nothing, right, sample};
    use super::*;
    use proptest::prelude::*;

    fn ranked(rank: Option<usize>) -> Sample {
        sample(0.5, Need::Answer { rank, right: rank == Some(1) })
    }

    #[test]
    fn questions_without_an_answer_do_not_count() {
        let samples = [ranked(Some(1)), ranked(Some(3)), ranked(None), ranked(Some(2)), nothing(0.9)];
        assert_eq!(recall(&samples, 1), Some(0.25));
        assert_eq!(recall(&samples, 2), Some(0.5));
        let mrr = mean_reciprocal_rank(&samples).unwrap();
        assert!((mrr - (1.0 + 1.0 / 3.0 + 0.5) / 4.0).abs() < 1e-12);
        assert_eq!(recall(&[nothing(0.9)], 1), None);
        assert_eq!(mean_reciprocal_rank(&[]), None);
    }

    #[test]
    fn only_texts_from_the_right_entry_are_held_against_their_fact() {
        let with = |sample: Sample, said| Sample { said, ..sample };
        let elsewhere = with(ranked(Some(2)), Some(true));
        let samples = [with(right(0.5), Some(true)), with(right(0.5), Some(false)), with(right(0.5), None), elsewhere];
        assert_eq!(said(&samples), Some(0.5));
    }

    proptest! {
        #[test]
        fn recall_only_grows_with_k_and_lies_around_the_reciprocal_rank(
            ranks in prop::collection::vec(prop::option::of(1_usize..20), 1..50)
        ) {
            let samples: Vec<Sample> = ranks.into_iter().map(ranked).collect();
            let recalls: Vec<f64> = (1..25).map(|k| recall(&samples, k).unwrap()).collect();
            prop_assert!(recalls.is_sorted());
            let mrr = mean_reciprocal_rank(&samples).unwrap();
            prop_assert!(recalls[0] <= mrr + 1e-12 && mrr <= recalls[23] + 1e-12);
        }
    }
}
