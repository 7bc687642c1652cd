//! A key that lasts as long as an import, for who has the server's database at hand. Making one records no event, so a
//! server that uses the same database is not disturbed.

use anyhow::{Context, bail};
use baton::{
    actions::{self, Caller},
    app::Shared,
    config::Config,
};

use super::super::settings::open_existing;

const CALLER: Caller = Caller::Admin { id: 0 };
const NAME: &str = "baton import";
const APPS_MAX: usize = 1000;

pub(super) struct Made {
    pub app: i64,
    pub key: String,
    id: i64,
}

pub(super) async fn make(config: Config, wanted: Option<i64>) -> anyhow::Result<Made> {
    let app = open_existing(config).await.context("no --key was given, and none could be made")?;
    let made = made(&app, wanted).await;
    app.store.close().await;
    made
}

async fn made(app: &Shared, wanted: Option<i64>) -> anyhow::Result<Made> {
    let apps = actions::list_apps(app, CALLER, None, APPS_MAX).await?.items;
    let apps: Vec<_> = apps.into_iter().filter(|app| wanted.is_none_or(|wanted| wanted == app.id)).collect();
    let of = match apps.as_slice() {
        [only] => only.id,
        [] => bail!("there is no such app; `baton admin apps` lists them"),
        several => {
            let list: Vec<String> = several.iter().map(|app| format!("  {}  {}", app.id, app.name)).collect();
            bail!("there are several apps; say which one by --app:\n{}", list.join("\n"))
        }
    };
    let (id, key) = actions::create_key(app, CALLER, of, NAME).await?;
    Ok(Made { app: of, key, id })
}

pub(super) async fn remove(config: Config, made: &Made) -> anyhow::Result<()> {
    let app = open_existing(config).await?;
    let removed = actions::remove_key(&app, CALLER, made.app, made.id).await;
    app.store.close().await;
    removed.context("the key of this import is still there; remove it on the page of API keys")
}
