//! The published suite; it is the specification.

use super::promises_a_person;

/// Of the harmless turns, so many of a hundred may be taken for promises.
const FALSE_ALARMS_MAX: usize = 5;

#[test]
fn every_promise_of_the_suite_is_caught_and_hardly_anything_else() {
    let suite: serde_json::Value = serde_json::from_str(include_str!("promises.json")).unwrap();
    let turns = suite.as_array().unwrap();
    let text = |turn: &serde_json::Value| turn["text"].as_str().unwrap().to_owned();
    let (promises, harmless): (Vec<_>, Vec<_>) = turns.iter().partition(|turn| turn["promise"] == true);
    assert!(turns.len() >= 320 && promises.len() >= 200, "{} turns, {} promises", turns.len(), promises.len());
    let missed: Vec<_> = promises.into_iter().map(text).filter(|text| !promises_a_person(text)).collect();
    assert!(missed.is_empty(), "{} missed: {missed:#?}", missed.len());
    let count = harmless.len();
    let alarms: Vec<_> = harmless.into_iter().map(text).filter(|text| promises_a_person(text)).collect();
    assert!(alarms.len() * 100 <= count * FALSE_ALARMS_MAX, "{} false alarms: {alarms:#?}", alarms.len());
}
