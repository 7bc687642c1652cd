//! What an app knows, over the API: sources go in, questions are asked.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::{task::JoinSet, time::sleep};

use crate::{
    api::{Api, number, text},
    world::World,
};

const LOOK_EVERY: Duration = Duration::from_millis(20);
/// Sources on their way at the same time.
const AT_ONCE: usize = 8;

#[derive(Clone)]
pub struct Knowledge {
    api: Api,
    path: String,
    assistant: String,
}

/// How far indexing is.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// Passages that can be found.
    pub found: i64,
    pub is_done: bool,
}

impl Knowledge {
    pub fn new(address: SocketAddr, world: &World) -> Self {
        let path = format!("/apps/{}", world.app);
        Self { api: Api::new(address, &world.key), path, assistant: world.desk.assistant.clone() }
    }

    /// Adds Markdown documents, each under its title.
    pub async fn add(&self, documents: Vec<(String, String)>) -> anyhow::Result<()> {
        let mut adding = JoinSet::new();
        for (title, text) in documents {
            if adding.len() == AT_ONCE
                && let Some(added) = adding.join_next().await
            {
                added??;
            }
            let (api, path) = (self.api.clone(), format!("{}/sources", self.path));
            let source = json!({ "kind": "markdown", "title": title, "text": text });
            adding.spawn(async move { api.post(&path, source).await.map(drop) });
        }
        adding.join_all().await.into_iter().collect()
    }

    /// Waits until everything can be found, by its meaning too if that is wanted, but not longer than that.
    pub async fn until_indexed(&self, by_meaning: bool, until: Instant) -> anyhow::Result<Progress> {
        loop {
            let seen = self.api.get(&format!("{}/knowledge", self.path)).await?;
            anyhow::ensure!(text(&seen, "/model/state")? != "failed", "the model cannot be used: {seen}");
            let passages = number(&seen, "/passages")?;
            let found = if by_meaning { number(&seen, "/encoded")? } else { passages };
            let is_done = passages > 0 && found == passages && number(&seen, "/waiting")? == 0;
            if is_done || Instant::now() > until {
                return Ok(Progress { found, is_done });
            }
            sleep(LOOK_EVERY).await;
        }
    }

    /// Waits until the knowledge has been learned from.
    pub async fn until_learned(&self) -> anyhow::Result<()> {
        while text(&self.api.get(&format!("{}/knowledge/curve", self.path)).await?, "/state")? == "making" {
            sleep(LOOK_EVERY).await;
        }
        Ok(())
    }

    /// The verdict; nothing is stored.
    pub async fn ask(&self, question: &str) -> anyhow::Result<Value> {
        let path = format!("{}/assistants/{}/ask", self.path, self.assistant);
        self.api.post(&path, json!({ "question": question })).await
    }
}
