//! Chance that is the same in every run of the program, and spread evenly over the runs of the queue.

/// How often the queue is let go on: a power of two.
pub(super) const RUNS: u32 = 1 << BITS;
const BITS: u32 = 8;

/// What a number is drawn for.
#[derive(Clone, Copy)]
pub(super) enum For {
    /// The conversation that is running in this slot.
    Slot(usize),
    /// The conversation with the person at this place of the queue.
    Ahead(usize),
    /// One of the conversations whose average is taken.
    Average(usize),
}

/// One number for each run, each of its own `RUNS`th part of 0 to 1, in an order of its own: a Latin
/// hypercube (McKay, Beckman and Conover, 1979), which needs far fewer runs than plain chance.
#[derive(Clone, Copy)]
pub(super) struct Draw(u64);

impl Draw {
    pub fn new(what: For) -> Self {
        let (kind, number) = match what {
            For::Slot(number) => (1, number),
            For::Ahead(number) => (2, number),
            For::Average(number) => (3, number),
        };
        Self(mixed((kind << 32) | number as u64))
    }

    /// Above 0 and below 1.
    pub fn part(self, run: u32) -> f64 {
        (f64::from(self.place(run)) + 0.5) / f64::from(RUNS)
    }

    /// Where this run stands: steps that can each be undone, so no two runs share a place.
    fn place(self, run: u32) -> u32 {
        let keys = [self.0, self.0 >> 16, self.0 >> 32];
        keys.iter().fold(run, |place, key| {
            let key = *key as u32;
            let place = (place ^ (place >> (BITS / 2))).wrapping_mul((key >> BITS) | 1);
            place.wrapping_add(key) % RUNS
        })
    }
}

/// The last step of SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{collections::BTreeSet, vec::Vec};

    #[test]
    fn every_part_comes_up_exactly_once_over_the_runs() {
        for slot in 0..100 {
            let draw = Draw::new(For::Slot(slot));
            assert_eq!((0..RUNS).map(|run| draw.place(run)).collect::<BTreeSet<_>>().len(), RUNS as usize);
        }
    }

    #[test]
    fn what_is_drawn_for_one_person_says_nothing_about_the_next() {
        let parts = |number| (0..RUNS).map(|run| Draw::new(For::Ahead(number)).part(run) - 0.5).collect::<Vec<_>>();
        for number in 0..200 {
            let (one, next) = (parts(number), parts(number + 1));
            let together: f64 = one.iter().zip(&next).map(|(a, b)| a * b).sum::<f64>() * 12.0 / f64::from(RUNS);
            assert!(together.abs() < 0.3, "{number}: {together}");
        }
    }
}
