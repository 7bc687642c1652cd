//! The flags that every command shares, and the settings they lead to.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use baton::{
    app::{App, Shared},
    clock::Clock,
    config::Config,
    knowledge::ReaderProcess,
    store::Place,
};
use clap::Args;

/// The hidden command that reads files that may not be trusted.
pub const READ_APART: &str = "read-apart";

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

/// Opens the database that the settings name, and everything around it. Makes it if it is not there.
pub async fn open(config: Config) -> anyhow::Result<Shared> {
    let place = place(&config);
    if let Place::File(file) = &place {
        let folder = file.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    let program = std::env::current_exe().context("cannot find out where this program is")?;
    let reader = ReaderProcess::new(program, vec![READ_APART.into()]);
    App::open(config, &place, Clock::System, reader).await.context("cannot open the database")
}

/// Like [`open`], but makes nothing.
pub async fn open_existing(config: Config) -> anyhow::Result<Shared> {
    if let Place::File(file) = place(&config)
        && !file.exists()
    {
        bail!("there is no {}; run `baton serve` first, or name the server's folder by --data", file.display());
    }
    open(config).await
}

fn place(config: &Config) -> Place {
    match config.server.database_url.as_str() {
        "" => Place::File(Path::new(&config.server.data).join("baton.db")),
        url => Place::Url(url.to_owned()),
    }
}
