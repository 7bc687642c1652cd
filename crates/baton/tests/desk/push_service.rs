//! A browser's push service at the far end of the wire.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::until;

/// The public key and the secret of the example of RFC 8291, section 5.
const P256DH: &str = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";

pub struct PushService {
    url: String,
    desk: Arc<Counter>,
}

#[derive(Default)]
struct Counter {
    got: Mutex<Vec<(HeaderMap, Bytes)>>,
    answers: Mutex<VecDeque<u16>>,
}

impl PushService {
    pub async fn open() -> Self {
        let desk = Arc::new(Counter::default());
        let router = Router::new().route("/send/{browser}", post(receive)).with_state(desk.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, desk }
    }

    /// What this browser of somebody hands to the page.
    pub fn browser(&self, name: &str) -> Value {
        json!({ "endpoint": format!("{}/send/{name}", self.url), "keys": { "p256dh": P256DH, "auth": AUTH } })
    }

    /// The next messages are answered with these; with 201 afterwards.
    pub fn answers(&self, statuses: &[u16]) {
        self.desk.answers.lock().unwrap().extend(statuses);
    }

    pub fn got(&self) -> Vec<(HeaderMap, Bytes)> {
        self.desk.got.lock().unwrap().clone()
    }

    /// Waits until it got so many.
    pub async fn gets(&self, count: usize) -> Vec<(HeaderMap, Bytes)> {
        let got = || async { Some(self.got()).filter(|got| got.len() >= count) };
        until("the push service is called", got).await.unwrap()
    }
}

async fn receive(State(desk): State<Arc<Counter>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    desk.got.lock().unwrap().push((headers, body));
    let status = desk.answers.lock().unwrap().pop_front().unwrap_or(201);
    StatusCode::from_u16(status).unwrap()
}
