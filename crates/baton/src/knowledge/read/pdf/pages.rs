//! The text on the pages of a PDF, as its parser finds it. Only for the process of its own: it panics on odd files.

use std::panic::{self, AssertUnwindSafe};

use pdf_extract::{Document, Error, PlainTextOutput, encryption::DecryptionError, output_doc_page};

use super::PAGE_BREAK;
use crate::knowledge::read::unreadable::Unreadable;

/// Many drawings have a few letters each; text has more of them.
const LETTERS_MIN: usize = 10;

/// The pages with page breaks between them. A page that cannot be read is left out, if most can.
///
/// # Errors
/// When it is protected, has no text, or most of its pages cannot be read.
pub fn pages(bytes: &[u8]) -> Result<String, Unreadable> {
    let mut document = Document::load_mem(bytes).map_err(|error| refusal(&error))?;
    if document.is_encrypted() {
        document.decrypt("").map_err(|error| refusal(&error))?;
    }
    let numbers: Vec<u32> = document.get_pages().into_keys().collect();
    let pages: Vec<String> = numbers.iter().filter_map(|&number| page(&document, number)).collect();
    let letters =
        pages.iter().flat_map(|page| page.chars()).filter(|letter| letter.is_alphanumeric()).take(LETTERS_MIN);
    if pages.len() * 2 < numbers.len() || numbers.is_empty() {
        Err(Unreadable::Pdf)
    } else if letters.count() < LETTERS_MIN {
        Err(Unreadable::PdfPictures)
    } else {
        Ok(pages.join(&PAGE_BREAK.to_string()))
    }
}

fn page(document: &Document, number: u32) -> Option<String> {
    let mut text = String::new();
    let written = panic::catch_unwind(AssertUnwindSafe(|| {
        output_doc_page(document, &mut PlainTextOutput::new(&mut text), number)
    }));
    matches!(written, Ok(Ok(()))).then(|| text.replace(PAGE_BREAK, "\n"))
}

fn refusal(error: &Error) -> Unreadable {
    let is_locked = matches!(error, Error::InvalidPassword | Error::Decryption(DecryptionError::IncorrectPassword));
    if is_locked { Unreadable::Locked } else { Unreadable::Pdf }
}
