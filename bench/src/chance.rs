//! Numbers that look random and are the same in every run.

/// SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// 0 to 1, without 1.
    pub fn part(&mut self) -> f64 {
        (self.number() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From the first to the last, both included.
    pub fn within(&mut self, first: usize, last: usize) -> usize {
        first + (self.part() * (last - first + 1) as f64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_a_range_comes_up_and_no_other() {
        let mut chance = Chance::new(1);
        let mut seen = [0; 5];
        for _ in 0..1_000 {
            seen[chance.within(0, 4)] += 1;
        }
        assert!(seen.iter().all(|times| (100..300).contains(times)), "{seen:?}");
    }
}
