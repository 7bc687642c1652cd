//! Two or three short readings of an unclear question, for one question back: "Do you mean … or …?"

use super::super::judge::Hit;
use super::super::passage::Passage;
use super::super::split::HEADING_SEPARATOR;
use super::super::words::{Language, terms};

/// More choices than this are a menu.
const CHOICES_MAX: usize = 3;
/// Longer choices are not read. Characters.
const CHOICE_CHARS_MAX: usize = 80;
/// What fits less than half as well as the best is no reading of the question.
const NEARNESS_MIN: f64 = 0.5;

/// Choices in the order of the hits, best first; `None` when there are no two that differ.
pub fn choices(question: &str, hits: &[Hit]) -> Option<Vec<String>> {
    let best = hits.first()?.score;
    let near = hits.iter().take(CHOICES_MAX).filter(|hit| hit.score >= best * NEARNESS_MIN && hit.score > 0.0);
    let passages: Vec<&Passage> = near.map(|hit| &*hit.passage).collect();
    let mut choices: Vec<Choice> = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        let others = passages.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| *other);
        let others: Vec<&Passage> = others.collect();
        let mut names =
            names(passage, &others).into_iter().filter_map(|name| choice(&name, passage.language, question));
        if let Some(new) = names.find(|new| choices.iter().all(|known| differ(known, new))) {
            choices.push(new);
        }
    }
    (choices.len() >= 2).then(|| choices.into_iter().map(|choice| choice.text).collect())
}

struct Choice {
    text: String,
    terms: Vec<String>,
}

/// What a passage can be called, best first. A heading that another passage has too needs the one above it.
fn names(passage: &Passage, others: &[&Passage]) -> Vec<String> {
    if let Some(question) = passage.questions.first() {
        return vec![question.clone()];
    }
    let Some(heading) = passage.heading.as_deref() else { return vec![passage.title.to_string()] };
    let mut parts = heading.rsplit(HEADING_SEPARATOR);
    let inner = parts.next().unwrap_or(heading);
    let whole = format!("{}: {inner}", parts.next().unwrap_or(&passage.title));
    let same = |other: &str| other != heading && innermost(other) == Some(inner);
    let is_shared = others.iter().any(|other| other.heading.as_deref().is_some_and(same));
    if is_shared { vec![whole] } else { vec![inner.to_owned(), whole] }
}

fn innermost(heading: &str) -> Option<&str> {
    heading.rsplit(HEADING_SEPARATOR).next()
}

/// `None` when nobody would understand it, or it only repeats what the customer said.
fn choice(name: &str, language: Language, question: &str) -> Option<Choice> {
    let text = without_number(name).trim_start_matches(['#', '*', '-', '•', ' ']);
    let text = text.trim_end_matches([':', '.', ',', ';', ' ']).split_whitespace().collect::<Vec<_>>().join(" ");
    let said = terms(question, language);
    let mut terms = terms(&text, language);
    terms.sort();
    terms.dedup();
    let is_readable =
        text.chars().count() <= CHOICE_CHARS_MAX && !text.contains("://") && !text.contains(['|', '`', '<']);
    let says_more = terms.iter().any(|term| term.chars().any(char::is_alphabetic) && !said.contains(term));
    (is_readable && says_more).then_some(Choice { text, terms })
}

/// "2. Express" without its place in the list; "24 hours" stays.
fn without_number(name: &str) -> &str {
    let is_place = |start: &str| {
        start.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ')')) && start.contains(['.', ')'])
    };
    name.trim().split_once(' ').filter(|(start, _)| is_place(start)).map_or(name.trim(), |(_, rest)| rest)
}

/// Neither says only what the other says.
fn differ(one: &Choice, other: &Choice) -> bool {
    let within = |one: &Choice, other: &Choice| one.terms.iter().all(|term| other.terms.contains(term));
    !within(one, other) && !within(other, one)
}

#[cfg(test)]
mod tests;
