//! A byte a dimension. Every vector has the same scale, so that a whole index is one slice of `i8`.

use std::ops::Deref;

use pulp::{Arch, Simd, WithSimd};

/// What 1.0 becomes.
const SCALE: f32 = 127.0;

/// A vector of length 1, each number rounded to 1/127; off by at most 1/254 a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bytes(Box<[i8]>);

impl Bytes {
    #[must_use]
    pub fn new(unit: &[f32]) -> Self {
        // `as` saturates: what rounding left above 1 stays 127.
        Self(unit.iter().map(|value| (value * SCALE).round().max(-SCALE) as i8).collect())
    }

    #[must_use]
    pub fn into_inner(self) -> Box<[i8]> {
        self.0
    }
}

impl Deref for Bytes {
    type Target = [i8];

    fn deref(&self) -> &[i8] {
        &self.0
    }
}

/// How close two vectors are, -1 to 1; for two of length 1 and n dimensions off by less than √n/127 + n/254².
/// Takes slices, so that it can run along an index.
#[must_use]
#[inline(always)]
pub fn dot(left: &[i8], right: &[i8]) -> f32 {
    let mut sum = 0;
    for (left, right) in left.iter().zip(right) {
        sum += i32::from(i16::from(*left)) * i32::from(i16::from(*right));
    }
    sum as f32 / (SCALE * SCALE)
}

/// [`dot`] of the query with each vector of an index, one after the other, with all that the machine's vector
/// instructions give.
#[must_use]
pub fn dots(index: &[i8], query: &[i8]) -> Vec<f32> {
    Arch::new().dispatch(Scan { index, query })
}

struct Scan<'a> {
    index: &'a [i8],
    query: &'a [i8],
}

impl WithSimd for Scan<'_> {
    type Output = Vec<f32>;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> Vec<f32> {
        let mut dots = vec![0.0; self.index.len() / self.query.len()];
        for (place, vector) in self.index.chunks_exact(self.query.len()).enumerate() {
            dots[place] = dot(vector, self.query);
        }
        dots
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::quantise::nibbles::tests::{exact, unit};

    proptest! {
        #[test]
        fn a_number_is_off_by_at_most_half_a_step(vector in unit()) {
            for (byte, value) in Bytes::new(&vector).iter().zip(&vector) {
                prop_assert!((f32::from(*byte) / SCALE - value).abs() <= 0.5 / SCALE + 1e-6);
            }
        }

        #[test]
        fn closeness_is_off_by_less_than_promised(left in unit(), right in unit()) {
            let n = left.len().min(right.len());
            let (left, right) = (&left[..n], &right[..n]);
            let bound = (n as f32).sqrt() / SCALE + n as f32 / (4.0 * SCALE * SCALE);
            prop_assert!((dot(&Bytes::new(left), &Bytes::new(right)) - exact(left, right)).abs() <= bound + 1e-5);
        }

        #[test]
        fn the_order_of_two_does_not_matter(left in unit(), right in unit()) {
            let (left, right) = (Bytes::new(&left), Bytes::new(&right));
            prop_assert_eq!(dot(&left, &right), dot(&right, &left));
        }
    }

    #[test]
    fn a_vector_is_closest_to_itself() {
        let mut vector = [0.0; 384];
        vector[7] = 1.0;
        assert_eq!(dot(&Bytes::new(&vector), &Bytes::new(&vector)), 1.0);
    }
}
