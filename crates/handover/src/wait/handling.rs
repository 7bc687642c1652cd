//! How long a conversation takes, judged by those that were seen; and how much longer one takes that
//! has been running for a while.

use alloc::vec::Vec;

use super::draw::{Draw, For, RUNS};

/// However many were seen, the average of those to come is not known better than from so many: agents
/// come and go and questions change while somebody waits.
const RESAMPLE_MAX: usize = 50;
/// However odd the resample: a tenth of the average that was seen.
const PACE_MIN: f64 = 0.1;

/// The finished conversations as a distribution: straight lines between what was seen, and beyond the
/// longest a tail as of a Pareto distribution with exponent 2, for some will take longer than any so far.
pub(super) struct Handling {
    /// Shortest first, milliseconds.
    seen: Vec<f64>,
    /// What the lines and the tail make of it.
    drawn_mean: f64,
}

impl Handling {
    pub fn seen(handled_ms: &[i64]) -> Self {
        let mut seen: Vec<f64> = handled_ms.iter().map(|ms| (*ms).max(0) as f64).collect();
        seen.sort_unstable_by(f64::total_cmp);
        let (sum, longest) = (seen.iter().sum::<f64>(), seen.last().copied().unwrap_or(0.0));
        // The lines leave out half a piece of the longest; the mean of the tail is twice the longest.
        let drawn_mean = (sum + 1.5 * longest) / (seen.len() as f64 + 1.0);
        Self { seen, drawn_mean }
    }

    /// For each run, by how much the true average may differ from the one that was seen: averages of
    /// resamples (the bootstrap; Efron, 1979), over what the lines and the tail have as their average.
    pub fn paces(&self) -> impl Iterator<Item = f64> + '_ {
        let count = self.seen.len() as f64;
        let drawn: Vec<Draw> =
            (0..self.seen.len().min(RESAMPLE_MAX)).map(|number| Draw::new(For::Average(number))).collect();
        (0..RUNS).map(move |run| {
            let sum: f64 = drawn.iter().map(|draw| self.seen[(draw.part(run) * count) as usize]).sum();
            let mean = sum / drawn.len() as f64;
            if self.drawn_mean > 0.0 { (mean / self.drawn_mean).max(PACE_MIN) } else { 1.0 }
        })
    }

    /// The time that this part of all conversations lasts at least. `part` is above 0, at most 1.
    pub fn lasts(&self, part: f64) -> f64 {
        let above = part * self.steps();
        let place = self.steps() - above;
        let shorter = place as usize;
        match (self.up_to(shorter), self.seen.get(shorter)) {
            (low, Some(high)) => low + (high - low) * (place - shorter as f64),
            (longest, None) => longest / square_root(above.min(1.0)),
        }
    }

    /// The part of all conversations that lasts longer than this.
    pub fn beyond(&self, ms: f64) -> f64 {
        let shorter = self.seen.partition_point(|seen| *seen <= ms);
        let low = self.up_to(shorter);
        match self.seen.get(shorter) {
            Some(high) => 1.0 - (shorter as f64 + (ms - low) / (high - low)) / self.steps(),
            None if ms > 0.0 => (low / ms) * (low / ms) / self.steps(),
            None => 1.0,
        }
    }

    /// How much longer a conversation runs that has run for `so_far` milliseconds.
    pub fn remains(&self, so_far: f64, part: f64) -> f64 {
        let beyond = self.beyond(so_far);
        if beyond > 0.0 { (self.lasts(part * beyond) - so_far).max(0.0) } else { 0.0 }
    }

    /// What was seen divides the line of all times into so many equally likely pieces.
    fn steps(&self) -> f64 {
        self.seen.len() as f64 + 1.0
    }

    fn up_to(&self, shorter: usize) -> f64 {
        shorter.checked_sub(1).and_then(|at| self.seen.get(at)).copied().unwrap_or(0.0)
    }
}

/// Of a number above 0 and at most 1, to nine digits after the point.
fn square_root(number: f64) -> f64 {
    const SCALE: f64 = (1_u64 << 30) as f64;
    ((number * SCALE * SCALE) as u64).isqrt().max(1) as f64 / SCALE
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE_MS: i64 = 60_000;

    /// Nine conversations, of one to nine minutes.
    fn nine() -> Handling {
        Handling::seen(&core::array::from_fn::<i64, 9, _>(|at| (at as i64 + 1) * MINUTE_MS))
    }

    fn minutes(ms: f64) -> f64 {
        (ms / 60.0).round() / 1000.0
    }

    #[test]
    fn half_of_all_conversations_last_as_long_as_the_middle_one() {
        assert_eq!(minutes(nine().lasts(0.5)), 5.0);
        assert_eq!(nine().beyond(5.0 * MINUTE_MS as f64), 0.5);
    }

    #[test]
    fn one_in_forty_lasts_twice_as_long_as_the_longest_of_nine() {
        assert_eq!(minutes(nine().lasts(0.1 / 4.0)), 18.0);
        assert_eq!(nine().beyond(18.0 * MINUTE_MS as f64), 0.1 / 4.0);
    }

    #[test]
    fn a_quick_question_that_still_runs_is_not_a_quick_question() {
        let mut seen = [MINUTE_MS; 100];
        seen[..40].fill(20 * MINUTE_MS);
        let handling = Handling::seen(&seen);
        assert!(minutes(handling.remains(0.0, 0.5)) < 2.0);
        assert!(minutes(handling.remains(2.0 * MINUTE_MS as f64, 0.5)) > 17.0);
    }

    #[test]
    fn what_has_run_longer_than_any_other_goes_on_for_a_while() {
        let remains = minutes(nine().remains(30.0 * MINUTE_MS as f64, 0.5));
        assert!((10.0..15.0).contains(&remains), "{remains}");
    }

    #[test]
    fn the_fewer_were_seen_the_less_sure_is_the_average() {
        let widest = |seen: &[i64]| Handling::seen(seen).paces().fold(0.0, f64::max);
        let few = [1, 2, 4, 8, 16, 1, 2, 4, 8, 16].map(|minutes| minutes * MINUTE_MS);
        assert!(widest(&few) > widest(&few.repeat(5)));
    }
}
