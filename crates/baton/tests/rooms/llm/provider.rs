//! A model provider at the far end of the wire: it sends what it is told to, piece by piece, or behaves badly.

use std::{
    collections::VecDeque,
    io,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::post,
};
use baton::llm::{Brief, Call, Llm, LlmError, Passage, Reading, Supported};
use futures_util::stream;
use serde_json::{Value, json};
use tokio::{
    net::TcpListener,
    sync::{mpsc, oneshot},
};

pub const PASSAGE: &str = "Our workshop repairs tents and zips all year. A repair takes two weeks.";
pub const FIRST: &str = "Our workshop repairs tents all year.";
pub const SECOND: &str = "A repair takes two weeks.";

pub struct Provider {
    endpoint: String,
    state: Arc<Far>,
}

#[derive(Default)]
struct Far {
    replies: Mutex<VecDeque<Reply>>,
    asked: Mutex<Vec<(String, Value)>>,
}

pub enum Reply {
    /// The bytes of a streamed body, in these pieces.
    Pieces(Vec<Vec<u8>>),
    /// The bytes of a streamed body, and then the connection breaks.
    Breaks(Vec<Vec<u8>>),
    Sends(u16, String),
    /// Pieces as they are told.
    Live(Live),
}

/// The provider's end of a body that is being written.
pub struct Live {
    pieces: mpsc::UnboundedReceiver<Vec<u8>>,
    /// Dropped with the connection.
    open: oneshot::Sender<()>,
}

/// The test's end of it.
pub struct Pen {
    pieces: mpsc::UnboundedSender<Vec<u8>>,
    closed: oneshot::Receiver<()>,
}

impl Pen {
    pub fn writes(&self, text: &str) {
        // Whoever reads may have gone.
        let _ = self.pieces.send(frame(text));
    }

    /// Waits until nobody reads any more.
    pub async fn gets_put_down(self) {
        let gone = tokio::time::timeout(Duration::from_secs(10), self.closed).await;
        assert!(gone.is_ok(), "the connection stayed open");
    }
}

impl Provider {
    pub async fn start(replies: impl IntoIterator<Item = Reply>) -> Self {
        let state = Arc::new(Far { replies: Mutex::new(replies.into_iter().collect()), asked: Mutex::default() });
        let router = Router::new().route("/v1/chat/completions", post(complete)).with_state(state.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}/v1/", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { endpoint, state }
    }

    /// Streams the text of one reply.
    pub async fn writes(text: &str) -> Self {
        Self::start([streamed(text)]).await
    }

    pub fn call(&self) -> Call<'_> {
        Call {
            endpoint: &self.endpoint,
            model: "fake-1",
            key: Some("sk-secret"),
            temperature: 0.0,
            max_tokens: 800,
            timeout: Duration::from_secs(20),
            instructions: "Be kind.",
        }
    }

    pub fn asked(&self) -> Vec<(String, Value)> {
        self.state.asked.lock().unwrap().clone()
    }

    /// Reads the shop's passage, and what was heard while reading.
    pub async fn read(&self) -> (Result<Reading, LlmError>, Vec<Supported>) {
        let passages = [Passage { title: "Workshop", heading: None, text: PASSAGE }];
        let brief = Brief { question: "Do you repair tents?", history: &[], passages: &passages };
        read(self.call(), &brief).await
    }
}

pub async fn read(call: Call<'_>, brief: &Brief<'_>) -> (Result<Reading, LlmError>, Vec<Supported>) {
    let mut heard = Vec::new();
    let read = llm().read(&call, brief, |statement| heard.push(statement.clone())).await;
    (read, heard)
}

pub fn llm() -> Llm {
    // Only the first test of the process installs it.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Llm::new().unwrap()
}

pub fn live() -> (Reply, Pen) {
    let (send, pieces) = mpsc::unbounded_channel();
    let (open, closed) = oneshot::channel();
    (Reply::Live(Live { pieces, open }), Pen { pieces: send, closed })
}

/// Both statements, each with its quote.
pub fn answer() -> String {
    answer_of(&[(FIRST, "repairs tents and zips all year"), (SECOND, SECOND)])
}

pub fn answer_of(statements: &[(&str, &str)]) -> String {
    let statement = |(text, quote): &(&str, &str)| json!({ "text": text, "passage": 1, "quote": quote });
    let statements: Vec<Value> = statements.iter().map(statement).collect();
    json!({ "answerable": true, "statements": statements }).to_string()
}

pub fn frame(text: &str) -> Vec<u8> {
    format!("data: {}\n\n", json!({ "choices": [{ "index": 0, "delta": { "content": text } }] })).into_bytes()
}

/// A well-behaved stream, a few characters a piece.
pub fn frames(text: &str) -> Vec<Vec<u8>> {
    let letters: Vec<char> = text.chars().collect();
    let mut frames: Vec<Vec<u8>> = letters.chunks(7).map(|some| frame(&some.iter().collect::<String>())).collect();
    frames.push(b"data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n".to_vec());
    frames
}

pub fn streamed(text: &str) -> Reply {
    Reply::Pieces(frames(text))
}

pub fn whole(message: &Value) -> Reply {
    Reply::Sends(200, json!({ "choices": [{ "message": message }] }).to_string())
}

pub fn texts(heard: &[Supported]) -> Vec<&str> {
    heard.iter().map(|statement| statement.text.as_str()).collect()
}

async fn complete(State(far): State<Arc<Far>>, headers: HeaderMap, Json(body): Json<Value>) -> Response {
    let key = headers.get("authorization").map_or("", |value| value.to_str().unwrap()).to_owned();
    far.asked.lock().unwrap().push((key, body));
    let reply = far.replies.lock().unwrap().pop_front();
    match reply {
        Some(Reply::Pieces(pieces)) => body_of(pieces, false),
        Some(Reply::Breaks(pieces)) => body_of(pieces, true),
        Some(Reply::Sends(status, text)) => (StatusCode::from_u16(status).unwrap(), text).into_response(),
        Some(Reply::Live(live)) => {
            let pieces = stream::unfold(live, |mut live| async {
                tokio::select! {
                    piece = live.pieces.recv() => piece.map(|piece| (Ok::<_, io::Error>(Bytes::from(piece)), live)),
                    () = live.open.closed() => None,
                }
            });
            Body::from_stream(pieces).into_response()
        }
        None => StatusCode::NOT_IMPLEMENTED.into_response(),
    }
}

fn body_of(pieces: Vec<Vec<u8>>, breaks: bool) -> Response {
    let end = breaks.then(|| Err(io::Error::other("the cable is cut")));
    let pieces = pieces.into_iter().map(|piece| Ok(Bytes::from(piece))).chain(end);
    // Without a pause between them the pieces would travel together.
    let slowly = stream::unfold(pieces, |mut pieces| async {
        tokio::task::yield_now().await;
        pieces.next().map(|piece| (piece, pieces))
    });
    Body::from_stream(slowly).into_response()
}
