//! Whether a passage bears out what a model says it read there. Pure, and the last word: a statement that
//! does not pass never reaches a customer, however convinced the model is. When in doubt it does not pass.

mod language;
mod promises;
mod quote;
mod sameness;
mod values;
mod visible;
mod wording;

use serde::Deserialize;
use unicode_segmentation::UnicodeSegmentation;

use self::{language::Tongue, wording::Ground};
pub(super) use self::{values::addresses, visible::visible, wording::shared};
use super::Passage;

/// A statement is a sentence. Characters.
const STATEMENT_MAX: usize = 600;
/// A translation is about as long as what it translates. Characters; times, and over.
const TRANSLATION_TIMES_MAX: usize = 2;
const TRANSLATION_OVER_MAX: usize = 40;

/// What a model claims.
#[derive(Deserialize)]
pub(super) struct Claim {
    pub text: String,
    pub passage: serde_json::Value,
    pub quote: String,
}

/// A statement that its passage bears out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supported {
    /// One line, without invisible characters.
    pub text: String,
    /// Which passage, counted from 0.
    pub passage: usize,
    /// The words of the passage itself, not as the model copied them.
    pub quote: String,
    /// The passage is in another language, so the statement's wording could not be compared with it.
    pub translated: bool,
}

/// Why a statement does not stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsupported {
    #[error("the statement is empty, too long or not only text")]
    Form,
    #[error("the statement names no passage that was given")]
    NoPassage,
    #[error("the quote is too short or not in the passage")]
    Quote,
    #[error("the statement has a number, date or name of weight that its quote does not have")]
    Value,
    #[error("the statement has a link or address that is not in the passage")]
    Address,
    #[error("the statement says things that are not in the passage")]
    Wording,
    #[error("the statement says the opposite of its quote")]
    Turned,
    #[error("the passage speaks to the model instead of to readers")]
    Order,
    #[error("the statement promises something in somebody's name")]
    Promise,
}

/// `question` says only what language the customer reads.
pub(super) fn check(claim: &Claim, question: &str, passages: &[Passage<'_>]) -> Result<Supported, Unsupported> {
    let text = one_line(&claim.text);
    if text.is_empty() || text.chars().count() > STATEMENT_MAX {
        return Err(Unsupported::Form);
    }
    let place = place(&claim.passage, passages.len()).ok_or(Unsupported::NoPassage)?;
    let passage = &passages[place];
    let body = visible(passage.text);
    let found = quote::find(&visible(&claim.quote), &body).ok_or(Unsupported::Quote)?;
    let heading = format!("{}\n{}", visible(passage.title), visible(passage.heading.unwrap_or_default()));
    if has_markup(&text) {
        return Err(Unsupported::Form);
    }
    if promises::promises(&text) {
        return Err(Unsupported::Promise);
    }
    let known = values::addresses(&format!("{heading}\n{body}"));
    if !values::addresses(&text).is_subset(&known) {
        return Err(Unsupported::Address);
    }
    if promises::orders(&format!("{heading}\n{body}")) {
        return Err(Unsupported::Order);
    }
    let tongues = Tongues::of(&text, question, &body);
    let quote = body[found.words].to_owned();
    if tongues.translated && !is_as_long(&text, &quote) {
        return Err(Unsupported::Wording);
    }
    let sentences = found.sentences.into_iter().map(|span| (&body[span.clone()], before(&body, span.start))).collect();
    let ground = Ground { heading: &heading, sentences, tongue: tongues.passage };
    wording::compare(&text, tongues.statement, &ground)?;
    Ok(Supported { text, passage: place, quote, translated: tongues.translated })
}

/// What a sentence may refer to: the one before it, and for a line of a list or table all before it.
fn before(body: &str, at: usize) -> &str {
    let is_line = body[at..].starts_with('•') || body[at..].lines().next().is_some_and(|line| line.contains(" · "));
    let before = body[..at].trim_end();
    if is_line {
        return before;
    }
    let from = before.unicode_sentences().last().map_or(0, |last| before.len() - last.len());
    &before[from..]
}

/// Whether a text that rests on no passage has nothing in it that a customer could act upon to their harm: no
/// promise, no markup, and no address or phone number that the question does not have.
pub(super) fn is_harmless(text: &str, question: &str) -> bool {
    let known = values::phones(question);
    !promises::promises(text)
        && !has_markup(text)
        && addresses(text).is_subset(&addresses(question))
        && values::phones(text).iter().all(|phone| known.contains(phone))
}

/// The languages to compare in. They differ only when the customer writes in one that is surely not the
/// passage's, by its small words or by its script; a model alone cannot claim to translate.
struct Tongues {
    statement: Tongue,
    passage: Tongue,
    translated: bool,
}

impl Tongues {
    fn of(text: &str, question: &str, body: &str) -> Self {
        let (statement, question, passage) = (Tongue::of(text), Tongue::of(question), Tongue::of(body));
        let is_asked_for = statement == question || statement == Tongue::Unknown;
        let translated =
            passage != Tongue::Unknown && question != Tongue::Unknown && question != passage && is_asked_for;
        let passage = passage.or(statement);
        Self { statement: if translated { question } else { passage }, passage, translated }
    }
}

fn is_as_long(translation: &str, quote: &str) -> bool {
    let (said, read) = (translation.chars().count(), quote.chars().count());
    said <= read * TRANSLATION_TIMES_MAX + TRANSLATION_OVER_MAX
}

/// Models write `2`, `"2"` and `"[2]"`.
fn place(number: &serde_json::Value, given: usize) -> Option<usize> {
    let number = number.as_u64().or_else(|| number.as_str()?.trim_matches(['[', ']']).parse().ok())?;
    let place = usize::try_from(number).ok()?.checked_sub(1)?;
    (place < given).then_some(place)
}

fn one_line(text: &str) -> String {
    visible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Marks that a screen could take for a link, an image or an element. Names of products have none of them.
fn has_markup(text: &str) -> bool {
    let opens = |mark: char| text.match_indices(mark).map(|(at, _)| &text[at + 1..]);
    opens('<').any(|rest| rest.starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')))
        || ["](", "][", "![", "```", "{{", "${"].iter().any(|mark| text.contains(mark))
}

#[cfg(test)]
mod tests;
