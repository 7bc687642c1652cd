//! The report for a page of the documentation.

use std::fmt::Write;

use super::text::headline;
use super::{Report, Row, side_by_side};

impl Report {
    pub fn markdown(&self) -> String {
        let titles: Vec<String> = self.columns.iter().map(|column| escaped(&column.title)).collect();
        // Writing to a String does not fail.
        let mut text = String::new();
        for (section, beside) in self.sections() {
            let _ = write!(text, "**{}.** {}\n\n", escaped(&headline(section)), section.how);
            let _ = writeln!(text, "| | {} |\n|---|{}", titles.join(" | "), "---|".repeat(titles.len()));
            for (what, rows) in side_by_side(section, &beside) {
                let cells: Vec<String> = rows.into_iter().map(cell).collect();
                let _ = writeln!(text, "| {} | {} |", escaped(what), cells.join(" | "));
            }
            text.push('\n');
        }
        for note in &self.notes {
            let _ = writeln!(text, "- {note}");
        }
        text
    }
}

fn cell(row: &Row) -> String {
    format!("{} {}", row.unit.write(row.value), row.unit.write_interval(row.interval)).trim_end().into()
}

fn escaped(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::super::test::report;

    #[test]
    fn a_section_is_a_table_with_a_column_for_each_way_of_answering() {
        let markdown = report().markdown();
        let wanted = "**Gap · n = 3 answerable + 4 not · 5 groups.** Asked.\n\n\
            | | words | words & vectors |\n|---|---|---|\n\
            | AUROC | .850 [.800, .900] | .750 [.700, .800] |\n| p50 | 0.50 ms | – |\n\n- A note.\n";
        assert_eq!(markdown, wanted);
    }

    #[test]
    fn programs_get_the_same_figures() {
        let json: serde_json::Value = serde_json::from_str(&report().json().unwrap()).unwrap();
        let row = &json["columns"][1]["sections"][0]["rows"][0];
        assert_eq!((row["value"].as_f64(), row["unit"].as_str()), (Some(0.75), Some("score")));
        assert!(row["interval"]["low"].is_f64());
    }
}
