//! Bringing vectors to a known length or spread.

/// Partial sums kept side by side, so that the compiler adds many at once.
const LANES: usize = 16;

/// Brings a vector to length 1. A vector of zeros stays as it is.
pub(super) fn to_unit(vector: &mut [f32]) {
    let length = sum(vector, |value| value * value).sqrt();
    if length > 0.0 {
        for value in vector {
            *value /= length;
        }
    }
}

/// Layer normalisation (Ba, Kiros and Hinton 2016).
pub(super) struct Norm {
    pub scale: Vec<f32>,
    pub shift: Vec<f32>,
    pub eps: f32,
}

impl Norm {
    /// On each row of `rows`.
    pub fn apply(&self, rows: &mut [f32]) {
        let width = self.scale.len();
        for row in rows.chunks_exact_mut(width) {
            let mean = sum(row, |value| value) / width as f32;
            let variance = sum(row, |value| (value - mean) * (value - mean)) / width as f32;
            let share = 1.0 / (variance + self.eps).sqrt();
            for ((value, scale), shift) in row.iter_mut().zip(&self.scale).zip(&self.shift) {
                *value = (*value - mean) * share * scale + shift;
            }
        }
    }
}

#[inline(always)]
fn sum(values: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let (chunks, rest) = values.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    for chunk in chunks {
        for (sum, value) in sums.iter_mut().zip(chunk) {
            *sum += of(*value);
        }
    }
    sums.iter().sum::<f32>() + rest.iter().map(|value| of(*value)).sum::<f32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_out_with_mean_zero_and_spread_one() {
        let mut row: Vec<f32> = (0..20_u8).map(f32::from).collect();
        Norm { scale: vec![1.0; 20], shift: vec![0.0; 20], eps: 1e-12 }.apply(&mut row);
        assert!(row.iter().sum::<f32>().abs() < 1e-5);
        assert!((row.iter().map(|value| value * value).sum::<f32>() - 20.0).abs() < 1e-3);
    }

    #[test]
    fn nothing_has_no_direction() {
        let mut zeros = [0.0; 5];
        to_unit(&mut zeros);
        assert_eq!(zeros, [0.0; 5]);
    }
}
