//! A small website on loopback: its pages change under the reader's eyes, and it remembers what it was asked for.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Response},
};
use tokio::net::TcpListener;

#[derive(Clone)]
pub struct Website {
    /// Host and port.
    pub host: String,
    far: Arc<Far>,
}

#[derive(Default)]
struct Far {
    pages: Mutex<HashMap<String, Page>>,
    asked: Mutex<Vec<String>>,
}

#[derive(Clone)]
enum Page {
    Sends { kind: &'static str, body: Vec<u8> },
    LeadsTo(String),
    Fails(u16),
}

impl Website {
    pub async fn open() -> Self {
        let far = Arc::new(Far::default());
        let router = Router::new().fallback(answer).with_state(far.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let host = listener.local_addr().unwrap().to_string();
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { host, far }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.host)
    }

    /// A page with this title and body.
    pub fn has(&self, path: &str, title: &str, body: &str) -> &Self {
        let html = format!("<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>");
        self.sends(path, "text/html; charset=utf-8", html.as_bytes())
    }

    pub fn sends(&self, path: &str, kind: &'static str, body: &[u8]) -> &Self {
        self.put(path, Page::Sends { kind, body: body.into() })
    }

    pub fn leads(&self, path: &str, to: &str) -> &Self {
        self.put(path, Page::LeadsTo(to.into()))
    }

    pub fn fails(&self, path: &str, status: u16) -> &Self {
        self.put(path, Page::Fails(status))
    }

    pub fn loses(&self, path: &str) -> &Self {
        self.far.pages.lock().unwrap().remove(path);
        self
    }

    fn put(&self, path: &str, page: Page) -> &Self {
        self.far.pages.lock().unwrap().insert(path.into(), page);
        self
    }

    /// The paths that were asked for since the last time, in order, with the status that was answered.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.far.asked.lock().unwrap())
    }
}

async fn answer(State(far): State<Arc<Far>>, uri: Uri, headers: HeaderMap) -> Response {
    let page = far.pages.lock().unwrap().get(uri.path()).cloned();
    let response = match page {
        Some(Page::Sends { kind, body }) => {
            let etag =
                format!("\"{:x}\"", body.iter().fold(7_u64, |sum, byte| sum.wrapping_mul(31) + u64::from(*byte)));
            if headers.get("if-none-match").is_some_and(|known| *known == *etag) {
                StatusCode::NOT_MODIFIED.into_response()
            } else {
                ([("content-type", kind.to_owned()), ("etag", etag)], body).into_response()
            }
        }
        Some(Page::LeadsTo(to)) => (StatusCode::FOUND, [("location", to)]).into_response(),
        Some(Page::Fails(status)) => StatusCode::from_u16(status).unwrap().into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    };
    far.asked.lock().unwrap().push(format!("{} {}", uri.path(), response.status().as_u16()));
    response
}
