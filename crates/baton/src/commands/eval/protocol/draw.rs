//! Drawing by lot, always from the seed.

use std::collections::BTreeMap;

use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;
use rand::seq::SliceRandom;

use super::super::ask::{Ask, Part};
use super::super::truth::{Truth, Why};

/// A generator with a name: what it draws stays the same with a newer library.
pub(super) struct Chance(Xoshiro256PlusPlus);

impl Chance {
    pub(super) fn of(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        items.shuffle(&mut self.0);
    }

    /// The numbers below `count` in an order by lot.
    pub(super) fn order(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        self.shuffle(&mut order);
        order
    }

    /// For each number below `count` its place in an order by lot.
    pub(super) fn places(&mut self, count: usize) -> Vec<usize> {
        let mut places = vec![0; count];
        for (place, number) in self.order(count).into_iter().enumerate() {
            places[number] = place;
        }
        places
    }

    /// For each number below `count` its part: the first half of an order by lot is for development.
    pub(super) fn parts(&mut self, count: usize) -> Vec<Part> {
        self.places(count).into_iter().map(|place| half(place, count)).collect()
    }
}

/// The part of a place in an order of so many.
pub(super) fn half(place: usize, count: usize) -> Part {
    if 2 * place < count { Part::Development } else { Part::Report }
}

/// Leaves at most so many of each kind in each part; their order stays.
pub(super) fn thin(asks: &mut Vec<Ask>, most: usize, chance: &mut Chance) {
    let mut kinds: BTreeMap<(bool, Kind), Vec<usize>> = BTreeMap::new();
    for (number, ask) in asks.iter().enumerate() {
        kinds.entry((ask.part == Part::Report, Kind::of(&ask.truth))).or_default().push(number);
    }
    let mut stays = vec![false; asks.len()];
    for mut numbers in kinds.into_values() {
        chance.shuffle(&mut numbers);
        numbers.into_iter().take(most).for_each(|number| stays[number] = true);
    }
    let mut stays = stays.into_iter();
    asks.retain(|_| stays.next().unwrap_or_default());
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Answerable,
    Not(Why),
    Person,
}

impl Kind {
    fn of(truth: &Truth) -> Self {
        match truth {
            Truth::Passage { .. } | Truth::Source { .. } => Self::Answerable,
            Truth::Nothing(why) => Self::Not(*why),
            Truth::Person => Self::Person,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(number: usize, truth: Truth) -> Ask {
        let (question, before) = (number.to_string(), Vec::new());
        Ask { question, before, without: None, truth, part: Part::Report, cluster: 0 }
    }

    #[test]
    fn the_same_seed_draws_the_same_and_another_one_something_else() {
        assert_eq!(Chance::of(7).order(20), Chance::of(7).order(20));
        assert_ne!(Chance::of(7).order(20), Chance::of(8).order(20));
    }

    #[test]
    fn half_is_for_development() {
        let parts = Chance::of(1).parts(9);
        assert_eq!(parts.iter().filter(|&&part| part == Part::Development).count(), 5);
    }

    #[test]
    fn each_kind_is_thinned_by_itself_and_keeps_its_order() {
        let mut asks: Vec<Ask> = (0..40)
            .map(|number| ask(number, if number % 4 == 0 { Truth::Person } else { Truth::Nothing(Why::Gap) }))
            .collect();
        thin(&mut asks, 5, &mut Chance::of(3));
        assert_eq!(asks.iter().filter(|ask| ask.truth == Truth::Person).count(), 5);
        assert_eq!(asks.len(), 10);
        let numbers: Vec<u32> = asks.iter().map(|ask| ask.question.parse().unwrap()).collect();
        assert!(numbers.is_sorted());
    }
}
