//! What is worked out beside answering: what passages mean, how scores become probabilities in this knowledge, and
//! which unanswered questions mean the same.

use std::sync::Arc;

use encoder::{Encoder, quantise::dot};

use super::{
    calibration::{Calibration, Observation},
    curve::{Curve, curve},
    encode::{encode_passage, encode_question},
    find::{Stacks, find},
    index::{Index, Place},
    library::signed,
    passage::Passage,
    words::{Language, is_stop_word, terms},
};
use crate::{
    domain::UnansweredId,
    store::{NewVectors, StoreError, StoredCalibration, StoredPassage},
};

/// So many of its own questions a knowledge base asks itself.
const OWN_MAX: usize = 150;
/// A shorter question is a name, not a question. Words that say something.
const OWN_WORDS_MIN: usize = 2;
/// From so many words on, one is left out: nobody asks in a heading's very words.
const LEAVE_OUT_FROM: usize = 3;
/// More outcomes than these teach nothing new.
const LESSONS_MAX: i64 = 2_000;
/// Questions this close mean the same (cosine; paraphrases of MiniLM's training lie above it).
const SAME_MEANING: f32 = 0.8;

/// Passages as vectors. Takes some 30 ms each.
///
/// # Errors
/// When the model cannot read one.
pub async fn encode_passages(
    encoder: Arc<Encoder>,
    passages: Vec<StoredPassage>,
) -> Result<Vec<NewVectors>, crate::error::Error> {
    let encode = move || -> Result<Vec<NewVectors>, crate::error::Error> {
        let mut made = Vec::with_capacity(passages.len());
        for stored in passages {
            let source = stored.source.parse().map_err(crate::error::Error::internal)?;
            let place = stored.place;
            let passage = Passage::try_from(stored)?;
            let vectors = encode_passage(&encoder, &passage).map_err(crate::error::Error::internal)?;
            made.push(NewVectors {
                source,
                place,
                whole: vectors.whole,
                questions: vectors.asked,
                words: vectors.words,
            });
        }
        Ok(made)
    };
    tokio::task::spawn_blocking(encode).await.map_err(crate::error::Error::internal)?
}

/// A question as a vector of bytes; nothing when the model cannot read it.
pub async fn question_vector(encoder: Arc<Encoder>, question: String) -> Option<Vec<u8>> {
    if !encoder.speaks(Language::guess(&question).code()) {
        return None;
    }
    let encoded = tokio::task::spawn_blocking(move || encode_question(&encoder, &question)).await.ok()?.ok()?;
    Some(encoded.whole.iter().map(|number| number.to_le_bytes()[0]).collect())
}

/// Which of these questions means the same.
#[must_use]
pub fn same_question(question: &[u8], known: &[(UnansweredId, Vec<u8>)]) -> Option<UnansweredId> {
    let question = signed(question);
    let closeness = |vector: &[u8]| if vector.len() == question.len() { dot(&question, &signed(vector)) } else { -1.0 };
    let closest = known.iter().map(|(id, vector)| (*id, closeness(vector))).max_by(|a, b| a.1.total_cmp(&b.1));
    closest.filter(|(_, closeness)| *closeness >= SAME_MEANING).map(|(id, _)| id)
}

/// What a calibration was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearnedFrom {
    pub model: String,
    pub knowledge_version: i64,
}

/// Asks the knowledge its own questions, each once as it is and once with its passage taken away, and learns from
/// that and from what was made of answers.
///
/// # Errors
/// When the database fails.
pub async fn learn(stacks: Stacks<'_>, app: i64) -> Result<StoredCalibration, StoreError> {
    let encoder = stacks.encoder.get();
    let model = encoder.as_ref().map_or("", |encoder| encoder.name()).to_owned();
    let shelf = stacks.library.shelf(stacks.store, app, &model).await?;
    let knowledge_version = shelf.version();
    let mut own = Vec::new();
    for (question, at) in shelf.look(own_questions) {
        for without in [&[][..], &at[..]] {
            let found = find(stacks, app, &question, (without, &[])).await?;
            let best = found.ranked.first();
            let right = best.is_some_and(|best| at.contains(&best.read.candidate.at));
            let log_odds = best.map_or(NOTHING_FOUND, |best| f64::from(best.log_odds));
            own.push(Observation { log_odds, answerable: without.is_empty(), right });
        }
    }
    let lessons = stacks.store.read().await?.lessons(app, LESSONS_MAX).await?;
    let body = serde_json::to_string(&Calibration::learn(own, &lessons))?;
    Ok(StoredCalibration { model, knowledge_version, body })
}

/// The log-odds of a question to which nothing at all was found.
const NOTHING_FOUND: f64 = -8.0;

/// The curve of a stored calibration.
///
/// # Errors
/// When it cannot be read.
pub fn curve_of(stored: &StoredCalibration) -> Result<Curve, StoreError> {
    let calibration: Calibration = serde_json::from_str(&stored.body)?;
    Ok(curve(&calibration, !stored.model.is_empty()))
}

/// Questions that passages answer, each with all passages that carry it; spread evenly over the knowledge.
fn own_questions(index: &Index) -> Vec<(String, Vec<Place>)> {
    let mut all: Vec<(String, Vec<Place>)> = Vec::new();
    let mut by_question: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for (at, passage) in index.passages() {
        let Some(question) = own_question(passage) else { continue };
        match by_question.get(&question) {
            Some(&known) => all[known].1.push(at),
            None => {
                by_question.insert(question.clone(), all.len());
                all.push((question, vec![at]));
            }
        }
    }
    all.sort_by(|a, b| a.1[0].source.cmp(&b.1[0].source).then(a.1[0].place.cmp(&b.1[0].place)));
    let step = all.len().div_ceil(OWN_MAX).max(1);
    all.into_iter().step_by(step).collect()
}

fn own_question(passage: &Passage) -> Option<String> {
    let asked = passage.questions.last().map(String::as_str).or_else(|| passage.innermost_heading())?;
    let words = terms(asked, passage.language).len();
    (words >= OWN_WORDS_MIN)
        .then(|| if words >= LEAVE_OUT_FROM { reworded(asked, passage.language) } else { asked.into() })
}

/// In lower case, without the word in the middle of those that say something.
fn reworded(question: &str, language: Language) -> String {
    let words: Vec<&str> = question.split_whitespace().collect();
    let says_something = |word: &&str| !is_stop_word(word.trim_matches(|mark: char| !mark.is_alphanumeric()), language);
    let places: Vec<usize> = (0..words.len()).filter(|&at| says_something(&words[at])).collect();
    let left_out = places.get(places.len() / 2);
    let kept = words.iter().enumerate().filter(|(at, _)| Some(at) != left_out).map(|(_, word)| word.to_lowercase());
    kept.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_asked_in_other_words_than_it_stands_there() {
        assert_eq!(reworded("How do I return a wet tent?", Language::ENGLISH), "how do i return a tent?");
    }

    #[test]
    fn questions_mean_the_same_when_their_vectors_nearly_agree() {
        let id: UnansweredId = "69220000aaaaaaaaaa000051".parse().expect("an id");
        assert_eq!(same_question(&[127, 0], &[(id, vec![126, 10])]), Some(id));
        assert_eq!(same_question(&[127, 0], &[(id, vec![0, 127]), (id, vec![1])]), None);
    }
}
