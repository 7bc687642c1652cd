//! A model provider at the far end of the wire: it answers what it is told to, or behaves badly.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::post,
};
use serde_json::{Value, json};
use tokio::{net::TcpListener, sync::oneshot};

use super::{Pen, until};

#[derive(Clone)]
pub struct Model {
    pub endpoint: String,
    provider: Arc<Provider>,
}

#[derive(Default)]
struct Provider {
    /// What comes next; the last one stays.
    script: Mutex<VecDeque<Behaviour>>,
    asked: Mutex<Vec<Question>>,
    held: Mutex<VecDeque<oneshot::Sender<String>>>,
    pens: Mutex<VecDeque<Pen>>,
}

#[derive(Clone)]
enum Behaviour {
    /// The text of the model's message.
    Writes(String),
    /// This, as it stands in the first passage.
    Knows(String),
    /// Statement after statement, as it is told.
    Streams,
    Sends(u16, String),
    /// Until it is told what to answer.
    Waits,
}

/// What the model was asked.
#[derive(Clone, Debug)]
pub struct Question {
    pub authorization: String,
    pub body: Value,
}

impl Model {
    pub async fn start() -> Self {
        let provider = Arc::new(Provider::default());
        let router = Router::new().route("/v1/chat/completions", post(complete)).with_state(provider.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}/v1", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { endpoint, provider }
    }

    /// From now on it writes this, whatever it is asked.
    pub fn writes(&self, text: &str) {
        self.then(Behaviour::Writes(text.into()), true);
    }

    /// Answers from the first passage, which it quotes.
    pub fn knows(&self, answer: &str) {
        self.then(Behaviour::Knows(answer.into()), true);
    }

    /// Finds no answer in the passages; asked without them, it writes this.
    pub fn knows_only_in_general(&self, answer: &str) {
        self.then(Behaviour::Writes(json!({ "answerable": false }).to_string()), true);
        self.then(Behaviour::Knows(answer.into()), false);
    }

    pub fn does_not_know(&self) {
        self.writes(&json!({ "answerable": false, "statements": [] }).to_string());
    }

    /// The provider sends this instead of a completion.
    pub fn sends(&self, status: u16, body: &str) {
        self.then(Behaviour::Sends(status, body.into()), true);
    }

    /// Fails once, and answers when it is asked again.
    pub fn stumbles_then_knows(&self, status: u16, answer: &str) {
        self.sends(status, "");
        self.then(Behaviour::Knows(answer.into()), false);
    }

    /// Completes a question like this, then answers it from the first passage.
    pub fn completes_then_knows(&self, question: &str, answer: &str) {
        self.writes(&json!({ "question": question }).to_string());
        self.then(Behaviour::Knows(answer.into()), false);
    }

    /// Does not answer until [`Model::answers`].
    pub fn thinks(&self) {
        self.then(Behaviour::Waits, true);
    }

    /// Waits until it is asked, and answers that.
    pub async fn answers(&self, answer: &str) {
        let waiting = until("the model is asked", || async { self.provider.held.lock().unwrap().pop_front() }).await;
        // Whoever asked may have given up.
        let _ = waiting.unwrap().send(answer.into());
    }

    /// From now on it writes answers piece by piece, by [`Model::pen`].
    pub fn streams(&self) {
        self.then(Behaviour::Streams, true);
    }

    /// Waits until it is asked, and takes the pen.
    pub async fn pen(&self) -> Pen {
        until("the model is asked", || async { self.provider.pens.lock().unwrap().pop_front() }).await.unwrap()
    }

    /// Waits until it has been asked so often.
    pub async fn is_asked(&self, times: usize) -> Vec<Question> {
        let asked = || async { Some(self.asked()).filter(|asked| asked.len() >= times) };
        until("the model is asked", asked).await.unwrap()
    }

    pub fn asked(&self) -> Vec<Question> {
        self.provider.asked.lock().unwrap().clone()
    }

    /// Nobody waits for it any more.
    pub fn lets_go(&self) {
        self.sends(400, "");
        self.provider.held.lock().unwrap().clear();
        self.provider.pens.lock().unwrap().clear();
    }

    fn then(&self, behaviour: Behaviour, afresh: bool) {
        let mut script = self.provider.script.lock().unwrap();
        if afresh {
            script.clear();
        }
        script.push_back(behaviour);
    }
}

/// An answer, borne out by the first passage that the question came with.
fn answered(answer: &str, question: &Value) -> String {
    let statement = json!({ "text": answer, "passage": 1, "quote": first_passage(question) });
    json!({ "answerable": true, "answer": answer, "statements": [statement] }).to_string()
}

fn first_passage(question: &Value) -> String {
    let given: Value = serde_json::from_str(question["messages"][1]["content"].as_str().unwrap()).unwrap();
    given["passages"][0]["text"].as_str().unwrap_or_default().to_owned()
}

async fn complete(State(provider): State<Arc<Provider>>, headers: HeaderMap, Json(body): Json<Value>) -> Response {
    let authorization = headers.get("authorization").map_or("", |value| value.to_str().unwrap()).to_owned();
    provider.asked.lock().unwrap().push(Question { authorization, body: body.clone() });
    let behaviour = {
        let mut script = provider.script.lock().unwrap();
        if script.len() > 1 { script.pop_front() } else { script.front().cloned() }
    };
    match behaviour {
        Some(Behaviour::Writes(text)) => completion(&text),
        Some(Behaviour::Knows(answer)) => completion(&answered(&answer, &body)),
        Some(Behaviour::Streams) => {
            let (pen, response) = Pen::new(first_passage(&body));
            provider.pens.lock().unwrap().push_back(pen);
            response
        }
        Some(Behaviour::Sends(status, body)) => (StatusCode::from_u16(status).unwrap(), body).into_response(),
        Some(Behaviour::Waits) => {
            let (tell, told) = oneshot::channel();
            provider.held.lock().unwrap().push_back(tell);
            match told.await {
                Ok(answer) => completion(&answered(&answer, &body)),
                Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
            }
        }
        None => StatusCode::NOT_IMPLEMENTED.into_response(),
    }
}

fn completion(text: &str) -> Response {
    Json(json!({ "choices": [{ "message": { "role": "assistant", "content": text } }] })).into_response()
}
