//! Texts without a meaning whose words are as frequent as in real ones: few very often, most hardly ever.

use std::collections::HashSet;

use crate::chance::Chance;

/// English words, those that hold sentences together first.
const WORDS: &str = include_str!("words.txt");
/// Different words; compounds of English words fill up the list, so that a model's tokenizer knows their parts.
const VOCABULARY: usize = 20_000;
const SMALL_WORDS: usize = 50;
const PASSAGE_WORDS: (usize, usize) = (80, 120);
/// Longer ones would be cut in two.
const PASSAGE_BYTES_MAX: usize = 850;
const SENTENCE_WORDS: (usize, usize) = (8, 16);
const HEADING_WORDS: (usize, usize) = (3, 5);
const QUESTION_WORDS: (usize, usize) = (4, 8);

pub struct Prose {
    words: Vec<String>,
    /// The share of all texts that a word and those before it have, by Zipf's law.
    shares: Vec<f64>,
    chance: Chance,
}

impl Prose {
    /// The same words for every seed, in other texts.
    pub fn new(seed: u64) -> Self {
        let words = vocabulary();
        let whole: f64 = (1..=words.len()).map(|rank| 1.0 / rank as f64).sum();
        let shares = (1..=words.len()).scan(0.0, |sum, rank| {
            *sum += 1.0 / rank as f64 / whole;
            Some(*sum)
        });
        Self { shares: shares.collect(), words, chance: Chance::new(seed) }
    }

    /// Sentences, short enough to be one passage.
    pub fn passage(&mut self) -> String {
        let mut left = self.chance.within(PASSAGE_WORDS.0, PASSAGE_WORDS.1);
        let mut text = String::new();
        while left > 0 && text.len() < PASSAGE_BYTES_MAX {
            let words = self.chance.within(SENTENCE_WORDS.0, SENTENCE_WORDS.1).min(left);
            left -= words;
            let sentence = sentence(&self.some(words, 0));
            if text.len() + sentence.len() < PASSAGE_BYTES_MAX {
                text.push_str(&sentence);
                text.push_str(". ");
            }
        }
        text.trim_end().into()
    }

    /// Words that say something.
    pub fn heading(&mut self) -> String {
        let words = self.chance.within(HEADING_WORDS.0, HEADING_WORDS.1);
        sentence(&self.some(words, SMALL_WORDS))
    }

    pub fn question(&mut self) -> String {
        let words = self.chance.within(QUESTION_WORDS.0, QUESTION_WORDS.1);
        sentence(&self.some(words, 0)) + "?"
    }

    /// Words from this rank on.
    fn some(&mut self, count: usize, from: usize) -> String {
        let below = if from == 0 { 0.0 } else { self.shares[from - 1] };
        let mut words = Vec::with_capacity(count);
        for _ in 0..count {
            let share = below + self.chance.part() * (1.0 - below);
            let rank = self.shares.partition_point(|upto| *upto <= share).min(self.words.len() - 1);
            words.push(self.words[rank].as_str());
        }
        words.join(" ")
    }
}

fn vocabulary() -> Vec<String> {
    let mut known = HashSet::new();
    let mut words: Vec<String> = WORDS.split_whitespace().filter(|word| known.insert(*word)).map(Into::into).collect();
    let simple = words[SMALL_WORDS..].to_vec();
    let mut compounds = HashSet::new();
    let mut chance = Chance::new(0);
    while words.len() < VOCABULARY {
        let part = |chance: &mut Chance| &simple[chance.within(0, simple.len() - 1)];
        let compound = format!("{}{}", part(&mut chance), part(&mut chance));
        if compounds.insert(compound.clone()) {
            words.push(compound);
        }
    }
    words
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_words_are_frequent_and_most_are_rare() {
        let mut prose = Prose::new(7);
        let text = (0..2_000).map(|_| prose.passage().to_lowercase().replace('.', "")).collect::<Vec<_>>().join(" ");
        let all = text.split(' ').count();
        let the = text.split(' ').filter(|word| *word == "the").count();
        let different: HashSet<&str> = text.split(' ').collect();
        assert!((0.08..0.11).contains(&(the as f64 / all as f64)), "{the} of {all}");
        assert!((10_000..VOCABULARY).contains(&different.len()), "{}", different.len());
    }

    #[test]
    fn passages_differ_and_are_never_cut() {
        let mut prose = Prose::new(7);
        let passages: HashSet<String> = (0..500).map(|_| prose.passage()).collect();
        assert_eq!(passages.len(), 500);
        assert!(passages.iter().all(|text| (300..900).contains(&text.len())));
    }
}
