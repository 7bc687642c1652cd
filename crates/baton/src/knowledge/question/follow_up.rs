//! Completes a message that makes sense only with what was asked before. A message that stands on its own is left
//! alone: a question wrongly tied to an old topic is worse than one that finds nothing.

use super::super::phrases::{Said, recognise};
use super::clause::{is_clause, leaves_open_what};
use super::markers::Table;
use super::place::{after_filler, text_of};
use super::slot::replaced;
use super::spoken::{Word, spoken};

/// What was asked longer ago is another matter.
const TURNS_MAX: usize = 6;
/// Longer messages say what they are about.
const WORDS_MAX: usize = 15;
/// With more words of meaning, "it" is explained well enough.
const CONTENT_WITH_PRONOUN_MAX: usize = 3;
/// "and the large red one" goes on; with more words of meaning it is a topic.
const CONTENT_OF_FRAGMENT_MAX: usize = 4;
/// A reply to a question back is a word or two.
const CONTENT_OF_REPLY_MAX: usize = 2;
/// The end of a long earlier question is what was asked. Characters.
const TOPIC_CHARS_MAX: usize = 300;

/// What the customer asked, and what was answered if anything was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    pub question: String,
    pub answer: Option<String>,
}

struct Topic {
    question: String,
    /// Only of the turn just before the message.
    answer: Option<String>,
}

/// The message as a question that can be understood alone; `None` when it can be already, or nothing was asked before.
pub fn complete(history: &[Turn], text: &str) -> Option<String> {
    completed(&topic(history)?, text)
}

fn topic(history: &[Turn]) -> Option<Topic> {
    let recent = &history[history.len().saturating_sub(TURNS_MAX)..];
    recent.iter().fold(None, |before, turn| {
        if recognise(&turn.question) != Said::Something {
            return before.map(|before: Topic| Topic { answer: None, ..before });
        }
        let question = match before {
            None => turn.question.clone(),
            Some(before) => next_topic(before, &turn.question),
        };
        (!question.trim().is_empty()).then(|| Topic { question: question.trim().into(), answer: turn.answer.clone() })
    })
}

/// "Why?" does not change what is spoken of; "and for kids?" does.
fn next_topic(before: Topic, text: &str) -> String {
    let words = spoken(text);
    let names_something = Table::of(&[&words, &spoken(&before.question)]).content(&words).next().is_some();
    match completed(&before, text) {
        None if names_something => text.into(),
        Some(question) if names_something => question,
        Some(_) | None => before.question,
    }
}

enum Dependence {
    /// A whole sentence with something left open.
    Sentence,
    /// A constraint that may take the place of the old one: the words from here on.
    Constraint(usize),
}

fn completed(topic: &Topic, text: &str) -> Option<String> {
    if recognise(text) != Said::Something {
        return None;
    }
    let all = spoken(text);
    let table = Table::of(&[&all, &spoken(&topic.question)]);
    let words = after_filler(table, &all);
    if words.is_empty() || words.len() > WORDS_MAX {
        return None;
    }
    let question = end_of(&topic.question);
    let constraint = match dependence(table, topic, words, text)? {
        Dependence::Sentence => None,
        Dependence::Constraint(from) => replaced(table, question, text_of(text, &words[from..])),
    };
    Some(constraint.unwrap_or_else(|| format!("{question} {}", text[words[0].start..].trim())))
}

fn dependence(table: &Table, topic: &Topic, words: &[Word], text: &str) -> Option<Dependence> {
    if table.whole.longest(words) == words.len() {
        return Some(Dependence::Sentence);
    }
    let about = table.about.longest(words);
    if about > 0 && about < words.len() {
        return Some(Dependence::Constraint(about));
    }
    let lead = table.lead.longest(words);
    let rest = &words[lead..];
    let content = table.content(rest).count();
    if content <= CONTENT_WITH_PRONOUN_MAX && leaves_open_what(table, rest)
        || content == 0 && asks_of(table, rest, text)
    {
        return Some(Dependence::Sentence);
    }
    if content == 0 || is_clause(table, rest) {
        return None;
    }
    let names_place = table.preposition.iter().any(|slot| slot.has(&rest[0]));
    let fragment = content <= CONTENT_OF_FRAGMENT_MAX && (lead > 0 || names_place);
    let reply = content <= CONTENT_OF_REPLY_MAX && is_expected(table, topic, rest);
    (fragment || reply).then_some(Dependence::Constraint(lead))
}

/// "How much?", "is free?", but not "who are you?", which asks the one who answers.
fn asks_of(table: &Table, words: &[Word], text: &str) -> bool {
    let says = table.state.is_in(words);
    let asks = table.asks.is_in(words) || table.aux.is_in(words) || text.trim_end().ends_with('?');
    !words.is_empty() && asks && !table.alone.is_in(words) && (says || !table.subject.is_in(words))
}

/// The answer asked for it, or spoke of it.
fn is_expected(table: &Table, topic: &Topic, words: &[Word]) -> bool {
    topic.answer.as_deref().is_some_and(|answer| {
        let known = spoken(answer);
        answer.trim_end().ends_with('?')
            || table.content(words).all(|word| known.iter().any(|known| known.said == word.said))
    })
}

/// The last whole words of a question that fit.
fn end_of(question: &str) -> &str {
    let Some((at, _)) = question.char_indices().rev().nth(TOPIC_CHARS_MAX) else { return question };
    let end = &question[at..];
    end.find(char::is_whitespace).map_or(end, |blank| end[blank..].trim_start())
}
