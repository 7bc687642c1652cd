//! A live connection: what it says and what it hears.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Message, client::IntoClientRequest},
};

use super::Door;

const WITHIN: Duration = Duration::from_secs(10);

pub struct Ear {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    pub welcome: Value,
}

impl Ear {
    /// Says hello with these fields besides the token.
    pub async fn open(door: &Door, hello: Value) -> Self {
        let mut ear = Self::connect(door).await;
        let mut first = json!({ "type": "hello", "token": door.token });
        first.as_object_mut().unwrap().extend(hello.as_object().unwrap().clone());
        ear.says(&first).await;
        ear.welcome = ear.hears("welcome").await;
        ear.hears("watching").await;
        ear
    }

    /// Connects and says nothing.
    pub async fn connect(door: &Door) -> Self {
        let (socket, _) = connect_async(format!("ws://{}/api/v1/live", door.host)).await.unwrap();
        Self { socket, welcome: Value::Null }
    }

    /// As a page of the program itself, with the session's cookie.
    pub async fn connect_with_cookie(door: &Door) -> Self {
        let mut request = format!("ws://{}/api/v1/live", door.host).into_client_request().unwrap();
        let cookie = format!("baton_session={}", door.token.as_deref().unwrap());
        request.headers_mut().insert("cookie", cookie.parse().unwrap());
        request.headers_mut().insert("origin", format!("http://{}", door.host).parse().unwrap());
        let (socket, _) = connect_async(request).await.unwrap();
        Self { socket, welcome: Value::Null }
    }

    pub async fn says_bytes(&mut self, bytes: &'static [u8]) {
        self.socket.send(Message::binary(bytes)).await.unwrap();
    }

    pub async fn says(&mut self, frame: &Value) {
        self.says_text(&frame.to_string()).await;
    }

    pub async fn says_text(&mut self, text: &str) {
        self.socket.send(Message::text(text)).await.unwrap();
    }

    /// The next frame of this kind; what comes before it is dropped.
    pub async fn hears(&mut self, kind: &str) -> Value {
        loop {
            let frame = self.next().await;
            if frame["kind"] == kind {
                return frame;
            }
        }
    }

    /// Waits for an event of this kind with this body.
    pub async fn hears_that(&mut self, kind: &str, body: &Value) {
        while self.hears(kind).await["body"] != *body {}
    }

    /// Everything up to now, in order.
    pub async fn everything(&mut self) -> Vec<Value> {
        self.says(&json!({ "type": "ping" })).await;
        let mut all = Vec::new();
        loop {
            let frame = self.next().await;
            if frame["kind"] == "pong" {
                return all;
            }
            all.push(frame);
        }
    }

    /// Everything up to and including the message with this text, in order.
    pub async fn up_to_message(&mut self, text: &str) -> Vec<Value> {
        let mut all = Vec::new();
        loop {
            let frame = self.next().await;
            let is_it = frame["kind"] == "message" && frame["body"]["text"] == text;
            all.push(frame);
            if is_it {
                return all;
            }
        }
    }

    /// The kinds of everything up to now, in order.
    pub async fn kinds(&mut self) -> Vec<String> {
        self.everything().await.iter().map(|frame| frame["kind"].as_str().unwrap().to_owned()).collect()
    }

    /// Numbered events up to and including the one with this number, in the order in which they came.
    pub async fn up_to(&mut self, seq: i64) -> Vec<Value> {
        let mut all = Vec::new();
        loop {
            let frame = self.next().await;
            let Some(number) = frame["seq"].as_i64().filter(|_| frame["at"].is_i64()) else { continue };
            all.push(frame);
            if number >= seq {
                return all;
            }
        }
    }

    /// The code with which the program ends the connection.
    pub async fn closes(&mut self) -> u16 {
        self.closes_within(WITHIN.as_secs()).await
    }

    pub async fn closes_within(&mut self, seconds: u64) -> u16 {
        loop {
            let frame = timeout(Duration::from_secs(seconds), self.socket.next()).await.unwrap();
            match frame {
                Some(Ok(Message::Close(Some(close)))) => return close.code.into(),
                Some(Ok(_)) => {}
                ended => panic!("the connection ended without a code: {ended:?}"),
            }
        }
    }

    async fn next(&mut self) -> Value {
        loop {
            let frame = timeout(WITHIN, self.socket.next()).await.expect("nothing was heard in time");
            match frame {
                Some(Ok(Message::Text(text))) => return serde_json::from_str(&text).unwrap(),
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                other => panic!("not a text frame: {other:?}"),
            }
        }
    }
}
