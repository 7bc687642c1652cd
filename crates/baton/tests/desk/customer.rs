//! Somebody who asks.

use serde_json::{Value, json};

use super::{Chat, Door};

#[derive(Clone)]
pub struct Customer {
    pub door: Door,
    pub id: i64,
    pub name: String,
    assistant: String,
}

impl Customer {
    pub fn new(door: Door, user: &Value, assistant: &str) -> Self {
        let name = user["full_name"].as_str().unwrap().to_owned();
        Self { door, id: user["id"].as_i64().unwrap(), name, assistant: assistant.into() }
    }

    /// Opens a conversation with the AI Agent, as the widget does.
    pub async fn opens(&self) -> Chat {
        self.opens_as(2).await
    }

    /// A private dialog with the AI Agent.
    pub async fn opens_privately(&self) -> Chat {
        self.opens_as(3).await
    }

    async fn opens_as(&self, kind: i64) -> Chat {
        let dialog = self.door.post("/dialogs", &json!({ "type": kind, "assistant": self.assistant })).await.ok();
        Chat::new(self.clone(), dialog["id"].as_str().unwrap())
    }

    /// Opens a conversation, asks, and waits for what comes of it.
    pub async fn asks(&self, question: &str) -> Chat {
        let chat = self.opens().await;
        chat.asks(question).await;
        chat
    }
}
