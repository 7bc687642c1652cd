//! Where Baton listens and keeps its data.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Server {
    /// Address and port.
    pub listen: String,
    /// Folder for the database file.
    pub data: String,
    /// Empty: SQLite in the data folder. Otherwise `postgres://user:password@host/database`.
    pub database_url: String,
    /// Whether people reach Baton by https (behind a proxy): then cookies are sent over https only.
    pub https: bool,
    /// Whether a proxy in front names the caller's address in `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// How many requests a minute one address may make to sign in, or to begin as a visitor.
    pub sign_ins_per_minute: u32,
    pub visitors_per_minute: u32,
}

impl Default for Server {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:7070".into(),
            data: "data".into(),
            database_url: String::new(),
            https: false,
            behind_proxy: false,
            sign_ins_per_minute: 30,
            visitors_per_minute: 60,
        }
    }
}
