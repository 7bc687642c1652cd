//! Whether a customer asks the same again, by words alone.

use std::collections::HashSet;

use super::super::words::{Language, terms};
use super::token::tokens;
use super::typo::is_slip;
use super::{READ_CHARS_MAX, beginning};

/// What was asked longer ago is another matter.
const EARLIER_MAX: usize = 6;
/// Of the terms of both questions together, so many must be in both.
const SHARED_MIN: f64 = 0.75;

/// Whether the text asks what one of the customer's earlier questions asked; the newest of these is last.
pub fn asks_again(earlier: &[&str], text: &str) -> bool {
    let asked = beginning(text, READ_CHARS_MAX);
    earlier.iter().rev().take(EARLIER_MAX).any(|question| is_same(beginning(question, READ_CHARS_MAX), asked))
}

fn is_same(one: &str, other: &str) -> bool {
    let language = Language::guess(&format!("{one} {other}"));
    let (one_terms, other_terms) = (terms_of(one, language), terms_of(other, language));
    if one_terms.is_empty() || other_terms.is_empty() {
        let said: Vec<String> = tokens(one).collect();
        return !said.is_empty() && said == tokens(other).collect::<Vec<_>>();
    }
    numbers(&one_terms) == numbers(&other_terms) && share(&one_terms, &other_terms) >= SHARED_MIN
}

fn terms_of(text: &str, language: Language) -> HashSet<String> {
    terms(text, language).into_iter().collect()
}

/// Another order number is another question.
fn numbers(terms: &HashSet<String>) -> HashSet<&String> {
    terms.iter().filter(|term| term.chars().any(char::is_numeric)).collect()
}

fn share(one: &HashSet<String>, other: &HashSet<String>) -> f64 {
    let is_in = |term: &&String| other.contains(*term) || other.iter().any(|known| is_slip(known, term));
    let shared = one.iter().filter(is_in).count();
    let all = one.len() + other.len() - shared.min(other.len());
    shared as f64 / all.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::asks_again;

    #[test]
    fn the_same_question_in_nearly_the_same_words_is_asked_again() {
        for (before, now) in [
            ("How do I return my parcel?", "how can I return a parcel"),
            ("Where is my order 4711?", "WHERE IS MY ORDER 4711???"),
            ("Can I cancel my subscription?", "I want to cancel my subscription"),
            ("Wie lange dauert die Lieferung?", "wie lange dauert die Lieferung"),
            ("Где мой заказ?", "где же мой заказ"),
            ("我的订单在哪里?", "我的订单在哪里"),
            ("why", "Why?"),
        ] {
            assert!(asks_again(&["Hello", before, "And in red?"], now), "{before} / {now}");
        }
    }

    #[test]
    fn another_question_is_not() {
        for (before, now) in [
            ("Do you ship to Norway?", "Do you ship to Sweden?"),
            ("Where is my order 4711?", "Where is my order 4712?"),
            ("How much does express shipping to Norway cost?", "How much does express shipping to Sweden cost?"),
            ("How do I return my parcel?", "How do I change my password?"),
            ("hello", "thanks"),
            ("", ""),
        ] {
            assert!(!asks_again(&[before], now), "{before} / {now}");
        }
    }
}
