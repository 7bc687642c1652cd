//! From a text to passages: as much as answers one question, under the headings it stands below.
//! Nothing of the text is lost, and the same text always splits the same way.

use std::ops::RangeInclusive;

use text_splitter::{ChunkConfig, MarkdownSplitter, TextSplitter};

use super::read::Kind;

/// Longer passages speak of several things. What is too long is cut where its structure allows, from the shorter size on.
const PASSAGE_CHARS: RangeInclusive<usize> = 300..=900;
const BLOCK_BYTES_MAX: usize = 16 * 1024;
/// Longer headings are paragraphs in disguise.
const HEADING_CHARS_MAX: usize = 120;
pub const HEADING_SEPARATOR: &str = " › ";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The headings above it, outermost first: `Returns › How long`.
    pub heading: Option<String>,
    pub text: String,
}

pub fn split(kind: Kind, text: &str) -> Vec<Part> {
    match kind {
        Kind::Qa => part(None, text).into_iter().collect(),
        Kind::Text if fits(text) => part(None, text).into_iter().collect(),
        Kind::Text => {
            let splitter = TextSplitter::new(ChunkConfig::new(PASSAGE_CHARS));
            blocks(text)
                .into_iter()
                .flat_map(|block| splitter.chunks(block))
                .filter_map(|chunk| part(None, chunk))
                .collect()
        }
        Kind::Markdown | Kind::Html => sections(text).iter().flat_map(parts).collect(),
    }
}

fn fits(text: &str) -> bool {
    text.trim().chars().count() <= *PASSAGE_CHARS.end()
}

fn part(heading: Option<String>, text: &str) -> Option<Part> {
    let text = text.trim();
    (!text.is_empty()).then(|| Part { heading, text: text.to_owned() })
}

#[derive(Default)]
struct Section<'a> {
    /// The open headings with their levels.
    path: Vec<(usize, &'a str)>,
    body: &'a str,
    /// The heading is all there is: nothing stands below it.
    is_bare: bool,
}

fn parts(section: &Section) -> Vec<Part> {
    if section.is_bare {
        let (last, above) = section.path.split_last().map_or(("", &[][..]), |(last, above)| (last.1, above));
        return part(path(above), last).into_iter().collect();
    }
    if fits(section.body) {
        return part(path(&section.path), section.body).into_iter().collect();
    }
    let splitter = MarkdownSplitter::new(ChunkConfig::new(PASSAGE_CHARS));
    let chunks = blocks(section.body).into_iter().flat_map(|block| splitter.chunks(block));
    chunks.filter_map(|chunk| part(path(&section.path), chunk)).collect()
}

/// The splitter's work grows faster than the text when nothing in it offers a place to cut.
fn blocks(text: &str) -> Vec<&str> {
    let mut blocks = Vec::new();
    let mut rest = text;
    while rest.len() > BLOCK_BYTES_MAX {
        let most = &rest[..rest.floor_char_boundary(BLOCK_BYTES_MAX)];
        let end =
            ["\n\n", "\n", " "].iter().find_map(|gap| most.rfind(gap)).filter(|&end| end > 0).unwrap_or(most.len());
        let (block, after) = rest.split_at(end);
        blocks.push(block);
        rest = after;
    }
    blocks.push(rest);
    blocks
}

fn path(headings: &[(usize, &str)]) -> Option<String> {
    let names: Vec<&str> = headings.iter().map(|&(_, name)| name).collect();
    (!names.is_empty()).then(|| names.join(HEADING_SEPARATOR))
}

fn sections(text: &str) -> Vec<Section<'_>> {
    let mut sections: Vec<Section> = Vec::new();
    let mut path: Vec<(usize, &str)> = Vec::new();
    let (mut begin, mut at, mut fence) = (0, 0, None);
    for line in text.split_inclusive('\n') {
        fence = fence_after(fence, line);
        if let Some((level, name)) = heading(line).filter(|_| fence.is_none()) {
            close(&mut sections, &path, &text[begin..at], level);
            path.retain(|&(open, _)| open < level);
            path.push((level, name));
            begin = at + line.len();
        }
        at += line.len();
    }
    close(&mut sections, &path, &text[begin..], 0);
    sections
}

/// Ends the section under `path` before a heading of the next level (0 at the end of the text).
fn close<'a>(sections: &mut Vec<Section<'a>>, path: &[(usize, &'a str)], body: &'a str, next_level: usize) {
    let is_empty = body.trim().is_empty();
    let is_parent = path.last().is_none_or(|&(level, _)| level < next_level);
    if !(is_empty && is_parent) {
        sections.push(Section { path: path.to_vec(), body, is_bare: is_empty });
    }
}

/// `## Name` with its level; a too long one stays in the text.
fn heading(line: &str) -> Option<(usize, &str)> {
    let line = line.trim_end();
    let name = line.trim_start_matches('#');
    let level = line.len() - name.len();
    let is_heading = (1..=6).contains(&level) && name.starts_with([' ', '\t']);
    let name = name.trim().trim_end_matches('#').trim_end();
    (is_heading && !name.is_empty() && name.chars().count() <= HEADING_CHARS_MAX).then_some((level, name))
}

/// The open code fence after this line: inside one, `#` is code.
fn fence_after<'a>(open: Option<&'a str>, line: &str) -> Option<&'a str> {
    let line = line.trim_start();
    match open {
        Some(mark) if line.starts_with(mark) => None,
        Some(mark) => Some(mark),
        None => ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shape(parts: &[Part]) -> Vec<(&str, &str)> {
        parts.iter().map(|part| (part.heading.as_deref().unwrap_or("-"), part.text.as_str())).collect()
    }

    #[test]
    fn passages_know_the_headings_above_them() {
        let text =
            "Before.\n\n# Returns\nAll of it.\n## How long\n60 days.\n## Cost ##\nNothing.\n# Lost\n## Found\nGone.";
        let expected = [
            ("-", "Before."),
            ("Returns", "All of it."),
            ("Returns › How long", "60 days."),
            ("Returns › Cost", "Nothing."),
            ("Lost › Found", "Gone."),
        ];
        assert_eq!(shape(&split(Kind::Markdown, text)), expected);
    }

    #[test]
    fn a_heading_with_nothing_below_is_kept_as_text() {
        assert_eq!(shape(&split(Kind::Markdown, "# One\n## Two\n# Three")), [("One", "Two"), ("-", "Three")]);
    }

    #[test]
    fn a_hash_in_code_is_no_heading() {
        let parts = split(Kind::Markdown, "# Setup\n```\n# not a heading\n```\nDone.");
        assert_eq!(shape(&parts), [("Setup", "```\n# not a heading\n```\nDone.")]);
    }

    #[test]
    fn long_texts_split_into_passages_of_readable_size() {
        let text = "A sentence about tents and poles. ".repeat(200);
        for kind in [Kind::Text, Kind::Markdown] {
            let parts = split(kind, &text);
            assert!(parts.len() > 6 && parts.iter().all(|part| part.text.chars().count() <= 900));
        }
    }

    #[test]
    fn a_text_without_a_place_to_cut_is_cut_anyway() {
        let parts = split(Kind::Text, &"ä".repeat(40_000));
        assert_eq!(parts.iter().map(|part| part.text.chars().count()).sum::<usize>(), 40_000);
    }

    #[test]
    fn an_answer_is_never_split() {
        assert_eq!(split(Kind::Qa, &"Long answer. ".repeat(300)).len(), 1);
    }

    fn letters(text: &str) -> String {
        text.chars().filter(|letter| letter.is_alphanumeric()).collect()
    }

    proptest! {
        #[test]
        fn no_text_is_lost_or_empty(text in "([a-zé.,#`|> -]{0,40}\n){0,60}") {
            for kind in [Kind::Text, Kind::Markdown, Kind::Html, Kind::Qa] {
                let parts = split(kind, &text);
                prop_assert_eq!(&parts, &split(kind, &text));
                prop_assert!(parts.iter().all(|part| !part.text.trim().is_empty()));
                let mut said = letters(&parts.iter().map(|part| part.text.as_str()).collect::<String>());
                if let Kind::Markdown | Kind::Html = kind {
                    said = said + &letters(&parts.iter().filter_map(|part| part.heading.as_deref()).collect::<String>());
                    prop_assert!(text.split(|letter: char| !letter.is_alphanumeric()).all(|word| said.contains(word)));
                } else {
                    prop_assert_eq!(said, letters(&text));
                }
            }
        }
    }
}
