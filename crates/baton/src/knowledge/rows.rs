//! Vectors of one length beside each other, each owned by a slot of the index: compared all at once.

use encoder::quantise::dots;

/// What stands in a row that nobody owns.
const NOBODY: u32 = u32::MAX;

#[derive(Default)]
pub(super) struct Rows {
    dimensions: usize,
    numbers: Vec<i8>,
    owners: Vec<u32>,
    free: Vec<u32>,
}

impl Rows {
    /// Adds a row. A row of another length than the first is of another model and is left out.
    pub fn add(&mut self, owner: u32, row: &[i8]) {
        if self.dimensions == 0 {
            self.dimensions = row.len();
        }
        if row.is_empty() || row.len() != self.dimensions {
            return;
        }
        match self.free.pop() {
            Some(at) => {
                let start = at as usize * self.dimensions;
                self.numbers[start..start + row.len()].copy_from_slice(row);
                self.owners[at as usize] = owner;
            }
            None => {
                self.numbers.extend_from_slice(row);
                self.owners.push(owner);
            }
        }
    }

    pub fn remove(&mut self, owner: u32) {
        for (at, of) in self.owners.iter_mut().enumerate().filter(|(_, of)| **of == owner) {
            *of = NOBODY;
            self.free.push(u32::try_from(at).expect("rows are counted in 32 bits"));
        }
    }

    pub fn len(&self) -> usize {
        self.owners.len() - self.free.len()
    }

    /// How close each row is to the query, -1 to 1, with its owner.
    pub fn compare<'a>(&'a self, query: &'a [i8]) -> impl Iterator<Item = (u32, f32)> + 'a {
        let fits = self.dimensions == query.len() && self.dimensions > 0;
        let closeness = if fits { dots(&self.numbers, query) } else { Vec::new() };
        self.owners.iter().copied().zip(closeness).filter(|(owner, _)| *owner != NOBODY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_row_is_not_compared_and_its_room_is_used_again() {
        let mut rows = Rows::default();
        rows.add(7, &[127, 0]);
        rows.add(8, &[0, 127]);
        rows.remove(7);
        assert_eq!(rows.compare(&[127, 0]).collect::<Vec<_>>(), [(8, 0.0)]);
        rows.add(9, &[127, 0]);
        assert_eq!(rows.compare(&[127, 0]).collect::<Vec<_>>(), [(9, 1.0), (8, 0.0)]);
        assert_eq!((rows.len(), rows.numbers.len()), (2, 4));
    }

    #[test]
    fn vectors_of_another_model_are_not_compared() {
        let mut rows = Rows::default();
        rows.add(1, &[127, 0]);
        rows.add(2, &[127, 0, 0]);
        assert_eq!(rows.len(), 1);
        assert_eq!(rows.compare(&[127, 0, 0]).count(), 0);
    }
}
