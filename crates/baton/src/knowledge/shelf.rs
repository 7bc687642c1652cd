//! The words of one language's passages as inverted lists, for BM25.
//! Keeps counts exact when passages go: what is removed leaves no trace in any weight.

use std::collections::HashMap;

use super::passage::Passage;
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
    /// The length of each passage, by its slot; 0 where none is.
    lengths: Vec<u32>,
    passages: usize,
    /// Sum of all lengths, for the average.
    length: u64,
}

type Posting = (u32, u16);

/// A word of the question as this shelf sees it.
pub(super) struct Sought {
    pub term: String,
    pub idf: f32,
    list: Option<u32>,
}

impl Shelf {
    pub fn add(&mut self, slot: u32, passage: &Passage) {
        let counts = counts(passage);
        let length = counts.values().map(|&count| u32::from(count)).sum();
        self.length += u64::from(length);
        let slots = self.lengths.len().max(slot as usize + 1);
        self.lengths.resize(slots, 0);
        self.lengths[slot as usize] = length;
        self.passages += 1;
        for (term, count) in counts {
            let list = self.list_of(term);
            self.postings[list as usize].push((slot, count));
        }
    }

    pub fn remove(&mut self, slot: u32, passage: &Passage) {
        self.length -= u64::from(std::mem::take(&mut self.lengths[slot as usize]));
        self.passages -= 1;
        for term in counts(passage).into_keys() {
            if let Some(&list) = self.vocabulary.get(term.as_str()) {
                self.postings[list as usize].retain(|&(at, _)| at != slot);
            }
        }
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

    /// Adds to each slot's sum the share that its passage has of what a perfect passage would get, 0 to 1.
    pub fn add_relevance(&self, sought: &[Sought], sums: &mut [f32]) {
        let whole: f32 = sought.iter().map(|sought| sought.idf).sum();
        let average = self.length as f32 / self.passages.max(1) as f32;
        for (list, idf) in sought.iter().filter_map(|sought| Some((sought.list?, sought.idf))) {
            for &(slot, count) in &self.postings[list as usize] {
                let length = self.lengths[slot as usize] as f32;
                sums[slot as usize] += idf / whole * saturated(f32::from(count), length, average);
            }
        }
    }

    /// The same share for a passage that is not on the shelf.
    pub fn relevance_of(&self, sought: &[Sought], passage: &Passage) -> f32 {
        let whole: f32 = sought.iter().map(|sought| sought.idf).sum();
        let counts = counts(passage);
        let length: f32 = counts.values().map(|&count| f32::from(count)).sum();
        let average = if self.passages == 0 { length } else { self.length as f32 / self.passages as f32 };
        let share = |sought: &Sought| {
            let count = counts.get(&sought.term)?;
            Some(sought.idf / whole * saturated(f32::from(*count), length, average))
        };
        sought.iter().filter_map(share).sum()
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

/// How much a word counts that stands so often in a passage of this length.
fn saturated(count: f32, length: f32, average: f32) -> f32 {
    count / (count + K1 * (1.0 - B + B * length / average))
}

/// The inverse document frequency that never turns negative (as in Lucene).
fn idf(total: usize, known_by: usize) -> f32 {
    (1.0 + (total as f32 - known_by as f32 + 0.5).max(0.0) / (known_by as f32 + 0.5)).ln()
}

fn counts(passage: &Passage) -> HashMap<String, u16> {
    let asked = passage.questions.iter().map(|question| (&**question, QUESTION_WEIGHT));
    let told = [
        (passage.heading.as_deref().unwrap_or_default(), HEADING_WEIGHT),
        (&*passage.title, TITLE_WEIGHT),
        (&*passage.text, TEXT_WEIGHT),
    ];
    let mut counts: HashMap<String, u16> = HashMap::new();
    for (text, weight) in asked.chain(told) {
        for term in terms(text, passage.language) {
            let count = counts.entry(term).or_default();
            *count = count.saturating_add(weight);
        }
    }
    counts
}
