//! The only room that speaks to a model: any server with an OpenAI-compatible chat endpoint.
//! What a model writes is data; it is read in full and checked before anybody sees it.

mod chat;
mod reading;

use std::time::Duration;

pub use chat::{Call, LlmError};
pub use reading::Reading;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// A client for model providers.
pub struct Llm {
    http: reqwest::Client,
}

impl Llm {
    /// # Errors
    /// When no TLS client can be set up.
    pub fn new() -> anyhow::Result<Self> {
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent("Baton")
            .build()?;
        Ok(Self { http })
    }
}
