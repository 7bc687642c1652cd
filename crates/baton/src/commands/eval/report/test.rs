//! A small report for tests.

use super::super::metrics::{Bin, Interval, Point};
use super::{Asked, Column, Drawing, Report, Row, Section, Unit};

fn column(title: &str, auroc: f64, p50_ms: Option<f64>) -> Column {
    let interval = Some(Interval { low: auroc - 0.05, high: auroc + 0.05 });
    let row = |what: &str, unit, value, interval| Row { key: what.into(), what: what.into(), unit, value, interval };
    let point = |threshold, coverage, risk| Point { threshold, coverage, risk };
    let drawing = Drawing {
        curve: vec![point(0.9, 0.3, 0.0), point(0.1, 1.0, 0.5)],
        reliability: vec![Bin { count: 3, said: 0.9, happened: 1.0 }, Bin { count: 4, said: 0.2, happened: 0.1 }],
    };
    let rows = vec![row("AUROC", Unit::Score, Some(auroc), interval), row("p50", Unit::Milliseconds, p50_ms, None)];
    let asked = Asked { answerable: 3, unanswerable: 4, person: 0, clusters: 5 };
    let sections = vec![Section { title: "Gap".into(), how: "Asked.", asked, rows, drawing: Some(drawing) }];
    Column { title: title.into(), sections }
}

/// Two columns of one section.
pub fn report() -> Report {
    let columns = vec![column("words", 0.85, Some(0.5)), column("words & vectors", 0.75, None)];
    let (name, notes) = ("shop".into(), vec!["A note.".into()]);
    Report { name, sources: 35, entries: 1_204, seed: 1, notes, columns }
}
