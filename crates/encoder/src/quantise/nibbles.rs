//! Half a byte a dimension and one scale a vector: for tokens, of which there are a hundred times more than passages.

/// The largest number that four bits with a sign hold, leaving -8 unused so that both sides are alike.
const TOP: f32 = 7.0;
/// What zero is stored as.
const ZERO: i16 = 8;
/// Pairs of dimensions that are summed side by side.
const LANES: usize = 8;

/// A vector whose numbers are rounded to a seventh of its largest; off by at most a fourteenth of it a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Nibbles {
    scale: f32,
    /// Dimension 2n in the low half of byte n, 2n + 1 in the high half.
    pairs: Box<[u8]>,
}

impl Nibbles {
    #[must_use]
    pub fn new(vector: &[f32]) -> Self {
        let largest = vector.iter().fold(0.0_f32, |largest, value| largest.max(value.abs()));
        let scale = largest / TOP;
        let steps = if scale > 0.0 { 1.0 / scale } else { 0.0 };
        let nibble = |value: &f32| ((value * steps).round() as i16 + ZERO) as u8;
        let pair = |pair: &[f32]| nibble(&pair[0]) | pair.get(1).map_or(ZERO as u8, nibble) << 4;
        Self { scale, pairs: vector.chunks(2).map(pair).collect() }
    }

    /// From what [`Self::scale`] and [`Self::pairs`] gave.
    #[must_use]
    pub fn from_parts(scale: f32, pairs: Box<[u8]>) -> Self {
        Self { scale, pairs }
    }

    /// What one step is worth.
    #[must_use]
    pub fn scale(&self) -> f32 {
        self.scale
    }

    #[must_use]
    pub fn pairs(&self) -> &[u8] {
        &self.pairs
    }

    /// The product with a vector of full precision, of as many dimensions.
    #[must_use]
    pub fn dot(&self, query: &[f32]) -> f32 {
        let (queries, query_rest) = query.as_chunks::<{ 2 * LANES }>();
        let (pairs, pairs_rest) = self.pairs.split_at(self.pairs.len().min(queries.len() * LANES));
        let mut sums = [0.0; 2 * LANES];
        for (pairs, query) in pairs.as_chunks::<LANES>().0.iter().zip(queries) {
            for ((sums, query), pair) in sums.as_chunks_mut::<2>().0.iter_mut().zip(query.as_chunks::<2>().0).zip(pairs)
            {
                let [low, high] = halves(*pair);
                sums[0] += query[0] * f32::from(low);
                sums[1] += query[1] * f32::from(high);
            }
        }
        let rest = pairs_rest.iter().flat_map(|pair| halves(*pair)).zip(query_rest);
        let rest: f32 = rest.map(|(half, query)| f32::from(half) * query).sum();
        (sums.iter().sum::<f32>() + rest) * self.scale
    }
}

#[inline(always)]
fn halves(pair: u8) -> [i16; 2] {
    [i16::from(pair & 15) - ZERO, i16::from(pair >> 4) - ZERO]
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A vector of length 1.
    pub fn unit() -> impl Strategy<Value = Vec<f32>> {
        proptest::collection::vec(-1.0_f32..1.0, 1..400).prop_map(|mut vector| {
            crate::norm::to_unit(&mut vector);
            vector
        })
    }

    pub fn exact(left: &[f32], right: &[f32]) -> f32 {
        left.iter().zip(right).map(|(left, right)| left * right).sum()
    }

    proptest! {
        #[test]
        fn a_number_is_off_by_at_most_half_a_step(vector in unit()) {
            let packed = Nibbles::new(&vector);
            let halves = packed.pairs().iter().flat_map(|pair| halves(*pair));
            for (half, value) in halves.zip(&vector) {
                prop_assert!((f32::from(half) * packed.scale() - value).abs() <= packed.scale() * 0.501);
            }
        }

        /// Cauchy–Schwarz: the error's length is at most half a step in each of n dimensions.
        #[test]
        fn a_product_is_off_by_less_than_half_a_step_times_root_n(vector in unit(), query in unit()) {
            let n = vector.len().min(query.len());
            let packed = Nibbles::new(&vector[..n]);
            let error = packed.dot(&query[..n]) - exact(&vector[..n], &query[..n]);
            prop_assert!(error.abs() <= packed.scale() * 0.501 * (n as f32).sqrt() + 1e-5);
        }

        #[test]
        fn parts_make_the_whole(vector in unit()) {
            let packed = Nibbles::new(&vector);
            prop_assert_eq!(&Nibbles::from_parts(packed.scale(), packed.pairs().into()), &packed);
        }
    }

    /// The last byte then holds one dimension, and its eight pairs are no whole sixteen.
    #[test]
    fn the_last_of_an_odd_number_of_dimensions_counts() {
        let vector = [0.5; 15];
        assert!((Nibbles::new(&vector).dot(&vector) - 15.0 * 0.25).abs() < 1e-5);
    }

    #[test]
    fn a_vector_of_zeros_is_close_to_nothing() {
        assert_eq!(Nibbles::new(&[0.0; 5]).dot(&[1.0; 5]), 0.0);
    }
}
