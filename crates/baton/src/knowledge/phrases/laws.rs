//! What holds for any text at all.

use proptest::prelude::*;

use super::frustration::frustration;
use super::{asks_again, promises_a_person, recognise};

/// Words of the tables in a jumble, and anything else.
fn text() -> impl Strategy<Value = String> {
    let words: Vec<&'static str> = include_str!("held_out.txt").split_whitespace().collect();
    prop_oneof![
        prop::collection::vec(prop::sample::select(words), 0..30).prop_map(|words| words.join(" ")),
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_none_stops_the_reader(text in text(), before in text()) {
        recognise(&text);
        promises_a_person(&text);
        prop_assert!((0.0..=1.0).contains(&frustration(&text)));
        asks_again(&[&before], &text);
    }

    #[test]
    fn a_promise_stays_one_whatever_stands_around_it(before in text(), after in text()) {
        let said = format!("{before}. I am transferring you to an agent now. {after}");
        prop_assert!(promises_a_person(&said));
    }

    #[test]
    fn the_same_words_are_the_same_question(text in "[a-z ]{3,60}[a-z]{3}") {
        prop_assert!(asks_again(&[&text], &text.to_uppercase()));
    }
}
