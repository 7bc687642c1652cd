//! PDF as Markdown. The parser runs in a process of its own; what it finds on the pages is put together here.

mod edges;
mod lines;
mod pages;

pub use pages::pages;

use super::apart::{Foreign, ReaderProcess};
use super::text::clean;
use super::unreadable::Unreadable;

/// Stands between the pages of what the process answers.
const PAGE_BREAK: char = '\u{c}';

pub fn read(bytes: &[u8], process: &ReaderProcess) -> Result<String, Unreadable> {
    let text = String::from_utf8(process.read(Foreign::Pdf, bytes)?).map_err(|_| Unreadable::Pdf)?;
    let text = tidy(&text);
    if text.is_empty() { Err(Unreadable::PdfPictures) } else { Ok(text) }
}

/// From the lines of pages to paragraphs, without what stands on every page.
#[must_use]
pub fn tidy(text: &str) -> String {
    let pages: Vec<Vec<String>> = text.split(PAGE_BREAK).map(|page| page.lines().map(lines::plain).collect()).collect();
    clean(&lines::paragraphs(&edges::without_repeated(pages)))
}
