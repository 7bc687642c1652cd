//! How far off what was foretold was from the truth.

use std::{array, iter::Sum};

use super::look::{FORMULAS, Look};

/// Sums over looks. What could not be said is counted and left out of the rest.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    pub looks: usize,
    said: usize,
    covered: usize,
    wait_ms: f64,
    ours_off_ms: f64,
    formulas_off_ms: [f64; FORMULAS],
}

impl Score {
    fn of(look: &Look) -> Self {
        let (Some(ours), Some(formulas)) = (look.ours, look.formulas) else {
            return Self { looks: 1, ..Self::default() };
        };
        let truth = look.truth_ms as f64;
        Self {
            looks: 1,
            said: 1,
            covered: usize::from(look.truth_ms <= ours.p90_ms),
            wait_ms: truth,
            ours_off_ms: (ours.p50_ms as f64 - truth).abs(),
            formulas_off_ms: formulas.map(|formula| (formula - truth).abs()),
        }
    }

    /// The part of the true waits that is not longer than p90.
    pub fn covered(&self) -> f64 {
        self.covered as f64 / self.said as f64
    }

    pub fn unsaid(&self) -> f64 {
        (self.looks - self.said) as f64 / self.looks as f64
    }

    pub fn mean_wait_ms(&self) -> f64 {
        self.wait_ms / self.said as f64
    }

    /// The mean error of p50.
    pub fn ours_off_ms(&self) -> f64 {
        self.ours_off_ms / self.said as f64
    }

    /// The mean error of each formula.
    pub fn formulas_off_ms(&self) -> [f64; FORMULAS] {
        self.formulas_off_ms.map(|sum| sum / self.said as f64)
    }

    fn plus(self, other: Self) -> Self {
        Self {
            looks: self.looks + other.looks,
            said: self.said + other.said,
            covered: self.covered + other.covered,
            wait_ms: self.wait_ms + other.wait_ms,
            ours_off_ms: self.ours_off_ms + other.ours_off_ms,
            formulas_off_ms: array::from_fn(|at| self.formulas_off_ms[at] + other.formulas_off_ms[at]),
        }
    }
}

impl<'a> FromIterator<&'a Look> for Score {
    fn from_iter<I: IntoIterator<Item = &'a Look>>(looks: I) -> Self {
        looks.into_iter().map(Self::of).sum()
    }
}

impl Sum for Score {
    fn sum<I: Iterator<Item = Self>>(scores: I) -> Self {
        scores.fold(Self::default(), Self::plus)
    }
}

#[cfg(test)]
mod tests {
    use handover::Wait;

    use super::*;

    #[test]
    fn what_could_not_be_said_counts_only_as_such() {
        let said = Look {
            customer: 1,
            at: 0,
            ours: Some(Wait { p50_ms: 40, p90_ms: 90 }),
            formulas: Some([10.0, 20.0, 200.0, 90.0]),
            truth_ms: 90,
        };
        let score: Score = [said, Look { ours: None, ..said }].iter().collect();
        assert_eq!((score.unsaid(), score.covered(), score.ours_off_ms()), (0.5, 1.0, 50.0));
        assert_eq!(score.formulas_off_ms(), [80.0, 70.0, 110.0, 0.0]);
    }
}
