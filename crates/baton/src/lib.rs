//! Baton: a self-hosted support chat server. `docs/architecture.md` shows its rooms.

pub mod actions;
pub mod app;
pub mod clock;
pub mod config;
pub mod domain;
pub mod error;
pub mod fetch;
pub mod hours;
pub mod http;
pub mod jobs;
pub mod knowledge;
pub mod live;
pub mod llm;
pub mod notify;
pub mod secrets;
pub mod store;
pub mod texts;
