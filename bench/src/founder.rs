//! Makes people, conversations and AI Agents over the public API.

use std::net::SocketAddr;

use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::{Value, json};

use crate::{
    api::{Api, number, text},
    line::Seat,
    world::{CAPACITY, Seats},
};

pub const PASSWORD: &str = "only-for-measuring";
/// Requests on their way at the same time.
const AT_ONCE: usize = 64;

#[derive(Clone)]
pub struct Founder {
    pub api: Api,
    pub app: i64,
}

/// Somebody who came by.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub id: i64,
    pub token: String,
}

impl Founder {
    pub fn new(address: SocketAddr, app: i64, key: &str) -> Self {
        Self { api: Api::new(address, key), app }
    }

    pub async fn conversation(&self, place: usize) -> anyhow::Result<Seats> {
        let people = [
            self.customer(&format!("customer{place}")).await?,
            self.agent(&format!("agent{place}"), CAPACITY).await?,
            self.customer(&format!("observer{place}")).await?,
        ];
        let dialog = self.dialog(people.each_ref().map(|(id, _)| *id)).await?;
        Ok(people.map(|(_, token)| Seat { dialog: dialog.clone(), pass: token }))
    }

    /// A dialog of these people alone.
    pub async fn dialog<const PEOPLE: usize>(&self, people: [i64; PEOPLE]) -> anyhow::Result<String> {
        let dialog = json!({ "type": 2, "occupants": people.as_slice() });
        text(&self.api.post("/dialogs", dialog).await?, "/id")
    }

    /// `set` changes its settings from what they are at first.
    pub async fn assistant(&self, name: &str, set: impl FnOnce(&mut Value)) -> anyhow::Result<String> {
        let path = format!("/apps/{}/assistants", self.app);
        let assistant = self.api.post(&path, json!({ "name": name })).await?;
        let id = text(&assistant, "/id")?;
        self.set(&id, set).await?;
        Ok(id)
    }

    /// Changes the settings of an AI Agent.
    pub async fn set(&self, assistant: &str, set: impl FnOnce(&mut Value)) -> anyhow::Result<()> {
        let path = format!("/apps/{}/assistants/{assistant}", self.app);
        let mut assistant = self.api.get(&path).await?;
        set(&mut assistant["settings"]);
        let changed = json!({ "settings": assistant["settings"], "version": assistant["version"] });
        self.api.put(&path, changed).await.map(drop)
    }

    pub async fn customer(&self, login: &str) -> anyhow::Result<(i64, String)> {
        let user = json!({ "full_name": login, "login": login });
        let id = number(&self.api.post(&format!("/apps/{}/users", self.app), user).await?, "/id")?;
        Ok((id, self.token(id).await?))
    }

    pub async fn agent(&self, name: &str, capacity: i64) -> anyhow::Result<(i64, String)> {
        let agent = json!({ "full_name": name, "email": format!("{name}@example.com"), "password": PASSWORD });
        let id = number(&self.api.post(&format!("/apps/{}/agents", self.app), agent).await?, "/agent/id")?;
        self.api.patch(&format!("/apps/{}/agents/{id}", self.app), json!({ "capacity": capacity })).await?;
        Ok((id, self.token(id).await?))
    }

    pub async fn token(&self, user: i64) -> anyhow::Result<String> {
        text(&self.api.post(&format!("/apps/{}/users/{user}/tokens", self.app), json!({})).await?, "/token")
    }

    pub async fn visitors(&self, count: usize) -> anyhow::Result<Vec<Visitor>> {
        let nobody = self.api.with_token("");
        let path = format!("/apps/{}/visitors", self.app);
        each(0..count, async |_| {
            let visitor = nobody.post(&path, json!({})).await?;
            Ok(Visitor { id: number(&visitor, "/user/id")?, token: text(&visitor, "/token")? })
        })
        .await
    }

    /// Visitors who have each opened a conversation with this AI Agent.
    pub async fn with_assistant(&self, assistant: &str, count: usize) -> anyhow::Result<Vec<Seat>> {
        each(self.visitors(count).await?, async |Visitor { token, .. }| {
            let wanted = json!({ "type": 2, "assistant": assistant });
            let dialog = self.api.with_token(&token).post("/dialogs", wanted).await?;
            Ok(Seat { dialog: text(&dialog, "/id")?, pass: token })
        })
        .await
    }
}

/// Does something with each, some of them at the same time; the results are in order.
pub async fn each<T, R>(
    all: impl IntoIterator<Item = T>,
    does: impl AsyncFn(T) -> anyhow::Result<R>,
) -> anyhow::Result<Vec<R>> {
    stream::iter(all).map(|one| does(one)).buffered(AT_ONCE).try_collect().await
}
