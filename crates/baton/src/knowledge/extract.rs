//! From what came in to text that can be split: decoded, cleaned, HTML as Markdown. Refuses with a sentence that helps.

use std::rc::Rc;

use htmd::{HtmlToMarkdown, Node};
use serde::{Deserialize, Serialize};

/// More blank lines than this in a row say nothing more.
const NEWLINES_MAX: usize = 2;
/// Pages nest some tens deep. The converter walks them recursively and would run out of stack.
const HTML_DEPTH_MAX: usize = 128;
/// What a reader of a web page skips, too.
const SKIPPED_TAGS: [&str; 15] = [
    "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "nav", "footer", "form", "button",
    "select", "textarea", "head",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Text,
    Markdown,
    Html,
    Qa,
}

/// Why nothing can be learned from a source, said to the person who brought it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("This looks like a binary file. Save it as plain text, Markdown or HTML and add it again.")]
    Binary,
    #[error("There is no text in it. Check that the file is not empty and that its text is not only in pictures.")]
    Empty,
    #[error("The HTML could not be read. Open the page in a browser, copy its text and add it as text.")]
    Html,
    #[error(
        "This is not a list of questions and answers. It must look like [{{\"question\": \"…\", \"answer\": \"…\"}}]. ({0})"
    )]
    NotPairs(String),
    #[error("The list has {found} questions; at most {max} fit. Split it into several files.")]
    TooManyPairs { found: usize, max: usize },
    #[error("Question {number} needs a question and an answer. Fill in both, or remove it.")]
    HalfPair { number: usize },
    #[error(
        "Question {number} is too long: at most {question_max} characters, and {answer_max} in its answer. Shorten it, or add it as a text."
    )]
    LongPair { number: usize, question_max: usize, answer_max: usize },
}

/// The kind of a file by the end of its name.
pub fn kind_of_file(name: &str) -> Option<Kind> {
    let (_, end) = name.rsplit_once('.')?;
    match end.to_ascii_lowercase().as_str() {
        "txt" | "text" => Some(Kind::Text),
        "md" | "markdown" => Some(Kind::Markdown),
        "html" | "htm" => Some(Kind::Html),
        "json" => Some(Kind::Qa),
        _ => None,
    }
}

/// UTF-8, or UTF-16 that says so in its first two bytes.
pub fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => String::from_utf8(bytes.to_vec()).map_err(|_| Unreadable::Binary)?,
    };
    if text.contains('\0') { Err(Unreadable::Binary) } else { Ok(text) }
}

/// The text of a source. For `Kind::Qa` it is one answer; a file of them is read by `parse_pairs`.
pub fn extract(kind: Kind, raw: &str) -> Result<String, Unreadable> {
    if raw.contains('\0') {
        return Err(Unreadable::Binary);
    }
    let text = match kind {
        Kind::Text | Kind::Markdown | Kind::Qa => clean(raw),
        Kind::Html => clean(&markdown(raw)?),
    };
    if text.is_empty() { Err(Unreadable::Empty) } else { Ok(text) }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Unreadable> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    if !odd.is_empty() {
        return Err(Unreadable::Binary);
    }
    char::decode_utf16(pairs.iter().copied().map(unit)).collect::<Result<_, _>>().map_err(|_| Unreadable::Binary)
}

fn markdown(html: &str) -> Result<String, Unreadable> {
    let converter = HtmlToMarkdown::builder().skip_tags(SKIPPED_TAGS.to_vec()).build();
    let page = converter.html_to_tree(html).map_err(|_| Unreadable::Html)?;
    if is_deeper_than(HTML_DEPTH_MAX, &page) { Err(Unreadable::Html) } else { Ok(converter.tree_to_markdown(&page)) }
}

fn is_deeper_than(depth_max: usize, page: &Rc<Node>) -> bool {
    let mut open = vec![(page.clone(), 0)];
    while let Some((node, depth)) = open.pop() {
        if depth > depth_max {
            return true;
        }
        open.extend(node.children.borrow().iter().map(|child| (child.clone(), depth + 1)));
    }
    false
}

/// Without control characters, trailing blanks and rows of empty lines.
pub(super) fn clean(raw: &str) -> String {
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
    fn html_becomes_markdown_without_its_machinery() {
        let page = "<html><head><title>T</title><style>p{}</style></head><body><nav>Home</nav><h1>Returns</h1>\
            <p>Within <b>60</b> days.</p><script>alert(1)</script><ul><li>free</li></ul><footer>©</footer></body></html>";
        let text = extract(Kind::Html, page).expect("readable");
        assert!(text.starts_with("# Returns\n\nWithin **60** days."), "{text}");
        assert!(text.contains("free") && !text.contains("alert") && !text.contains("Home") && !text.contains('©'));
    }

    #[test]
    fn html_is_read_as_deep_as_pages_go_and_refused_beyond() {
        let nested = |depth: usize| format!("{}words", "<div>".repeat(depth));
        assert_eq!(extract(Kind::Html, &nested(HTML_DEPTH_MAX - 3)), Ok("words".into()));
        assert_eq!(extract(Kind::Html, &nested(5_000)), Err(Unreadable::Html));
    }

    #[test]
    fn nothing_to_read_is_said_so() {
        assert_eq!(extract(Kind::Markdown, " \n\n "), Err(Unreadable::Empty));
        assert_eq!(extract(Kind::Html, "<p> </p><script>x</script>"), Err(Unreadable::Empty));
        assert_eq!(extract(Kind::Text, "a\0b"), Err(Unreadable::Binary));
    }

    #[test]
    fn files_are_decoded_by_what_they_say_they_are() {
        assert_eq!(decode("Grüße".as_bytes()), Ok("Grüße".into()));
        assert_eq!(decode(&[0xff, 0xfe, b'h', 0, b'i', 0]), Ok("hi".into()));
        assert_eq!(decode(&[0xfe, 0xff, 0, b'h', 0, b'i']), Ok("hi".into()));
        assert_eq!(decode(&[0xff, 0xfe, b'h']), Err(Unreadable::Binary));
        assert_eq!(decode(&[0x89, b'P', b'N', b'G']), Err(Unreadable::Binary));
        assert_eq!(decode(b"a\0b"), Err(Unreadable::Binary));
    }

    #[test]
    fn the_name_of_a_file_tells_its_kind() {
        assert_eq!(kind_of_file("Guide.MD"), Some(Kind::Markdown));
        assert_eq!(kind_of_file("a.b.htm"), Some(Kind::Html));
        assert_eq!(kind_of_file("faq.json"), Some(Kind::Qa));
        assert_eq!(kind_of_file("photo.png"), None);
        assert_eq!(kind_of_file("README"), None);
    }
}
