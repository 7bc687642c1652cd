//! The model's end of an answer that it writes while somebody reads.

use std::{io, time::Duration};

use axum::{
    body::{Body, Bytes},
    response::{IntoResponse, Response},
};
use futures_util::stream;
use serde_json::json;
use tokio::sync::{mpsc, oneshot};

const WITHIN: Duration = Duration::from_secs(10);

/// Writes statement after statement, each with the same quote.
pub struct Pen {
    pieces: mpsc::UnboundedSender<String>,
    closed: oneshot::Receiver<()>,
    quote: String,
    stated: usize,
}

/// The paper that it writes on.
struct Paper {
    pieces: mpsc::UnboundedReceiver<String>,
    /// Dropped with the connection.
    _open: oneshot::Sender<()>,
}

impl Pen {
    /// A pen, and the body that it writes.
    pub fn new(quote: String) -> (Self, Response) {
        let (send, pieces) = mpsc::unbounded_channel();
        let (open, closed) = oneshot::channel();
        let body = stream::unfold(Paper { pieces, _open: open }, |mut paper| async {
            let piece = paper.pieces.recv().await?;
            Some((Ok::<_, io::Error>(Bytes::from(piece)), paper))
        });
        let pen = Self { pieces: send, closed, quote, stated: 0 };
        pen.writes(r#"{"answerable":true,"statements":["#);
        (pen, Body::from_stream(body).into_response())
    }

    /// Writes one whole statement.
    pub fn states(&mut self, text: &str) {
        let statement = json!({ "text": text, "passage": 1, "quote": self.quote });
        let comma = if self.stated == 0 { "" } else { "," };
        self.stated += 1;
        self.writes(&format!("{comma}{statement}"));
    }

    pub fn ends(self) {
        self.writes("]}");
        let _ = self.pieces.send("data: [DONE]\n\n".into());
    }

    /// Waits until nobody reads any more.
    pub async fn put_down(self) {
        let gone = tokio::time::timeout(WITHIN, self.closed).await;
        assert!(gone.is_ok(), "the connection stayed open");
    }

    fn writes(&self, text: &str) {
        let delta = json!({ "choices": [{ "index": 0, "delta": { "content": text } }] });
        // Whoever reads may have gone.
        let _ = self.pieces.send(format!("data: {delta}\n\n"));
    }
}
