//! Baton's WebSocket, as a program uses it.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use futures_util::{SinkExt, StreamExt};
use serde::Deserialize;
use serde_json::value::RawValue;
use socket2::{Domain, Socket, Type};
use tokio::{
    net::{TcpSocket, TcpStream},
    time::timeout,
};
use tokio_tungstenite::{
    WebSocketStream, client_async_with_config,
    tungstenite::{Message, Utf8Bytes, protocol::WebSocketConfig},
};

use super::{BODY, Seat, message_id, number_in};
use crate::tally::Tally;

/// Small, because 10,000 of these are open at once.
const READ_BUFFER: usize = 4096;
/// The least that the system gives, or a little more. Bytes.
const NARROW_WINDOW: usize = 4096;
const NARROW_SEGMENT: u32 = 536;
/// After which nothing more is expected.
const SILENCE: Duration = Duration::from_secs(10);

pub struct Live {
    socket: WebSocketStream<TcpStream>,
    dialog: String,
    /// The number of the newest event when it was let in.
    pub newest: i64,
}

#[derive(Deserialize)]
struct Frame<'a> {
    kind: &'a str,
    #[serde(borrow)]
    body: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct MessageBody<'a> {
    id: &'a str,
}

#[derive(Deserialize)]
struct Welcome<'a> {
    kind: &'a str,
    #[serde(default)]
    seq: i64,
}

impl Live {
    pub async fn open(address: SocketAddr, seat: &Seat) -> anyhow::Result<Self> {
        Ok(Self { dialog: seat.dialog.clone(), ..Self::sign_in(address, &seat.pass).await? })
    }

    /// Like `open`, over a connection that holds next to nothing of what it does not read.
    pub async fn open_narrow(address: SocketAddr, seat: &Seat) -> anyhow::Result<Self> {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
        socket.set_nonblocking(true)?;
        socket.set_recv_buffer_size(NARROW_WINDOW)?;
        // How much the sender's side holds grows with the size of a segment, which is large on loopback.
        socket.set_tcp_mss(NARROW_SEGMENT)?;
        let stream = TcpSocket::from_std_stream(socket.into()).connect(address).await?;
        Ok(Self { dialog: seat.dialog.clone(), ..Self::greet(stream, address, (&seat.pass, None)).await? })
    }

    /// Signs in; everything that this user may hear is heard.
    pub async fn sign_in(address: SocketAddr, token: &str) -> anyhow::Result<Self> {
        Self::greet(TcpStream::connect(address).await?, address, (token, None)).await
    }

    /// Signs in again, and hears what came after the event with this number.
    pub async fn resume(address: SocketAddr, token: &str, after: i64) -> anyhow::Result<Self> {
        Self::greet(TcpStream::connect(address).await?, address, (token, Some(after))).await
    }

    async fn greet(
        stream: TcpStream,
        address: SocketAddr,
        (token, after): (&str, Option<i64>),
    ) -> anyhow::Result<Self> {
        stream.set_nodelay(true)?;
        let settings = WebSocketConfig::default().read_buffer_size(READ_BUFFER);
        let url = format!("ws://{address}/api/v1/live");
        let (socket, _) = client_async_with_config(url, stream, Some(settings)).await?;
        let mut live = Self { socket, dialog: String::new(), newest: 0 };
        let hello = serde_json::json!({ "type": "hello", "token": token, "after": after });
        live.send(hello.to_string()).await?;
        let text = live.frame().await?;
        let welcome: Welcome = serde_json::from_str(&text)?;
        if welcome.kind != "welcome" {
            bail!("not welcome: {text}");
        }
        live.newest = welcome.seq;
        Ok(live)
    }

    pub async fn say(&mut self, number: u32) -> anyhow::Result<()> {
        let dialog = self.dialog.clone();
        self.say_in(&dialog, number, BODY).await
    }

    /// The text must not need escaping.
    pub async fn say_in(&mut self, dialog: &str, number: u32, text: &str) -> anyhow::Result<()> {
        let id = message_id(dialog, number);
        let frame = format!(r#"{{"type":"say","dialog":"{dialog}","id":"{id}","text":"{text}"}}"#);
        self.send(frame).await
    }

    pub async fn hear(&mut self) -> anyhow::Result<u32> {
        loop {
            if let Some(number) = heard(&self.frame().await?)? {
                return Ok(number);
            }
        }
    }

    /// The next frame of any kind.
    pub async fn frame(&mut self) -> anyhow::Result<Utf8Bytes> {
        loop {
            match self.socket.next().await.context("the server closed the connection")?? {
                Message::Text(text) => return Ok(text),
                Message::Close(why) => bail!("the server closed the connection: {why:?}"),
                Message::Ping(_) | Message::Pong(_) | Message::Binary(_) | Message::Frame(_) => {}
            }
        }
    }

    /// Hears messages until so many are there, or nothing more comes; then whatever else is on its way. With when that
    /// was.
    pub async fn hear_all(&mut self, count: u32) -> anyhow::Result<(Tally, Instant)> {
        let mut tally = Tally::default();
        while tally.next() < count {
            let Ok(number) = timeout(SILENCE, self.hear()).await else { break };
            tally.hear(number?);
        }
        let at = Instant::now();
        for frame in self.rest().await? {
            if let Some(number) = heard(&frame)? {
                tally.hear(number);
            }
        }
        Ok((tally, at))
    }

    /// All frames that are on their way.
    pub async fn rest(&mut self) -> anyhow::Result<Vec<Utf8Bytes>> {
        self.send(r#"{"type":"ping"}"#.into()).await?;
        let mut frames = Vec::new();
        loop {
            let text = self.frame().await?;
            if serde_json::from_str::<Frame>(&text)?.kind == "pong" {
                return Ok(frames);
            }
            frames.push(text);
        }
    }

    async fn send(&mut self, frame: String) -> anyhow::Result<()> {
        Ok(self.socket.send(Message::text(frame)).await?)
    }
}

/// The number of the message, if the frame is one.
fn heard(text: &str) -> anyhow::Result<Option<u32>> {
    let frame: Frame = serde_json::from_str(text)?;
    match (frame.kind, frame.body) {
        ("message", Some(body)) => Ok(Some(number_in(serde_json::from_str::<MessageBody>(body.get())?.id)?)),
        ("refused", _) => bail!("refused: {text}"),
        _ => Ok(None),
    }
}
