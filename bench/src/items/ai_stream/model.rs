//! A provider of a model on loopback. It answers from the first passage that it is given, token after token at an even
//! pace, and notes when it wrote what, and when nobody read on.

use std::{
    collections::BTreeMap,
    convert::Infallible,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
    vec,
};

use anyhow::Context;
use axum::{
    Router,
    body::{Body, Bytes},
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::post,
    serve::ListenerExt,
};
use futures_util::stream;
use serde_json::{Value, json};
use tokio::{
    net::TcpListener,
    task::JoinSet,
    time::{Interval, MissedTickBehavior, interval},
};

use super::reply::{Token, number_of, tokens};

/// 50 tokens a second.
const TOKEN_EVERY: Duration = Duration::from_millis(20);

/// Serves as long as it lives.
pub struct Model {
    pub endpoint: String,
    replies: Replies,
    _serving: JoinSet<()>,
}

/// By the number of the question.
type Replies = Arc<Mutex<BTreeMap<usize, Reply>>>;

/// What became of one reply.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// When the last token of each statement was written.
    pub stated: Vec<Instant>,
    /// How many tokens were written.
    pub tokens: u64,
    /// When nobody read on.
    pub closed: Option<Instant>,
}

/// A reply that is being written.
struct Writing {
    number: usize,
    tokens: vec::IntoIter<Token>,
    ticks: Interval,
    replies: Replies,
}

impl Model {
    pub async fn start() -> anyhow::Result<Self> {
        let replies = Replies::default();
        let router = Router::new().route("/v1/chat/completions", post(complete)).with_state(replies.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let endpoint = format!("http://{}/v1", listener.local_addr()?);
        let listener = listener.tap_io(|stream| {
            // Without it, a token waits for the one before it to be acknowledged; that would only be slower.
            let _ = stream.set_nodelay(true);
        });
        let mut serving = JoinSet::new();
        serving.spawn(async move {
            // It ends with its task.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { endpoint, replies, _serving: serving })
    }

    /// What became of the reply to this question.
    pub fn reply(&self, number: usize) -> anyhow::Result<Reply> {
        lock(&self.replies)
            .get(&number)
            .cloned()
            .with_context(|| format!("the model was never asked question {number}"))
    }
}

fn lock(replies: &Replies) -> MutexGuard<'_, BTreeMap<usize, Reply>> {
    replies.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn complete(State(replies): State<Replies>, body: Bytes) -> Response {
    let Some((number, passage)) = asked(&body) else { return StatusCode::BAD_REQUEST.into_response() };
    let mut ticks = interval(TOKEN_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    lock(&replies).insert(number, Reply::default());
    let writing = Writing { number, tokens: tokens(&passage).into_iter(), ticks, replies };
    Body::from_stream(stream::unfold(writing, async |mut writing| {
        let piece = writing.next().await?;
        Some((Ok::<_, Infallible>(piece), writing))
    }))
    .into_response()
}

/// The number of the question, and the passage that comes first.
fn asked(body: &[u8]) -> Option<(usize, String)> {
    let request: Value = serde_json::from_slice(body).ok()?;
    let given: Value = serde_json::from_str(request["messages"][1]["content"].as_str()?).ok()?;
    Some((number_of(given["question"].as_str()?)?, given["passages"][0]["text"].as_str()?.to_owned()))
}

impl Writing {
    async fn next(&mut self) -> Option<String> {
        let token = self.tokens.next()?;
        self.ticks.tick().await;
        let piece = match &token {
            Token::Text(text) | Token::End(text) => {
                let delta = json!({ "choices": [{ "index": 0, "delta": { "content": text } }] });
                format!("data: {delta}\n\n")
            }
            Token::Done => return Some("data: [DONE]\n\n".into()),
        };
        if let Some(reply) = lock(&self.replies).get_mut(&self.number) {
            reply.tokens += 1;
            if matches!(token, Token::End(_)) {
                reply.stated.push(Instant::now());
            }
        }
        Some(piece)
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        if let Some(reply) = lock(&self.replies).get_mut(&self.number) {
            reply.closed = Some(Instant::now());
        }
    }
}
