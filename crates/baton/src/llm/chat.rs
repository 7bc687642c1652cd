//! One request to a chat endpoint: limits, one retry, and a reply whose every field may be missing,
//! because servers that call themselves compatible differ.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Llm;

/// A reply longer than this is not an answer. Bytes.
const REPLY_MAX: usize = 1024 * 1024;
const TRIES: u32 = 2;
const PAUSE: Duration = Duration::from_millis(400);

/// Where to ask and with what.
#[derive(Clone)]
pub struct Call<'a> {
    pub endpoint: &'a str,
    pub model: &'a str,
    pub key: Option<&'a str>,
    pub temperature: f64,
    pub max_tokens: i64,
    /// For all tries together.
    pub timeout: Duration,
    pub system: String,
    pub user: String,
}

#[derive(Debug, thiserror::Error)]
pub enum LlmError {
    #[error("the model's provider did not answer in time")]
    Timeout,
    #[error("the model's provider cannot be reached: {0}")]
    Unreachable(String),
    #[error("the model's provider answered with status {0}")]
    Status(u16),
    #[error("the model's provider sent something that is no answer: {0}")]
    Nonsense(&'static str),
}

#[derive(Serialize)]
struct Request<'a> {
    model: &'a str,
    messages: [Message<'a>; 2],
    temperature: f64,
    max_tokens: i64,
    stream: bool,
    response_format: Format,
}

#[derive(Serialize)]
struct Message<'a> {
    role: &'static str,
    content: &'a str,
}

#[derive(Serialize)]
struct Format {
    r#type: &'static str,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Reply {
    choices: Vec<Choice>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Choice {
    message: Option<Content>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Content {
    content: Option<String>,
}

impl Llm {
    /// The text that the model replied.
    pub(super) async fn chat(&self, call: &Call<'_>) -> Result<String, LlmError> {
        tokio::time::timeout(call.timeout, self.tries(call)).await.map_err(|_| LlmError::Timeout)?
    }

    async fn tries(&self, call: &Call<'_>) -> Result<String, LlmError> {
        let mut left = TRIES;
        loop {
            left -= 1;
            match self.once(call).await {
                Err(error) if left > 0 && error.may_pass() => tokio::time::sleep(PAUSE).await,
                answered => return answered,
            }
        }
    }

    async fn once(&self, call: &Call<'_>) -> Result<String, LlmError> {
        let address = format!("{}/chat/completions", call.endpoint.trim_end_matches('/'));
        let messages =
            [Message { role: "system", content: &call.system }, Message { role: "user", content: &call.user }];
        let body = Request {
            model: call.model,
            messages,
            temperature: call.temperature,
            max_tokens: call.max_tokens,
            stream: false,
            response_format: Format { r#type: "json_object" },
        };
        let mut request = self.http.post(address).json(&body);
        if let Some(key) = call.key {
            request = request.bearer_auth(key);
        }
        let mut response = request.send().await.map_err(|error| unreachable(&error))?;
        if !response.status().is_success() {
            return Err(LlmError::Status(response.status().as_u16()));
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| unreachable(&error))? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > REPLY_MAX {
                return Err(LlmError::Nonsense("too long"));
            }
        }
        let reply: Reply = serde_json::from_slice(&bytes).map_err(|_| LlmError::Nonsense("not JSON"))?;
        let text = reply.choices.into_iter().next().and_then(|choice| choice.message?.content);
        text.filter(|text| !text.trim().is_empty()).ok_or(LlmError::Nonsense("no text"))
    }
}

impl LlmError {
    /// Whether trying again makes sense.
    fn may_pass(&self) -> bool {
        match self {
            Self::Unreachable(_) => true,
            Self::Status(status) => *status == 429 || *status >= 500,
            Self::Timeout | Self::Nonsense(_) => false,
        }
    }
}

fn unreachable(error: &reqwest::Error) -> LlmError {
    // The address stays out of it: it may carry a key.
    let kind = if error.is_connect() { "no connection" } else { "the connection broke" };
    LlmError::Unreachable(kind.into())
}
