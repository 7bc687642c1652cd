//! Puts a new answer into the place of the old one: "from Norway" becomes "from Germany".

use super::markers::{Phrases, Table};
use super::place::text_of;
use super::spoken::{Word, spoken};

/// What stands after a preposition is at most so long, in words: "the Canary Islands".
const SLOT_WORDS_MAX: usize = 3;

/// The earlier question with its constraint replaced; `None` when it has no place for the new one.
pub(super) fn replaced(table: &Table, question: &str, new: &str) -> Option<String> {
    let known = spoken(question);
    let words = spoken(new);
    let slot = table.preposition.iter().find(|slot| words.first().is_some_and(|word| slot.has(word)));
    let (start, end) = match slot {
        Some(slot) => last_phrase(table, &known, slot, &words)?,
        None => only_name(table, &known, &words)?,
    };
    let (first, last) = (known[start].start, known[end - 1].end);
    let new = if slot.is_some() { small_initial(text_of(new, &words)) } else { text_of(new, &words).to_owned() };
    Some(format!("{}{new}{}", &question[..first], &question[last..]))
}

/// From the preposition up to the next clause: places in the known words.
fn last_phrase(table: &Table, known: &[Word], slot: &Phrases, new: &[Word]) -> Option<(usize, usize)> {
    let start = (0..known.len()).rfind(|&at| slot.has(&known[at]) && !table.leads_verb(&known[at..]))?;
    let length = phrase_length(table, &known[start..]);
    let phrase = &known[start + 1..start + 1 + length];
    let number = |words: &[Word]| words.iter().any(|word| word.is_number);
    let named = table.content(phrase).count();
    let is_name = table.content(phrase).all(|word| word.is_capital);
    let fits = (1..=SLOT_WORDS_MAX).contains(&length)
        && (named == 1 || named > 1 && is_name)
        && number(phrase) == number(new)
        && !new[1..].iter().any(|word| is_preposition(table, word));
    fits.then_some((start, start + 1 + length))
}

/// How many words belong to the preposition that the known words begin with.
fn phrase_length(table: &Table, known: &[Word]) -> usize {
    let goes_on = |pair: &[Word]| {
        let name_is_over = table.is_content(&pair[0]) && pair[0].is_capital && !pair[1].is_capital;
        !pair[0].ends_clause && !name_is_over && !ends_phrase(table, &pair[1])
    };
    known.windows(2).take_while(|pair| goes_on(pair)).count()
}

fn ends_phrase(table: &Table, word: &Word) -> bool {
    let signs = [&table.join, &table.or, &table.asks, &table.aux, &table.subject, &table.verb, &table.state];
    !table.determiner.has(word) && (is_preposition(table, word) || signs.iter().any(|signs| signs.has(word)))
}

fn is_preposition(table: &Table, word: &Word) -> bool {
    table.preposition.iter().any(|slot| slot.has(word))
}

/// "What about Germany" after "to Norway": the only name makes room for the new one.
fn only_name(table: &Table, known: &[Word], new: &[Word]) -> Option<(usize, usize)> {
    let is_name = |word: &Word| word.is_capital && table.is_content(word);
    if table.capitalises_nouns || new.is_empty() || !new.iter().all(is_name) {
        return None;
    }
    let names: Vec<usize> = (1..known.len()).filter(|&at| is_name(&known[at]) && !known[at - 1].ends_clause).collect();
    let (&first, &last) = (names.first()?, names.last()?);
    let is_one = last - first + 1 == names.len() && is_preposition(table, &known[first - 1]);
    is_one.then_some((first, last + 1))
}

fn small_initial(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
