//! Somebody who works here and answers customers.

use serde_json::{Value, json};

use super::{Chat, Door, Ear, Reply};

pub struct Agent {
    pub door: Door,
    pub id: i64,
    pub name: String,
    pub email: String,
    ear: Option<Ear>,
}

impl Agent {
    pub fn new(door: Door, agent: &Value) -> Self {
        let text = |field: &str| agent[field].as_str().unwrap().to_owned();
        Self { door, id: agent["id"].as_i64().unwrap(), name: text("full_name"), email: text("email"), ear: None }
    }

    /// Opens the Agent Desk; stays online until dropped.
    pub async fn online(mut self) -> Self {
        self.ear = Some(self.listens().await);
        self
    }

    pub fn goes_offline(&mut self) {
        self.ear = None;
    }

    /// A live connection to listen on.
    pub async fn listens(&self) -> Ear {
        Ear::open(&self.door, json!({})).await
    }

    pub async fn away(&self, away: bool) {
        self.door.put("/me/presence", &json!({ "away": away })).await.ok();
    }

    pub async fn claims(&self, chat: &Chat) -> Reply {
        self.door.put(&chat.at("/claim"), &json!({})).await
    }

    pub async fn says(&self, chat: &Chat, text: &str) -> Reply {
        chat.written_by(&self.door, text).await
    }

    pub async fn resolves(&self, chat: &Chat) -> Reply {
        self.door.put(&chat.at("/resolution"), &json!({ "solved": true })).await
    }

    pub async fn returns(&self, chat: &Chat) -> Reply {
        self.door.delete(&chat.at("/claim")).await
    }

    pub async fn transfers(&self, chat: &Chat, to: &Agent) -> Reply {
        self.door.put(&chat.at("/assignee"), &json!({ "agent": to.id })).await
    }

    pub async fn gives_to_pool(&self, chat: &Chat) -> Reply {
        self.door.put(&chat.at("/assignee"), &json!({ "agent": null })).await
    }
}
