//! The report for people, at a terminal.

use std::fmt::Write;

use super::units::count;
use super::{Asked, Report, Row, Section, side_by_side};

const LABEL_CHARS: usize = 50;
const VALUE_CHARS: usize = 9;
const COLUMN_CHARS: usize = 28;

impl Report {
    pub fn text(&self) -> String {
        // Writing to a String does not fail.
        let mut text = String::new();
        let (sources, entries) = (count(self.sources), count(self.entries));
        let _ = writeln!(text, "{}: {entries} entries of {sources} sources, seed {}", self.name, self.seed);
        for (section, beside) in self.sections() {
            let _ = write!(text, "\n{}\n{}\n", headline(section), section.how);
            let titles = self.columns.iter().map(|column| column.title.as_str());
            let _ = writeln!(text, "{}", line("", titles.map(str::to_owned)));
            for (what, rows) in side_by_side(section, &beside) {
                let _ = writeln!(text, "{}", line(what, rows.into_iter().map(cell)));
            }
        }
        text.push('\n');
        for note in &self.notes {
            let _ = writeln!(text, "{note}");
        }
        text
    }
}

pub(super) fn headline(section: &Section) -> String {
    let Asked { answerable, unanswerable, person, clusters } = section.asked;
    let counts = [(answerable, "answerable"), (unanswerable, "not"), (person, "for a person")];
    let counts = counts.iter().filter(|kind| kind.0 > 0).map(|(number, kind)| format!("{} {kind}", count(*number)));
    let counts: Vec<String> = counts.collect();
    format!("{} · n = {} · {} groups", section.title, counts.join(" + "), count(clusters))
}

fn cell(row: &Row) -> String {
    let interval = row.unit.write_interval(row.interval);
    format!("{:>VALUE_CHARS$}  {interval}", row.unit.write(row.value))
}

fn line(label: &str, cells: impl Iterator<Item = String>) -> String {
    let cells: String = cells.map(|cell| format!("{cell:<COLUMN_CHARS$}")).collect();
    format!("  {label:<LABEL_CHARS$}{cells}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::test::report;

    #[test]
    fn columns_stand_side_by_side_and_under_each_other() {
        let text = report().text();
        assert!(text.starts_with("shop: 1,204 entries of 35 sources, seed 1\n"), "{text}");
        assert!(text.contains("Gap · n = 3 answerable + 4 not · 5 groups\n"), "{text}");
        let lines: Vec<&str> = text.lines().filter(|line| line.contains("AUROC") || line.contains("p50")).collect();
        let wide = |label: &str, first: &str, second: &str| format!("  {label:<50}     {first:<23}     {second}");
        assert_eq!(lines[0], wide("AUROC", ".850  [.800, .900]", ".750  [.700, .800]"));
        assert_eq!(lines[1], format!("  {:<50}{:<28}{:>9}", "p50", "  0.50 ms", "–"));
    }
}
