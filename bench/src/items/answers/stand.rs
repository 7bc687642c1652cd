//! Baton with some knowledge: its data, and its server once it has answered.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use anyhow::ensure;
use tempfile::TempDir;
use tokio::time::sleep;

use super::By;
use crate::{
    contender::Contender,
    figures::median,
    knowledge::Knowledge,
    prose::Prose,
    server::Server,
    shelves::{self, PASSAGES},
    world::{World, copied},
};

const GIVE_UP: Duration = Duration::from_secs(60);
const TRY_EVERY: Duration = Duration::from_millis(5);
/// Of the first question, which no other text has.
const SEED: u64 = 1;

/// What is measured: which program, on whose data, and how it finds passages.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    pub world: &'a World,
    pub baton: &'a Contender,
    pub by: By,
}

/// A server that has given its first answer.
pub struct Stand {
    pub server: Server,
    pub knowledge: Knowledge,
    pub start: Start,
}

/// Seconds since the process was started.
#[derive(Clone, Copy)]
pub struct Start {
    /// Until the first answer.
    pub first_s: f64,
    /// Until the first answer that looked for meaning too, if there is a model.
    pub full_s: f64,
}

impl Start {
    /// The medians.
    pub fn middle(starts: &[Self]) -> Self {
        let middle = |figure: fn(&Self) -> f64| median(starts.iter().map(figure).collect()).unwrap_or(f64::NAN);
        Self { first_s: middle(|start| start.first_s), full_s: middle(|start| start.full_s) }
    }
}

impl Setting<'_> {
    /// Data with one source, indexed by Baton itself.
    pub async fn original(self) -> anyhow::Result<TempDir> {
        let data = self.world.copy()?;
        let mut server = Server::start(self.baton, data.path())?;
        server.ready().await?;
        let knowledge = Knowledge::new(server.address, self.world);
        knowledge.add(documents(1, SEED)).await?;
        let progress = knowledge.until_indexed(self.by == By::Meaning, Instant::now() + GIVE_UP).await?;
        ensure!(progress.is_done, "one source is not indexed after {} s", GIVE_UP.as_secs());
        knowledge.until_learned().await?;
        server.stop().await?;
        Ok(data)
    }

    /// A copy of that data with so many passages.
    pub fn filled(self, original: &Path, passages: u32) -> anyhow::Result<TempDir> {
        let data = copied(original)?;
        shelves::fill(data.path(), self.world.app, passages / PASSAGES - 1)?;
        Ok(data)
    }

    pub async fn start(self, data: &Path) -> anyhow::Result<Stand> {
        let question = Prose::new(SEED).question();
        let began = Instant::now();
        let mut server = Server::start(self.baton, data)?;
        server.ready().await?;
        let knowledge = Knowledge::new(server.address, self.world);
        let mut first_s = None;
        loop {
            let verdict = knowledge.ask(&question).await?;
            let now_s = began.elapsed().as_secs_f64();
            let first_s = *first_s.get_or_insert(now_s);
            if self.by == By::Words || verdict["by_meaning"] == true {
                return Ok(Stand { server, knowledge, start: Start { first_s, full_s: now_s } });
            }
            ensure!(began.elapsed() < GIVE_UP, "no answer came that looked for meaning");
            sleep(TRY_EVERY).await;
        }
    }
}

/// Each becomes a source of ten passages.
pub(super) fn documents(count: usize, seed: u64) -> Vec<(String, String)> {
    let mut prose = Prose::new(seed);
    let mut section = || (prose.heading(), prose.passage());
    (0..count)
        .map(|number| {
            let sections: Vec<_> = (0..PASSAGES).map(|_| section()).collect();
            (format!("Document {number}"), shelves::document(&sections))
        })
        .collect()
}
