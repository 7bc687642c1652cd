//! From Markdown to text that reads well in a chat bubble: marks go, list items and table rows become lines.

/// A line at least this long that goes on without a blank one was wrapped by an editor, not by its author.
const WRAPPED_CHARS_MIN: usize = 50;
const BULLET: &str = "• ";
const CELL: &str = " · ";

pub fn plain(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut may_go_on = false;
    for line in markdown.lines().filter(|line| !is_frame(line)) {
        let (mark, rest) = block_mark(line.trim());
        let rest = inline(rest);
        if rest.is_empty() {
            if !text.is_empty() && !text.ends_with("\n\n") {
                text.push('\n');
            }
            may_go_on = false;
            continue;
        }
        if may_go_on && matches!(mark, Mark::None) {
            text.pop();
            text.push(' ');
        }
        if matches!(mark, Mark::Item) {
            text.push_str(BULLET);
        }
        text.push_str(&rest);
        text.push('\n');
        may_go_on = !matches!(mark, Mark::Whole) && rest.chars().count() >= WRAPPED_CHARS_MIN;
    }
    text.trim().to_owned()
}

/// Whether a line of plain text is one of several alike: a list item or a table row.
pub(super) fn is_item(line: &str) -> bool {
    line.starts_with(BULLET) || line.contains(CELL) || line.split_whitespace().next().is_some_and(is_number_mark)
}

enum Mark {
    None,
    Item,
    /// A heading or a table row: the next line is never its continuation.
    Whole,
}

fn block_mark(line: &str) -> (Mark, &str) {
    let line = line.trim_start_matches("> ").trim_start();
    let unhashed = line.trim_start_matches('#');
    if unhashed.len() < line.len() && (unhashed.is_empty() || unhashed.starts_with(' ')) {
        return (Mark::Whole, unhashed.trim().trim_end_matches('#').trim_end());
    }
    if line.starts_with('|') {
        return (Mark::Whole, line);
    }
    match line.split_once(char::is_whitespace) {
        Some(("-" | "*" | "+", item)) => (Mark::Item, item.trim_start()),
        Some((number, _)) if is_number_mark(number) => (Mark::Whole, line),
        Some(_) | None => (Mark::None, line),
    }
}

fn is_number_mark(word: &str) -> bool {
    word.strip_suffix(['.', ')'])
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Fences, rules and the line between a table's head and its body say nothing.
fn is_frame(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("```")
        || line.starts_with("~~~")
        || (line.len() >= 3 && line.chars().all(|mark| matches!(mark, '-' | '=' | '*' | '_' | '|' | ':' | ' ')))
}

fn inline(text: &str) -> String {
    if text.starts_with('|') {
        let cells = text.trim_matches('|').split('|').map(|cell| inline(cell.trim()));
        return cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(CELL);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let after = &rest[letter.len_utf8()..];
        rest = match letter {
            '\\' if after.starts_with(|next: char| next.is_ascii_punctuation()) => {
                plain.push_str(&after[..1]);
                &after[1..]
            }
            '!' if after.starts_with('[') => after,
            '[' => link(after, &mut plain).unwrap_or_else(|| {
                plain.push('[');
                after
            }),
            '<' if after.starts_with("http") && after.contains('>') => after,
            '>' if is_address(&plain) => after,
            '*' | '`' => after,
            '~' if after.starts_with('~') => &after[1..],
            '_' if at_word_edge(&plain, after) => after,
            other => {
                plain.push(other);
                after
            }
        };
    }
    plain.trim().to_owned()
}

/// `words](target)…`: writes the words, and the target when a reader could open it.
fn link<'a>(after: &'a str, plain: &mut String) -> Option<&'a str> {
    let (words, rest) = after.split_once("](")?;
    let (target, rest) = rest.split_once(')')?;
    let target = target.split_whitespace().next().unwrap_or_default().trim_matches(['<', '>']);
    let words = inline(words);
    plain.push_str(&words);
    if target.starts_with("http") && words != target {
        plain.push_str(&format!(" ({target})"));
    }
    Some(rest)
}

fn is_address(plain: &str) -> bool {
    plain.rsplit(char::is_whitespace).next().is_some_and(|word| word.starts_with("http"))
}

/// Inside a word an underscore is a letter: `order_id`.
fn at_word_edge(before: &str, after: &str) -> bool {
    !before.ends_with(char::is_alphanumeric) || !after.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        assert_eq!(plain("## **Big** _news_: `order_id` ~~old~~ 2\\*3"), "Big news: order_id old 2*3");
        assert_eq!(plain("> Quoted\n\n```\ncode line\n```\n---\nEnd"), "Quoted\n\ncode line\nEnd");
    }

    #[test]
    fn links_keep_what_a_reader_can_open() {
        assert_eq!(
            plain("See [our map](https://x.example/map \"t\") or [below](#below)."),
            "See our map (https://x.example/map) or below."
        );
        assert_eq!(plain("![A tent](t.png) <https://x.example>"), "A tent https://x.example");
        assert_eq!(plain("a [b] c"), "a [b] c");
    }

    #[test]
    fn list_items_and_table_rows_become_lines() {
        assert_eq!(plain("- one\n* two\n1. three"), "• one\n• two\n1. three");
        assert_eq!(plain("| Size | Chest |\n|---|---|\n| M | 96 cm |"), "Size · Chest\nM · 96 cm");
    }

    #[test]
    fn lines_that_an_editor_wrapped_are_joined() {
        let wrapped = "You can send back anything within sixty days of the day\nyou got it.\n\nShort\nlines stay.";
        assert_eq!(
            plain(wrapped),
            "You can send back anything within sixty days of the day you got it.\n\nShort\nlines stay."
        );
    }
}
