//! What a site allows programs to read (RFC 9309): fetched once a crawl, then asked for each address.

mod parse;
mod pattern;
#[cfg(test)]
mod tests;

use url::{Position, Url};

use super::{client::Fetcher, error::FetchError};
pub use parse::parse;
use pattern::Pattern;

/// What lies beyond is not read (RFC 9309, 2.5, asks for at least this).
pub const BYTES_MAX: usize = 500 * 1024;
/// A file may be larger than what is read of it.
const FETCHED_BYTES_MAX: usize = 10 * BYTES_MAX;
/// A longer wish is not granted: it would make a crawl last for weeks.
pub const CRAWL_DELAY_MAX_MS: i64 = 30_000;

/// The wishes of one host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Robots {
    /// It could not be read just now, so nothing may be.
    Closed {
        why: FetchError,
    },
    Open(Rules),
}

/// Without any rule everything is allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    rules: Vec<Rule>,
    /// Between two requests.
    pub delay_ms: Option<i64>,
    /// Addresses of sitemaps, as written.
    pub sitemaps: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Rule {
    allows: bool,
    pattern: Pattern,
}

/// The text of the robots.txt of the host of `url`. One that is missing is empty, and so allows everything
/// (RFC 9309, 2.3.1.3).
///
/// # Errors
/// When it cannot be read: then nothing may be for now (RFC 9309, 2.3.1.4). "Too many requests" is a wish to be left
/// alone, too.
pub async fn text(fetcher: &Fetcher, url: &Url) -> Result<String, FetchError> {
    match fetcher.file(&address(url), FETCHED_BYTES_MAX).await {
        // A database may not take the character U+0000, which ends a line like any other.
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes[..bytes.len().min(BYTES_MAX)]).replace('\0', "\n")),
        Err(FetchError::Gone(_) | FetchError::Locked(_)) => Ok(String::new()),
        Err(FetchError::Status(status)) if (400..500).contains(&status) => Ok(String::new()),
        // Five hops and more may be taken for "not there" (RFC 9309, 2.3.1.2).
        Err(FetchError::Redirects { .. } | FetchError::RedirectLost) => Ok(String::new()),
        Err(why) => Err(why),
    }
}

impl Robots {
    /// By what [`text`] answered.
    #[must_use]
    pub fn of(text: Result<&str, FetchError>) -> Self {
        match text {
            Ok(text) => Self::Open(parse(text.as_bytes())),
            Err(why) => Self::Closed { why },
        }
    }

    /// Whether this address of the host may be read.
    #[must_use]
    pub fn allows(&self, url: &Url) -> bool {
        match self {
            Self::Closed { .. } => false,
            Self::Open(rules) => rules.allow(url),
        }
    }

    #[must_use]
    pub fn delay_ms(&self) -> Option<i64> {
        match self {
            Self::Closed { .. } => None,
            Self::Open(rules) => rules.delay_ms,
        }
    }
}

impl Rules {
    /// The longest rule that matches wins; of two as long, the one that allows (RFC 9309, 2.2.2).
    #[must_use]
    pub fn allow(&self, url: &Url) -> bool {
        let path = pattern::escaped(&url[Position::BeforePath..Position::AfterQuery]);
        let matching = self.rules.iter().filter(|rule| rule.pattern.matches(&path));
        let strongest = matching.max_by_key(|rule| (rule.pattern.len(), rule.allows));
        url.path() == "/robots.txt" || strongest.is_none_or(|rule| rule.allows)
    }
}

fn address(url: &Url) -> Url {
    let mut address = url.clone();
    address.set_path("/robots.txt");
    address.set_query(None);
    address.set_fragment(None);
    address
}
