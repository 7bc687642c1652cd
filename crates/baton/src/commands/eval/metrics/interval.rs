//! How much of a figure is the luck of which questions happened to be in the set.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::repeat_n;

use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

use super::Sample;

const RESAMPLES: usize = 1_000;
/// Of the resamples, the share that lies below and above.
const TAIL: f64 = 0.025;

/// 95 % of what other draws of the same size would give.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// The percentile bootstrap (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, ch. 13). Whole clusters are
/// drawn with replacement, because questions about one article rise and fall together (Field and Welsh, JRSS B 2007).
/// Absent where there is but one cluster, or where most draws have no such figure.
pub fn interval(samples: &[Sample], figure: impl Fn(&[Sample]) -> Option<f64>, seed: u64) -> Option<Interval> {
    let numbers: BTreeSet<usize> = samples.iter().map(|sample| sample.cluster).collect();
    let numbers: BTreeMap<usize, usize> = numbers.into_iter().zip(0..).collect();
    // Most figures sort by probability, and sorting what is sorted costs next to nothing.
    let mut sorted: Vec<(usize, Sample)> = samples.iter().map(|sample| (numbers[&sample.cluster], *sample)).collect();
    sorted.sort_by(|a, b| a.1.probability.total_cmp(&b.1.probability));
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut drawn = Vec::with_capacity(samples.len());
    let mut figures: Vec<f64> = (0..RESAMPLES)
        .filter_map(|_| {
            let mut times = vec![0; numbers.len()];
            numbers.iter().for_each(|_| times[chance.random_range(0..numbers.len())] += 1);
            drawn.clear();
            drawn.extend(sorted.iter().flat_map(|(cluster, sample)| repeat_n(*sample, times[*cluster])));
            figure(&drawn)
        })
        .collect();
    figures.sort_by(f64::total_cmp);
    let at = |share: f64| figures[((figures.len() - 1) as f64 * share).round() as usize];
    let is_enough = numbers.len() > 1 && figures.len() > RESAMPLES / 2;
    is_enough.then(|| Interval { low: at(TAIL), high: at(1.0 - TAIL) })
}

#[cfg(test)]
mod tests {
    use super::super::sample::test::{right, wrong};
    use super::super::{auroc, recall};
    use super::*;

    /// Clusters that are wholly right or wholly wrong, in turn.
    fn clustered(clusters: usize, each: usize) -> Vec<Sample> {
        let one =
            |cluster: usize| Sample { cluster, ..if cluster.is_multiple_of(2) { right(0.5) } else { wrong(0.5) } };
        (0..clusters).flat_map(|cluster| vec![one(cluster); each]).collect()
    }

    fn recall_at_1(samples: &[Sample]) -> Option<f64> {
        recall(samples, 1)
    }

    #[test]
    fn it_holds_the_figure_and_is_the_same_for_the_same_seed() {
        let samples = clustered(100, 1);
        let found = interval(&samples, recall_at_1, 1).unwrap();
        // Of a fair coin thrown 100 times: 0.5 ± 1.96 · 0.05.
        assert!((found.low - 0.402).abs() < 0.03 && (found.high - 0.598).abs() < 0.03, "{found:?}");
        assert_eq!(interval(&samples, recall_at_1, 1), Some(found));
    }

    #[test]
    fn ten_times_the_same_question_is_no_better_known() {
        let (once, often) = (clustered(20, 1), clustered(20, 10));
        assert_eq!(interval(&once, recall_at_1, 1), interval(&often, recall_at_1, 1));
    }

    #[test]
    fn nothing_is_claimed_from_one_cluster_or_without_a_figure() {
        assert_eq!(interval(&clustered(1, 50), recall_at_1, 1), None);
        assert_eq!(interval(&clustered(30, 2), auroc, 1), None);
        assert_eq!(interval(&[], recall_at_1, 1), None);
    }
}
