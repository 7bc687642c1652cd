//! One conversation, as its customer sees it.

use serde_json::{Value, json};

use super::{Customer, Door, Reply, until};

#[derive(Clone)]
pub struct Chat {
    pub id: String,
    pub customer: Customer,
}

impl Chat {
    pub fn new(customer: Customer, id: &str) -> Self {
        Self { id: id.into(), customer }
    }

    pub fn at(&self, rest: &str) -> String {
        format!("/dialogs/{}{rest}", self.id)
    }

    /// The customer writes and does not wait.
    pub async fn says(&self, text: &str) -> Value {
        self.written_by(&self.customer.door, text).await.ok()
    }

    /// The customer writes and waits for what comes of it.
    #[track_caller]
    pub fn asks(&self, text: &str) -> impl Future<Output = ()> {
        let (chat, text) = (self.clone(), text.to_owned());
        async move {
            chat.says(&text).await;
            chat.settles().await;
        }
    }

    /// Waits until the AI Agent owes no answer.
    pub async fn settles(&self) {
        let settled = || async { (self.control().await["answering"] != true).then_some(()) };
        until("the AI Agent is done", settled).await.unwrap();
    }

    pub async fn written_by(&self, door: &Door, text: &str) -> Reply {
        door.post(&self.at("/messages"), &json!({ "text": text })).await
    }

    /// Somebody uploads a file, to be sent afterwards.
    pub async fn uploaded_by(&self, door: &Door, name: &str, content: &[u8]) -> Reply {
        let name: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
        door.post_bytes(&self.at(&format!("/attachments?name={name}")), content).await
    }

    /// Somebody sends files, with or without words; answers the message.
    pub async fn files_sent_by(&self, door: &Door, text: &str, files: &[(&str, &[u8])]) -> Value {
        let mut ids = Vec::new();
        for (name, content) in files {
            ids.push(self.uploaded_by(door, name, content).await.ok()["id"].clone());
        }
        door.post(&self.at("/messages"), &json!({ "text": text, "attachments": ids })).await.ok()
    }

    pub async fn dialog(&self) -> Value {
        self.customer.door.get(&self.at("")).await.ok()
    }

    pub async fn control(&self) -> Value {
        self.dialog().await["control"].clone()
    }

    pub async fn phase(&self) -> String {
        self.control().await["phase"].as_str().unwrap_or("none").to_owned()
    }

    /// The name of the agent who has it.
    pub async fn holder(&self) -> Option<String> {
        self.control().await["agent"]["full_name"].as_str().map(ToOwned::to_owned)
    }

    pub async fn messages(&self) -> Vec<Value> {
        let page = self.customer.door.get(&self.at("/messages?limit=200")).await.ok();
        page["items"].as_array().unwrap().clone()
    }

    /// Every text that the customer did not write, in order.
    pub async fn heard_by_customer(&self) -> Vec<String> {
        let of_others = |message: &&Value| message["sender"]["id"] != self.customer.id;
        let messages = self.messages().await;
        messages.iter().filter(of_others).map(|message| message["text"].as_str().unwrap().to_owned()).collect()
    }

    /// The newest message, which came from the AI Agent's user.
    pub async fn last(&self) -> Value {
        self.messages().await.pop().unwrap()
    }

    /// The customer presses "talk to a person".
    pub async fn wants_a_person(&self) -> Reply {
        self.customer.door.put(&self.at("/handover"), &json!({})).await
    }

    /// Its handovers, newest first.
    pub async fn handovers(&self, staff: &Door) -> Vec<Value> {
        staff.get(&self.at("/handovers")).await.ok()["items"].as_array().unwrap().clone()
    }
}
