//! Real HTTP to the program, as one caller.

use reqwest::{Client, Method, RequestBuilder, header::HeaderMap};
use serde_json::Value;

/// Where a caller knocks, and as whom.
#[derive(Clone)]
pub struct Door {
    /// Host and port.
    pub host: String,
    pub token: Option<String>,
    http: Client,
}

impl Door {
    pub fn new(host: &str) -> Self {
        // Nothing here speaks TLS, and reading the system's certificates takes a while.
        let http = Client::builder().tls_certs_only([]).build().unwrap();
        Self { host: host.into(), token: None, http }
    }

    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.into()), ..self.clone() }
    }

    /// The same caller without a token.
    pub fn without_token(&self) -> Self {
        Self { token: None, ..self.clone() }
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(self.request(Method::GET, path)).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        self.send(self.request(Method::DELETE, path)).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        self.send(self.request(Method::POST, path).json(body)).await
    }

    pub async fn put(&self, path: &str, body: &Value) -> Reply {
        self.send(self.request(Method::PUT, path).json(body)).await
    }

    pub async fn patch(&self, path: &str, body: &Value) -> Reply {
        self.send(self.request(Method::PATCH, path).json(body)).await
    }

    /// Files as a browser uploads them.
    pub async fn upload(&self, path: &str, files: &[(&str, &[u8])]) -> Reply {
        const BOUNDARY: &str = "between-two-files";
        let mut body = Vec::new();
        for (name, bytes) in files {
            let head = format!(
                "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
                 content-type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.send(self.request(Method::POST, path).header("content-type", kind).body(body)).await
    }

    /// A body as it is.
    pub async fn post_bytes(&self, path: &str, bytes: &[u8]) -> Reply {
        let request = self.request(Method::POST, path).header("content-type", "application/octet-stream");
        self.send(request.body(bytes.to_vec())).await
    }

    /// A file, which must be given out, with its headers.
    pub async fn get_bytes(&self, path: &str) -> (HeaderMap, Vec<u8>) {
        let response = self.request(Method::GET, path).send().await.unwrap();
        assert_eq!(response.status().as_u16(), 200, "{path}");
        (response.headers().clone(), response.bytes().await.unwrap().to_vec())
    }

    /// A page outside `/api/v1`.
    pub async fn page(&self, path: &str) -> Reply {
        self.send(self.http.get(format!("http://{}{path}", self.host))).await
    }

    /// A request to `/api/v1` to go on with.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("http://{}/api/v1{path}", self.host));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub async fn send(&self, request: RequestBuilder) -> Reply {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await.unwrap();
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Reply { status, headers, body }
    }
}

#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Value,
}

impl Reply {
    /// The body of a success.
    #[track_caller]
    pub fn ok(self) -> Value {
        assert!((200..300).contains(&self.status), "{} {}", self.status, self.body);
        self.body
    }

    /// The problem of a refusal with this status, which must be a whole one.
    #[track_caller]
    pub fn problem(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.body);
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.body);
        assert_eq!(self.body["status"], status, "{}", self.body);
        for field in ["type", "title", "code", "detail"] {
            assert!(self.body[field].as_str().is_some_and(|text| !text.is_empty()), "no {field}: {}", self.body);
        }
        self.body
    }

    /// The machine-readable reason of a refusal with this status.
    #[track_caller]
    pub fn reason(self, status: u16) -> String {
        let problem = self.problem(status);
        problem["reason"].as_str().unwrap_or_else(|| panic!("no reason: {problem}")).to_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The session that this reply gave to the browser.
    #[track_caller]
    pub fn cookie(&self) -> String {
        let cookie = self.header("set-cookie").strip_prefix("baton_session=");
        let cookie = cookie.unwrap_or_else(|| panic!("no session: {} {}", self.status, self.body));
        cookie.split(';').next().unwrap().to_owned()
    }
}
