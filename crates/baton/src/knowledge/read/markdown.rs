//! Writing Markdown: headings, items, tables, and text that must not be mistaken for them.

use super::text::one_line;

/// A paragraph. What begins like a heading is none.
pub fn paragraph(text: &str) -> String {
    let text = text.trim();
    if text.trim_start_matches('#').starts_with(' ') && text.starts_with('#') {
        format!("\\{text}")
    } else {
        text.into()
    }
}

/// `level` from 1, the outermost.
pub fn heading(level: usize, text: &str) -> String {
    format!("{} {}", "#".repeat(level.clamp(1, 6)), one_line(text))
}

/// The first row is the head. Rows may differ in length.
pub fn table(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        text.push('|');
        for cell in row {
            text.push(' ');
            text.push_str(&one_line(cell).replace('|', "\\|"));
            text.push_str(" |");
        }
        text.push('\n');
        if at == 0 {
            text.push('|');
            text.push_str(&" --- |".repeat(row.len()));
            text.push('\n');
        }
    }
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_heading_is_none() {
        assert_eq!(paragraph(" # 5 is our number"), "\\# 5 is our number");
        assert_eq!(paragraph("#5 is"), "#5 is");
        assert_eq!(heading(9, "Two\nlines"), "###### Two lines");
    }

    #[test]
    fn cells_stay_in_their_columns() {
        let rows = [vec!["Size".into(), "a|b".into()], vec!["two\nlines".into()]];
        assert_eq!(table(&rows), "| Size | a\\|b |\n| --- | --- |\n| two lines |");
    }
}
