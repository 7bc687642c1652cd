//! The flags that every command shares, and the settings they lead to.

use std::path::{Path, PathBuf};

use anyhow::Context;
use baton::{
    app::{App, Shared},
    clock::Clock,
    config::Config,
    store::Place,
};
use clap::Args;

#[derive(Args, Clone, Debug, Default)]
pub struct Settings {
    /// Folder for the database (and nothing else); made if it is not there [default: data]
    #[arg(long, env = "BATON_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// PostgreSQL instead of SQLite, such as postgres://user:password@host/database
    #[arg(long, env = "BATON_DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// A TOML file with settings; `baton serve --help` lists them
    #[arg(long, env = "BATON_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
}

impl Settings {
    pub fn load(&self) -> anyhow::Result<Config> {
        #[allow(clippy::disallowed_methods, reason = "the one place that reads the environment")]
        let mut config = Config::load(self.config.as_deref(), |name| std::env::var(name).ok())?;
        if let Some(data) = &self.data {
            config.server.data = data.to_string_lossy().into_owned();
        }
        if let Some(url) = &self.database_url {
            config.server.database_url.clone_from(url);
        }
        Ok(config)
    }
}

/// Opens the database that the settings name, and everything around it.
pub async fn open(config: Config) -> anyhow::Result<Shared> {
    let place = if config.server.database_url.is_empty() {
        let folder = Path::new(&config.server.data);
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
        Place::File(folder.join("baton.db"))
    } else {
        Place::Url(config.server.database_url.clone())
    };
    App::open(config, &place, Clock::System).await.context("cannot open the database")
}
