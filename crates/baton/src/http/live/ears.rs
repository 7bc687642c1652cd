//! One connection's place in the stream of events: what it has heard, and what it has yet to.

use std::sync::Arc;

use axum::extract::ws::{Message, WebSocket};
use futures_util::SinkExt;
use tokio::time::timeout;

use super::socket::SEND_WITHIN;
use crate::{
    actions::{self, Ear, Missed},
    app::Shared,
    error::Error,
    live::{Connection, Heard},
};

pub(super) struct Ears {
    pub app: Shared,
    pub ear: Ear,
    pub connection: Arc<Connection>,
    /// The number up to which everything has been sent.
    pub heard: i64,
}

/// Why a connection ends.
#[derive(Debug)]
pub(super) enum Ending {
    /// The client is gone, or reads too slowly.
    Gone,
    /// It is too far behind; it loads its state afresh.
    TooMuch,
    Failed(Error),
}

impl From<axum::Error> for Ending {
    fn from(_: axum::Error) -> Self {
        Self::Gone
    }
}

impl Ears {
    /// Sends everything after what was heard, from the database.
    pub(super) async fn catch_up(&mut self, socket: &mut WebSocket) -> Result<(), Ending> {
        loop {
            let connection = self.connection.clone();
            let missed = actions::missed(&self.app, self.ear, self.heard, |dialog| connection.is_inside(dialog));
            match missed.await.map_err(Ending::Failed)? {
                Missed::TooMuch => return Err(Ending::TooMuch),
                Missed::Events(_, upto) if upto == self.heard => return Ok(()),
                Missed::Events(events, upto) => {
                    let sending = async {
                        for event in events {
                            socket.feed(Message::text(event.frame.as_ref())).await?;
                        }
                        socket.flush().await
                    };
                    timeout(SEND_WITHIN, sending).await.map_err(|_| Ending::Gone)??;
                    self.heard = upto;
                }
            }
        }
    }

    /// Takes what was heard live; what was sent before is not sent again, and what did not fit into
    /// the queue is read from the database first.
    pub(super) async fn hear(&mut self, socket: &mut WebSocket, heard: Heard) -> Result<(), Ending> {
        if self.connection.fell_behind() {
            self.catch_up(socket).await?;
        }
        if heard.seq > 0 && heard.seq <= self.heard {
            return Ok(());
        }
        socket.feed(Message::text(heard.frame.as_ref())).await?;
        self.heard = self.heard.max(heard.seq);
        Ok(())
    }
}
