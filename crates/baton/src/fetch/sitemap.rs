//! The list of its pages that a site publishes (sitemaps.org): XML, an index of further lists, or one address a
//! line; packed or not. Pure: bytes in, addresses out.

mod date;
#[cfg(test)]
mod tests;
mod unpack;
pub mod walk;
mod xml;

use url::Url;

/// The protocol's own limit for one file, unpacked.
pub const BYTES_MAX: usize = 50 * 1024 * 1024;
/// The protocol's own limit for one file, and ours for a site.
pub const PAGES_MAX: usize = 50_000;
const GZIP_MARK: &[u8] = &[0x1f, 0x8b];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Further sitemaps, from an index.
    pub files: Vec<Entry>,
    pub pages: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub url: Url,
    /// When the site says that it changed, in milliseconds since 1970.
    pub changed_at_ms: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SitemapError {
    #[error("The sitemap unpacks to more than {max_mb} MB. Split it into several, and list them in an index.")]
    TooLarge { max_mb: usize },
    #[error("The sitemap is packed in a way that cannot be unpacked. Publish it as plain XML.")]
    Packed,
    #[error("This is no sitemap. It must be XML as sitemaps.org describes it, or a text with one address a line.")]
    NotASitemap,
}

/// Reads a sitemap of any kind. Of one that breaks off, or that lists more than `PAGES_MAX`, what was read counts.
///
/// # Errors
/// When it is none, or too large.
pub fn parse(bytes: &[u8]) -> Result<Listing, SitemapError> {
    if bytes.starts_with(GZIP_MARK) {
        return read(&unpack::unpack(bytes, BYTES_MAX)?);
    }
    read(bytes)
}

fn read(bytes: &[u8]) -> Result<Listing, SitemapError> {
    if bytes.len() > BYTES_MAX {
        return Err(SitemapError::TooLarge { max_mb: BYTES_MAX / 1024 / 1024 });
    }
    // Names its own charset only in theory: the protocol asks for UTF-8, and some send UTF-16 with a mark.
    let (text, _, _) = encoding_rs::UTF_8.decode(bytes);
    let text = text.trim_start();
    if text.starts_with('<') { xml::read(text).ok_or(SitemapError::NotASitemap) } else { lines(text) }
}

fn lines(text: &str) -> Result<Listing, SitemapError> {
    let pages: Vec<Entry> = text.lines().filter_map(|line| entry(line, None)).take(PAGES_MAX).collect();
    if pages.is_empty() && !text.is_empty() {
        return Err(SitemapError::NotASitemap);
    }
    Ok(Listing { files: Vec::new(), pages })
}

fn entry(address: &str, changed_at: Option<&str>) -> Option<Entry> {
    let url = Url::parse(address.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    Some(Entry { url, changed_at_ms: changed_at.and_then(|text| date::ms(text.trim())) })
}
