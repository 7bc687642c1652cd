//! Lines with what they mean: CLINC150's JSON with its splits, or rows of text and category.
//!
//! The first split that is there becomes the knowledge. With three, the middle one is for development and the last
//! for the report; with two, the second is for the report; what remains of the first serves where a part has nothing.
//! A line that means something the knowledge has no line of is out of scope, whatever its label.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::ask::Part;
use super::super::truth::{Truth, Why};
use super::read::{DatasetError, json};
use super::{Body, Dataset, Entry, Format, Protocol, Question};

/// The label of a line that means none of the intents.
const OUT_OF_SCOPE: &str = "oos";
const HEADER: [&str; 2] = ["text", "category"];

type Line = (String, String);

#[derive(Default, Deserialize)]
#[serde(default)]
struct File {
    train: Vec<Line>,
    val: Vec<Line>,
    test: Vec<Line>,
    oos_train: Vec<Line>,
    oos_val: Vec<Line>,
    oos_test: Vec<Line>,
}

pub(super) fn parse_json(name: &str, text: &str) -> Result<Dataset, DatasetError> {
    let file: File = json(Format::Clinc, text)?;
    let splits = [[file.train, file.oos_train], [file.val, file.oos_val], [file.test, file.oos_test]];
    let splits = splits.map(|split| split.concat()).into_iter().filter(|split| split.iter().any(is_in_scope));
    Ok(dataset(name, splits.collect()))
}

pub(super) fn parse_csv(name: &str, text: &str) -> Result<Dataset, DatasetError> {
    let broken = |error: csv::Error| DatasetError::Broken { format: Format::Csv.name(), why: error.to_string() };
    let rows = rows(text).collect::<Result<Vec<Line>, _>>().map_err(broken)?;
    let first = usize::from(rows.first().is_some_and(|row| [&row.0, &row.1] == HEADER));
    Ok(dataset(name, vec![rows.into_iter().skip(first).collect()]))
}

/// Whether the first row is the header, or two cells of which the second is a label.
pub(super) fn is_csv(text: &str) -> bool {
    rows(text).next().is_some_and(|row| row.is_ok_and(|row| !row.1.is_empty() && !row.1.contains(' ')))
}

fn rows(text: &str) -> impl Iterator<Item = Result<Line, csv::Error>> {
    csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).into_deserialize()
}

fn is_in_scope(line: &Line) -> bool {
    line.1 != OUT_OF_SCOPE
}

fn dataset(name: &str, splits: Vec<Vec<Line>>) -> Dataset {
    let labels = splits.iter().take(1).flatten().filter(|line| is_in_scope(line)).map(|line| line.1.clone());
    let mut intents: BTreeMap<String, usize> = labels.map(|label| (label, 0)).collect();
    for (number, place) in intents.values_mut().enumerate() {
        *place = number;
    }
    let mut set =
        Dataset { name: name.into(), knowledge: Vec::new(), questions: Vec::new(), protocol: Protocol::Intents };
    let mut known = vec![0; intents.len()];
    let last = splits.len().saturating_sub(1);
    for (split, lines) in splits.into_iter().enumerate() {
        for (text, label) in lines {
            match intents.get(&label) {
                Some(&source) if split == 0 => {
                    let (passage, body) = (known[source], Body::Phrasing(text));
                    known[source] += 1;
                    set.knowledge.push(Entry { source, passage, title: label, body });
                }
                Some(&source) => {
                    let truth = Truth::Source { any_of: vec![source], contains: Vec::new() };
                    set.questions.push(question(text, truth, source, part(split, last)));
                }
                None => {
                    let cluster = intents.len() + set.questions.len();
                    set.questions.push(question(text, Truth::Nothing(Why::OutOfScope), cluster, part(split, last)));
                }
            }
        }
    }
    set
}

fn part(split: usize, last: usize) -> Option<Part> {
    match split {
        _ if last == 0 => None,
        _ if split == last => Some(Part::Report),
        _ => Some(Part::Development),
    }
}

fn question(text: String, truth: Truth, cluster: usize, part: Option<Part>) -> Question {
    Question { text, before: Vec::new(), truth, cluster, part }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(set: &Dataset) -> Vec<(&str, Option<Part>)> {
        set.questions.iter().map(|question| (question.text.as_str(), question.part)).collect()
    }

    #[test]
    fn the_first_split_is_the_knowledge_and_the_last_is_reported() {
        let text = r#"{"train": [["track it", "parcel"], ["get my money", "refund"], ["lost box", "parcel"]],
            "val": [["box?", "parcel"]], "oos_train": [["sing", "oos"]], "oos_val": [["dance", "oos"]]}"#;
        let set = parse_json("shop", text).unwrap();
        let places: Vec<_> = set.knowledge.iter().map(|entry| (entry.source, entry.passage)).collect();
        assert_eq!(places, [(0, 0), (1, 0), (0, 1)]);
        let (development, report) = (Some(Part::Development), Some(Part::Report));
        assert_eq!(parts(&set), [("sing", development), ("box?", report), ("dance", report)]);
        assert_eq!(set.questions[0].truth, Truth::Nothing(Why::OutOfScope));
        assert_ne!(set.questions[0].cluster, set.questions[2].cluster);
    }

    #[test]
    fn with_three_splits_the_middle_one_is_for_development() {
        let text = r#"{"train": [["a", "x"]], "val": [["b", "x"]], "test": [["c", "x"]], "oos_test": [["d", "oos"]]}"#;
        let (development, report) = (Some(Part::Development), Some(Part::Report));
        assert_eq!(parts(&parse_json("s", text).unwrap()), [("b", development), ("c", report), ("d", report)]);
    }

    #[test]
    fn an_intent_that_the_knowledge_lacks_is_out_of_scope() {
        let text = r#"{"train": [["a", "x"]], "val": [["b", "y"], ["c", "x"]]}"#;
        let set = parse_json("s", text).unwrap();
        assert_eq!(set.questions[0].truth, Truth::Nothing(Why::OutOfScope));
        assert!(set.questions[1].truth.is_answerable());
    }

    #[test]
    fn rows_with_commas_and_quotes_are_one_split_of_which_no_part_is_given() {
        let set = parse_csv("bank", "text,category\n\"Well, my \"\"card\"\"\",card\nPIN,pin\nfly,oos\n").unwrap();
        assert_eq!(set.knowledge[0].body, Body::Phrasing("Well, my \"card\"".into()));
        assert_eq!(set.knowledge.len(), 2);
        assert_eq!(parts(&set), [("fly", None)]);
    }

    #[test]
    fn prose_is_no_table() {
        assert!(is_csv("where is it,parcel\n"));
        assert!(!is_csv("Dear customer, we are sorry.\n"));
        assert!(!is_csv("one\n"));
    }
}
