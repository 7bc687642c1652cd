//! What a file is: by its name, checked against its first bytes. Reads nothing else of it.

use super::unreadable::Unreadable;

const MB: usize = 1_000_000;
/// No file of any format may be bigger, in bytes.
pub const FILE_BYTES_MAX: usize = 50 * MB;
const TEXT_BYTES_MAX: usize = 20 * MB;
/// A web page is a tree in memory, many times its size.
const HTML_BYTES_MAX: usize = 5 * MB;
/// PDF readers look for the mark in the first kilobyte.
const PDF_MARK_WITHIN: usize = 1024;

const ZIP: &[u8] = b"PK\x03\x04";
/// The container of the older Office formats, and of protected newer ones.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    Html,
    Pdf,
    Docx,
    /// `.xlsx`, `.xls` or `.ods`
    Sheet,
    Csv,
    PairsJson,
}

impl Format {
    /// `first_bytes`: a few kilobytes, or the whole file.
    ///
    /// # Errors
    /// When no such file can be read, or it is not what its name says.
    pub fn of_file(name: &str, first_bytes: &[u8]) -> Result<Self, Unreadable> {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        if contains(&first_bytes[..first_bytes.len().min(PDF_MARK_WITHIN)], b"%PDF-") {
            return Ok(Self::Pdf);
        }
        if first_bytes.starts_with(ZIP) {
            return Self::of_zip(&ending, first_bytes);
        }
        if first_bytes.starts_with(COMPOUND) {
            return Self::of_compound(&ending);
        }
        Self::of_other(&ending, first_bytes)
    }

    /// # Errors
    /// When a file of this format and size is not read.
    pub fn check_size(self, bytes: usize) -> Result<(), Unreadable> {
        let max = match self {
            Self::Text | Self::Markdown | Self::Csv | Self::PairsJson => TEXT_BYTES_MAX,
            Self::Html => HTML_BYTES_MAX,
            Self::Pdf | Self::Docx | Self::Sheet => FILE_BYTES_MAX,
        };
        if bytes > max { Err(Unreadable::TooBig { max_mb: max / MB }) } else { Ok(()) }
    }

    fn of_zip(ending: &str, bytes: &[u8]) -> Result<Self, Unreadable> {
        match ending {
            _ if contains(bytes, b"word/document.xml") => Ok(Self::Docx),
            _ if contains(bytes, b"xl/workbook.xml") || contains(bytes, b"opendocument.spreadsheet") => Ok(Self::Sheet),
            "docx" => Ok(Self::Docx),
            "xlsx" | "ods" => Ok(Self::Sheet),
            _ => Err(Unreadable::Unsupported),
        }
    }

    fn of_compound(ending: &str) -> Result<Self, Unreadable> {
        match ending {
            "xls" => Ok(Self::Sheet),
            "doc" => Err(Unreadable::OldWord),
            "docx" | "xlsx" => Err(Unreadable::Locked),
            _ => Err(Unreadable::Unsupported),
        }
    }

    fn of_other(ending: &str, bytes: &[u8]) -> Result<Self, Unreadable> {
        match ending {
            "txt" | "text" | "md" | "markdown" if is_page(bytes) => Ok(Self::Html),
            "txt" | "text" => Ok(Self::Text),
            "md" | "markdown" => Ok(Self::Markdown),
            "html" | "htm" | "xhtml" => Ok(Self::Html),
            "csv" | "tsv" => Ok(Self::Csv),
            "json" => Ok(Self::PairsJson),
            "pdf" => Err(Unreadable::NotWhatItSays { expected: "PDF" }),
            "docx" => Err(Unreadable::NotWhatItSays { expected: "Word document" }),
            "xlsx" | "xls" | "ods" => Err(Unreadable::NotWhatItSays { expected: "spreadsheet" }),
            _ => Err(Unreadable::Unsupported),
        }
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn is_page(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    ["<!doctype html", "<html"]
        .iter()
        .any(|start| bytes.get(..start.len()).is_some_and(|first| first.eq_ignore_ascii_case(start.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_tells_its_format() {
        let format = |name| Format::of_file(name, b"words");
        assert_eq!(format("Guide.MD"), Ok(Format::Markdown));
        assert_eq!(format("a.b.htm"), Ok(Format::Html));
        assert_eq!(format("faq.json"), Ok(Format::PairsJson));
        assert_eq!(format("faq.tsv"), Ok(Format::Csv));
        assert_eq!(format("photo.png"), Err(Unreadable::Unsupported));
        assert_eq!(format("README"), Err(Unreadable::Unsupported));
    }

    #[test]
    fn the_content_of_a_file_is_believed_before_its_name() {
        assert_eq!(Format::of_file("a.txt", b"\n%PDF-1.7"), Ok(Format::Pdf));
        assert_eq!(Format::of_file("a.txt", b" <!DOCTYPE html><p>"), Ok(Format::Html));
        assert_eq!(Format::of_file("a.docx", b"PK\x03\x04..xl/workbook.xml"), Ok(Format::Sheet));
        assert_eq!(Format::of_file("a.zip", b"PK\x03\x04..word/document.xml"), Ok(Format::Docx));
        assert_eq!(Format::of_file("a.xls", COMPOUND), Ok(Format::Sheet));
    }

    #[test]
    fn a_file_that_is_not_what_it_says_is_refused() {
        let word = Format::of_file("a.docx", b"words").expect_err("no zip");
        assert!(word.to_string().starts_with("The name says Word document"), "{word}");
        assert!(matches!(Format::of_file("a.pdf", b"words"), Err(Unreadable::NotWhatItSays { .. })));
        assert_eq!(Format::of_file("a.doc", COMPOUND), Err(Unreadable::OldWord));
        assert_eq!(Format::of_file("a.docx", COMPOUND), Err(Unreadable::Locked));
        assert_eq!(Format::of_file("a.txt", b"PK\x03\x04..."), Err(Unreadable::Unsupported));
    }

    #[test]
    fn a_gigabyte_is_refused_by_its_size_alone() {
        for format in [Format::Text, Format::Html, Format::Pdf, Format::Docx, Format::Sheet] {
            assert!(matches!(format.check_size(1_000_000_000), Err(Unreadable::TooBig { .. })));
        }
        assert_eq!(Format::Pdf.check_size(FILE_BYTES_MAX), Ok(()));
    }
}
