//! What was fetched, and which kinds of content are taken.

use url::Url;

use super::directives::Directives;

const PDF_MARK: &[u8] = b"%PDF-";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    Html,
    Text,
    Markdown,
    Pdf,
    Xml,
}

/// What the server says it sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    pub media: Media,
    /// The label of the header's `charset`, as sent.
    pub charset: Option<String>,
}

/// What to show a server so that it can say "nothing new".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validators {
    pub etag: Option<String>,
    pub last_modified: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// The same as when the validators were handed out.
    Unchanged,
    Page(Download),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Where the page was in the end, after all redirects.
    pub url: Url,
    pub content: Content,
    pub bytes: Vec<u8>,
    pub validators: Validators,
    /// From the header; a page's own are in its links.
    pub directives: Directives,
}

impl Content {
    /// Reads a `Content-Type`. A server that sends none, or only says "bytes", is guessed at by the address.
    ///
    /// # Errors
    /// The media type that is not taken.
    pub fn of(content_type: Option<&str>, url: &Url) -> Result<Self, String> {
        let (essence, parameters) = match content_type {
            Some(value) => value.split_once(';').unwrap_or((value, "")),
            None => ("", ""),
        };
        let essence = essence.trim().to_ascii_lowercase();
        let media = match essence.as_str() {
            "text/html" | "application/xhtml+xml" => Media::Html,
            "text/plain" if ends_in_markdown(url) => Media::Markdown,
            "text/plain" => Media::Text,
            "text/markdown" | "text/x-markdown" => Media::Markdown,
            "application/pdf" | "application/x-pdf" => Media::Pdf,
            "application/xml" | "text/xml" => Media::Xml,
            "" | "application/octet-stream" => by_name(url).ok_or(essence)?,
            _ => return Err(essence),
        };
        Ok(Self { media, charset: charset(parameters) })
    }

    /// A PDF is a PDF, whatever it was called; and nothing else is.
    #[must_use]
    pub fn fits(&self, bytes: &[u8]) -> bool {
        (self.media == Media::Pdf) == bytes.starts_with(PDF_MARK)
    }
}

fn charset(parameters: &str) -> Option<String> {
    let mut pairs = parameters.split(';').filter_map(|pair| pair.split_once('='));
    let (_, label) = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    let label = label.trim().trim_matches(['"', '\'']);
    (!label.is_empty()).then(|| label.to_owned())
}

fn by_name(url: &Url) -> Option<Media> {
    let last = url.path().rsplit('/').next().unwrap_or_default();
    match last.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).as_deref() {
        Some("pdf") => Some(Media::Pdf),
        Some("txt") => Some(Media::Text),
        Some("xml") => Some(Media::Xml),
        Some("html" | "htm" | "xhtml") | None => Some(Media::Html),
        Some("md" | "markdown") => Some(Media::Markdown),
        Some(_) => None,
    }
}

fn ends_in_markdown(url: &Url) -> bool {
    by_name(url) == Some(Media::Markdown)
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::{Content, Media};

    fn content(content_type: Option<&str>, address: &str) -> Result<Content, String> {
        Content::of(content_type, &Url::parse(address).unwrap())
    }

    #[test]
    fn the_header_says_what_it_is_and_in_which_charset() {
        let read = content(Some("Text/HTML; Charset=\"ISO-8859-1\""), "https://a.de/").unwrap();
        assert_eq!(read, Content { media: Media::Html, charset: Some("ISO-8859-1".into()) });
        let read = content(Some("text/plain; format=flowed; charset=utf-8"), "https://a.de/x").unwrap();
        assert_eq!(read, Content { media: Media::Text, charset: Some("utf-8".into()) });
    }

    #[test]
    fn a_server_that_says_nothing_is_guessed_at_by_the_name() {
        let media = |address| content(None, address).map(|content| content.media);
        assert_eq!(media("https://a.de/help"), Ok(Media::Html));
        assert_eq!(media("https://a.de/manual.PDF?x=1"), Ok(Media::Pdf));
        assert_eq!(media("https://a.de/README.md"), Ok(Media::Markdown));
        assert!(media("https://a.de/film.mp4").is_err());
        assert!(content(Some("application/octet-stream"), "https://a.de/setup.exe").is_err());
    }

    #[test]
    fn markdown_is_often_sent_as_plain_text() {
        let read = content(Some("text/plain"), "https://a.de/docs/setup.md").unwrap();
        assert_eq!(read.media, Media::Markdown);
    }

    #[test]
    fn pictures_and_programs_are_not_taken() {
        assert_eq!(content(Some("image/png"), "https://a.de/"), Err("image/png".into()));
        assert_eq!(content(Some("application/zip"), "https://a.de/"), Err("application/zip".into()));
    }

    #[test]
    fn what_calls_itself_a_page_and_is_a_pdf_does_not_fit() {
        let html = content(Some("text/html"), "https://a.de/").unwrap();
        let pdf = content(Some("application/pdf"), "https://a.de/").unwrap();
        assert!(html.fits(b"<!doctype html>") && !html.fits(b"%PDF-1.7"));
        assert!(pdf.fits(b"%PDF-1.7") && !pdf.fits(b"<!doctype html>"));
    }
}
