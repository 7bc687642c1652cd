//! How closely one passage speaks to a question, read sentence by sentence: what inverted lists cannot see.

use super::passage::Passage;
use super::plain::plain;
use super::sentences::sentences;
use super::shelf::Sought;
use super::words::{Language, is_stop_word, terms, words};

/// Two neighbours in the question that stand at most so far apart in a sentence belong together there too.
const NEAR: usize = 3;

/// Each from 0 to 1.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Closeness {
    /// Said by the best single sentence, together with the heading it stands under.
    pub sentence: f32,
    /// Neighbouring words of the question that are neighbours in a sentence as well.
    pub phrases: f32,
    /// Likeness to the question that the passage was written to answer, if it was.
    pub likeness: Option<f32>,
    /// The share of the question's names and numbers that the passage has; 1 if there are none.
    pub names: f32,
}

pub(super) fn closeness(passage: &Passage, question: &str, sought: &[Sought]) -> Closeness {
    let asked: Vec<Vec<String>> = passage.questions.iter().map(|text| terms(text, passage.language)).collect();
    let heading = terms(passage.heading.as_deref().unwrap_or_default(), passage.language);
    let context: Vec<String> = asked.iter().flatten().chain(&heading).cloned().collect();
    let text = plain(&passage.text);
    let spoken: Vec<Vec<String>> = sentences(&text).map(|sentence| terms(sentence, passage.language)).collect();
    let in_context = marks(sought, &context);
    let sentence = spoken.iter().map(|sentence| {
        let in_sentence = marks(sought, sentence);
        share(sought, |at| in_context[at] || in_sentence[at])
    });
    Closeness {
        sentence: sentence.fold(share(sought, |at| in_context[at]), f32::max),
        phrases: phrases(sought, spoken.iter().chain(&asked).chain([&heading])),
        likeness: likeness_of(passage, sought, &asked, &heading),
        names: names(question, passage),
    }
}

/// Of the stored question that is most like the one asked. A heading with a question mark is one, with its answer below.
fn likeness_of(passage: &Passage, sought: &[Sought], asked: &[Vec<String>], heading: &Vec<String>) -> Option<f32> {
    let heading = (!passage.is_pair() && passage.question().is_some()).then_some(heading);
    asked.iter().chain(heading).map(|stored| likeness(sought, stored)).max_by(f32::total_cmp)
}

fn names(question: &str, passage: &Passage) -> f32 {
    let wanted = named(question, passage.language);
    if wanted.is_empty() {
        return 1.0;
    }
    let text = format!(
        "{} {} {} {}",
        passage.title,
        passage.heading.as_deref().unwrap_or_default(),
        passage.questions.join(" "),
        passage.text
    );
    let said: std::collections::HashSet<String> = words(&text).collect();
    wanted.iter().filter(|name| said.contains(*name)).count() as f32 / wanted.len() as f32
}

/// Words with a digit, and words with a capital that do not begin a sentence; German writes all nouns so.
fn named(question: &str, language: Language) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    for sentence in sentences(question) {
        for (at, word) in sentence.split_whitespace().enumerate() {
            let word = word.trim_matches(|mark: char| !mark.is_alphanumeric());
            let is_number = word.chars().any(|letter| letter.is_ascii_digit());
            let is_name = at > 0 && language.code() != "de" && word.chars().next().is_some_and(char::is_uppercase);
            if is_number || (is_name && !is_stop_word(word, language)) {
                named.extend(words(word));
            }
        }
    }
    named
}

fn marks(sought: &[Sought], terms: &[String]) -> Vec<bool> {
    sought.iter().map(|sought| terms.contains(&sought.term)).collect()
}

fn share(sought: &[Sought], said: impl Fn(usize) -> bool) -> f32 {
    let whole: f32 = sought.iter().map(|sought| sought.idf).sum();
    let part: f32 = sought.iter().enumerate().filter(|&(at, _)| said(at)).map(|(_, sought)| sought.idf).sum();
    part / whole.max(f32::EPSILON)
}

fn phrases<'a>(sought: &[Sought], spoken: impl Iterator<Item = &'a Vec<String>>) -> f32 {
    let mut together = vec![false; sought.len().saturating_sub(1)];
    for sentence in spoken {
        for (met, pair) in together.iter_mut().zip(sought.windows(2)) {
            *met |= near(sentence, &pair[0].term, &pair[1].term);
        }
    }
    let weight = |pair: &[Sought]| pair[0].idf + pair[1].idf;
    let whole: f32 = sought.windows(2).map(weight).sum();
    let part: f32 = sought.windows(2).zip(together).filter(|(_, met)| *met).map(|(pair, _)| weight(pair)).sum();
    part / whole.max(f32::EPSILON)
}

fn near(sentence: &[String], one: &str, other: &str) -> bool {
    let places = |term: &str| {
        sentence.iter().enumerate().filter(move |(_, word)| *word == term).map(|(at, _)| at).collect::<Vec<_>>()
    };
    let others = places(other);
    !others.is_empty() && places(one).iter().any(|&at| others.iter().any(|&there| there.abs_diff(at) <= NEAR))
}

/// Dice's coefficient over different words.
fn likeness(sought: &[Sought], stored: &[String]) -> f32 {
    let mut stored: Vec<&String> = stored.iter().collect();
    stored.sort_unstable();
    stored.dedup();
    let shared = sought.iter().filter(|sought| stored.contains(&&sought.term)).count();
    2.0 * shared as f32 / (sought.len() + stored.len()).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(text: &str) -> Passage {
        let language = Language::ENGLISH;
        let (questions, text) = ([].into(), text.into());
        Passage { title: "T".into(), heading: None, questions, text, language, spoken: None, address: None }
    }

    #[test]
    fn a_name_or_a_number_that_the_passage_does_not_have_counts_against_it() {
        let about = passage("Parcels to Norway take 3 days.");
        assert_eq!(names("How long do parcels to Norway take?", &about), 1.0);
        assert_eq!(names("How long do parcels to Japan take?", &about), 0.0);
        assert_eq!(names("Is it 3 or 5 days to Norway?", &about), 2.0 / 3.0);
        assert_eq!(names("How long does it take?", &about), 1.0);
    }

    #[test]
    fn every_noun_is_written_like_a_name_in_german() {
        assert_eq!(
            named("Wie lange dauert die Lieferung?", Language::of_code("de").expect("known")),
            Vec::<String>::new()
        );
    }
}
