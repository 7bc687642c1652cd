//! Fetching one page over HTTP: guarded at every hop, within limits of time and size, and only what has changed.

mod answer;
mod body;
#[cfg(test)]
mod tests;

use std::{future::Future, sync::Arc, time::Duration};

use reqwest::{Client, Response, StatusCode, header, redirect::Policy};
use url::Url;

use super::{
    error::FetchError,
    guard::{Guard, GuardedNames},
    media::{Fetched, Validators},
};
use body::MB;

const PAGE_ACCEPTED: &str = "text/html,application/xhtml+xml,text/markdown,text/plain,application/pdf;q=0.9,\
                             application/xml;q=0.8,text/xml;q=0.8";
const FILE_ACCEPTED: &str = "text/plain,application/xml,text/xml,application/gzip;q=0.9,*/*;q=0.5";
const IDLE_CONNECTIONS_MAX: usize = 1;

/// How much of the world's time and bytes one fetch may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub connect: Duration,
    /// From the first question to the last byte, redirects included.
    pub whole: Duration,
    /// After unpacking.
    pub bytes_max: usize,
    pub redirects_max: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connect: Duration::from_secs(5), whole: Duration::from_secs(20), bytes_max: 10 * MB, redirects_max: 5 }
    }
}

/// Fetches what others published.
pub struct Fetcher {
    http: Client,
    guard: Arc<Guard>,
    limits: Limits,
}

/// A client for addresses that others gave: names lead nowhere that the guard refuses. Addresses without a name are for
/// [`Guard::check_url`].
///
/// # Errors
/// When no TLS client can be set up.
pub fn guarded_client(guard: &Arc<Guard>, whole: Duration) -> Result<Client, reqwest::Error> {
    Client::builder()
        .user_agent("Baton")
        .dns_resolver(Arc::new(GuardedNames::new(guard.clone())))
        .no_proxy()
        .redirect(Policy::none())
        .timeout(whole)
        .build()
}

impl Fetcher {
    /// `contact` is an address at which a site's owner learns who reads it, such as this server's own.
    ///
    /// # Errors
    /// When no TLS client can be set up, or `contact` has characters that no header may have.
    pub fn new(guard: Guard, contact: Option<&str>) -> Result<Self, reqwest::Error> {
        let guard = Arc::new(guard);
        Self::over(GuardedNames::new(guard.clone()), guard, contact)
    }

    /// The same, within other limits.
    #[must_use]
    pub fn within(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    fn over(names: GuardedNames, guard: Arc<Guard>, contact: Option<&str>) -> Result<Self, reqwest::Error> {
        let limits = Limits::default();
        let http = Client::builder()
            .user_agent(user_agent(contact))
            .dns_resolver(Arc::new(names))
            // A proxy would look names up by itself, past the guard.
            .no_proxy()
            .redirect(Policy::none())
            .connect_timeout(limits.connect)
            .pool_max_idle_per_host(IDLE_CONNECTIONS_MAX)
            .build()?;
        Ok(Self { http, guard, limits })
    }

    /// A page, if it is not the one that `known` describes.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn get(&self, url: &Url, known: Option<&Validators>) -> Result<Fetched, FetchError> {
        self.in_time(async {
            let (response, url) = self.follow(url, known, PAGE_ACCEPTED).await?;
            if known.is_some() && response.status() == StatusCode::NOT_MODIFIED {
                return Ok(Fetched::Unchanged);
            }
            answer::refuse(&response)?;
            answer::page(response, url, self.limits.bytes_max).await.map(Fetched::Page)
        })
        .await
    }

    /// A file for programs, such as robots.txt or a sitemap, of whatever type the server calls it.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn file(&self, url: &Url, bytes_max: usize) -> Result<Vec<u8>, FetchError> {
        self.in_time(async {
            let (response, _) = self.follow(url, None, FILE_ACCEPTED).await?;
            answer::refuse(&response)?;
            body::read(response, bytes_max).await
        })
        .await
    }

    async fn in_time<T>(&self, work: impl Future<Output = Result<T, FetchError>>) -> Result<T, FetchError> {
        let whole = self.limits.whole;
        tokio::time::timeout(whole, work).await.unwrap_or(Err(FetchError::TooSlow(whole.as_secs())))
    }

    /// Asks, and asks again where the answer leads, each address checked as if it had been the first.
    async fn follow(
        &self,
        url: &Url,
        known: Option<&Validators>,
        accepted: &str,
    ) -> Result<(Response, Url), FetchError> {
        let mut url = url.clone();
        for _ in 0..=self.limits.redirects_max {
            let response = self.ask(&url, known, accepted).await?;
            match answer::next(&response, &url)? {
                None => return Ok((response, url)),
                Some(next) => url = next,
            }
        }
        Err(FetchError::Redirects { max: self.limits.redirects_max })
    }

    async fn ask(&self, url: &Url, known: Option<&Validators>, accepted: &str) -> Result<Response, FetchError> {
        self.guard.check_url(url)?;
        let mut request = self.http.get(url.clone()).header(header::ACCEPT, accepted);
        if let Some(etag) = known.and_then(|known| known.etag.as_deref()) {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        if let Some(date) = known.and_then(|known| known.last_modified.as_deref()) {
            request = request.header(header::IF_MODIFIED_SINCE, date);
        }
        Ok(request.send().await?)
    }
}

fn user_agent(contact: Option<&str>) -> String {
    let name = concat!("Baton/", env!("CARGO_PKG_VERSION"));
    contact.map_or_else(|| name.to_owned(), |contact| format!("{name} (+{contact})"))
}
