//! The agents, each with an open screen. They take what is offered to anybody as soon as they see it: whoever is asked,
//! and those who sit next to them.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::Context;
use futures_util::{StreamExt, stream::FuturesUnordered};
use serde_json::json;
use tokio::{
    sync::{mpsc, watch},
    task::JoinSet,
    time::timeout,
};

use super::{RACING, stand::Stand};
use crate::{
    api::{Api, Refused},
    line::{Live, news::News},
};

/// After this, nobody takes anything any more.
const PATIENCE: Duration = Duration::from_secs(10);

/// What one of the agents saw or did, by their place in the crew.
pub struct Seen {
    pub agent: usize,
    pub what: What,
    pub at: Instant,
}

pub enum What {
    Asked,
    Has(String),
    Won(String),
    /// Somebody else was faster.
    Lost,
    Failed(String),
}

pub struct Crew {
    agents: JoinSet<anyhow::Result<()>>,
    seen: mpsc::UnboundedReceiver<Seen>,
    over: watch::Sender<bool>,
}

struct Member {
    place: usize,
    ids: Arc<[i64]>,
    api: Api,
    live: Live,
    seen: mpsc::UnboundedSender<Seen>,
}

impl Crew {
    pub async fn start(stand: &Stand) -> anyhow::Result<Self> {
        let (tell, seen) = mpsc::unbounded_channel();
        let (over, is_over) = watch::channel(false);
        let ids: Arc<[i64]> = stand.agents.iter().map(|agent| agent.id).collect();
        let mut agents = JoinSet::new();
        for (place, agent) in stand.agents.iter().enumerate() {
            let live = Live::sign_in(stand.stage.server.address, &agent.token).await?;
            let api = stand.founder.api.with_token(&agent.token);
            let member = Member { place, ids: ids.clone(), api, live, seen: tell.clone() };
            agents.spawn(member.work(is_over.clone()));
        }
        Ok(Self { agents, seen, over })
    }

    /// Everything they saw and did until so many conversations were somebody's.
    pub async fn until_taken(mut self, count: usize) -> anyhow::Result<Vec<Seen>> {
        let mut all = Vec::new();
        let waiting = async {
            let mut taken = 0;
            while taken < count {
                let seen = self.seen.recv().await.context("the agents are gone")?;
                taken += usize::from(matches!(seen.what, What::Has(_)));
                all.push(seen);
            }
            anyhow::Ok(())
        };
        // Those that nobody took are missing in what was seen.
        if let Ok(failed) = timeout(PATIENCE, waiting).await {
            failed?;
        }
        self.over.send_replace(true);
        while let Some(ended) = self.agents.join_next().await {
            ended??;
        }
        while let Ok(seen) = self.seen.try_recv() {
            all.push(seen);
        }
        Ok(all)
    }
}

impl Member {
    async fn work(mut self, mut over: watch::Receiver<bool>) -> anyhow::Result<()> {
        let mut claims = FuturesUnordered::new();
        loop {
            tokio::select! {
                frame = self.live.frame() => if let Some(dialog) = self.hear(&frame?)? {
                    claims.push(claim(self.api.clone(), dialog));
                },
                Some(claimed) = claims.next(), if !claims.is_empty() => self.tell(claimed),
                _ = over.changed() => break,
            }
        }
        while let Some(claimed) = claims.next().await {
            self.tell(claimed);
        }
        for frame in self.live.rest().await? {
            self.hear(&frame)?;
        }
        Ok(())
    }

    /// The dialog that this agent tries to take now.
    fn hear(&self, frame: &str) -> anyhow::Result<Option<String>> {
        let me = self.ids[self.place];
        match News::of(frame)? {
            News::Taken(dialog, agent) if agent == me => self.tell(What::Has(dialog)),
            News::Offered(dialog, asked) => {
                if asked == me {
                    self.tell(What::Asked);
                }
                return Ok(self.sits_near(asked).then_some(dialog));
            }
            News::Taken(..) | News::Waits(..) | News::Other => {}
        }
        Ok(None)
    }

    fn sits_near(&self, asked: i64) -> bool {
        let place = self.ids.iter().position(|id| *id == asked);
        place.is_some_and(|place| (self.place + self.ids.len() - place) % self.ids.len() < RACING)
    }

    fn tell(&self, what: What) {
        // Nobody listens any more when the crew has been given up.
        let _ = self.seen.send(Seen { agent: self.place, what, at: Instant::now() });
    }
}

async fn claim(api: Api, dialog: String) -> What {
    match api.put(&format!("/dialogs/{dialog}/claim"), json!({})).await {
        Ok(_) => What::Won(dialog),
        Err(error) if Refused::is_conflict(&error) => What::Lost,
        Err(error) => What::Failed(format!("{error:#}")),
    }
}
