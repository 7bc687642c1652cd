//! Which of the offered choices a reply takes: by its place, its number or its words.

use std::sync::LazyLock;

use super::super::words::{Language, terms};
use super::markers::{Phrases, Table};
use super::spoken::{Word, spoken};

/// A longer reply is a question of its own.
const REPLY_WORDS_MAX: usize = 12;

#[derive(Default)]
struct Picks {
    places: [Phrases; 3],
    last: Phrases,
    /// May stand beside a place: "the", "please".
    beside: Phrases,
    /// Takes none, or more than one.
    refusal: Phrases,
}

static PICKS: LazyLock<Picks> = LazyLock::new(|| {
    let mut picks = Picks::default();
    let mut section = "";
    for line in include_str!("picks.txt").lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => section = name,
            None => picks.section(section).read(line),
        }
    }
    picks
});

impl Picks {
    fn section(&mut self, name: &str) -> &mut Phrases {
        match name {
            "1" => &mut self.places[0],
            "2" => &mut self.places[1],
            "3" => &mut self.places[2],
            "last" => &mut self.last,
            "beside" => &mut self.beside,
            "refusal" => &mut self.refusal,
            other => unreachable!("the picks have no section [{other}]"),
        }
    }
}

/// The place of the choice that the reply takes; `None` when it takes none, or might take several.
pub fn picked(choices: &[String], reply: &str) -> Option<usize> {
    let words = spoken(reply);
    let exact = choices.iter().position(|choice| same(&spoken(choice), &words));
    if exact.is_some() || words.is_empty() || words.len() > REPLY_WORDS_MAX {
        return exact.filter(|_| !words.is_empty());
    }
    if PICKS.refusal.is_in(&words) {
        return None;
    }
    by_words(choices, reply, &words).or_else(|| by_place(choices.len(), &words))
}

fn same(one: &[Word], other: &[Word]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.said == other.said)
}

/// Every word of meaning stands in this choice, and not all of them in another.
fn by_words(choices: &[String], reply: &str, words: &[Word]) -> Option<usize> {
    let language = Language::guess(&choices.join(" "));
    let sought: Vec<String> = words
        .iter()
        .filter(|word| !PICKS.beside.has(word) && !Table::all().iter().any(|table| table.filler.has(word)))
        .flat_map(|word| terms(&reply[word.start..word.end], language))
        .collect();
    let fits = |choice: &String| {
        let known = terms(choice, language);
        sought.iter().all(|term| known.contains(term))
    };
    let mut fitting = choices.iter().enumerate().filter(|(_, choice)| !sought.is_empty() && fits(choice));
    let (place, _) = fitting.next()?;
    fitting.next().is_none().then_some(place)
}

/// "The second one, please": one place, and nothing else that means anything.
fn by_place(choices: usize, words: &[Word]) -> Option<usize> {
    let mut places: Vec<(usize, bool)> = Vec::new();
    let mut rest = words;
    while let Some(first) = rest.first() {
        let (place, length) = place(choices, rest);
        let is_filler = Table::all().iter().any(|table| table.filler.has(first));
        let beside = PICKS.beside.longest(rest).max(usize::from(is_filler));
        if length > 0 {
            places.push((place, beside == 0));
        }
        rest = rest.get(length.max(beside)..).filter(|after| after.len() < rest.len())?;
    }
    // "One" and "a" may be articles beside what can only be a place: "the second one".
    let is_sure = places.iter().any(|&(_, sure)| sure);
    let mut places = places.into_iter().filter(|&(_, sure)| sure == is_sure).map(|(place, _)| place);
    let place = places.next()?;
    (place < choices && places.all(|other| other == place)).then_some(place)
}

/// The place that the words begin with, and how many words say so.
fn place(choices: usize, words: &[Word]) -> (usize, usize) {
    let places = PICKS.places.iter().enumerate().map(|(place, names)| (place, names.longest(words)));
    let last = (choices.saturating_sub(1), PICKS.last.longest(words));
    places.chain([last]).max_by_key(|&(_, length)| length).unwrap_or(last)
}
