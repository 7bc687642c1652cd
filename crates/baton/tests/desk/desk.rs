//! The harness: a whole Baton with a real database on a port of its own, people who use it, and fakes
//! only at the far end of the wire. When it is dropped it checks that nothing was left undone.
#![allow(dead_code, reason = "every test crate uses another part of it")]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod agent;
mod chat;
mod customer;
#[path = "../place/database.rs"]
mod database;
mod door;
mod ear;
mod log;
mod model;
mod pen;
mod post_office;
mod push_service;
mod reader;
mod record;
mod server;
mod settings;
mod tiny;
mod until;
mod webhook;

use std::{
    collections::HashMap,
    sync::{
        Mutex,
        atomic::{AtomicI64, Ordering},
    },
};

use baton::config::Config;
use serde_json::{Value, json};

pub use agent::Agent;
pub use chat::Chat;
pub use customer::Customer;
pub use door::{Door, Reply};
pub use ear::Ear;
pub use model::Model;
pub use pen::Pen;
pub use post_office::PostOffice;
pub use push_service::PushService;
pub use tiny::Tiny;
pub use until::until;
pub use webhook::{Webhook, signature};

use server::Server;

/// When every story begins: 2026-03-02 09:00 UTC. Time stands still until [`Desk::passes`].
pub const MORNING_MS: i64 = 1_772_442_000_000;
/// The name of the AI Agent that every desk has.
pub const AI_AGENT: &str = "Fjell";
pub const PASSWORD: &str = "correct horse";

pub struct Desk {
    /// Configures the installation.
    pub admin: Door,
    /// The one app, and its AI Agent.
    pub app: i64,
    pub assistant: String,
    pub assistant_user: i64,
    pub model: Model,
    pub webhook: Webhook,
    server: Server,
    agents: Mutex<HashMap<String, Value>>,
    names: AtomicI64,
    tolerated: Mutex<Vec<&'static str>>,
}

impl Desk {
    pub async fn open() -> Self {
        Self::open_with(|_| {}).await
    }

    /// With settings of the program changed.
    pub async fn open_with(change: impl FnOnce(&mut Config)) -> Self {
        let mut config = quick();
        change(&mut config);
        let server = Server::start(config);
        let nobody = server.door();
        let admin = json!({ "full_name": "Root", "email": "root@example.com", "password": PASSWORD });
        let signed_in = nobody.post("/setup", &admin).await;
        let admin = nobody.with_token(&signed_in.cookie());
        let app = admin.post("/apps", &json!({ "name": "Shop" })).await.ok()["app"]["id"].as_i64().unwrap();
        let created = admin.post(&format!("/apps/{app}/assistants"), &json!({ "name": AI_AGENT })).await.ok();
        let desk = Self {
            admin,
            app,
            assistant: created["id"].as_str().unwrap().to_owned(),
            assistant_user: created["user_id"].as_i64().unwrap(),
            model: server.model.clone(),
            webhook: server.webhook.clone(),
            server,
            agents: Mutex::default(),
            names: AtomicI64::new(1),
            tolerated: Mutex::default(),
        };
        desk.set(json!({ "welcome": { "on": false } })).await;
        desk
    }

    /// Somebody who is not signed in.
    pub fn nobody(&self) -> Door {
        self.server.door()
    }

    /// An address of this app: `at("/agents")`.
    pub fn at(&self, rest: &str) -> String {
        format!("/apps/{}{rest}", self.app)
    }

    pub async fn customer(&self, name: &str) -> Customer {
        self.visitor(json!({ "full_name": name })).await
    }

    pub async fn customer_speaking(&self, name: &str, language: &str) -> Customer {
        self.visitor(json!({ "full_name": name, "language": language })).await
    }

    async fn visitor(&self, who: Value) -> Customer {
        let visitor = self.nobody().post(&self.at("/visitors"), &who).await.ok();
        let door = self.nobody().with_token(visitor["token"].as_str().unwrap());
        Customer::new(door, &visitor["user"], &self.assistant)
    }

    /// A customer whom a program of the app has created, and vouches for.
    pub async fn member(&self, name: &str) -> Customer {
        let new = json!({ "full_name": name, "login": name.to_lowercase() });
        let user = self.admin.post(&self.at("/users"), &new).await.ok();
        let token = self.admin.post(&self.at(&format!("/users/{}/tokens", user["id"])), &json!({})).await.ok();
        Customer::new(self.nobody().with_token(token["token"].as_str().unwrap()), &user, &self.assistant)
    }

    /// The agent of this name, who is hired on first mention.
    pub async fn agent(&self, name: &str) -> Agent {
        let known = self.agents.lock().unwrap().get(name).cloned();
        let agent = match known {
            Some(agent) => agent,
            None => self.hire(name).await,
        };
        let token = self.admin.post(&self.at(&format!("/users/{}/tokens", agent["id"])), &json!({})).await.ok();
        Agent::new(self.nobody().with_token(token["token"].as_str().unwrap()), &agent)
    }

    async fn hire(&self, name: &str) -> Value {
        let email = format!("{}@example.com", name.to_lowercase());
        let new = json!({ "full_name": name, "email": email, "password": PASSWORD });
        let agent = self.admin.post(&self.at("/agents"), &new).await.ok()["agent"].clone();
        self.agents.lock().unwrap().insert(name.to_owned(), agent.clone());
        agent
    }

    /// A program with an API key of the app.
    pub async fn program(&self) -> Door {
        let key = self.admin.post(&self.at("/keys"), &json!({ "name": "program" })).await.ok();
        self.nobody().with_token(key["key"].as_str().unwrap())
    }

    /// Another app of the same installation.
    pub async fn other_app(&self) -> i64 {
        self.admin.post("/apps", &json!({ "name": "Other" })).await.ok()["app"]["id"].as_i64().unwrap()
    }

    /// Moves the clock, and wakes whatever waited for it.
    pub fn passes(&self, ms: i64) {
        self.server.passes(ms);
    }

    /// The program is gone at once and started again on what it had stored. Who was at the door comes anew.
    pub fn crashes(&mut self) {
        self.server.crashes();
        self.admin = self.server.door().with_token(self.admin.token.as_deref().unwrap());
        (self.model, self.webhook) = (self.server.model.clone(), self.server.webhook.clone());
    }

    /// The program is told to go away, and says so to everybody who listens.
    pub fn goes_away(&self) {
        self.server.goes_away();
    }

    /// The embedding model is gone.
    pub fn loses_model(&self) {
        self.server.loses_model();
    }

    /// A message id as a client makes it.
    pub fn message_id(&self) -> String {
        format!("{:024x}", self.names.fetch_add(1, Ordering::Relaxed))
    }

    /// What holds this text may be left in the outbox or the log when the story ends.
    pub fn tolerates(&self, words: &'static str) {
        self.tolerated.lock().unwrap().push(words);
    }
}

/// Answers at once, has no patience to lose, and lets everybody in.
fn quick() -> Config {
    let mut config = Config::default();
    config.answers.burst_ms = 0;
    config.answers.learn_after_ms = 1;
    config.patience.heartbeat_ms = 3_600_000;
    config.server.sign_ins_per_minute = 100_000;
    config.server.visitors_per_minute = 100_000;
    config
}

impl Drop for Desk {
    fn drop(&mut self) {
        let failing = std::thread::panicking();
        let left = self.server.stop(!failing);
        if failing {
            return;
        }
        let tolerated = self.tolerated.lock().unwrap();
        let faults: Vec<String> =
            left.into_iter().filter(|fault| !tolerated.iter().any(|words| fault.contains(words))).collect();
        assert!(faults.is_empty(), "when the desk was closed: {faults:#?}");
    }
}

/// A program that was just started for the first time, and somebody at its door.
pub fn bare() -> (Bare, Door) {
    let server = Server::start(quick());
    let nobody = server.door();
    (Bare(server), nobody)
}

/// Stops the program when it is dropped, and checks it as [`Desk`] does.
pub struct Bare(Server);

impl Drop for Bare {
    fn drop(&mut self) {
        let failing = std::thread::panicking();
        let left = self.0.stop(!failing);
        assert!(failing || left.is_empty(), "when the desk was closed: {left:#?}");
    }
}
