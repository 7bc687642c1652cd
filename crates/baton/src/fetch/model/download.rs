//! One file over HTTP, straight to disk: with deadlines, a limit, and a word on how far it is.

use std::{path::Path, time::Duration};

use reqwest::{Client, RequestBuilder, Response, redirect::Policy};
use serde::de::DeserializeOwned;
use tokio::{fs::File, io::AsyncWriteExt};

use super::{FILE_MAX_BYTES, ModelError, Progress, Tell};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Between two parts of an answer.
const READ_TIMEOUT: Duration = Duration::from_secs(30);
/// The hub sends on to where its files lie.
const REDIRECTS_MAX: usize = 5;
/// A package's page in the index.
const PAGE_MAX_BYTES: usize = 4 * 1024 * 1024;

pub(super) struct Download<'a> {
    http: Client,
    tell: Tell<'a>,
}

impl<'a> Download<'a> {
    pub fn new(tell: Tell<'a>) -> Result<Self, ModelError> {
        let http = Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .read_timeout(READ_TIMEOUT)
            .redirect(Policy::limited(REDIRECTS_MAX))
            .user_agent("Baton")
            .build()
            .map_err(|error| ModelError::unreachable("the network", error))?;
        Ok(Self { http, tell })
    }

    pub async fn file(&self, url: &str, to: &Path) -> Result<(), ModelError> {
        let mut answer = answered(url, self.http.get(url)).await?;
        let total_bytes = answer.content_length();
        if total_bytes.is_some_and(|total| total > FILE_MAX_BYTES) {
            return Err(ModelError::TooLarge(url.into()));
        }
        let name = to.file_name().unwrap_or_default().to_string_lossy();
        let mut file = File::create(to).await.map_err(ModelError::disk(to))?;
        let mut done_bytes = 0;
        (self.tell)(Progress { file: &name, done_bytes, total_bytes });
        while let Some(part) = answer.chunk().await.map_err(|error| ModelError::unreachable(url, error))? {
            done_bytes += part.len() as u64;
            if done_bytes > FILE_MAX_BYTES {
                return Err(ModelError::TooLarge(url.into()));
            }
            file.write_all(&part).await.map_err(ModelError::disk(to))?;
            (self.tell)(Progress { file: &name, done_bytes, total_bytes });
        }
        file.sync_all().await.map_err(ModelError::disk(to))
    }

    /// None when it is not of the asked-for kind.
    pub async fn json<T: DeserializeOwned>(&self, url: &str, accept: &str) -> Result<Option<T>, ModelError> {
        let mut answer = answered(url, self.http.get(url).header("accept", accept)).await?;
        let mut page = Vec::new();
        while let Some(part) = answer.chunk().await.map_err(|error| ModelError::unreachable(url, error))? {
            if page.len() + part.len() > PAGE_MAX_BYTES {
                return Ok(None);
            }
            page.extend_from_slice(&part);
        }
        Ok(serde_json::from_slice(&page).ok())
    }
}

async fn answered(url: &str, request: RequestBuilder) -> Result<Response, ModelError> {
    let answer = request.send().await.map_err(|error| ModelError::unreachable(url, error))?;
    let status = answer.status();
    if status.is_success() { Ok(answer) } else { Err(ModelError::Status(url.into(), status.as_u16())) }
}
