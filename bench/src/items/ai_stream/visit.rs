//! One customer who asks the AI Agent something and reads its answer while it is written.

use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

use super::{
    REPLIES,
    reply::{SENTENCES, question},
};
use crate::{
    api::Api,
    line::{Live, Seat},
};

const PATIENCE: Duration = Duration::from_secs(15);
/// Customers ask one after the other, spread over the time of one statement: if they all asked at once, all statements
/// would end at once.
const APART: Duration = Duration::from_millis(20);
/// An agent takes the conversation when the customer has read so many statements.
const READ_BEFORE: usize = 2;
/// The model would have written the rest of its answer within this.
const STILL_LISTENING: Duration = Duration::from_millis(3_500);

/// When each statement was shown.
pub type Shown = Vec<Instant>;

/// What was heard after an agent wanted the conversation.
pub struct Taken {
    pub wanted: Instant,
    /// The last statement that was shown.
    pub last_shown: Instant,
    /// What the AI Agent said or showed after the customer was told who has the conversation now.
    pub too_late: usize,
}

pub struct Visit {
    number: usize,
    dialog: String,
    live: Live,
}

enum Heard {
    /// The statement with this place is shown.
    Shown(usize),
    /// What the AI Agent says.
    Said {
        kind: String,
        text: String,
    },
    AgentCame,
    Other,
}

impl Visit {
    pub async fn open(address: std::net::SocketAddr, seat: Seat, number: usize) -> anyhow::Result<Self> {
        let live = Live::sign_in(address, &seat.pass).await?;
        Ok(Self { number, dialog: seat.dialog, live })
    }

    /// Until the answer has been said as a whole.
    pub async fn read(mut self) -> anyhow::Result<Shown> {
        timeout(PATIENCE, async {
            let mut shown = Vec::new();
            self.ask().await?;
            loop {
                match self.hear().await? {
                    Heard::Shown(place) if place == shown.len() => shown.push(Instant::now()),
                    Heard::Shown(place) => bail!("statement {place} came after {} others", shown.len()),
                    Heard::Said { kind, text } if kind == "answer" && text == SENTENCES.join(" ") => return Ok(shown),
                    Heard::Said { kind, text } => bail!("the answer is not what the model wrote, but {kind}: {text}"),
                    Heard::AgentCame | Heard::Other => {}
                }
            }
        })
        .await
        .context("no answer came")?
    }

    /// Until an agent has taken it, and for as long as the model would have gone on.
    pub async fn interrupt(mut self, agent: Api) -> anyhow::Result<Taken> {
        timeout(PATIENCE, async {
            self.ask().await?;
            while !matches!(self.hear().await?, Heard::Shown(place) if place + 1 == READ_BEFORE) {}
            let wanted = Instant::now();
            let path = format!("/dialogs/{}/claim", self.dialog);
            let (claimed, taken) = tokio::join!(agent.put(&path, json!({})), self.hear_out(wanted));
            claimed?;
            taken
        })
        .await
        .context("the customer was not told who has the conversation now")?
    }

    async fn hear_out(&mut self, wanted: Instant) -> anyhow::Result<Taken> {
        let mut taken = Taken { wanted, last_shown: wanted, too_late: 0 };
        let mut agent_is_here = false;
        while let Ok(heard) = timeout(STILL_LISTENING.saturating_sub(wanted.elapsed()), self.hear()).await {
            match heard? {
                Heard::Shown(_) | Heard::Said { .. } if agent_is_here => taken.too_late += 1,
                Heard::Shown(_) => taken.last_shown = Instant::now(),
                Heard::Said { kind, text } => bail!("the AI Agent said {kind}: {text}"),
                Heard::AgentCame => agent_is_here = true,
                Heard::Other => {}
            }
        }
        anyhow::ensure!(agent_is_here, "the customer was not told who has the conversation now");
        Ok(taken)
    }

    async fn ask(&mut self) -> anyhow::Result<()> {
        sleep(APART * (self.number % REPLIES) as u32).await;
        self.live.say_in(&self.dialog, 0, &question(self.number)).await
    }

    async fn hear(&mut self) -> anyhow::Result<Heard> {
        let frame: Value = serde_json::from_str(&self.live.frame().await?)?;
        let body = &frame["body"];
        Ok(match frame["kind"].as_str() {
            Some("answering") if frame["text"].is_string() => {
                Heard::Shown(frame["place"].as_u64().context("a statement has a place")? as usize)
            }
            Some("message") if body["ai"].is_object() => {
                let [kind, text] = [&body["ai"]["kind"], &body["text"]].map(|part| part.as_str().unwrap_or_default());
                Heard::Said { kind: kind.into(), text: text.into() }
            }
            Some("control") if body["control"]["phase"] == "agent" => Heard::AgentCame,
            Some("refused") => bail!("refused: {frame}"),
            Some(_) | None => Heard::Other,
        })
    }
}
