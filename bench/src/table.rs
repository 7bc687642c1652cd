//! The one table that comes out.

use std::fmt::Write;

/// One measured figure of one item.
pub struct Row {
    pub what: String,
    pub ours: String,
    pub limit: String,
    /// Ours over the limit's.
    pub ratio: String,
    pub peers: String,
    pub aim: &'static str,
    /// Absent: there is no aim, or nothing to hold against it.
    pub met: Option<bool>,
}

/// Everything one item has to say.
#[derive(Default)]
pub struct Report {
    pub rows: Vec<Row>,
    /// Sentences below the table.
    pub notes: Vec<String>,
    /// Why its figures are not to be trusted.
    pub noisy: Option<String>,
}

impl Report {
    pub fn failed(why: String) -> Self {
        Self { notes: vec![why], ..Self::default() }
    }

    /// Baton is not there.
    pub fn skipped(item: &str) -> Self {
        Self { rows: vec![Row::ours(item, "skipped".into(), "", None)], ..Self::default() }
    }
}

impl Row {
    /// A figure that only Baton has.
    pub fn ours(what: impl Into<String>, ours: String, aim: &'static str, met: Option<bool>) -> Self {
        let (what, limit, ratio, peers) = (what.into(), String::new(), String::new(), String::new());
        Self { what, ours, limit, ratio, peers, aim, met }
    }
}

pub fn markdown(reports: &[Report]) -> String {
    let mut text =
        String::from("| item | Baton | limit | ratio | peers | aim | verdict |\n|---|---|---|---|---|---|---|\n");
    for report in reports {
        for row in &report.rows {
            let Row { what, ours, limit, ratio, peers, aim, .. } = row;
            let verdict = verdict(row.met, report.noisy.is_some());
            // Writing to a String does not fail.
            let _ = writeln!(text, "| {what} | {ours} | {limit} | {ratio} | {peers} | {aim} | {verdict} |");
        }
    }
    let noisy = reports.iter().filter_map(|report| report.noisy.as_ref()).map(|why| format!("Noisy: {why}."));
    for note in reports.iter().flat_map(|report| report.notes.iter().cloned()).chain(noisy) {
        let _ = write!(text, "\n- {note}");
    }
    text.push('\n');
    text
}

fn verdict(met: Option<bool>, noisy: bool) -> String {
    let word = match met {
        Some(true) => "met",
        Some(false) => "missed",
        None => "",
    };
    if noisy { format!("{word} (noisy)").trim().into() } else { word.into() }
}
