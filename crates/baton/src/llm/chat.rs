//! One exchange with a chat endpoint: one deadline, bounded bytes, and a second try as long as
//! nothing of an answer has arrived.

mod body;
mod request;
mod sse;

use std::{ops::ControlFlow, time::Duration};

use reqwest::Response;

use self::body::{Body, Piece};
pub(super) use self::request::Prompt;
use self::request::{Request, Shape};
use super::{Call, Llm, LlmError};

/// An answer with all its frames and a reasoning model's thoughts. Bytes.
const RECEIVED_MAX: usize = 16 * 1024 * 1024;
/// The part of a complaint that names the field that it is about. Bytes.
const COMPLAINT_MAX: usize = 16 * 1024;
const TRIES: u32 = 2;
const PAUSE: Duration = Duration::from_millis(400);

/// Takes the model's text as it comes, and breaks when it has what it wants.
pub(super) type Take<'a> = dyn FnMut(&str) -> Result<ControlFlow<()>, LlmError> + Send + 'a;

impl Llm {
    /// Reads what the model replies until `take` breaks. Dropping the future closes the connection.
    pub(super) async fn chat(&self, call: &Call<'_>, prompt: &Prompt, take: &mut Take<'_>) -> Result<(), LlmError> {
        let answered = tokio::time::timeout(call.timeout, self.tries(call, prompt, take)).await;
        answered.map_err(|_| LlmError::Timeout)?
    }

    async fn tries(&self, call: &Call<'_>, prompt: &Prompt, take: &mut Take<'_>) -> Result<(), LlmError> {
        let mut left = TRIES;
        loop {
            left -= 1;
            let mut begun = false;
            let mut noting = |text: &str| {
                begun = true;
                take(text)
            };
            match self.once(call, prompt, &mut noting).await {
                Err(error) if left > 0 && !begun && error.may_pass() => tokio::time::sleep(PAUSE).await,
                answered => return answered,
            }
        }
    }

    async fn once(&self, call: &Call<'_>, prompt: &Prompt, take: &mut Take<'_>) -> Result<(), LlmError> {
        let mut response = self.open(call, prompt).await?;
        let mut body = Body::default();
        let mut received = 0;
        let mut cut_off = false;
        loop {
            let chunk = response.chunk().await.map_err(|error| unreachable(&error))?;
            let is_last = chunk.is_none();
            let pieces = match chunk {
                Some(bytes) => {
                    received += bytes.len();
                    body.feed(&bytes)
                }
                None => body.end()?,
            };
            for piece in pieces {
                match piece? {
                    Piece::Text(text) if take(&text)?.is_break() => return Ok(()),
                    Piece::Text(_) => {}
                    Piece::CutOff => cut_off = true,
                    Piece::Done if cut_off => return Err(LlmError::Nonsense("cut off at the limit of tokens")),
                    Piece::Done => return Ok(()),
                }
            }
            if received > RECEIVED_MAX {
                return Err(LlmError::Nonsense("too long"));
            }
            if is_last {
                return if cut_off { Err(LlmError::Nonsense("cut off at the limit of tokens")) } else { Ok(()) };
            }
        }
    }

    /// Sends the request, with fewer wishes if the provider does not know one of them.
    async fn open(&self, call: &Call<'_>, prompt: &Prompt) -> Result<Response, LlmError> {
        let address = format!("{}/chat/completions", call.endpoint.trim_end_matches('/'));
        let mut shape = Shape::default();
        loop {
            let mut request = self.http.post(&address).json(&Request::new(call, prompt, shape));
            if let Some(key) = call.key {
                request = request.bearer_auth(key);
            }
            let response = request.send().await.map_err(|error| unreachable(&error))?;
            let status = response.status();
            if status.is_success() {
                return Ok(response);
            }
            let status = status.as_u16();
            let wishes_less = matches!(status, 400 | 422) && shape.gives_in(&complaint(response).await);
            if !wishes_less {
                return Err(LlmError::Status(status));
            }
        }
    }
}

async fn complaint(mut response: Response) -> String {
    let mut bytes = Vec::new();
    while bytes.len() < COMPLAINT_MAX {
        match response.chunk().await {
            Ok(Some(chunk)) => bytes.extend_from_slice(&chunk),
            Ok(None) | Err(_) => break,
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn unreachable(error: &reqwest::Error) -> LlmError {
    // The address stays out of it: it may carry a key.
    LlmError::Unreachable(if error.is_connect() { "no connection" } else { "the connection broke" })
}
