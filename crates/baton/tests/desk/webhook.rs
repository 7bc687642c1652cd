//! The receiver of a webhook at the far end of the wire.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use tokio::{net::TcpListener, sync::watch};

use super::until;

#[derive(Clone)]
pub struct Webhook {
    pub url: String,
    receiver: Arc<Receiver>,
}

#[derive(Default)]
struct Receiver {
    got: Mutex<Vec<Delivery>>,
    /// What it answers next; 204 afterwards.
    answers: Mutex<VecDeque<u16>>,
    /// Whether it answers nobody for now.
    holds: watch::Sender<bool>,
}

#[derive(Clone, Debug)]
pub struct Delivery {
    pub id: String,
    pub timestamp: String,
    pub signature: String,
    pub text: String,
    pub body: Value,
}

impl Webhook {
    pub async fn start() -> Self {
        let receiver = Arc::new(Receiver::default());
        let router = Router::new().route("/hook", post(receive)).with_state(receiver.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, receiver }
    }

    /// The next deliveries are answered with these.
    pub fn answers(&self, statuses: &[u16]) {
        self.receiver.answers.lock().unwrap().extend(statuses);
    }

    /// From now on it takes what comes and answers nothing, until it lets go.
    pub fn holds(&self) {
        self.receiver.holds.send_replace(true);
    }

    pub fn lets_go(&self) {
        self.receiver.holds.send_replace(false);
    }

    /// Waits until it got so many.
    pub async fn gets(&self, count: usize) -> Vec<Delivery> {
        let got = || async { Some(self.got()).filter(|got| got.len() >= count) };
        until("the webhook is called", got).await.unwrap()
    }

    pub fn got(&self) -> Vec<Delivery> {
        self.receiver.got.lock().unwrap().clone()
    }
}

/// What the scheme says the signature must be (<https://www.standardwebhooks.com>).
pub fn signature(secret: &str, delivery: &Delivery) -> String {
    let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).unwrap();
    mac.update(format!("{}.{}.{}", delivery.id, delivery.timestamp, delivery.text).as_bytes());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

async fn receive(State(receiver): State<Arc<Receiver>>, headers: HeaderMap, text: String) -> StatusCode {
    let header = |name: &str| headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
    let delivery = Delivery {
        id: header("webhook-id"),
        timestamp: header("webhook-timestamp"),
        signature: header("webhook-signature"),
        body: serde_json::from_str(&text).unwrap(),
        text,
    };
    receiver.got.lock().unwrap().push(delivery);
    receiver.holds.subscribe().wait_for(|holds| !holds).await.unwrap();
    let status = receiver.answers.lock().unwrap().pop_front().unwrap_or(204);
    StatusCode::from_u16(status).unwrap()
}
