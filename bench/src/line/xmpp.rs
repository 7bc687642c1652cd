//! XMPP over plain TCP: just enough to be a member of a multi-user chat room, signed in anonymously.

use std::net::SocketAddr;

use anyhow::{Context, bail};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use super::{BODY, Seat, message_id, number_in};
use crate::peers::{DOMAIN, ROOMS};

const ANSWER_MAX: usize = 64 * 1024;

pub struct Xmpp {
    stream: TcpStream,
    /// What was read and not yet looked at.
    unread: Vec<u8>,
    dialog: String,
}

impl Xmpp {
    /// Signs in and enters the room.
    pub async fn open(address: SocketAddr, seat: &Seat) -> anyhow::Result<Self> {
        let mut xmpp = Self::sign_in(address).await?;
        xmpp.dialog.clone_from(&seat.dialog);
        let (room, name) = (&seat.dialog, &seat.pass);
        let enter = format!(
            "<presence to='{room}@{ROOMS}/{name}'><x xmlns='http://jabber.org/protocol/muc'>\
             <history maxstanzas='0'/></x></presence>"
        );
        // 110: this presence is one's own, so the room is entered.
        xmpp.ask(&enter, "<status code='110'/>").await?;
        Ok(xmpp)
    }

    /// Signs in and is in no room.
    pub async fn sign_in(address: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let mut xmpp = Self { stream, unread: Vec::new(), dialog: String::new() };
        let begin = format!(
            "<?xml version='1.0'?><stream:stream to='{DOMAIN}' version='1.0' xmlns='jabber:client' \
             xmlns:stream='http://etherx.jabber.org/streams'>"
        );
        xmpp.ask(&begin, "</stream:features>").await?;
        xmpp.ask("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>", "<success").await?;
        xmpp.ask(&begin, "</stream:features>").await?;
        xmpp.ask("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>", "</iq>").await?;
        xmpp.stream.write_all(b"<presence/>").await?;
        Ok(xmpp)
    }

    pub async fn say(&mut self, number: u32) -> anyhow::Result<()> {
        let (room, id) = (&self.dialog, message_id(&self.dialog, number));
        let stanza = format!("<message type='groupchat' to='{room}@{ROOMS}' id='{id}'><body>{BODY}</body></message>");
        Ok(self.stream.write_all(stanza.as_bytes()).await?)
    }

    pub async fn hear(&mut self) -> anyhow::Result<u32> {
        const END: &str = "</message>";
        loop {
            let text = str::from_utf8(&self.unread)?;
            let Some(end) = text.find(END) else {
                self.read().await?;
                continue;
            };
            let number = number_of(&text[..end]);
            self.unread.drain(..end + END.len());
            if let Some(number) = number {
                return Ok(number);
            }
        }
    }

    async fn ask(&mut self, question: &str, answer: &str) -> anyhow::Result<()> {
        self.unread.clear();
        self.stream.write_all(question.as_bytes()).await?;
        while !String::from_utf8_lossy(&self.unread).contains(answer) {
            self.read().await?;
            if self.unread.len() > ANSWER_MAX {
                bail!("{question} was not answered with {answer}");
            }
        }
        self.unread.clear();
        Ok(())
    }

    async fn read(&mut self) -> anyhow::Result<()> {
        let count = self.stream.read_buf(&mut self.unread).await?;
        (count > 0).then_some(()).context("the server closed the connection")
    }
}

/// What a room says of itself carries no number of ours.
fn number_of(stanza: &str) -> Option<u32> {
    let tag = stanza.get(stanza.rfind("<message ")?..)?.split('>').next()?;
    let id = tag.split(" id=").nth(1)?.get(1..25)?;
    number_in(id).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_read_from_the_message_and_not_from_what_is_inside_it() {
        let id = message_id("7", 42);
        let stanza = format!("<presence/><message to='x' id='{id}' type='groupchat'><body>a</body><s id='1'/>");
        assert_eq!(number_of(&stanza), Some(42));
        assert_eq!(number_of("<message type='groupchat'><subject id='7'/>"), None);
    }
}
