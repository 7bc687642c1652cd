//! Whether all that weighs in a statement, its numbers and the words of weight, is in the text it rests on.

use std::collections::HashSet;

use super::{
    language::{Language, Tongue},
    quote::words,
    values::{Quantity, phones, quantities},
};

/// Numbers of the question do not count: a customer who asks for a price must not be able to set it.
pub(super) fn weighs_the_same(statement: &str, spoken: Tongue, scope: &str, written: Tongue) -> bool {
    let said = quantities(statement, spoken.language());
    let read = quantities(scope, written.language());
    let known_phones = phones(scope);
    said.iter().all(|said| counts(said, &read))
        && phones(statement).iter().all(|phone| known_phones.contains(phone))
        && weights(statement, spoken.language()).is_subset(&weights(scope, written.language()))
}

/// Whether there is anything in it that weighs.
pub(super) fn has_weight(text: &str, tongue: Tongue) -> bool {
    !quantities(text, tongue.language()).is_empty() || !weights(text, tongue.language()).is_empty()
}

/// The same number, of the same thing where both say of what.
fn counts(said: &Quantity, read: &[Quantity]) -> bool {
    let same: Vec<&Quantity> = read.iter().filter(|read| read.number == said.number).collect();
    let has_units = same.iter().any(|read| read.unit.is_some());
    !same.is_empty() && (said.unit.is_none() || !has_units || same.iter().any(|read| read.unit == said.unit))
}

/// What the words of weight mean, in every language alike.
fn weights<'a>(text: &str, language: Option<&'a Language>) -> HashSet<&'a str> {
    let Some(language) = language else { return HashSet::new() };
    let parts = words(text).flat_map(|(_, word)| {
        let halves: Vec<String> = word.split('\'').map(str::to_owned).collect();
        [vec![word], halves].concat()
    });
    parts.filter_map(|word| language.weights.get(&word).map(String::as_str)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Tongue = Tongue::Known(0);
    const GERMAN: Tongue = Tongue::Known(1);

    fn same(statement: &str, scope: &str) -> bool {
        weighs_the_same(statement, ENGLISH, scope, ENGLISH)
    }

    #[test]
    fn numbers_must_be_there_with_their_units() {
        assert!(same("You have 60 days.", "Within sixty days of delivery."));
        assert!(!same("You have 30 days.", "Within sixty days of delivery."));
        assert!(!same("You have 60 hours.", "Within 60 days of delivery."));
        assert!(!same("You get 10 %.", "It costs 10 €."));
        assert!(same("It takes 3 days.", "It takes 3 working days."));
    }

    #[test]
    fn a_phone_number_cannot_be_put_together() {
        assert!(same("Call 22 33 44 55.", "Call 22 33 44 55 or 22 11."));
        assert!(!same("Call 22 11 33 44.", "Call 22 33 44 55 or 22 11."));
    }

    #[test]
    fn words_of_weight_may_not_be_added() {
        assert!(same("Shipping is free on Mondays.", "On Monday, shipping is free."));
        assert!(!same("Repairs are free.", "Our workshop does repairs."));
        assert!(!same("Tell us your password.", "Tell us your name."));
    }

    #[test]
    fn numbers_and_words_of_weight_mean_the_same_in_other_languages() {
        assert!(weighs_the_same("60 Tage, montags kostenlos", GERMAN, "sixty days, free on Mondays", ENGLISH));
        assert!(!weighs_the_same("60 Tage kostenlos", GERMAN, "sixty days", ENGLISH));
    }
}
