//! Takes a message apart into its questions, each with the sentences that lead to it. What does not clearly
//! ask for several answers stays one.

use super::super::phrases::{Said, recognise};
use super::super::sentences::sentences;
use super::clause::begins_question;
use super::follow_up::{Turn, complete};
use super::markers::Table;
use super::place::{after_filler, after_join};
use super::spoken::{Word, is_stop, spoken};

/// Whoever asks more at once needs a person to sort it out.
const QUESTIONS_MAX: usize = 5;
/// Longer messages are letters, and are answered as a whole. Characters.
const READ_CHARS_MAX: usize = 4_000;
/// "How do I": less than this before "and" is half a question.
const QUESTION_WORDS_MIN: usize = 3;

/// The questions of a message in reading order, at least one; greetings and thanks are left out.
pub fn split(text: &str) -> Vec<String> {
    if text.len() > READ_CHARS_MAX {
        return vec![text.trim().to_owned()];
    }
    let said: Vec<&str> = sentences(text).filter(|sentence| !is_small_talk(sentence)).map(without_greeting).collect();
    if said.is_empty() {
        return vec![text.trim().to_owned()];
    }
    let table = Table::of(&[&spoken(text)]);
    let pieces = said.iter().flat_map(|sentence| pieces(table, sentence)).collect();
    let groups = grouped(table, pieces);
    match groups.len() {
        2..=QUESTIONS_MAX => self_contained(table, &groups),
        _ => vec![said.join(" ")],
    }
}

fn is_small_talk(text: &str) -> bool {
    match recognise(text) {
        Said::Greeting | Said::Thanks | Said::Goodbye => true,
        Said::WantsPerson | Said::Something => false,
    }
}

/// "Hi, where is my parcel" without its "Hi".
fn without_greeting(sentence: &str) -> &str {
    let mut rest = sentence;
    while let Some((greeting, after)) = rest.split_once(is_stop) {
        if after.trim().is_empty() || !is_small_talk(greeting) {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

/// A sentence, or the part of one that asks one thing.
struct Piece<'a> {
    text: &'a str,
    words: Vec<Word>,
    is_question: bool,
}

fn pieces<'a>(table: &Table, sentence: &'a str) -> Vec<Piece<'a>> {
    let words = spoken(sentence);
    let mut cuts = vec![0];
    for at in 1..words.len() {
        let from = cuts.last().copied().unwrap_or(0);
        if is_cut(table, &words[from..at], &words[at..]) {
            cuts.push(at);
        }
    }
    let start = |at: usize| if at == 0 { 0 } else { words[at].start };
    let end = |next: Option<&usize>| next.map_or(sentence.len(), |&next| words[next].start);
    let parts = cuts.iter().enumerate().map(|(place, &at)| sentence[start(at)..end(cuts.get(place + 1))].trim());
    parts.map(|text| piece(table, text)).collect()
}

fn piece<'a>(table: &Table, text: &'a str) -> Piece<'a> {
    let words = spoken(text);
    let is_question = text.ends_with('?') || asks(table, &words);
    Piece { text, words, is_question }
}

/// A question ends and another begins: at "and", or after a comma.
fn is_cut(table: &Table, before: &[Word], after: &[Word]) -> bool {
    let join = table.join.longest(after);
    let follows_comma = before.last().is_some_and(|word| word.ends_clause);
    let rest = &after[join..];
    (join > 0 || follows_comma)
        && before.len() >= QUESTION_WORDS_MIN
        && rest.len() > 1
        && names_something(table, rest)
        && !before.last().is_some_and(|word| table.asks.has(word) && !word.ends_clause)
        && (begins_question(table, rest) || table.indirect.is_in(before) && table.asks.longest(rest) > 0)
        && asks(table, before)
        && names_something(table, before)
}

fn asks(table: &Table, words: &[Word]) -> bool {
    let begins = |at: usize| at == 0 || words[at - 1].ends_clause;
    let is_question = |at: usize| begins_question(table, after_join(table, &words[at..]));
    table.indirect.is_in(words) || (0..words.len()).any(|at| begins(at) && is_question(at))
}

fn names_something(table: &Table, words: &[Word]) -> bool {
    table.content(words).next().is_some() || table.state.is_in(words)
}

/// What belongs together: sentences of the story, then the question they lead to.
type Group<'a> = Vec<Piece<'a>>;

fn grouped<'a>(table: &Table, pieces: Vec<Piece<'a>>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut story: Group = Vec::new();
    for piece in pieces {
        let words = after_filler(table, &piece.words);
        if table.shift.longest(words) > 0 && story.iter().any(|told| names_something(table, &told.words)) {
            groups.push(std::mem::take(&mut story));
        }
        let belongs_to_last = table.or.longest(words) > 0 || !is_own_question(table, words);
        match groups.last_mut() {
            Some(last) if piece.is_question && belongs_to_last && story.is_empty() => last.push(piece),
            Some(_) | None if piece.is_question && !belongs_to_last => {
                story.push(piece);
                groups.push(std::mem::take(&mut story));
            }
            Some(_) | None => story.push(piece),
        }
    }
    match groups.last_mut() {
        Some(last) => last.append(&mut story),
        None => groups.push(story),
    }
    groups
}

/// "Can you help me?" asks nothing that "My tent leaks." does not.
fn is_own_question(table: &Table, words: &[Word]) -> bool {
    let asks = |at: usize| table.asks.longest(&words[at..]) > 0 && !table.aux.has(&words[at]);
    names_something(table, words) || (0..words.len()).any(asks)
}

/// Each question such that it can be answered without the others.
fn self_contained(table: &Table, groups: &[Group]) -> Vec<String> {
    let mut questions: Vec<String> = Vec::with_capacity(groups.len());
    let mut before: Option<Turn> = None;
    for group in groups {
        let alone = group.iter().map(|piece| tidy(table, piece)).collect::<Vec<_>>().join(" ");
        let raw = group.iter().map(|piece| piece.text).collect::<Vec<_>>().join(" ");
        let completed = complete(before.as_slice(), &raw);
        if completed.is_none() {
            before = Some(Turn { question: alone.clone(), answer: None });
        }
        questions.push(completed.unwrap_or(alone));
    }
    questions
}

/// Without the "and" that joined it, and asked as a question if it is one.
fn tidy(table: &Table, piece: &Piece) -> String {
    let rest = after_join(table, &piece.words);
    let text = match (rest.first(), piece.words.first()) {
        (Some(begin), Some(first)) if begin.start > first.start => &piece.text[begin.start..],
        (Some(_), Some(_)) | (None, _) | (_, None) => piece.text,
    };
    let text = text.trim_end_matches([',', ';', ':', '–', '—', ' ']);
    if piece.is_question && !text.ends_with(['?', '!', '.', '…']) { format!("{text}?") } else { text.to_owned() }
}
