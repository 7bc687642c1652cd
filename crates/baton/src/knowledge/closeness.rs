//! How closely one passage speaks to a question, read sentence by sentence: what inverted lists cannot see.

use super::index::Passage;
use super::plain::plain;
use super::sentences::sentences;
use super::shelf::Sought;
use super::words::terms;

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
}

pub(super) fn closeness(passage: &Passage, sought: &[Sought]) -> Closeness {
    let context = passage.question.as_deref().or(passage.heading.as_deref()).unwrap_or_default();
    let context = terms(context, passage.language);
    let text = plain(&passage.text);
    let spoken: Vec<Vec<String>> = sentences(&text).map(|sentence| terms(sentence, passage.language)).collect();
    let in_context = marks(sought, &context);
    let sentence = spoken.iter().map(|sentence| {
        let in_sentence = marks(sought, sentence);
        share(sought, |at| in_context[at] || in_sentence[at])
    });
    Closeness {
        sentence: sentence.fold(share(sought, |at| in_context[at]), f32::max),
        phrases: phrases(sought, spoken.iter().chain([&context])),
        likeness: asks(passage).then(|| likeness(sought, &context)),
    }
}

/// A heading with a question mark is a question with its answer below.
fn asks(passage: &Passage) -> bool {
    passage.question.is_some() || passage.heading.as_deref().is_some_and(|heading| heading.trim_end().ends_with('?'))
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
fn likeness(sought: &[Sought], context: &[String]) -> f32 {
    let mut stored: Vec<&String> = context.iter().collect();
    stored.sort_unstable();
    stored.dedup();
    let shared = sought.iter().filter(|sought| stored.contains(&&sought.term)).count();
    2.0 * shared as f32 / (sought.len() + stored.len()).max(1) as f32
}
