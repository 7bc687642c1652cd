//! All figures of one set, a column for each way it was answered.

mod json;
mod markdown;
mod rows;
mod sections;
#[cfg(test)]
pub mod test;
mod text;
mod units;

use serde::Serialize;

use super::ask::{Ask, Judged};
use super::dataset::{Dataset, Protocol};
use super::metrics::{Bin, Interval, Point};
use super::protocol::{Plan, Run};

pub use sections::measure;
pub use units::Unit;

/// One run with what the pipeline made of each of its questions.
pub type Answers<'a> = (&'a Run, Vec<(&'a Ask, Judged)>);

#[derive(Clone, Debug, Serialize)]
pub struct Report {
    pub name: String,
    pub sources: usize,
    pub entries: usize,
    pub seed: u64,
    /// What has to be known to read the figures.
    pub notes: Vec<String>,
    pub columns: Vec<Column>,
}

/// One way of answering, such as with or without a model.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    pub title: String,
    pub sections: Vec<Section>,
}

/// Figures over the same questions.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    pub title: String,
    /// How they were asked.
    pub how: &'static str,
    pub asked: Asked,
    pub rows: Vec<Row>,
    /// Absent where nothing unanswerable was asked.
    pub drawing: Option<Drawing>,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub struct Asked {
    pub answerable: usize,
    pub unanswerable: usize,
    pub person: usize,
    /// Groups of questions that are not independent.
    pub clusters: usize,
}

#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// For programs.
    pub key: String,
    /// For people.
    pub what: String,
    pub unit: Unit,
    /// Absent where it is not defined.
    pub value: Option<f64>,
    pub interval: Option<Interval>,
}

/// What the pictures show.
#[derive(Clone, Debug, Serialize)]
pub struct Drawing {
    pub curve: Vec<Point>,
    pub reliability: Vec<Bin>,
}

impl Report {
    /// Columns of the same set and plan have the same sections and rows.
    pub fn new(set: &Dataset, plan: &Plan, columns: Vec<Column>) -> Self {
        Self {
            name: set.name.clone(),
            sources: set.sources(),
            entries: set.knowledge.len(),
            seed: plan.seed,
            notes: notes(set.protocol, plan),
            columns,
        }
    }

    /// The sections of the first column, each with the same one of every column.
    pub fn sections(&self) -> impl Iterator<Item = (&Section, Vec<&Section>)> {
        let first = self.columns.first().map(|column| column.sections.as_slice()).unwrap_or_default();
        let beside = |at| self.columns.iter().filter_map(move |column| column.sections.get(at)).collect();
        first.iter().enumerate().map(move |(at, section)| (section, beside(at)))
    }
}

/// The rows of a section, each with the same one of every column. What no column knows is left out.
fn side_by_side<'a>(section: &'a Section, beside: &'a [&Section]) -> impl Iterator<Item = (&'a str, Vec<&'a Row>)> {
    let rows = section.rows.iter().enumerate().map(move |(at, row)| {
        let rows: Vec<&Row> = beside.iter().filter_map(|section| section.rows.get(at)).collect();
        (row.what.as_str(), rows)
    });
    rows.filter(|(_, rows)| rows.iter().any(|row| row.value.is_some()))
}

fn notes(protocol: Protocol, plan: &Plan) -> Vec<String> {
    let split = match protocol {
        Protocol::Documents => "Half of the articles, by lot, is for development, the other half is reported.".into(),
        Protocol::Intents => format!(
            "Knowledge: {} lines of each intent, by lot. What is reported and what thresholds are chosen on are \
             different lines of the same intents.",
            plan.phrasings
        ),
        Protocol::Threads => "Half of the threads, by lot, is for development, the other half is reported.".into(),
        Protocol::Own => "Half of the questions, by lot and with their paraphrases, is for development.".into(),
    };
    let mut notes = vec![
        split,
        "Brackets: 95 % intervals from 1,000 bootstrap resamples of whole articles, intents, threads or questions with \
         their paraphrases."
            .into(),
        "Bad answers: wrong ones, and answers to what cannot be answered, over all questions. Thresholds for 2 % and 5 % \
         come from the development part and are applied to the reported one; both the aim and what came out are given."
            .into(),
        "Calibration error: ten bins of equal width (Guo et al. 2017) is the one to quote; fifteen of equal mass beside it."
            .into(),
    ];
    notes.extend(plan.questions_max.map(|most| format!("At most {most} questions of a kind were asked, by lot.")));
    notes
}
