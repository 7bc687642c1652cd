//! Functions with an exponential in them, written so that the compiler computes many at once.

use std::f32::consts::{FRAC_1_SQRT_2, LOG2_E};

use pulp::{Simd, WithSimd};

/// [`gelu`] of every number.
pub(super) struct Gelu<'a>(pub &'a mut [f32]);

/// [`softmax`] of every row of the given length.
pub(super) struct Softmax<'a>(pub &'a mut [f32], pub usize);

impl WithSimd for Gelu<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        for value in self.0 {
            *value = gelu(*value);
        }
    }
}

impl WithSimd for Softmax<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        for row in self.0.chunks_exact_mut(self.1) {
            softmax(row);
        }
    }
}

/// e to the `x`, off by less than 3e-7 of itself for x in -87..=88; what is outside is moved to the edge.
/// 2^n · e^r with |r| ≤ ln 2 / 2, and Taylor's series for e^r.
#[inline(always)]
fn exp(x: f32) -> f32 {
    /// Adding it leaves the nearest whole number in the lowest bits.
    const ROUND: f32 = 12_582_912.0;
    /// ln 2 in two parts, so that n · ln 2 is exact enough.
    const LN_2: (f32, f32) = (0.693_359_4, -2.121_944_4e-4);
    let x = x.clamp(-87.0, 88.0);
    let shifted = x * LOG2_E + ROUND;
    let n = shifted - ROUND;
    let r = (x - n * LN_2.0) - n * LN_2.1;
    let series = 1.0 / 120.0 + r * (1.0 / 720.0);
    let series = 0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * series));
    let power = f32::from_bits(shifted.to_bits().wrapping_add(127) << 23);
    (1.0 + r * (1.0 + r * series)) * power
}

/// x · Φ(x), Φ the normal distribution; erf after Abramowitz and Stegun 7.1.26, off by less than 1.5e-7.
#[inline(always)]
fn gelu(x: f32) -> f32 {
    let z = x * FRAC_1_SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * z.abs());
    let series = t * (-0.284_496_74 + t * (1.421_413_7 + t * (-1.453_152 + t * 1.061_405_4)));
    let tail = t * (0.254_829_6 + series) * exp(-z * z);
    0.5 * x * (1.0 + (1.0 - tail).copysign(z))
}

/// Makes a row of scores into shares that sum to 1.
#[inline(always)]
fn softmax(row: &mut [f32]) {
    let highest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    for value in row.iter_mut() {
        *value = exp(*value - highest);
    }
    let share = 1.0 / row.iter().sum::<f32>();
    for value in row {
        *value *= share;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// erf by its Taylor series, in double precision.
    fn exact_gelu(x: f64) -> f64 {
        let z = x / 2_f64.sqrt();
        let (mut term, mut sum) = (z, z);
        for n in 1..120 {
            term *= -z * z / f64::from(n);
            sum += term / f64::from(2 * n + 1);
        }
        0.5 * x * (1.0 + sum * 2.0 / std::f64::consts::PI.sqrt())
    }

    proptest! {
        #[test]
        fn exp_is_within_its_bound(x in -87.0_f32..88.0) {
            let exact = f64::from(x).exp();
            prop_assert!((f64::from(exp(x)) - exact).abs() <= 3e-7 * exact);
        }

        #[test]
        fn gelu_is_within_its_bound(x in -4.5_f32..4.5) {
            prop_assert!((f64::from(gelu(x)) - exact_gelu(f64::from(x))).abs() <= 1e-6);
        }

        #[test]
        fn shares_sum_to_one(mut row in proptest::collection::vec(-50.0_f32..50.0, 1..64)) {
            softmax(&mut row);
            prop_assert!((row.iter().sum::<f32>() - 1.0).abs() < 1e-5);
        }
    }

    #[test]
    fn gelu_of_large_numbers_is_all_or_nothing() {
        assert_eq!(gelu(20.0), 20.0);
        assert_eq!(gelu(-20.0), 0.0);
    }
}
