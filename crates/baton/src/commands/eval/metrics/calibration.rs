//! Whether what is called 80 % happens in 80 of 100 cases.

use super::Sample;

/// Questions of similar probability.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Bin {
    pub count: usize,
    /// Mean probability.
    pub said: f64,
    /// The share that it was true of.
    pub happened: f64,
}

/// A probability, and whether what it says was true.
type Scored = (f64, bool);

/// What a probability is held against; absent for questions that it says nothing about.
pub type Claim = fn(&Sample) -> Option<bool>;

/// What the probability says: that the question can be answered from the knowledge.
pub fn answerable(sample: &Sample) -> Option<bool> {
    sample.is_answerable()
}

/// What a reader may take it for: that the answer is right.
pub fn answered_rightly(sample: &Sample) -> Option<bool> {
    sample.is_answerable().map(|_| sample.is_right())
}

/// Ten bins of equal width, as the expected calibration error is usually given (Guo et al., "On Calibration of Modern
/// Neural Networks", ICML 2017). Empty bins are left out.
pub fn equal_width(samples: &[Sample], claim: Claim) -> Vec<Bin> {
    const BINS: usize = 10;
    let mut bins = vec![Vec::new(); BINS];
    for one in scored(samples, claim) {
        bins[((one.0 * BINS as f64) as usize).min(BINS - 1)].push(one);
    }
    bins.iter().filter(|bin| !bin.is_empty()).map(|bin| summed(bin)).collect()
}

/// Fifteen bins of equally many questions: unlike those of equal width none rests on a handful (Nguyen and O'Connor,
/// "Posterior calibration and exploratory analysis for natural language processing models", EMNLP 2015). Equal
/// probabilities stay together.
pub fn equal_mass(samples: &[Sample], claim: Claim) -> Vec<Bin> {
    const BINS: usize = 15;
    let mut all: Vec<Scored> = scored(samples, claim).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (count, mut below) = (all.len(), 0);
    let mut bins = vec![Vec::new(); BINS];
    for equal in all.chunk_by(|a, b| a.0 == b.0) {
        let middle = 2 * below + equal.len() - 1;
        bins[middle * BINS / (2 * count)].extend_from_slice(equal);
        below += equal.len();
    }
    bins.iter().filter(|bin| !bin.is_empty()).map(|bin| summed(bin)).collect()
}

/// Expected calibration error: the mean distance of what was said from what happened, bins weighted by their questions
/// (Naeini, Cooper and Hauskrecht, AAAI 2015).
pub fn expected_calibration_error(bins: &[Bin]) -> Option<f64> {
    let count: usize = bins.iter().map(|bin| bin.count).sum();
    let sum: f64 = bins.iter().map(|bin| bin.count as f64 * (bin.said - bin.happened).abs()).sum();
    (count > 0).then(|| sum / count as f64)
}

fn scored(samples: &[Sample], claim: Claim) -> impl Iterator<Item = Scored> {
    samples.iter().filter_map(move |sample| Some((sample.probability, claim(sample)?)))
}

fn summed(bin: &[Scored]) -> Bin {
    let count = bin.len() as f64;
    Bin {
        count: bin.len(),
        said: bin.iter().map(|one| one.0).sum::<f64>() / count,
        happened: bin.iter().filter(|one| one.1).count() as f64 / count,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Need;
    use super::super::sample::test::{nothing, right, sample, wrong};
    use super::*;
    use proptest::prelude::*;

    fn errors(samples: &[Sample]) -> [f64; 2] {
        [equal_width(samples, answerable), equal_mass(samples, answerable)]
            .map(|bins| expected_calibration_error(&bins).unwrap())
    }

    #[test]
    fn too_sure_by_a_fifth_is_an_error_of_a_fifth() {
        let samples = [wrong(0.95), right(0.95), right(0.95), nothing(0.95)];
        for error in errors(&samples) {
            assert!((error - 0.2).abs() < 1e-12);
        }
        assert_eq!(expected_calibration_error(&equal_width(&[], answerable)), None);
    }

    #[test]
    fn a_wrong_answer_could_have_been_a_right_one() {
        let samples = [wrong(1.0), right(1.0), sample(1.0, Need::Person)];
        assert_eq!(expected_calibration_error(&equal_width(&samples, answerable)), Some(0.0));
        assert_eq!(expected_calibration_error(&equal_width(&samples, answered_rightly)), Some(0.5));
    }

    #[test]
    fn certainty_falls_into_the_last_bin() {
        assert_eq!(equal_width(&[right(1.0), right(0.91)], answerable).len(), 1);
    }

    #[test]
    fn bins_of_equal_mass_hold_equally_many() {
        let samples: Vec<Sample> = (0..150).map(|n| right(f64::from(n) / 1_000.0)).collect();
        let counts: Vec<usize> = equal_mass(&samples, answerable).iter().map(|bin| bin.count).collect();
        assert_eq!(counts, [10; 15]);
    }

    proptest! {
        #[test]
        fn what_happens_as_often_as_it_is_said_has_no_error(groups in prop::collection::btree_map(0_u32..=20, 1_usize..4, 1..20)) {
            let mut samples = Vec::new();
            for (twentieths, times) in groups {
                let probability = f64::from(twentieths) / 20.0;
                for n in 0..20 * times {
                    let happens = n % 20 < twentieths as usize;
                    samples.push(if happens { right(probability) } else { nothing(probability) });
                }
            }
            prop_assert!(errors(&samples).iter().all(|&error| error < 1e-9), "{:?}", errors(&samples));
        }

        #[test]
        fn the_order_does_not_matter(mut found in prop::collection::vec((0_u8..=10, any::<bool>()), 1..60)) {
            let samples = |found: &[(u8, bool)]| -> Vec<Sample> {
                let one = |&(tenths, is_answerable): &(u8, bool)| {
                    let probability = f64::from(tenths) / 10.0;
                    if is_answerable { right(probability) } else { nothing(probability) }
                };
                found.iter().map(one).collect()
            };
            let before = errors(&samples(&found));
            found.reverse();
            for (before, after) in before.into_iter().zip(errors(&samples(&found))) {
                prop_assert!((before - after).abs() < 1e-9);
            }
        }
    }
}
