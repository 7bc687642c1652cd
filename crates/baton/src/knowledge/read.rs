//! From a file to its text as Markdown, or to its questions with their answers. What may not be trusted is read in a
//! process of its own. Refuses with a sentence that helps.

mod apart;
mod archive;
mod csv;
mod decode;
mod docx;
mod format;
mod html;
mod markdown;
mod pairs;
mod pdf;
mod sheet;
mod table;
mod text;
mod unreadable;
mod xml;

pub use apart::{ReaderProcess, read_apart};
pub use decode::decode;
pub use format::{FILE_BYTES_MAX, Format};
pub use pairs::{ANSWER_CHARS_MAX, PAIRS_MAX, Pair, parse_pairs};
pub use text::{Kind, extract};
pub use unreadable::Unreadable;

pub(super) mod parsers {
    //! Each parser by itself, for those who throw bytes at them.
    pub use super::csv::grid as csv;
    pub use super::docx::read as docx;
    pub use super::html::read as html;
    pub use super::pdf::tidy as pdf_text;
    pub use super::sheet::grids as sheet;
    pub use super::table::read as tables;
}

/// What a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    Text { markdown: String, title: Option<String> },
    Pairs(Vec<Pair>),
}

/// Reads a file of a known format. Takes long for long files: up to the patience of `process`.
///
/// # Errors
/// [`Unreadable`] says why not and what to do.
pub fn read(format: Format, bytes: &[u8], process: &ReaderProcess) -> Result<Read, Unreadable> {
    format.check_size(bytes.len())?;
    match format {
        Format::Text => untitled(extract(Kind::Text, &decode(bytes)?)?),
        Format::Markdown => untitled(extract(Kind::Markdown, &decode(bytes)?)?),
        Format::Html => titled(html::read_apart(bytes, process)?),
        Format::Pdf => untitled(pdf::read(bytes, process)?),
        Format::Docx => titled(docx::read(bytes)?),
        Format::Sheet => table::read(&sheet::read(bytes, process)?),
        Format::Csv => table::read(&[csv::grid(&decode(bytes)?)?]),
        Format::PairsJson => Ok(Read::Pairs(parse_pairs(&decode(bytes)?)?)),
    }
}

fn untitled(markdown: String) -> Result<Read, Unreadable> {
    titled((markdown, None))
}

fn titled((markdown, title): (String, Option<String>)) -> Result<Read, Unreadable> {
    if markdown.trim().is_empty() { Err(Unreadable::Empty) } else { Ok(Read::Text { markdown, title }) }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn no_process() -> ReaderProcess {
        ReaderProcess { program: "/none".into(), arguments: Vec::new(), patience: Duration::from_secs(1) }
    }

    #[test]
    fn every_text_format_becomes_markdown_or_pairs() {
        let read = |format, bytes: &[u8]| read(format, bytes, &no_process());
        let text = |markdown: &str| Ok(Read::Text { markdown: markdown.into(), title: None });
        assert_eq!(read(Format::Text, b"Within 60 days.\r\n"), text("Within 60 days."));
        assert_eq!(read(Format::Markdown, b"# Returns\n\n\n\n60 days."), text("# Returns\n\n60 days."));
        let pairs = Ok(Read::Pairs(vec![Pair { question: "Free?".into(), phrasings: vec![], answer: "Yes.".into() }]));
        assert_eq!(read(Format::Csv, b"question,answer\nFree?,Yes.\n"), pairs);
        assert_eq!(read(Format::PairsJson, br#"[{"question":"Free?","answer":"Yes."}]"#), pairs);
    }

    #[test]
    fn a_file_that_is_too_big_is_refused_before_it_is_read() {
        let big = vec![b'a'; 30_000_000];
        assert!(matches!(read(Format::Text, &big, &no_process()), Err(Unreadable::TooBig { .. })));
    }

    #[test]
    fn without_its_process_nothing_dangerous_is_read() {
        assert_eq!(read(Format::Pdf, b"%PDF-1.4", &no_process()), Err(Unreadable::NoProcess));
    }
}
