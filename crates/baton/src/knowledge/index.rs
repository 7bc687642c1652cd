//! Which passages of one app's knowledge fit a question, and how well, by words alone.
//! Lives in memory and is filled from the database; never asks it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::closeness::closeness;
use super::score::score;
use super::shelf::{Found, Shelf, Sought};
use super::words::{Language, terms};

/// More different words than this are a story: the first ones must do.
const SOUGHT_MAX: usize = 64;
/// So many passages are read closely, sentence by sentence, before the best are chosen.
const READ_CLOSELY: usize = 12;

#[derive(Debug)]
pub struct Passage {
    pub title: Arc<str>,
    pub heading: Option<Arc<str>>,
    /// The question that the text answers, when it came in as a question with its answer.
    pub question: Option<Arc<str>>,
    pub text: Arc<str>,
    pub language: Language,
}

#[derive(Clone, Debug)]
pub struct Hit {
    pub source: Arc<str>,
    pub passage: Arc<Passage>,
    /// How likely the passage answers the question, 0 to 1.
    pub score: f32,
}

/// One shelf a language, because a word is only comparable within its own.
#[derive(Default)]
pub struct Index {
    shelves: BTreeMap<Language, Shelf>,
    sources: HashMap<Arc<str>, Vec<(Language, u32)>>,
}

impl Index {
    /// The number of passages.
    pub fn len(&self) -> usize {
        self.shelves.values().map(Shelf::len).sum()
    }

    pub fn add(&mut self, source: &str, passage: Passage) {
        let known = self.sources.get_key_value(source).map(|(known, _)| known.clone());
        let source = known.unwrap_or_else(|| source.into());
        let language = passage.language;
        let place = self.shelves.entry(language).or_default().add(source.clone(), Arc::new(passage));
        self.sources.entry(source).or_default().push((language, place));
    }

    pub fn remove_source(&mut self, source: &str) {
        for (language, place) in self.sources.remove(source).unwrap_or_default() {
            if let Some(shelf) = self.shelves.get_mut(&language) {
                shelf.remove(place);
            }
        }
    }

    /// The passages that fit the question, best first.
    pub fn search(&self, question: &str, limit: usize) -> Vec<Hit> {
        let hits = self.shelves.iter().flat_map(|(&language, shelf)| self.hits(shelf, language, question));
        let mut hits: Vec<Hit> = hits.collect();
        hits.sort_by(|a, b| b.score.total_cmp(&a.score));
        hits.truncate(limit);
        hits
    }

    fn hits(&self, shelf: &Shelf, language: Language, question: &str) -> Vec<Hit> {
        let sought = shelf.sought(different(terms(question, language)), self.len());
        let mut found = shelf.find(&sought);
        found.sort_by(|a, b| b.relevance.total_cmp(&a.relevance));
        found.truncate(READ_CLOSELY);
        found.iter().filter_map(|found| hit(shelf, &sought, found)).collect()
    }
}

fn hit(shelf: &Shelf, sought: &[Sought], found: &Found) -> Option<Hit> {
    let place = shelf.place(found.place)?;
    Some(Hit {
        source: place.source.clone(),
        passage: place.passage.clone(),
        score: score(found, &closeness(&place.passage, sought)),
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(heading: &str, text: &str) -> Passage {
        let language = Language::guess(text);
        Passage { title: "Help".into(), heading: Some(heading.into()), question: None, text: text.into(), language }
    }

    fn pair(question: &str, answer: &str) -> Passage {
        Passage { heading: None, question: Some(question.into()), ..passage("", answer) }
    }

    fn shop() -> Index {
        let mut shop = Index::default();
        shop.add("a", passage("Returns", "You have 60 days to send a thing back. Returning it costs nothing."));
        shop.add("b", passage("Shipping", "Parcels leave the warehouse within a day. They take three days."));
        shop.add("c", pair("Do you sell gift cards?", "We do, from 20 to 500 euros."));
        shop
    }

    fn best(index: &Index, question: &str) -> Option<(String, f32)> {
        index.search(question, 1).first().map(|hit| (hit.source.to_string(), hit.score))
    }

    #[test]
    fn the_passage_that_speaks_of_it_comes_first() {
        assert_eq!(best(&shop(), "when do parcels leave the warehouse?").map(|best| best.0).as_deref(), Some("b"));
        assert_eq!(best(&shop(), "can I buy a gift card").map(|best| best.0).as_deref(), Some("c"));
    }

    #[test]
    fn words_of_the_heading_count() {
        assert_eq!(best(&shop(), "shipping").map(|best| best.0).as_deref(), Some("b"));
    }

    #[test]
    fn unknown_words_lower_the_score() {
        let (_, known) = best(&shop(), "how many days to send it back").expect("found");
        let (_, unknown) = best(&shop(), "how many days to send a submarine back").expect("found");
        assert!(unknown < known, "{unknown} < {known}");
    }

    #[test]
    fn small_words_find_nothing() {
        assert_eq!(best(&shop(), "what is it that you do?"), None);
        assert_eq!(best(&Index::default(), "parcels"), None);
    }

    #[test]
    fn a_removed_source_leaves_no_trace() {
        let mut shop = shop();
        let before = best(&shop, "parcels");
        shop.add("d", passage("Parcels", "Parcels are parcels."));
        assert_eq!(best(&shop, "parcels").map(|best| best.0).as_deref(), Some("d"));
        shop.remove_source("d");
        assert_eq!(best(&shop, "parcels"), before);
        assert_eq!(shop.len(), 3);
    }

    #[test]
    fn each_language_is_searched_by_its_own_words() {
        let mut shop = shop();
        shop.add("de", passage("Lieferung", "Die Lieferungen sind nach drei Tagen da und kosten nichts."));
        assert_eq!(best(&shop, "Was kostet die Lieferung?").map(|best| best.0).as_deref(), Some("de"));
        assert_eq!(best(&shop, "when do parcels leave?").map(|best| best.0).as_deref(), Some("b"));
    }
}
