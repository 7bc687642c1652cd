//! What is offered when a question can be read in several ways.

use super::{super::super::index::Place, *};

fn hit(heading: &str, question: Option<&str>, score: f64) -> Hit {
    let passage = Passage {
        title: "Help pages".into(),
        heading: (!heading.is_empty()).then(|| heading.into()),
        questions: question.map(ToOwned::to_owned).into_iter().collect(),
        text: "Text.".into(),
        language: Language::ENGLISH,
        spoken: None,
        address: None,
    };
    let at = Place { source: [0; 12].into(), place: 0 };
    Hit { at, passage: passage.into(), score, sentence: None }
}

fn offered(question: &str, hits: &[Hit]) -> Vec<String> {
    choices(question, hits).unwrap_or_default()
}

#[test]
fn questions_and_innermost_headings_are_offered_best_first() {
    let hits = [hit("", Some("How do I return a tent?"), 0.5), hit("Shipping › 2. Express parcels:", None, 0.4)];
    assert_eq!(offered("parcel", &hits), ["How do I return a tent?", "Express parcels"]);
}

#[test]
fn what_says_the_same_is_offered_once() {
    let pair = |question| hit("", Some(question), 0.5);
    assert_eq!(choices("tent", &[pair("How do I return a tent?"), pair("How can I return tents")]), None);
    let three = [pair("Return a tent"), pair("Returning tents"), pair("Repair a tent")];
    assert_eq!(offered("tent", &three), ["Return a tent", "Repair a tent"]);
}

#[test]
fn headings_of_the_same_name_are_told_apart_by_those_above() {
    let hits = [hit("Returns › How long", None, 0.5), hit("Warranty › How long", None, 0.5)];
    assert_eq!(offered("how long?", &hits), ["Returns: How long", "Warranty: How long"]);
}

#[test]
fn what_only_repeats_the_customer_or_cannot_be_read_is_not_offered() {
    let long = "word ".repeat(30);
    let hits = [hit("Returns", None, 0.5), hit(&long, None, 0.5), hit("Repairs", None, 0.5)];
    assert_eq!(offered("returns", &hits), ["Help pages: Returns", "Repairs"]);
    let pairs = ["Returns", "What about returns?", "Repairs"].map(|question| hit("", Some(question), 0.5));
    assert_eq!(choices("returns", &pairs), None);
}

#[test]
fn one_choice_is_no_question() {
    assert_eq!(choices("anything", &[]), None);
    assert_eq!(choices("anything", &[hit("Returns", None, 0.5)]), None);
    assert_eq!(choices("anything", &[hit("Returns", None, 0.5), hit("Repairs", None, 0.1)]), None);
}
