//! How well questions are answered on a set of them, and how well it is known when they cannot be.
//!
//! A file becomes a [`Dataset`], a dataset becomes [`Run`]s, the program's own answering gives a [`Judged`] for each
//! [`Ask`], and these become a [`Report`] and a drawing. Only `column`, `asking` and `shelve` know the program.

mod ask;
mod asking;
mod bench;
mod column;
mod curve;
mod dataset;
mod metrics;
mod protocol;
mod report;
mod shelve;
mod signals;
mod truth;

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;

use super::settings::Settings;
use ask::{Ask, Decision, Judged, Place};
use bench::Bench;
use column::Column;
use curve::svg;
use dataset::{Body, Dataset, Entry, Format};
use protocol::{Plan, Run};
use report::{Answers, Report, measure};
use shelve::Shelved;

/// Measure how well questions are answered on a set of them
///
/// Puts the set's knowledge into a database of its own, asks its questions the way customers' questions are asked, with
/// the default settings, and says how many are answered rightly, wrongly or not at all. Each set is asked twice: by words
/// alone, and by meaning when the embedding model is there. Reads SQuAD, CLINC150, tables of text and category, threads
/// with paraphrases, and Baton's own sets; the server's database is not touched.
#[derive(Args, Debug)]
pub struct Arguments {
    /// A file of questions
    dataset: PathBuf,
    /// Write the curves as an SVG drawing
    #[arg(long, value_name = "FILE")]
    curve: Option<PathBuf>,
    /// Write all figures as JSON
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Write the report as Markdown
    #[arg(long, value_name = "FILE")]
    markdown: Option<PathBuf>,
    /// Write what was seen of each question as a CSV table
    #[arg(long, value_name = "FILE")]
    signals: Option<PathBuf>,
    /// Take the file as one of squad, clinc, csv, faq, own, instead of looking what it is
    #[arg(long)]
    format: Option<Format>,
    /// Of what is drawn by lot; the same seed asks the same
    #[arg(long, default_value_t = Plan::default().seed)]
    seed: u64,
    /// Lines of each intent that are put into the knowledge
    #[arg(long, default_value_t = Plan::default().phrasings)]
    phrasings: usize,
    /// Ask at most so many questions of a kind
    #[arg(long, value_name = "NUMBER")]
    questions_max: Option<usize>,
    /// Folder of the embedding model, or `none` [default: the server's]
    #[arg(long, value_name = "FOLDER")]
    model: Option<PathBuf>,
    #[command(flatten)]
    settings: Settings,
}

pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let set = Dataset::read(&arguments.dataset, arguments.format)
        .with_context(|| format!("in {}", arguments.dataset.display()))?;
    let plan = Plan { seed: arguments.seed, phrasings: arguments.phrasings, questions_max: arguments.questions_max };
    let runs = set.runs(&plan);
    let bench = Bench::open(arguments.settings.load()?).await?;
    let columns = column::all(&bench, (&set, &runs), arguments.model.as_deref()).await;
    bench.close().await;
    let columns = columns?;
    let mut report = Report::new(&set, &plan, columns.iter().map(|column| measured(column, &set, plan.seed)).collect());
    if columns.len() == 1 {
        report.notes.push("There was no embedding model, so nothing was compared by meaning.".into());
    }
    println!("{}", report.text());
    write(arguments.curve.as_deref(), || Ok(svg(&report)))?;
    write(arguments.json.as_deref(), || Ok(report.json()?))?;
    write(arguments.markdown.as_deref(), || Ok(report.markdown()))?;
    write(arguments.signals.as_deref(), || signals::table(&columns, &set))
}

fn measured(column: &Column, set: &Dataset, seed: u64) -> report::Column {
    let answers: Vec<Answers> = column
        .runs
        .iter()
        .map(|(run, answered)| (*run, answered.iter().map(|(ask, answered)| (*ask, answered.judged.clone())).collect()))
        .collect();
    measure(column.how.title(), set, &answers, seed)
}

fn write(file: Option<&Path>, text: impl FnOnce() -> anyhow::Result<String>) -> anyhow::Result<()> {
    let Some(file) = file else { return Ok(()) };
    std::fs::write(file, text()?).with_context(|| format!("cannot write {}", file.display()))
}
