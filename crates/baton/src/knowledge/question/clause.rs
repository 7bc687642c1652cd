//! What a few words are, grammatically: a question, a clause at all, or one whose "it" nobody named.

use super::markers::Table;
use super::spoken::Word;

/// "How *long* does it *take* to": what is said of "it" stands this near to it, in words.
const SAID_OF_IT: usize = 3;
/// So many words with a meaning before "it" name something.
const NAMED_MIN: usize = 2;

/// Whether a question begins with the first of these words: "how do I", "is the", "liefert ihr".
pub(super) fn begins_question(table: &Table, spoken: &[Word]) -> bool {
    let asks = table.asks.longest(spoken);
    if table.fixed.longest(spoken) > asks {
        return false;
    }
    let Some(first) = spoken.first() else { return false };
    let next = spoken.get(asks.max(1));
    if asks > 0 {
        // "When I order" only says when; "when do I" asks.
        return table.aux.has(first) || !next.is_some_and(|next| table.subject.has(next));
    }
    let somebody = next.is_some_and(|next| table.subject.has(next));
    let something =
        next.is_some_and(|next| [&table.determiner, &table.pronoun, &table.maybe].iter().any(|it| it.has(next)));
    table.verb.has(first)
        || table.aux.has(first) && (somebody || something)
        || table.inverts_verbs && table.is_content(first) && !first.ends_clause && somebody
}

/// More than a noun with what belongs to it: somebody does or is something, or it is asked.
pub(super) fn is_clause(table: &Table, spoken: &[Word]) -> bool {
    [&table.asks, &table.aux, &table.subject, &table.verb, &table.state].iter().any(|signs| signs.is_in(spoken))
}

/// A pronoun stands for something that these words do not name.
pub(super) fn leaves_open_what(table: &Table, spoken: &[Word]) -> bool {
    let mut at = 0;
    while at < spoken.len() {
        let fixed = table.fixed.longest(&spoken[at..]);
        if fixed == 0
            && is_pronoun(table, spoken, at)
            && !is_named_later(table, spoken, at)
            && !is_named_before(table, &spoken[..at])
        {
            return true;
        }
        at += fixed.max(1);
    }
    false
}

fn is_pronoun(table: &Table, spoken: &[Word], at: usize) -> bool {
    table.pronoun.has(&spoken[at]) || table.maybe.has(&spoken[at]) && stands_alone(table, spoken, at)
}

/// "Is that free", but not "is that tent" and not "I hear that you".
fn stands_alone(table: &Table, spoken: &[Word], at: usize) -> bool {
    let Some(next) = spoken.get(at + 1).filter(|_| !spoken[at].ends_clause) else { return true };
    let is_asked = at > 0 && table.aux.has(&spoken[at - 1]);
    !next.is_number && table.is_small(next) && !table.subject.has(next) && (is_asked || !table.determiner.has(next))
}

/// "Is it possible to pay by card": "it" is to pay by card.
fn is_named_later(table: &Table, spoken: &[Word], at: usize) -> bool {
    let near = &spoken[at.saturating_sub(SAID_OF_IT)..spoken.len().min(at + SAID_OF_IT + 1)];
    table.state.is_in(near) && (at + 1..spoken.len()).any(|connector| names(table, &spoken[connector..]))
}

fn names(table: &Table, spoken: &[Word]) -> bool {
    let [connector, rest @ ..] = spoken else { return false };
    table.connector.has(connector)
        && table.content(rest).next().is_some()
        && (!table.infinitive.has(connector) || table.leads_verb(spoken))
}

/// "I lost my card, can you block it": a noun stands before, or a clause of its own.
fn is_named_before(table: &Table, before: &[Word]) -> bool {
    let introduces = |word: &Word| table.determiner.has(word) || table.preposition.iter().any(|slot| slot.has(word));
    let ends = |word: &Word| word.ends_clause || table.join.has(word);
    let names = |at: usize| {
        let is_introduced = before[at.saturating_sub(2)..at].iter().any(introduces);
        table.is_content(&before[at]) && (is_introduced || before[at..].iter().any(ends))
    };
    table.content(before).count() >= NAMED_MIN || (0..before.len()).any(names)
}
