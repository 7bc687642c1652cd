//! Matrix multiplication on one core, with whatever vector instructions the machine has. One core, because several
//! questions come at once and each should leave the others theirs; pulp, because it finds the instructions safely.

use pulp::{Arch, Simd, WithSimd};

/// Columns that are computed together.
const PANEL: usize = 32;

/// The right-hand matrix, `inner` × `outer`, laid out in the order in which it is read: [`PANEL`] columns at a
/// time, row by row, with zeros after the last column.
pub(super) struct Panels {
    inner: usize,
    outer: usize,
    values: Vec<f32>,
}

impl Panels {
    pub fn inner(&self) -> usize {
        self.inner
    }

    /// `at` is asked for (row, column).
    pub fn pack(inner: usize, outer: usize, at: impl Fn(usize, usize) -> f32) -> Self {
        let mut values = vec![0.0; outer.div_ceil(PANEL) * PANEL * inner];
        for (panel, values) in values.chunks_exact_mut(PANEL * inner).enumerate() {
            let from = panel * PANEL;
            for (row, values) in values.chunks_exact_mut(PANEL).enumerate() {
                for (column, value) in (from..outer).zip(values) {
                    *value = at(row, column);
                }
            }
        }
        Self { inner, outer, values }
    }
}

/// The left-hand matrix: `inner` numbers from every `stride`.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    pub values: &'a [f32],
    pub stride: usize,
}

/// Where the product is added: one row from every `stride`.
pub(super) struct Sums<'a> {
    pub values: &'a mut [f32],
    pub stride: usize,
}

/// `sums` += `rows` · `panels`. Rows and sums must be equally many.
pub(super) fn multiply(arch: Arch, rows: Rows<'_>, panels: &Panels, sums: Sums<'_>) {
    arch.dispatch(Multiply { rows, panels, sums });
}

struct Multiply<'a> {
    rows: Rows<'a>,
    panels: &'a Panels,
    sums: Sums<'a>,
}

impl WithSimd for Multiply<'_> {
    type Output = ();

    /// The sums of one tile stay in registers: 12 of 16 or 32, whatever their width.
    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        match S::F32_LANES {
            16 => self.run::<S, 6, 2>(simd),
            8 => self.run::<S, 3, 4>(simd),
            4 => self.run::<S, 2, 8>(simd),
            _ => self.run::<S, 1, PANEL>(simd),
        }
    }
}

impl Multiply<'_> {
    #[inline(always)]
    fn run<S: Simd, const TALL: usize, const VECTORS: usize>(self, simd: S) {
        let Panels { inner, outer, .. } = *self.panels;
        let tiles = tiles::<TALL>(self.rows, inner);
        let stride = self.sums.stride;
        for (panel, right) in self.panels.values.chunks_exact(PANEL * inner).enumerate() {
            let columns = panel * PANEL..outer.min((panel + 1) * PANEL);
            let below = self.sums.values.chunks_mut(stride * TALL);
            for (left, sums) in tiles.chunks_exact(TALL * inner).zip(below) {
                let products = tile::<S, TALL, VECTORS>(simd, left, right);
                for (row, product) in sums.chunks_mut(stride).zip(products) {
                    add(simd, &mut row[columns.clone()], &product);
                }
            }
        }
    }
}

/// The rows in groups of `TALL`, in the order in which they are read; zeros below the last.
#[inline(always)]
fn tiles<const TALL: usize>(rows: Rows<'_>, inner: usize) -> Vec<f32> {
    let count = rows.values.len().div_ceil(rows.stride);
    let mut tiles = vec![0.0; count.div_ceil(TALL) * TALL * inner];
    for (row, values) in rows.values.chunks(rows.stride).enumerate() {
        let tile = &mut tiles[row / TALL * TALL * inner..];
        for (slot, value) in tile.iter_mut().skip(row % TALL).step_by(TALL).zip(&values[..inner]) {
            *slot = *value;
        }
    }
    tiles
}

#[inline(always)]
fn tile<S: Simd, const TALL: usize, const VECTORS: usize>(
    simd: S,
    left: &[f32],
    right: &[f32],
) -> [[S::f32s; VECTORS]; TALL] {
    let mut sums = [[simd.splat_f32s(0.0); VECTORS]; TALL];
    let left = left.as_chunks::<TALL>().0;
    let right = S::as_simd_f32s(right).0.as_chunks::<VECTORS>().0;
    for (left, right) in left.iter().zip(right) {
        for (sums, left) in sums.iter_mut().zip(left) {
            let left = simd.splat_f32s(*left);
            for (sum, right) in sums.iter_mut().zip(right) {
                *sum = simd.mul_add_e_f32s(left, *right, *sum);
            }
        }
    }
    sums
}

#[inline(always)]
fn add<S: Simd>(simd: S, sums: &mut [f32], products: &[S::f32s]) {
    for (sums, product) in sums.chunks_mut(S::F32_LANES).zip(products) {
        let sum = simd.add_f32s(simd.partial_load_f32s(sums), *product);
        simd.partial_store_f32s(sums, sum);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_product_whatever_the_sizes(count in 1_usize..20, inner in 1_usize..40, outer in 1_usize..80) {
            let left = |row: usize, k: usize| ((row * 7 + k * 3) % 11) as f32 - 5.0;
            let right = |k: usize, column: usize| ((k * 5 + column) % 13) as f32 - 6.0;
            let stride = inner + 3;
            let rows: Vec<f32> = (0..count * stride).map(|at| left(at / stride, at % stride)).collect();
            let mut sums = vec![1.0; count * outer];
            let panels = Panels::pack(inner, outer, right);
            let into = Sums { values: &mut sums, stride: outer };
            multiply(Arch::new(), Rows { values: &rows, stride }, &panels, into);
            for (at, sum) in sums.iter().enumerate() {
                let exact: f32 = (0..inner).map(|k| left(at / outer, k) * right(k, at % outer)).sum();
                prop_assert_eq!(*sum, exact + 1.0);
            }
        }
    }
}
