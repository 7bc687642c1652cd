//! Looks a question up: passages that fit at first sight, then those read closely, then their order.

use std::sync::Arc;

use encoder::{Encoder, EncoderSlot, Token};

use super::{
    closeness::closeness,
    encode::{QuestionVectors, encode_question},
    index::{Candidate, Index, Place},
    library::Library,
    score::{Ranked, Read, ranked},
    told::{self, Told},
    word_vectors::{Alignment, AskedWord, WordVectors},
    words::{Language, is_stop_word, terms},
};
use crate::store::{Store, StoreError};

/// So many passages are read closely before the best are chosen.
const READ_CLOSELY: usize = 16;
/// A word piece that says nothing by itself still carries some of what its neighbours say.
const SMALL_WORD: f32 = 0.15;

/// Where knowledge is.
#[derive(Clone, Copy)]
pub struct Stacks<'a> {
    pub library: &'a Library,
    pub store: &'a Store,
    pub encoder: &'a EncoderSlot,
}

pub(super) struct Found {
    pub ranked: Vec<Ranked>,
    /// Whether the question was compared by what it means.
    pub by_meaning: bool,
}

/// The passages that fit, best first. `without` are passed over; what people told is looked at as well.
pub(super) async fn find(
    stacks: Stacks<'_>,
    app: i64,
    question: &str,
    (without, told): (&[Place], &[Told]),
) -> Result<Found, StoreError> {
    let encoder = stacks.encoder.get();
    let model = encoder.as_ref().map_or("", |encoder| encoder.name());
    let shelf = stacks.library.shelf(stacks.store, app, model).await?;
    let vectors = match &encoder {
        Some(encoder) if shelf.look(Index::encoded) > 0 => encoded(encoder, question).await,
        Some(_) | None => None,
    };
    let whole = vectors.as_ref().map(|vectors| &*vectors.whole);
    let mut candidates = shelf.look(|index| index.candidates(question, whole, without, READ_CLOSELY));
    for candidate in &mut candidates {
        let speaks = |language: &str| encoder.as_ref().is_some_and(|encoder| encoder.speaks(language));
        if candidate.passage.spoken.as_deref().is_some_and(|language| !speaks(language)) {
            candidate.meaning = None;
        }
    }
    let mut words = word_vectors(stacks.store, model, &candidates).await?;
    let of_people = shelf.look(|index| told::candidates(index, question, told));
    let of_people = told::understood(of_people, encoder.zip(vectors.as_ref())).await;
    for (candidate, vectors) in of_people {
        candidates.push(candidate);
        words.push(vectors);
    }
    let read = shelf.look(|index| read(index, question, vectors.as_ref(), candidates.into_iter().zip(words)));
    Ok(Found { ranked: ranked(read), by_meaning: vectors.is_some() })
}

/// Nothing when the model does not speak the question's language, or cannot read it.
async fn encoded(encoder: &Arc<Encoder>, question: &str) -> Option<QuestionVectors> {
    if !encoder.speaks(Language::guess(question).code()) {
        return None;
    }
    let (encoder, question) = (encoder.clone(), question.to_owned());
    let encoded = tokio::task::spawn_blocking(move || encode_question(&encoder, &question)).await;
    match encoded {
        Ok(Ok(vectors)) => Some(vectors),
        Ok(Err(error)) => {
            tracing::warn!(%error, "a question is answered by its words alone");
            None
        }
        Err(error) => {
            tracing::error!(%error, "the embedding model broke; a question is answered by its words alone");
            None
        }
    }
}

async fn word_vectors(
    store: &Store,
    model: &str,
    candidates: &[Candidate],
) -> Result<Vec<Option<WordVectors>>, StoreError> {
    if candidates.iter().all(|candidate| candidate.meaning.is_none()) {
        return Ok(vec![None; candidates.len()]);
    }
    let mut found = Vec::with_capacity(candidates.len());
    let mut tx = store.read().await?;
    for candidate in candidates {
        let bytes = match candidate.meaning {
            Some(_) => tx.word_vectors(candidate.at.source, candidate.at.place, model).await?,
            None => None,
        };
        found.push(bytes.and_then(|bytes| WordVectors::from_bytes(&bytes)));
    }
    Ok(found)
}

fn read(
    index: &Index,
    question: &str,
    vectors: Option<&QuestionVectors>,
    candidates: impl Iterator<Item = (Candidate, Option<WordVectors>)>,
) -> Vec<Read> {
    let mut asked: Option<(Language, Vec<AskedWord>)> = None;
    let mut all = Vec::new();
    for (candidate, words) in candidates {
        let language = candidate.passage.language;
        let sought = index.sought(question, language);
        let alignment: Option<Alignment> = vectors.zip(words).map(|(vectors, words)| {
            if asked.as_ref().is_none_or(|(known, _)| *known != language) {
                asked = Some((language, asked_words(index, question, vectors, language)));
            }
            words.align(asked.as_ref().map(|(_, asked)| asked.as_slice()).unwrap_or_default())
        });
        let closeness = closeness(&candidate.passage, question, &sought);
        all.push(Read { candidate, closeness, alignment });
    }
    all
}

/// The word pieces of a question. What few passages say weighs the most; the pieces of a word share its weight.
fn asked_words(index: &Index, question: &str, vectors: &QuestionVectors, language: Language) -> Vec<AskedWord> {
    let sought = index.sought(question, language);
    let rarest = (1.0 + (index.len() as f32 + 0.5) / 0.5).ln();
    let words = word_ranges(question);
    let word_of =
        |token: &Token| words.iter().find(|word| word.start <= token.range.start && token.range.end <= word.end);
    let pieces = |word: &std::ops::Range<usize>| {
        vectors.tokens.iter().filter(|token| word_of(token) == Some(word)).count().max(1) as f32
    };
    let weigh = |token: &Token| {
        let word = word_of(token)?;
        let text = question.get(word.clone())?;
        let term = terms(text, language).into_iter().next().filter(|_| !is_stop_word(text, language))?;
        let idf = sought.iter().find(|sought| sought.term == term).map_or(rarest, |sought| sought.idf);
        Some(idf / rarest / pieces(word).sqrt())
    };
    let asked = |token: &Token| {
        let weight = weigh(token);
        AskedWord { vector: token.vector.clone(), weight: weight.unwrap_or(SMALL_WORD), is_content: weight.is_some() }
    };
    vectors.tokens.iter().map(asked).collect()
}

fn word_ranges(text: &str) -> Vec<std::ops::Range<usize>> {
    use unicode_segmentation::UnicodeSegmentation;
    text.unicode_word_indices().map(|(at, word)| at..at + word.len()).collect()
}
