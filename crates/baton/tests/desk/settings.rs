//! The admin sets the desk up: knowledge, the AI Agent's settings, human handover.

use serde_json::{Value, json};

use super::{Agent, Desk, Reply, until};

/// What the shop of the stories knows.
const FAQ: [(&str, &str); 6] = [
    ("How long can I return things?", "You can return anything within 60 days."),
    ("What does shipping cost?", "Shipping costs 4 euros; from 80 euros on it is free."),
    ("Do you repair tents?", "Yes, our workshop repairs tents and zips all year."),
    ("Which payment methods do you take?", "We take cards, transfer and invoices."),
    ("How do I wash a down jacket?", "Wash it at 30 degrees with special detergent."),
    ("Where is your store in Bergen?", "It is at Strandgaten 12, right by the harbour."),
];

impl Desk {
    /// Gives it the shop's questions and answers.
    pub async fn knows_the_shop(&self) {
        let pairs: Vec<Value> =
            FAQ.iter().map(|(question, answer)| json!({ "question": question, "answer": answer })).collect();
        let file = serde_json::to_vec(&pairs).unwrap();
        self.admin.upload(&self.at("/sources/files"), &[("faq.json", &file)]).await.ok();
        self.has_read_everything().await;
    }

    /// Adds a question with its answer; answers the source.
    pub async fn knows(&self, question: &str, answer: &str) -> Value {
        let pair = json!({ "kind": "qa", "question": question, "answer": answer });
        let source = self.admin.post(&self.at("/sources"), &pair).await.ok();
        self.has_read_everything().await;
        source
    }

    /// Waits until no source is pending.
    pub async fn has_read_everything(&self) {
        let ready = || async {
            let sources = self.admin.get(&self.at("/sources?limit=200")).await.ok();
            let pending = sources["items"].as_array().unwrap().iter().any(|source| source["state"] == "pending");
            (!pending).then_some(())
        };
        until("all sources are ready", ready).await.unwrap();
    }

    /// How much it knows and how far indexing is.
    pub async fn overview(&self) -> Value {
        self.admin.get(&self.at("/knowledge")).await.ok()
    }

    /// Waits until what was seen has been learned from, and that holds.
    pub async fn learns(&self, what: &str, is_learned: impl Fn(&Value) -> bool) -> Value {
        let curve = || async {
            self.passes(1);
            Some(self.admin.get(&self.at("/knowledge/curve")).await.ok()).filter(&is_learned)
        };
        until(what, curve).await.unwrap()
    }

    pub async fn ai_agent(&self) -> Value {
        self.admin.get(&self.at(&format!("/assistants/{}", self.assistant))).await.ok()
    }

    /// Changes some settings of the AI Agent; answers it as it is then.
    pub async fn set(&self, changes: Value) -> Value {
        self.tries_to_set(changes).await.ok()
    }

    pub async fn tries_to_set(&self, changes: Value) -> Reply {
        let now = self.ai_agent().await;
        let mut settings = now["settings"].clone();
        merge(&mut settings, changes);
        self.save(json!({ "settings": settings, "version": now["version"] })).await
    }

    pub async fn save(&self, saved: Value) -> Reply {
        self.admin.put(&self.at(&format!("/assistants/{}", self.assistant)), &saved).await
    }

    /// Turns human handover on, with these agents and settings.
    pub async fn hands_over_to(&self, agents: &[&Agent], changes: Value) -> Value {
        let mut handover = json!({ "agents": agents.iter().map(|agent| agent.id).collect::<Vec<_>>() });
        merge(&mut handover, changes);
        self.set(json!({ "unanswered": { "action": "human_handover", "handover": handover } })).await
    }

    /// Lets the fake model answer.
    pub async fn uses_model(&self) {
        self.uses_model_within(5_000).await;
    }

    pub async fn uses_model_within(&self, timeout_ms: i64) {
        let endpoint = &self.model.endpoint;
        let model = json!({ "endpoint": endpoint, "name": "fake-1", "temperature": 0.0, "max_tokens": 500, "timeout_ms": timeout_ms });
        self.set(json!({ "model": model })).await;
    }

    /// What the AI Agent makes of a question, on the side.
    pub async fn verdict(&self, question: &str) -> Value {
        let path = self.at(&format!("/assistants/{}/ask", self.assistant));
        self.admin.post(&path, &json!({ "question": question })).await.ok()
    }
}

fn merge(into: &mut Value, changes: Value) {
    match (into, changes) {
        (Value::Object(fields), Value::Object(changes)) => {
            for (name, change) in changes {
                merge(fields.entry(name).or_insert(Value::Null), change);
            }
        }
        (into, change) => *into = change,
    }
}
