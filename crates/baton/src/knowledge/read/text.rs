//! Text that came in as text: cleaned, and HTML as Markdown.

use serde::{Deserialize, Serialize};

use super::{html, unreadable::Unreadable};

/// More blank lines than this in a row say nothing more.
const NEWLINES_MAX: usize = 2;

/// What is pasted is read without a process of its own, so it must not take long whatever it is. Files may be longer.
const PASTED_HTML_BYTES_MAX: usize = 200_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Text,
    Markdown,
    Html,
    Qa,
}

/// The text of a source. For `Kind::Qa` it is one answer; a file of them is read by `parse_pairs`.
///
/// # Errors
/// When it is binary, or nothing is left of it.
pub fn extract(kind: Kind, raw: &str) -> Result<String, Unreadable> {
    if raw.contains('\0') {
        return Err(Unreadable::Binary);
    }
    let text = match kind {
        Kind::Text | Kind::Markdown | Kind::Qa => clean(raw),
        Kind::Html if raw.len() > PASTED_HTML_BYTES_MAX => return Err(Unreadable::Html),
        Kind::Html => html::read(raw)?.0,
    };
    if text.is_empty() { Err(Unreadable::Empty) } else { Ok(text) }
}

/// Without control characters, trailing blanks and rows of empty lines.
pub fn clean(raw: &str) -> String {
    let raw = raw.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let mut text = String::with_capacity(raw.len());
    let mut newlines = 0;
    for line in raw.lines() {
        let line: String = line.chars().filter(|letter| !letter.is_control() || *letter == '\t').collect();
        newlines = if line.trim().is_empty() { newlines + 1 } else { 0 };
        if newlines < NEWLINES_MAX {
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }
    text.trim_matches('\n').trim_end().to_owned()
}

/// On one line, with single blanks.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cleaned_and_otherwise_left_alone() {
        assert_eq!(
            extract(Kind::Text, "\u{feff}One\r\nTwo\u{7}  \r\n\r\n\r\n\r\nThree\n"),
            Ok("One\nTwo\n\nThree".into())
        );
    }

    #[test]
    fn nothing_to_read_is_said_so() {
        assert_eq!(extract(Kind::Markdown, " \n\n "), Err(Unreadable::Empty));
        assert_eq!(extract(Kind::Html, "<p> </p><script>x</script>"), Err(Unreadable::Empty));
        assert_eq!(extract(Kind::Text, "a\0b"), Err(Unreadable::Binary));
        assert_eq!(extract(Kind::Html, &"<p>a".repeat(PASTED_HTML_BYTES_MAX)), Err(Unreadable::Html));
    }
}
