//! What holds for any message at all.

use proptest::prelude::*;

use super::super::phrases::{Said, recognise};
use super::markers::Table;
use super::spoken::spoken;
use super::{Turn, complete, picked, split};

/// Words of real messages, so that the rules are met.
fn message() -> impl Strategy<Value = String> {
    let words = "and how do I reset my password ? what does express cost . hi , thanks ! it it's that for kids to Norway or \
        also can you und wie viel kostet das ¿ y para niños ? e é où est l'adresse in 2 days the second one";
    let words: Vec<&'static str> = words.split(' ').collect();
    prop_oneof![
        prop::collection::vec(prop::sample::select(words), 0..24).prop_map(|words| words.join(" ")),
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn splitting_keeps_every_word_of_meaning_and_stays_small(text in message()) {
        let questions = split(&text);
        prop_assert!((1..=5).contains(&questions.len()));
        prop_assert!(questions.iter().map(String::len).sum::<usize>() <= 4 * text.len() + 2_000);
        let said = spoken(&text);
        let table = Table::of(&[&said]);
        let squeezed: String = questions.concat().split_whitespace().collect();
        let kept: Vec<String> = questions.iter().flat_map(|question| spoken(question)).map(|word| word.said).collect();
        let small_talk: String = super::super::sentences::sentences(&text)
            .flat_map(|sentence| sentence.split(super::spoken::is_stop).chain([sentence]))
            .filter(|part| matches!(recognise(part), Said::Greeting | Said::Thanks | Said::Goodbye))
            .collect();
        for word in table.content(&said) {
            let spelled = &text[word.start..word.end];
            let is_kept = kept.contains(&word.said) || squeezed.contains(spelled);
            prop_assert!(is_kept || small_talk.contains(spelled), "{spelled:?} is lost in {questions:?}");
        }
    }

    #[test]
    fn completing_never_loses_the_message(before in message(), text in message()) {
        let turns = [Turn { question: before.clone(), answer: Some(text.clone()) }];
        if let Some(completed) = complete(&turns, &text) {
            prop_assert!(completed.len() <= before.len() + text.len() + 4);
            let kept: Vec<String> = spoken(&completed).into_iter().map(|word| word.said).collect();
            let said = spoken(&text);
            for word in Table::of(&[&said, &spoken(&before)]).content(&said) {
                // A mark that changes the letter before it is no word of its own any more.
                let is_kept = kept.contains(&word.said) || completed.contains(&text[word.start..word.end]);
                prop_assert!(is_kept, "{:?} is lost in {completed:?}", word.said);
            }
        }
    }

    #[test]
    fn a_pick_is_one_of_the_choices(choices in prop::collection::vec(message(), 0..4), reply in message()) {
        if let Some(place) = picked(&choices, &reply) {
            prop_assert!(place < choices.len());
        }
    }
}
