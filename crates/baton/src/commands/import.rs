//! Brings a folder, a file or a website into a running server's knowledge.

mod door;
mod folder;
mod key;
mod site;

use std::{path::PathBuf, process::ExitCode, time::Duration};

use anyhow::bail;
use clap::Args;
use serde_json::Value;

use super::settings::Settings;
use door::{Became, Door};
use folder::{File, files};
use site::Scope;

/// How often is looked what became of it.
const LOOK_AGAIN: Duration = Duration::from_millis(300);
/// Indexing goes on without anybody watching it.
const WATCHED: Duration = Duration::from_secs(600);

/// Bring a folder, a file, a table of questions and answers, or a website into the knowledge
///
/// The server must be running: it reads and indexes what it is sent, as it does with files sent by the browser. A
/// second program must not write to its SQLite file. Of a folder, every file of a kind that can be read is sent:
/// Markdown, text, HTML, PDF, Word, Excel, OpenDocument tables, CSV and JSON with questions and answers; what is in the
/// knowledge already stays as it is. Of an address of the web, the page, the site or what its sitemap lists is read.
/// Ends with status 1 if anything failed.
#[derive(Args, Debug)]
pub struct Arguments {
    /// A folder, a file, or an address that starts with https:// or http://
    what: String,
    /// The app; not needed when there is only one
    #[arg(long, value_name = "ID")]
    app: Option<i64>,
    /// What to read of an address [default: sitemap if it looks like one, otherwise site]
    #[arg(long)]
    scope: Option<Scope>,
    /// Pages to read of a site or sitemap at most
    #[arg(long, value_name = "NUMBER")]
    pages_max: Option<i64>,
    /// Where the server is [default: where the settings say that it listens]
    #[arg(long, env = "BATON_SERVER", value_name = "URL")]
    server: Option<String>,
    #[arg(long, env = "BATON_LISTEN", hide = true)]
    listen: Option<String>,
    /// An API key; without one, a key for this import is made in the database that --data names, and removed
    #[arg(long, env = "BATON_KEY", hide_env_values = true)]
    key: Option<String>,
    #[command(flatten)]
    settings: Settings,
}

pub async fn run(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let config = arguments.settings.load()?;
    let wanted = Wanted::of(&arguments)?;
    let listens = arguments.listen.unwrap_or_else(|| config.server.listen.clone());
    let server = arguments.server.unwrap_or_else(|| format!("http://{listens}"));
    let mut door = Door::new(&server)?;
    door.knock().await?;
    let all_well = match arguments.key {
        Some(key) => import(door.with(key), arguments.app, wanted).await?,
        None => {
            let made = key::make(config.clone(), arguments.app).await?;
            let done = import(door.with(made.key.clone()), Some(made.app), wanted).await;
            key::remove(config, &made).await?;
            done?
        }
    };
    Ok(if all_well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

enum Wanted {
    Files(Vec<File>),
    Site { address: String, scope: Scope, pages_max: Option<i64> },
}

impl Wanted {
    fn of(arguments: &Arguments) -> anyhow::Result<Self> {
        let what = &arguments.what;
        if what.starts_with("https://") || what.starts_with("http://") {
            let scope = arguments.scope.unwrap_or_else(|| Scope::of(what));
            return Ok(Self::Site { address: what.clone(), scope, pages_max: arguments.pages_max });
        }
        let path = PathBuf::from(what);
        let files = files(&path)?;
        if files.is_empty() {
            bail!("{} holds no file of a kind that can be read; `baton import --help` names them", path.display());
        }
        Ok(Self::Files(files))
    }
}

async fn import(door: &Door, app: Option<i64>, wanted: Wanted) -> anyhow::Result<bool> {
    let app = match app {
        Some(app) => app,
        None => door.only_app().await?,
    };
    match wanted {
        Wanted::Files(files) => import_files(door, app, &files).await,
        Wanted::Site { address, scope, pages_max } => site::import(door, app, (&address, scope, pages_max)).await,
    }
}

/// Sends one after the other, so that one that does not fit stops no other; then watches them being indexed.
async fn import_files(door: &Door, app: i64, files: &[File]) -> anyhow::Result<bool> {
    let mut sent = Vec::with_capacity(files.len());
    for file in files {
        sent.push((file, send(door, app, file).await?));
    }
    let (mut failed, mut added) = (0, 0);
    for (file, became) in sent {
        let became = match became {
            Became::Added(source) => indexed(door, app, source).await?,
            Became::Known(_) | Became::Failed(_) => became,
        };
        match &became {
            Became::Added(_) => added += 1,
            Became::Known(_) => {}
            Became::Failed(_) => failed += 1,
        }
        println!("{:<8} {}{}", became.word(), file.name, became.told());
    }
    println!("{added} of {} files added, {failed} failed", files.len());
    Ok(failed == 0)
}

async fn send(door: &Door, app: i64, file: &File) -> anyhow::Result<Became> {
    match file.read() {
        Ok(bytes) => door.send(app, &file.name, bytes).await,
        Err(why) => Ok(Became::Failed(why)),
    }
}

async fn indexed(door: &Door, app: i64, mut source: Value) -> anyhow::Result<Became> {
    let path = format!("/apps/{app}/sources/{}", source["id"].as_str().unwrap_or_default());
    let mut waited = Duration::ZERO;
    while source["state"] == "pending" && waited < WATCHED {
        tokio::time::sleep(LOOK_AGAIN).await;
        waited += LOOK_AGAIN;
        source = door.get(&path).await?;
    }
    Ok(match source["error"].as_str() {
        Some(error) => Became::Failed(error.into()),
        None => Became::Added(source),
    })
}
