//! Baton's public API over HTTP, as far as a measurement needs it.

use std::net::SocketAddr;

use anyhow::Context;
use reqwest::{Client, Method, StatusCode};
use serde_json::Value;

/// One caller; the token says who.
#[derive(Clone)]
pub struct Api {
    client: Client,
    base: String,
    token: String,
}

/// The server did not do it.
#[derive(Debug)]
pub struct Refused {
    status: StatusCode,
    what: String,
}

impl Refused {
    /// Whether somebody else was faster.
    pub fn is_conflict(error: &anyhow::Error) -> bool {
        error.downcast_ref::<Self>().is_some_and(|refused| refused.status == StatusCode::CONFLICT)
    }
}

impl std::error::Error for Refused {}

impl std::fmt::Display for Refused {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.what)
    }
}

impl Api {
    pub fn new(address: SocketAddr, token: &str) -> Self {
        Self { client: Client::new(), base: format!("http://{address}/api/v1"), token: token.into() }
    }

    /// The same server, somebody else.
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: token.into(), ..self.clone() }
    }

    pub fn token(&self) -> &str {
        &self.token
    }

    pub async fn get(&self, path: &str) -> anyhow::Result<Value> {
        self.call(Method::GET, path, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> anyhow::Result<Value> {
        self.call(Method::POST, path, Some(body)).await
    }

    pub async fn put(&self, path: &str, body: Value) -> anyhow::Result<Value> {
        self.call(Method::PUT, path, Some(body)).await
    }

    pub async fn patch(&self, path: &str, body: Value) -> anyhow::Result<Value> {
        self.call(Method::PATCH, path, Some(body)).await
    }

    async fn call(&self, method: Method, path: &str, body: Option<Value>) -> anyhow::Result<Value> {
        let mut request = self.client.request(method.clone(), format!("{}{path}", self.base));
        if !self.token.is_empty() {
            request = request.bearer_auth(&self.token);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        let response = request.send().await?;
        let status = response.status();
        let text = response.text().await?;
        if !status.is_success() {
            return Err(Refused { status, what: format!("{method} {path}: {status} {text}") }.into());
        }
        Ok(if text.is_empty() { Value::Null } else { serde_json::from_str(&text)? })
    }
}

/// The text at this place of an answer, such as `/app/name`.
pub fn text(answer: &Value, place: &str) -> anyhow::Result<String> {
    let found = answer.pointer(place).and_then(Value::as_str);
    found.map(Into::into).with_context(|| format!("{place} is missing in {answer}"))
}

pub fn number(answer: &Value, place: &str) -> anyhow::Result<i64> {
    let found = answer.pointer(place).and_then(Value::as_i64);
    found.with_context(|| format!("{place} is missing in {answer}"))
}
