//! The running server, as its API shows it.

use anyhow::{Context, bail};
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

/// How the server begins to say that a text is in its knowledge already.
const KNOWN: &str = "is there already";

pub(super) struct Door {
    server: String,
    key: String,
    http: reqwest::Client,
}

/// What became of a file.
pub(super) enum Became {
    Added(Value),
    /// Its text was there before.
    Known(String),
    Failed(String),
}

impl Became {
    pub fn word(&self) -> &'static str {
        match self {
            Self::Added(_) => "added",
            Self::Known(_) => "known",
            Self::Failed(_) => "failed",
        }
    }

    pub fn told(&self) -> String {
        match self {
            Self::Added(source) if source["state"] == "pending" => ": it is still being indexed".into(),
            Self::Added(source) if source["kind"] == "qa" => ": its questions with their answers".into(),
            Self::Added(source) => source["passages"].as_i64().map(passages).unwrap_or_default(),
            Self::Known(why) | Self::Failed(why) => format!(": {why}"),
        }
    }
}

fn passages(count: i64) -> String {
    if count == 1 { ": 1 passage".into() } else { format!(": {count} passages") }
}

impl Door {
    pub fn new(server: &str) -> anyhow::Result<Self> {
        let server = server.trim_end_matches('/').to_owned();
        Ok(Self { server, key: String::new(), http: reqwest::Client::builder().build()? })
    }

    pub fn with(&mut self, key: String) -> &Self {
        self.key = key;
        self
    }

    /// Whether anybody is there.
    pub async fn knock(&self) -> anyhow::Result<()> {
        let setup = self.http.get(self.address("/setup")).send().await;
        let is_baton = setup.is_ok_and(|answer| answer.status().is_success());
        if !is_baton {
            bail!("no Baton answers at {}; start it by `baton serve`, or say by --server where it is", self.server);
        }
        Ok(())
    }

    /// The app that the key is for.
    pub async fn only_app(&self) -> anyhow::Result<i64> {
        let apps = self.get("/apps").await?;
        apps["items"][0]["id"].as_i64().context("this key is for no app; make one by `baton admin create-key`")
    }

    pub async fn get(&self, path: &str) -> anyhow::Result<Value> {
        let answer = self.http.get(self.address(path)).bearer_auth(&self.key).send().await?;
        understood(answer).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> anyhow::Result<Value> {
        let answer = self.http.post(self.address(path)).bearer_auth(&self.key).json(body).send().await?;
        understood(answer).await
    }

    /// Sends a file by itself.
    pub async fn send(&self, app: i64, name: &str, bytes: Vec<u8>) -> anyhow::Result<Became> {
        let (kind, body) = form(name, bytes);
        let request = self.http.post(self.address(&format!("/apps/{app}/sources/files"))).bearer_auth(&self.key);
        let answer = request.header(reqwest::header::CONTENT_TYPE, kind).body(body).send().await?;
        if answer.status() == StatusCode::PAYLOAD_TOO_LARGE {
            return Ok(Became::Failed("is larger than this server takes".into()));
        }
        let mut answer = understood(answer).await?;
        let item = &mut answer["items"][0];
        Ok(if item["source"].is_object() { Became::Added(item["source"].take()) } else { refused(&item["error"]) })
    }

    fn address(&self, path: &str) -> String {
        format!("{}/api/v1{path}", self.server)
    }
}

fn refused(problem: &Value) -> Became {
    let said = problem["fields"][0]["message"].as_str().or(problem["detail"].as_str()).unwrap_or("was refused");
    if said.starts_with(KNOWN) { Became::Known(said.into()) } else { Became::Failed(said.into()) }
}

async fn understood(answer: Response) -> anyhow::Result<Value> {
    let status = answer.status();
    let body: Value = answer.json().await.unwrap_or_else(|_| json!({}));
    if status == StatusCode::UNAUTHORIZED {
        bail!("the server does not know this key; make one by `baton admin create-key`");
    }
    if !status.is_success() {
        bail!("the server refused: {}", body["detail"].as_str().unwrap_or(status.as_str()));
    }
    Ok(body)
}

/// One file as `multipart/form-data` (RFC 7578): the content type, and the body.
fn form(name: &str, bytes: Vec<u8>) -> (String, Vec<u8>) {
    let mut boundary = String::from("a-file-for-baton");
    while bytes.windows(boundary.len()).any(|window| window == boundary.as_bytes()) {
        boundary.push('-');
    }
    let name = name.replace('"', "%22").replace(['\r', '\n'], " ");
    let head = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    );
    let mut body = head.into_bytes();
    body.extend(bytes);
    body.extend(format!("\r\n--{boundary}--\r\n").into_bytes());
    (format!("multipart/form-data; boundary={boundary}"), body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_already_has_not_failed() {
        let refusal = |message: &str| refused(&json!({ "detail": "text: no", "fields": [{ "message": message }] }));
        assert!(matches!(refusal("is there already, as “Returns”; change that source instead"), Became::Known(_)));
        assert!(matches!(refusal("is no text"), Became::Failed(_)));
    }

    #[test]
    fn the_end_of_a_form_is_not_in_the_file() {
        let (kind, body) = form("a \"b\".md", b"--a-file-for-baton--".to_vec());
        assert_eq!(kind, "multipart/form-data; boundary=a-file-for-baton---");
        let body = String::from_utf8(body).unwrap();
        assert!(body.contains("filename=\"a %22b%22.md\""));
        assert!(body.ends_with("\r\n--a-file-for-baton-----\r\n"));
    }
}
