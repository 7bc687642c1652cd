//! One member's connection to one conversation, whatever the server speaks.
//!
//! Messages of a conversation are numbered 0, 1, 2, … by their sender; the number is in the message's id.

pub mod live;
pub mod news;
pub mod xmpp;

use std::net::SocketAddr;

use anyhow::Context;

pub use live::Live;
use xmpp::Xmpp;

use crate::contender::Contender;

/// What every message says: 128 bytes.
pub const BODY: &str = "I ordered a lamp two weeks ago and the parcel has still not arrived. Could you please look up \
                        where it is now? Thank you so much.";

/// Where a member sits: the conversation, and what lets them in (a token, or a name).
#[derive(Clone, Debug)]
pub struct Seat {
    pub dialog: String,
    pub pass: String,
}

pub enum Line {
    Live(Box<Live>),
    Xmpp(Box<Xmpp>),
}

impl Line {
    /// Connects, signs in and enters the conversation.
    pub async fn open(contender: &Contender, address: SocketAddr, seat: &Seat) -> anyhow::Result<Self> {
        Ok(match contender {
            Contender::Baton(_) | Contender::Limit => Self::Live(Box::new(Live::open(address, seat).await?)),
            Contender::Ejabberd | Contender::Prosody => Self::Xmpp(Box::new(Xmpp::open(address, seat).await?)),
        })
    }

    /// Connects and signs in, and is in no conversation.
    pub async fn sign_in(contender: &Contender, address: SocketAddr, pass: &str) -> anyhow::Result<Self> {
        Ok(match contender {
            Contender::Baton(_) | Contender::Limit => Self::Live(Box::new(Live::sign_in(address, pass).await?)),
            Contender::Ejabberd | Contender::Prosody => Self::Xmpp(Box::new(Xmpp::sign_in(address).await?)),
        })
    }

    pub async fn say(&mut self, number: u32) -> anyhow::Result<()> {
        match self {
            Self::Live(live) => live.say(number).await,
            Self::Xmpp(xmpp) => xmpp.say(number).await,
        }
    }

    /// The number of the next message that is heard. May be dropped while it waits.
    pub async fn hear(&mut self) -> anyhow::Result<u32> {
        match self {
            Self::Live(live) => live.hear().await,
            Self::Xmpp(xmpp) => xmpp.hear().await,
        }
    }
}

/// An id in the ObjectId layout; no two conversations share one.
pub fn message_id(dialog: &str, number: u32) -> String {
    let conversation = dialog.get(dialog.len().saturating_sub(16)..).unwrap_or(dialog);
    format!("{conversation:0>16}{number:08x}")
}

pub fn number_in(message_id: &str) -> anyhow::Result<u32> {
    let digits = message_id.get(16..).context("an id is 24 hexadecimal characters")?;
    Ok(u32::from_str_radix(digits, 16)?)
}
