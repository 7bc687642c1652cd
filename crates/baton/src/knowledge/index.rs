//! The passages of one app: which of them may fit a question, by their words and by what they mean.
//! Lives in memory and is filled from the database; never asks it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::passage::Passage;
use super::rows::Rows;
use super::shelf::{Shelf, Sought};
use super::words::{Language, terms};
use crate::domain::SourceId;

/// More different words than this are a story: the first ones must do.
const SOUGHT_MAX: usize = 64;
/// What a passage's meaning counts beside its words, when candidates are chosen.
const WHOLE: f32 = 1.0;
/// An answer's question says best what it answers; the answer itself adds a little.
const ASKED: f32 = 1.0;
const ANSWER: f32 = 0.25;

/// Where a passage is in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    pub source: SourceId,
    pub place: i64,
}

/// A passage that may fit.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub at: Place,
    pub passage: Arc<Passage>,
    /// The share of the best that BM25 could give, 0 to 1.
    pub relevance: f32,
    /// How close its meaning is, -1 to 1, where it has been encoded.
    pub meaning: Option<Meaning>,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Meaning {
    pub whole: f32,
    /// Of the questions it answers, if it does.
    pub asked: Option<f32>,
}

struct Slot {
    at: Place,
    passage: Arc<Passage>,
}

/// One shelf a language, because a word is only comparable within its own.
#[derive(Default)]
pub struct Index {
    slots: Vec<Option<Slot>>,
    free: Vec<u32>,
    sources: HashMap<SourceId, Vec<u32>>,
    shelves: BTreeMap<Language, Shelf>,
    whole: Rows,
    asked: Rows,
}

impl Index {
    /// The number of passages.
    pub fn len(&self) -> usize {
        self.slots.len() - self.free.len()
    }

    /// How many of them can be found by their meaning.
    pub fn encoded(&self) -> usize {
        self.whole.len()
    }

    pub fn passages(&self) -> impl Iterator<Item = (Place, &Arc<Passage>)> {
        self.slots.iter().flatten().map(|slot| (slot.at, &slot.passage))
    }

    pub fn add(&mut self, at: Place, passage: Passage) {
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slots.push(None);
            u32::try_from(self.slots.len() - 1).expect("four billion passages do not fit in memory")
        });
        self.shelves.entry(passage.language).or_default().add(slot, &passage);
        self.slots[slot as usize] = Some(Slot { at, passage: Arc::new(passage) });
        self.sources.entry(at.source).or_default().push(slot);
    }

    /// Puts the vectors of a passage that is here beside it.
    pub fn add_vectors(&mut self, at: Place, whole: &[i8], asked: &[i8]) {
        let slots = self.sources.get(&at.source).map(Vec::as_slice).unwrap_or_default();
        let is_there = |slot: &&u32| self.slots[**slot as usize].as_ref().is_some_and(|slot| slot.at == at);
        if let Some(&slot) = slots.iter().find(is_there) {
            self.whole.add(slot, whole);
            self.asked.add(slot, asked);
        }
    }

    /// Forgets what its passages mean; their words stay.
    pub fn remove_vectors(&mut self, source: SourceId) {
        for &slot in self.sources.get(&source).into_iter().flatten() {
            self.whole.remove(slot);
            self.asked.remove(slot);
        }
    }

    pub fn remove_source(&mut self, source: SourceId) {
        self.remove_vectors(source);
        for slot in self.sources.remove(&source).unwrap_or_default() {
            if let Some(gone) = self.slots[slot as usize].take()
                && let Some(shelf) = self.shelves.get_mut(&gone.passage.language)
            {
                shelf.remove(slot, &gone.passage);
            }
            self.free.push(slot);
        }
    }

    /// The words of a question as the passages of a language know them.
    pub(super) fn sought(&self, question: &str, language: Language) -> Vec<Sought> {
        let terms = different(terms(question, language));
        self.shelves.get(&language).map(|shelf| shelf.sought(terms, self.len())).unwrap_or_default()
    }

    /// The share of the best that BM25 could give to a passage that is not here, 0 to 1.
    pub(super) fn relevance_of(&self, question: &str, passage: &Passage) -> f32 {
        let unknown = Shelf::default();
        let shelf = self.shelves.get(&passage.language).unwrap_or(&unknown);
        let terms = different(terms(question, passage.language));
        shelf.relevance_of(&shelf.sought(terms, self.len()), passage)
    }

    /// The passages that fit best at first sight, best first. `without` are passed over.
    pub(super) fn candidates(
        &self,
        question: &str,
        vector: Option<&[i8]>,
        without: &[Place],
        at_most: usize,
    ) -> Vec<Candidate> {
        let mut relevance = vec![0.0_f32; self.slots.len()];
        for (&language, shelf) in &self.shelves {
            shelf.add_relevance(&self.sought(question, language), &mut relevance);
        }
        let mut meaning: Vec<Option<Meaning>> = vec![None; if vector.is_some() { self.slots.len() } else { 0 }];
        if let Some(vector) = vector {
            for (slot, closeness) in self.whole.compare(vector) {
                meaning[slot as usize] = Some(Meaning { whole: closeness, asked: None });
            }
            for (slot, closeness) in self.asked.compare(vector) {
                if let Some(meaning) = &mut meaning[slot as usize] {
                    meaning.asked = Some(closeness);
                }
            }
        }
        let meaning_of = |slot: usize| meaning.get(slot).copied().flatten();
        let fits = |slot: usize| relevance[slot] + meaning_of(slot).map_or(0.0, Meaning::closeness);
        let mut found: Vec<(u32, f32)> = (0_u32..)
            .zip(&relevance)
            .map(|(slot, _)| (slot, fits(slot as usize)))
            .filter(|(_, fit)| *fit > 0.0)
            .collect();
        let enough = at_most + without.len();
        if found.len() > enough {
            found.select_nth_unstable_by(enough, |a, b| b.1.total_cmp(&a.1));
            found.truncate(enough);
        }
        found.sort_by(|a, b| b.1.total_cmp(&a.1));
        let candidate = |slot: usize| {
            let Slot { at, passage } = self.slots[slot].as_ref()?;
            let passage = passage.clone();
            Some(Candidate { at: *at, passage, relevance: relevance[slot], meaning: meaning_of(slot) })
        };
        let candidates = found.into_iter().filter_map(|(slot, _)| candidate(slot as usize));
        candidates.filter(|candidate| !without.contains(&candidate.at)).take(at_most).collect()
    }
}

impl Meaning {
    /// One number for how close a passage's meaning is.
    pub fn closeness(self) -> f32 {
        match self.asked {
            Some(asked) => ASKED * asked + ANSWER * self.whole,
            None => WHOLE * self.whole,
        }
    }
}

fn different(terms: Vec<String>) -> Vec<String> {
    let mut different: Vec<String> = Vec::new();
    for term in terms {
        if different.len() < SOUGHT_MAX && !different.contains(&term) {
            different.push(term);
        }
    }
    different
}
