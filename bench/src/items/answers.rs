//! From a question to the decision what to answer, with little knowledge and with much, by words alone and by meaning
//! too; and what the knowledge costs: time to index it, memory to hold it, time to open it.
//! The baseline is the same program with ten passages: HTTP and the encoding of the question, next to no search.

mod asked;
mod measured;
mod stand;

use std::time::Duration;

use anyhow::Context;
use tokio::time::{Instant, timeout_at};

use crate::{
    bench::Bench,
    figures::whole,
    shelves::PASSAGES,
    table::{Report, Row},
};
use asked::Asked;
use measured::{LARGEST, Measured, SIZES, START_SIZE};
pub(super) use stand::Setting;

/// A little less than the item may take.
const PATIENCE: Duration = Duration::from_secs(280);
const BEYOND_MAX_MS: f64 = 20.0;
const MEMORY_MAX_MB: f64 = 3.0;
const START_MAX_S: f64 = 2.0;

/// How passages are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Words,
    Meaning,
}

pub async fn measure(bench: &Bench) -> anyhow::Result<Report> {
    let world = bench.world.as_ref().context("Baton is not there")?;
    let baton = bench.contenders.first().context("Baton is not there")?;
    let with_model = bench.model.as_ref().and_then(|folder| baton.with_model(folder));
    let (until, mut report) = (Instant::now() + PATIENCE, Report::default());
    for (by, baton) in [(By::Words, Some(baton.clone())), (By::Meaning, with_model)] {
        let measured = match baton {
            Some(baton) => measure_until(until, Setting { world, baton: &baton, by }).await.map(Some),
            None => Ok(None),
        };
        match measured {
            Ok(measured) => {
                report.noisy = report.noisy.or_else(|| measured.as_ref()?.noisy.clone());
                report.rows.extend(rows(by, measured.as_ref()));
                report.notes.extend(measured.and_then(|measured| measured.indexed.note));
            }
            Err(error) => report.notes.push(format!("answers, {}: {error:#}.", by.name())),
        }
    }
    report.notes.push(format!(
        "answers: the limit is Baton with {PASSAGES} passages, asked the same questions in turn (HTTP, the \
         encoding of the question, next to no search); `beyond` is ours without it. MB are 1,000,000 bytes, without \
         what the program needs with {PASSAGES} passages. Texts are invented, and so are the vectors of those that were not indexed."
    ));
    Ok(report)
}

/// What takes too long loses its own figures only.
async fn measure_until(until: Instant, setting: Setting<'_>) -> anyhow::Result<Measured> {
    timeout_at(until, measured::measure(setting)).await.context("it took too long")?
}

impl By {
    fn name(self) -> &'static str {
        match self {
            Self::Words => "by words",
            Self::Meaning => "by meaning",
        }
    }
}

/// What stands in a row.
struct Figure {
    ours: String,
    baseline: String,
    ratio: String,
    met: Option<bool>,
}

fn rows(by: By, measured: Option<&Measured>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (at, size) in SIZES.into_iter().enumerate() {
        let what = |figure: &str| format!("answers: {} passages, {}, {figure}", whole(size.into()), by.name());
        let asked = |measured: &Measured| measured.asked[at].clone();
        rows.push(row(what("p50"), "", measured, |measured| asked(measured).milliseconds(|asked| asked.p50_ms, None)));
        let (aim, most) = if size == LARGEST { ("< 20 ms beyond", Some(BEYOND_MAX_MS)) } else { ("", None) };
        rows.push(row(what("p99"), aim, measured, |measured| asked(measured).milliseconds(|asked| asked.p99_ms, most)));
        rows.push(row(what("CPU a question"), "", measured, |measured| asked(measured).cpu()));
    }
    let what = |figure: &str| format!("answers: {figure}, {}", by.name());
    rows.push(row(what("passages indexed a second"), "", measured, |measured| {
        Figure::ours(per_second(measured.indexed.per_s), None)
    }));
    rows.push(row(what("memory for 1,000 passages"), "≤ 3 MB", measured, |measured| {
        Figure::ours(format!("{:.2} MB", measured.memory_mb), Some(measured.memory_mb <= MEMORY_MAX_MB))
    }));
    let start = |figure: &str| what(&format!("{figure} after a start with {} passages", whole(START_SIZE.into())));
    rows.push(row(start("first answer"), "< 2 s", measured, |measured| {
        Figure::ours(seconds(measured.start.first_s), Some(measured.start.first_s < START_MAX_S))
    }));
    if by == By::Meaning {
        rows.push(row(start("first answer that looked for meaning"), "", measured, |measured| {
            Figure::ours(seconds(measured.start.full_s), None)
        }));
    }
    rows
}

fn row(what: String, aim: &'static str, measured: Option<&Measured>, figure: impl Fn(&Measured) -> Figure) -> Row {
    let figure = measured.map_or_else(|| Figure::ours("skipped: no model given".into(), None), figure);
    let Figure { ours, baseline: limit, ratio, met } = figure;
    Row { limit, ratio, ..Row::ours(what, ours, aim, met) }
}

fn per_second(value: f64) -> String {
    if value < 100.0 { format!("{value:.1}") } else { whole(value) }
}

fn seconds(value: f64) -> String {
    format!("{value:.2} s")
}

impl Figure {
    fn ours(ours: String, met: Option<bool>) -> Self {
        Self { ours, baseline: String::new(), ratio: String::new(), met }
    }
}

/// With the knowledge that is measured, and with the baseline's.
#[derive(Clone)]
struct Pair {
    ours: Asked,
    baseline: Asked,
}

impl Pair {
    /// `most` may lie beyond the baseline.
    fn milliseconds(&self, figure: impl Fn(&Asked) -> f64, most: Option<f64>) -> Figure {
        let (ours, baseline) = (figure(&self.ours), figure(&self.baseline));
        let beyond = ours - baseline;
        Figure {
            ours: format!("{ours:.2} ms, {beyond:.2} beyond"),
            baseline: format!("{baseline:.2} ms"),
            ratio: format!("{:.2}", ours / baseline),
            met: most.map(|most| beyond < most),
        }
    }

    fn cpu(&self) -> Figure {
        let (ours, baseline) = (self.ours.cpu_ms, self.baseline.cpu_ms);
        Figure {
            ours: format!("{ours:.2} ms"),
            baseline: format!("{baseline:.2} ms"),
            ratio: format!("{:.2}", ours / baseline),
            met: None,
        }
    }
}
