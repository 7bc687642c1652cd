//! Medians, percentiles, and how numbers are written.

use std::time::Duration;

/// The middle value; the upper one of two.
pub fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// How far the values lie apart, as a part of their median.
pub fn spread(values: Vec<f64>) -> f64 {
    let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = values.iter().copied().fold(0.0, f64::max);
    median(values).map_or(0.0, |middle| (highest - lowest) / middle)
}

/// In milliseconds; `part` is 0.5 for the median, 0.99 for p99. The nearest value that is not below.
pub fn percentile_ms(times: &mut [Duration], part: f64) -> f64 {
    times.sort_unstable();
    let place = (times.len() as f64 * part).ceil() as usize;
    times.get(place.saturating_sub(1)).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
}

/// Thousands apart, so that 19600 reads as 19,600.
pub fn whole(value: f64) -> String {
    let digits = format!("{value:.0}");
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let mut times: Vec<Duration> = (1..=100).rev().map(Duration::from_millis).collect();
        assert_eq!(percentile_ms(&mut times, 0.5), 50.0);
        assert_eq!(percentile_ms(&mut times, 0.99), 99.0);
        assert_eq!(percentile_ms(&mut times[..1], 0.99), 1.0);
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(whole(19_600.4), "19,600");
        assert_eq!(whole(7.0), "7");
    }
}
