//! A Baton installation with people and conversations in it, made once over the public API.
//! Every measurement starts a server on a copy of its data.

use std::{fs, net::SocketAddr, path::Path};

use anyhow::Context;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{
    api::{Api, number, text},
    contender::Contender,
    founder::{Founder, PASSWORD},
    line::Seat,
    server::Server,
};

/// Conversations of the throughput items.
pub const CONVERSATIONS: usize = 50;
/// Of agents who are never to be busy.
pub const CAPACITY: i64 = 1000;

/// Customer, agent and observer of one conversation.
pub type Seats = [Seat; 3];

pub struct World {
    /// The data that copies are made of.
    data: TempDir,
    pub app: i64,
    /// An API key of the app.
    pub key: String,
    pub conversations: Vec<Seats>,
    pub desk: Desk,
}

/// An AI Agent that hands over to a pool of one.
pub struct Desk {
    pub assistant: String,
    pub agent_token: String,
    pub customer_token: String,
}

impl World {
    pub async fn make(baton: &Contender) -> anyhow::Result<Self> {
        let data = folder()?;
        let mut server = Server::start(baton, data.path())?;
        server.ready().await?;
        let nobody = Api::new(server.address, "");
        let admin = json!({ "full_name": "Ada", "email": "ada@example.com", "password": PASSWORD });
        nobody.post("/setup", admin).await?;
        let signed_in = json!({ "email": "ada@example.com", "password": PASSWORD, "bearer": true });
        let admin = nobody.with_token(&text(&nobody.post("/sessions", signed_in).await?, "/token")?);
        let app = number(&admin.post("/apps", json!({ "name": "Measured" })).await?, "/app/id")?;
        let key = text(&admin.post(&format!("/apps/{app}/keys"), json!({ "name": "bench" })).await?, "/key")?;
        let founder = Founder::new(server.address, app, &key);
        let mut conversations = Vec::with_capacity(CONVERSATIONS);
        for place in 0..CONVERSATIONS {
            conversations.push(founder.conversation(place).await?);
        }
        let desk = desk(&founder).await?;
        server.stop().await?;
        Ok(Self { data, app, key, conversations, desk })
    }

    /// Who makes more people and conversations, on a server that runs on this data.
    pub fn founder(&self, address: SocketAddr) -> Founder {
        Founder::new(address, self.app, &self.key)
    }

    /// A folder with a copy of the data, which goes when it is dropped.
    pub fn copy(&self) -> anyhow::Result<TempDir> {
        copied(self.data.path())
    }
}

async fn desk(founder: &Founder) -> anyhow::Result<Desk> {
    let (agent, agent_token) = founder.agent("desk", CAPACITY).await?;
    let set = |settings: &mut Value| {
        let unanswered = &mut settings["unanswered"];
        unanswered["action"] = json!("human_handover");
        unanswered["handover"]["notify_assigned"] = json!(true);
        unanswered["handover"]["agents"] = json!([agent]);
    };
    let assistant = founder.assistant("Helper", set).await?;
    let (_, customer_token) = founder.customer("asker").await?;
    Ok(Desk { assistant, agent_token, customer_token })
}

/// A new folder with the files of another.
pub fn copied(data: &Path) -> anyhow::Result<TempDir> {
    let copy = folder()?;
    for entry in fs::read_dir(data)? {
        let entry = entry?;
        fs::copy(entry.path(), copy.path().join(entry.file_name()))?;
    }
    Ok(copy)
}

/// A new folder on a real disk: `/tmp` may be memory, and then waiting for the disk costs nothing.
pub fn folder() -> anyhow::Result<TempDir> {
    let program = std::env::current_exe()?;
    let beside = program.parent().unwrap_or(Path::new("."));
    tempfile::tempdir_in(beside).context("cannot make a folder for the data")
}

/// Seats for a server that makes rooms of their names and asks nobody for a password.
pub fn open_rooms() -> Vec<Seats> {
    let seats = |dialog: String| {
        ["customer", "agent", "observer"].map(|name| Seat { dialog: dialog.clone(), pass: format!("{dialog}-{name}") })
    };
    (1..=CONVERSATIONS).map(|place| seats(format!("{place:024x}"))).collect()
}
