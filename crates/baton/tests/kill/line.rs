//! The line to the program: a call that breaks is made again when the program is there again, as a
//! phone does.

use std::{sync::Arc, time::Duration};

use reqwest::{Client, Method};
use serde_json::Value;
use tokio::sync::watch;

/// Nobody waits longer for one call, however often it breaks.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Clone)]
pub struct Line {
    address: Arc<watch::Sender<String>>,
    /// How many calls were begun.
    calls: Arc<watch::Sender<usize>>,
    http: Client,
}

pub fn line() -> (Line, watch::Receiver<usize>) {
    // Tests share it with the whole process; only the first call is taken.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let (address, _) = watch::channel(String::new());
    let (calls, made) = watch::channel(0);
    (Line { address: Arc::new(address), calls: Arc::new(calls), http: Client::new() }, made)
}

impl Line {
    pub fn leads_to(&self, address: &str) {
        self.address.send_replace(address.into());
    }

    /// The answer, whatever it takes to get one.
    pub async fn call(&self, method: Method, path: &str, token: &str, body: &Value) -> Value {
        let answer = tokio::time::timeout(PATIENCE, self.call_until_answered(&method, path, token, body));
        answer.await.unwrap_or_else(|_| panic!("no answer to {method} {path}"))
    }

    async fn call_until_answered(&self, method: &Method, path: &str, token: &str, body: &Value) -> Value {
        let mut address = self.address.subscribe();
        loop {
            let base = address.borrow_and_update().clone();
            self.calls.send_modify(|calls| *calls += 1);
            if let Some(answer) = self.try_once(method, &format!("{base}/api/v1{path}"), token, body).await {
                return answer;
            }
            address.changed().await.unwrap();
        }
    }

    /// Nothing when the line broke.
    async fn try_once(&self, method: &Method, url: &str, token: &str, body: &Value) -> Option<Value> {
        let request = self.http.request(method.clone(), url).bearer_auth(token).json(body);
        let response = request.send().await.ok()?;
        let status = response.status();
        let text = response.text().await.ok()?;
        assert!(status.is_success(), "{method} {url}: {status} {text}");
        Some(serde_json::from_str(&text).unwrap())
    }
}
