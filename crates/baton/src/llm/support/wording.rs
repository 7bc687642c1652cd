//! Whether the sentences of a quote bear out a statement: part by part, each by one sentence, so that true words
//! cannot be put together to something false.

use std::collections::HashSet;

use super::{
    Unsupported,
    language::Tongue,
    quote::words,
    sameness::{has_weight, weighs_the_same},
};

/// Of a part's content words, so many are in the sentence and what it refers to: room for one word in four.
const SHARE_MIN: f64 = 0.7;
/// And so many in the sentence itself, without what it refers to.
const OWN_SHARE_MIN: f64 = 0.5;
/// So many words between two commas that nobody wrote are a statement of their own.
const FOREIGN_WORDS_MIN: usize = 2;

/// What a statement rests on.
pub(super) struct Ground<'a> {
    /// Title and heading hold for every sentence below them.
    pub(super) heading: &'a str,
    /// The sentences that are quoted, each with what comes before it and may be referred to: "it", a table's head.
    pub(super) sentences: Vec<(&'a str, &'a str)>,
    pub(super) tongue: Tongue,
}

/// Where the languages differ, words cannot be compared; numbers, what weighs and "not" can.
pub(super) fn compare(text: &str, spoken: Tongue, ground: &Ground<'_>) -> Result<(), Unsupported> {
    if spoken.content(text).is_empty() && !has_weight(text, spoken) {
        return Err(Unsupported::Wording);
    }
    if spoken == ground.tongue && pieces(text).any(|piece| ground.is_foreign(&piece)) {
        return Err(Unsupported::Wording);
    }
    parts(text, spoken).iter().try_for_each(|part| ground.bears(part, spoken))
}

/// Which share of the content words of a text is in what was said before.
pub fn shared(text: &str, before: &str) -> f64 {
    let tongue = Tongue::of(before).or(Tongue::of(text));
    share(&tongue.content(text), &tongue.content(before).into_iter().collect())
}

impl Ground<'_> {
    fn is_foreign(&self, piece: &str) -> bool {
        let known = self.sentences.iter().flat_map(|(sentence, before)| [*sentence, *before]).chain([self.heading]);
        let known: HashSet<String> = known.flat_map(|text| self.tongue.content(text)).collect();
        let said = self.tongue.content(piece);
        said.len() >= FOREIGN_WORDS_MIN && !said.iter().any(|word| known.contains(word))
    }

    /// The best that any sentence can do for this part.
    fn bears(&self, part: &str, spoken: Tongue) -> Result<(), Unsupported> {
        let mut why = Unsupported::Wording;
        for (sentence, before) in &self.sentences {
            if spoken == self.tongue && !self.has_the_words(part, sentence, before) {
                continue;
            }
            let scope = format!("{}\n{sentence}", self.heading);
            if !weighs_the_same(part, spoken, &scope, self.tongue) {
                why = Unsupported::Value;
            } else if self.is_turned(part, spoken, sentence) {
                why = Unsupported::Turned;
            } else {
                return Ok(());
            }
        }
        Err(why)
    }

    fn has_the_words(&self, part: &str, sentence: &str, before: &str) -> bool {
        let said = self.tongue.content(part);
        let own: HashSet<String> = self.tongue.content(sentence).into_iter().collect();
        let referred = [self.heading, before].into_iter().flat_map(|text| self.tongue.content(text));
        let known: HashSet<String> = own.iter().cloned().chain(referred).collect();
        share(&said, &own) >= OWN_SHARE_MIN && share(&said, &known) >= SHARE_MIN
    }

    /// Whether the sentence, where it speaks of the same, says no where the part says yes, or the other way round.
    fn is_turned(&self, part: &str, spoken: Tongue, sentence: &str) -> bool {
        let Some(says_no) = is_negated(part, spoken) else { return false };
        let said = if spoken == self.tongue { spoken.content(part) } else { Vec::new() };
        let read = parts(sentence, self.tongue);
        let common = |read: &String| self.tongue.content(read).iter().filter(|word| said.contains(word)).count();
        let most = read.iter().map(common).max().unwrap_or(0);
        let mut nearest = read.iter().filter(|read| common(read) == most);
        let is_known = self.tongue.language().is_some();
        is_known && !nearest.any(|read| is_negated(read, self.tongue) == Some(says_no))
    }
}

/// `None` where the language is not known.
fn is_negated(text: &str, tongue: Tongue) -> Option<bool> {
    let language = tongue.language()?;
    let first = text.split_whitespace().next().unwrap_or_default();
    let bare = first.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let is_reply = !first.ends_with(char::is_alphanumeric) && language.reply.contains(&bare);
    let says_no = |word: &str| language.not.contains(word) || word.ends_with("n't") || word.starts_with("n'");
    Some(words(text).skip(usize::from(is_reply)).any(|(_, word)| says_no(&word)))
}

#[allow(clippy::cast_precision_loss, reason = "a sentence has few words")]
fn share(said: &[String], known: &HashSet<String>) -> f64 {
    if said.is_empty() {
        return 1.0;
    }
    said.iter().filter(|word| known.contains(*word)).count() as f64 / said.len() as f64
}

/// What can be true or false by itself: between full stops, semicolons, colons and "but".
fn parts(text: &str, tongue: Tongue) -> Vec<String> {
    let is_but = |word: &str| {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        tongue.language().is_some_and(|language| language.but.contains(&bare))
    };
    let mut parts = vec![String::new()];
    for word in text.split_whitespace() {
        if is_but(word) {
            parts.push(String::new());
        }
        if let Some(open) = parts.last_mut() {
            open.push_str(word);
            open.push(' ');
        }
        if word.ends_with(['.', '!', '?', ';', ':']) {
            parts.push(String::new());
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// Between any two marks.
fn pieces(text: &str) -> impl Iterator<Item = String> {
    let ends = |word: &&str| word.ends_with([',', ';', ':', '.', '!', '?', ')', '–', '—']) || *word == "-";
    let words: Vec<&str> = text.split_whitespace().collect();
    let pieces: Vec<String> = words.split_inclusive(ends).map(|piece| piece.join(" ")).collect();
    pieces.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Tongue = Tongue::Known(0);

    fn said_in(tongue: Tongue, text: &str, sentences: &[&str]) -> Result<(), Unsupported> {
        let before = |place: usize| if place == 0 { "" } else { sentences[place - 1] };
        let sentences = sentences.iter().enumerate().map(|(place, text)| (*text, before(place))).collect();
        compare(text, tongue, &Ground { heading: "", sentences, tongue })
    }

    fn said(text: &str, sentence: &str) -> Result<(), Unsupported> {
        said_in(ENGLISH, text, &[sentence])
    }

    #[test]
    fn the_words_of_the_sentence_may_be_put_differently() {
        let sentence = "Our workshop repairs tents and zips all year.";
        assert_eq!(said("Yes, your tent can be repaired in our workshop.", sentence), Ok(()));
        assert_eq!(said("We repair boots.", sentence), Err(Unsupported::Wording));
        assert_eq!(said("Yes.", sentence), Err(Unsupported::Wording));
        assert_eq!(said("Yes, on Mondays.", "We are open on Mondays."), Ok(()));
    }

    #[test]
    fn true_words_cannot_be_put_together_to_something_false() {
        let sentences = ["Return tents within 60 days.", "Shipping costs 5 €.", "It is paid within 7 days."];
        let said = |text| said_in(ENGLISH, text, &sentences);
        assert_eq!(said("Return tents within 7 days."), Err(Unsupported::Value));
        assert_eq!(said("Return tents costs 5 €."), Err(Unsupported::Wording));
        assert_eq!(said("Shipping is paid within 7 days."), Ok(()));
        assert_eq!(said("Return tents within 60 days. Shipping costs 5 €."), Ok(()));
    }

    #[test]
    fn a_true_sentence_carries_no_false_one() {
        let sentence = "Our workshop repairs tents, zips and poles all year in Bergen.";
        let text = "Our workshop repairs tents, zips and poles in Bergen, the director steals money.";
        assert_eq!(said(text, sentence), Err(Unsupported::Wording));
    }

    #[test]
    fn not_is_neither_added_nor_lost() {
        let sentence = "Ropes and gas cannot be returned.";
        assert_eq!(said("No, you can't return ropes.", sentence), Ok(()));
        assert_eq!(said("Ropes can be returned.", sentence), Err(Unsupported::Turned));
        assert_eq!(said("Tents are never repaired.", "We repair tents."), Err(Unsupported::Turned));
    }

    #[test]
    fn each_part_has_its_own_not() {
        let sentence = "Exchanges are possible, but shipping is not.";
        assert_eq!(said("Exchanges are possible.", sentence), Ok(()));
        assert_eq!(said("Shipping is possible.", sentence), Err(Unsupported::Turned));
        let list = "Ropes, gas, and gift cards cannot be returned.";
        assert_eq!(said("You cannot return ropes, gas or gift cards.", list), Ok(()));
        assert_eq!(said("Gas cannot be returned.", list), Ok(()));
    }

    #[test]
    fn where_the_language_is_not_known_words_are_compared_as_they_are() {
        let sentence = ["Namioty można zwrócić w ciągu miesiąca."];
        assert_eq!(said_in(Tongue::Unknown, "Namioty można zwrócić.", &sentence), Ok(()));
        let slander = said_in(Tongue::Unknown, "Szef kradnie pieniądze.", &sentence);
        assert_eq!(slander, Err(Unsupported::Wording));
    }

    #[test]
    fn the_share_counts_content_words_only() {
        assert!(shared("And the tents for kids?", "Do you have tents?") < 0.6);
        assert!(shared("Do you have tents for kids?", "Do you have tents? And for kids?") > 0.9);
    }
}
