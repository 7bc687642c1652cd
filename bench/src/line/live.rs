//! Baton's WebSocket, as a program uses it.

use std::net::SocketAddr;

use anyhow::{Context, bail};
use futures_util::{SinkExt, StreamExt};
use serde::Deserialize;
use serde_json::value::RawValue;
use tokio::net::TcpStream;
use tokio_tungstenite::{
    WebSocketStream, client_async_with_config,
    tungstenite::{Message, Utf8Bytes, protocol::WebSocketConfig},
};

use super::{BODY, Seat, message_id, number_in};

/// Small, because 10,000 of these are open at once.
const READ_BUFFER: usize = 4096;

pub struct Live {
    socket: WebSocketStream<TcpStream>,
    dialog: String,
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

impl Live {
    pub async fn open(address: SocketAddr, seat: &Seat) -> anyhow::Result<Self> {
        Ok(Self { dialog: seat.dialog.clone(), ..Self::sign_in(address, &seat.pass).await? })
    }

    /// Signs in; everything that this user may hear is heard.
    pub async fn sign_in(address: SocketAddr, token: &str) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let settings = WebSocketConfig::default().read_buffer_size(READ_BUFFER);
        let url = format!("ws://{address}/api/v1/live");
        let (socket, _) = client_async_with_config(url, stream, Some(settings)).await?;
        let mut live = Self { socket, dialog: String::new() };
        let hello = serde_json::json!({ "type": "hello", "token": token, "after": null });
        live.send(hello.to_string()).await?;
        let welcome = live.frame().await?;
        if serde_json::from_str::<Frame>(&welcome)?.kind != "welcome" {
            bail!("not welcome: {welcome}");
        }
        Ok(live)
    }

    pub async fn say(&mut self, number: u32) -> anyhow::Result<()> {
        let (dialog, id) = (&self.dialog, message_id(&self.dialog, number));
        let frame = format!(r#"{{"type":"say","dialog":"{dialog}","id":"{id}","text":"{BODY}"}}"#);
        self.send(frame).await
    }

    pub async fn hear(&mut self) -> anyhow::Result<u32> {
        loop {
            let text = self.frame().await?;
            let frame: Frame = serde_json::from_str(&text)?;
            match (frame.kind, frame.body) {
                ("message", Some(body)) => return number_in(serde_json::from_str::<MessageBody>(body.get())?.id),
                ("refused", _) => bail!("refused: {text}"),
                _ => {}
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

    async fn send(&mut self, frame: String) -> anyhow::Result<()> {
        Ok(self.socket.send(Message::text(frame)).await?)
    }
}
