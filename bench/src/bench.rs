//! What every item has at hand: who takes part, and a fresh server on request.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context;
use tempfile::TempDir;

use crate::{
    contender::{Contender, Program},
    line::Line,
    server::Server,
    world::{self, Seats, World},
};

pub struct Bench {
    /// Those that can be started here, in the order in which they take turns.
    pub contenders: Vec<Contender>,
    /// Absent when Baton is not there.
    pub world: Option<World>,
    /// How many messages lie in the large database.
    pub messages: u32,
    /// The embedding model's folder, if one was given.
    pub model: Option<PathBuf>,
    _program: TempDir,
}

/// A server that runs on data of its own. The server ends before its data goes.
pub struct Stage {
    pub server: Server,
    _data: TempDir,
}

impl Bench {
    pub async fn prepare(baton: &Path, messages: u32, model: Option<PathBuf>) -> anyhow::Result<Self> {
        // A copy, so that a build that ends meanwhile does not change what is measured.
        let folder = world::folder()?;
        let program = folder.path().join("baton");
        if baton.is_file() {
            fs::copy(baton, &program)?;
        }
        let baton = Contender::Baton(Program { path: program, model_folder: None });
        let world = if baton.is_here() { Some(World::make(&baton).await?) } else { None };
        let all = [baton, Contender::Limit, Contender::Ejabberd, Contender::Prosody];
        let contenders = all.into_iter().filter(Contender::is_here).collect();
        let model = model.map(fs::canonicalize).transpose().context("the folder of --model is not there")?;
        Ok(Self { contenders, world, messages, model, _program: folder })
    }

    /// Data for this contender, with people in it where it knows people.
    pub fn data(&self, contender: &Contender) -> anyhow::Result<TempDir> {
        match (contender, &self.world) {
            (Contender::Baton(_), Some(world)) => world.copy(),
            (Contender::Baton(_) | Contender::Limit | Contender::Ejabberd | Contender::Prosody, _) => world::folder(),
        }
    }

    pub async fn stage(&self, contender: &Contender) -> anyhow::Result<Stage> {
        let data = self.data(contender)?;
        let mut server = Server::start(contender, data.path())?;
        server.ready().await?;
        Ok(Stage { server, _data: data })
    }

    pub fn seats(&self, contender: &Contender) -> Vec<Seats> {
        match (contender, &self.world) {
            (Contender::Baton(_), Some(world)) => world.conversations.clone(),
            (Contender::Baton(_) | Contender::Limit | Contender::Ejabberd | Contender::Prosody, _) => {
                world::open_rooms()
            }
        }
    }

    /// Everybody of this conversation, connected.
    pub async fn lines(&self, contender: &Contender, server: &Server, seats: &Seats) -> anyhow::Result<[Line; 3]> {
        let [customer, agent, observer] = seats;
        let open = async |seat| Line::open(contender, server.address, seat).await;
        Ok([open(customer).await?, open(agent).await?, open(observer).await?])
    }

    /// All conversations, connected, by their dialog's id.
    pub async fn all_lines(&self, contender: &Contender, server: &Server) -> anyhow::Result<Vec<(String, [Line; 3])>> {
        let mut lines = Vec::new();
        for seats in self.seats(contender) {
            lines.push((seats[0].dialog.clone(), self.lines(contender, server, &seats).await?));
        }
        Ok(lines)
    }
}
