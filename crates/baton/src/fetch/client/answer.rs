//! What a server's answer means: a page, a way on, or why there is no page.

use std::time::{Duration, SystemTime};

use reqwest::{
    Response, StatusCode,
    header::{self, HeaderMap, HeaderName},
};
use url::Url;

use super::{
    super::{
        directives::Directives,
        error::FetchError,
        media::{Content, Download, Validators},
    },
    body,
};

const X_ROBOTS_TAG: HeaderName = HeaderName::from_static("x-robots-tag");
/// A longer validator is not kept; the page is then read in full each time.
const VALIDATOR_CHARS_MAX: usize = 500;

/// Where a redirect leads; `None` when the answer is none.
pub(super) fn next(response: &Response, from: &Url) -> Result<Option<Url>, FetchError> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let location = response.headers().get(header::LOCATION).ok_or(FetchError::RedirectLost)?;
    target(from, &String::from_utf8_lossy(location.as_bytes())).map(Some)
}

pub(super) fn target(from: &Url, location: &str) -> Result<Url, FetchError> {
    let to = from.join(location).map_err(|_| FetchError::RedirectLost)?;
    let is_downgrade = from.scheme() == "https" && to.scheme() == "http" && from.host() != to.host();
    if is_downgrade { Err(FetchError::Downgrade) } else { Ok(to) }
}

/// Everything but a plain yes is a reason why there is no page.
pub(super) fn refuse(response: &Response) -> Result<(), FetchError> {
    let status = response.status();
    match status {
        StatusCode::OK | StatusCode::NON_AUTHORITATIVE_INFORMATION => Ok(()),
        StatusCode::NOT_FOUND | StatusCode::GONE => Err(FetchError::Gone(status.as_u16())),
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
            Err(FetchError::Busy { wait: retry_after(response.headers()) })
        }
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(FetchError::Locked(status.as_u16())),
        _ if status.is_server_error() => Err(FetchError::Server(status.as_u16())),
        _ => Err(FetchError::Status(status.as_u16())),
    }
}

pub(super) async fn page(response: Response, url: Url, bytes_max: usize) -> Result<Download, FetchError> {
    let headers = response.headers();
    let content = Content::of(text(headers, &header::CONTENT_TYPE), &url).map_err(FetchError::Media)?;
    let validators = Validators {
        etag: text(headers, &header::ETAG).filter(is_short).map(str::to_owned),
        last_modified: text(headers, &header::LAST_MODIFIED).filter(is_short).map(str::to_owned),
    };
    let tags = headers.get_all(X_ROBOTS_TAG).iter().filter_map(|tag| tag.to_str().ok());
    let directives = tags.map(Directives::in_header).fold(Directives::default(), Directives::and);
    let bytes = body::read(response, bytes_max).await?;
    if content.fits(&bytes) {
        Ok(Download { url, content, bytes, validators, directives })
    } else {
        Err(FetchError::Media("a page that is something else than it says".to_owned()))
    }
}

/// Seconds, or a date (RFC 9110, 10.2.3). A date is compared with the server's own: nobody asks our clock.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = text(headers, &header::RETRY_AFTER)?.trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    date(value)?.duration_since(date(text(headers, &header::DATE)?)?).ok()
}

fn date(value: &str) -> Option<SystemTime> {
    httpdate::parse_http_date(value).ok()
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn is_short(validator: &&str) -> bool {
    validator.len() <= VALIDATOR_CHARS_MAX
}
