//! The passages of one language and their inverted lists, for BM25.
//! Keeps counts exact when passages go: what is removed leaves no trace in any weight.

use std::collections::HashMap;
use std::sync::Arc;

use super::index::Passage;
use super::words::terms;

/// BM25's saturation and length normalisation, at their customary values.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// How often a word counts by where it stands: a question is what customers' questions look like.
const QUESTION_WEIGHT: u16 = 3;
const HEADING_WEIGHT: u16 = 2;
const TITLE_WEIGHT: u16 = 1;
const TEXT_WEIGHT: u16 = 1;

#[derive(Default)]
pub(super) struct Shelf {
    vocabulary: HashMap<Box<str>, u32>,
    postings: Vec<Vec<Posting>>,
    places: Vec<Option<Place>>,
    free: Vec<u32>,
    /// Sum of all lengths, for the average.
    length: u64,
}

type Posting = (u32, u16);

pub(super) struct Place {
    pub source: Arc<str>,
    pub passage: Arc<Passage>,
    length: u32,
}

/// A word of the question as this shelf sees it.
pub(super) struct Sought {
    pub term: String,
    pub idf: f32,
    list: Option<u32>,
}

/// What the inverted lists say of one passage: the share of what a perfect passage would get.
pub(super) struct Found {
    pub place: u32,
    pub relevance: f32,
}

impl Shelf {
    pub fn len(&self) -> usize {
        self.places.len() - self.free.len()
    }

    pub fn place(&self, place: u32) -> Option<&Place> {
        self.places.get(place as usize)?.as_ref()
    }

    pub fn add(&mut self, source: Arc<str>, passage: Arc<Passage>) -> u32 {
        let counts = counts(&passage);
        let length = counts.values().map(|&count| u32::from(count)).sum();
        self.length += u64::from(length);
        let place = self.free.pop().unwrap_or_else(|| {
            self.places.push(None);
            u32::try_from(self.places.len() - 1).expect("four billion passages do not fit in memory")
        });
        for (term, count) in counts {
            let list = self.list_of(term);
            self.postings[list as usize].push((place, count));
        }
        self.places[place as usize] = Some(Place { source, passage, length });
        place
    }

    pub fn remove(&mut self, place: u32) {
        let Some(gone) = self.places.get_mut(place as usize).and_then(Option::take) else { return };
        self.length -= u64::from(gone.length);
        for term in counts(&gone.passage).into_keys() {
            if let Some(&list) = self.vocabulary.get(term.as_str()) {
                self.postings[list as usize].retain(|&(at, _)| at != place);
            }
        }
        self.free.push(place);
    }

    /// The words of a question with their weights among `total` passages. A word that no passage has weighs the most.
    pub fn sought(&self, terms: Vec<String>, total: usize) -> Vec<Sought> {
        let weigh = |term: String| {
            let list = self.vocabulary.get(term.as_str()).copied();
            let known_by = list.map_or(0, |list| self.postings[list as usize].len());
            Sought { idf: idf(total, known_by), term, list }
        };
        terms.into_iter().map(weigh).collect()
    }

    /// Every passage with at least one of the words.
    pub fn find(&self, sought: &[Sought]) -> Vec<Found> {
        let whole: f32 = sought.iter().map(|sought| sought.idf).sum();
        let average = self.length as f32 / self.len().max(1) as f32;
        let mut sums = vec![0.0_f32; self.places.len()];
        for (list, idf) in sought.iter().filter_map(|sought| Some((sought.list?, sought.idf))) {
            for &(place, count) in &self.postings[list as usize] {
                let length = self.place(place).map_or(average, |at| at.length as f32);
                let count = f32::from(count);
                sums[place as usize] += idf * count / (count + K1 * (1.0 - B + B * length / average));
            }
        }
        let found = |(place, sum): (usize, f32)| Found { place: place as u32, relevance: sum / whole };
        sums.into_iter().enumerate().filter(|(_, sum)| *sum > 0.0).map(found).collect()
    }

    fn list_of(&mut self, term: String) -> u32 {
        if let Some(&list) = self.vocabulary.get(term.as_str()) {
            return list;
        }
        self.postings.push(Vec::new());
        let list = u32::try_from(self.postings.len() - 1).expect("four billion words do not fit in memory");
        self.vocabulary.insert(term.into_boxed_str(), list);
        list
    }
}

/// The inverse document frequency that never turns negative (as in Lucene).
fn idf(total: usize, known_by: usize) -> f32 {
    (1.0 + (total as f32 - known_by as f32 + 0.5).max(0.0) / (known_by as f32 + 0.5)).ln()
}

fn counts(passage: &Passage) -> HashMap<String, u16> {
    let fields = [
        (passage.question.as_deref(), QUESTION_WEIGHT),
        (passage.heading.as_deref(), HEADING_WEIGHT),
        (Some(&*passage.title), TITLE_WEIGHT),
        (Some(&*passage.text), TEXT_WEIGHT),
    ];
    let mut counts: HashMap<String, u16> = HashMap::new();
    for (text, weight) in fields {
        for term in text.map(|text| terms(text, passage.language)).unwrap_or_default() {
            let count = counts.entry(term).or_default();
            *count = count.saturating_add(weight);
        }
    }
    counts
}
