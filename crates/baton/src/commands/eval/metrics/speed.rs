//! How long it took.

use super::Sample;

/// The time in milliseconds that the share `q` of the questions did not exceed (nearest rank).
pub fn quantile(samples: &[Sample], q: f64) -> Option<f64> {
    let mut times: Vec<f64> = samples.iter().map(|sample| sample.took_ms).collect();
    times.sort_by(f64::total_cmp);
    let place = (times.len() as f64 * q).ceil() as usize;
    times.get(place.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::super::sample::test::right;
    use super::*;

    #[test]
    fn the_median_of_a_hundred_is_the_fiftieth() {
        let samples: Vec<Sample> = (1..=100).rev().map(|ms| Sample { took_ms: f64::from(ms), ..right(0.5) }).collect();
        assert_eq!(quantile(&samples, 0.5), Some(50.0));
        assert_eq!(quantile(&samples, 0.99), Some(99.0));
        assert_eq!(quantile(&[], 0.5), None);
    }
}
