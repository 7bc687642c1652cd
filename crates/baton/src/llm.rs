//! The only room that speaks to a model: any server with an OpenAI-compatible chat endpoint.
//! What a model writes is data: every statement is checked against the passages before anybody sees it.

mod call;
mod chat;
mod complete;
mod general;
mod object;
mod reading;
mod rewrite;
mod support;
mod whole;

use std::time::Duration;

pub use call::{Brief, Call, Line, LlmError, Passage, Speaker};
pub use reading::Reading;
pub use rewrite::Rewriting;
pub use support::{Supported, Unsupported};

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
