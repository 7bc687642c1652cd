//! The program with a database of its own, which is gone afterwards. Nobody else's data is read or changed.

use std::path::{Path, PathBuf};

use anyhow::Context;
use baton::{
    app::{App, Shared},
    clock::Clock,
    config::Config,
    knowledge::ReaderProcess,
    store::Place,
};

use super::super::{
    model::{open_installed, open_model},
    settings::READ_APART,
};

/// Says that no model shall be used.
const NONE: &str = "none";

pub(super) struct Bench {
    pub app: Shared,
    folder: PathBuf,
}

impl Bench {
    pub async fn open(config: Config) -> anyhow::Result<Self> {
        let folder = std::env::temp_dir().join(format!("baton-eval-{}", std::process::id()));
        std::fs::create_dir(&folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
        let program = std::env::current_exe().context("cannot find out where this program is")?;
        let reader = ReaderProcess::new(program, vec![READ_APART.into()]);
        let place = Place::File(folder.join("baton.db"));
        let app = App::open(config, &place, Clock::System, reader).await.context("cannot open a database")?;
        Ok(Self { app, folder })
    }

    /// Lets everything from now on be compared by meaning. Answers whether there is a model.
    ///
    /// # Errors
    /// When one is named that cannot be opened.
    pub async fn bring_model(&self, wanted: Option<&Path>) -> anyhow::Result<bool> {
        match wanted {
            Some(none) if none == Path::new(NONE) => Ok(false),
            Some(folder) => open_model(&self.app, folder).await.map(|()| true),
            None => open_installed(&self.app).await,
        }
    }

    pub async fn close(&self) {
        self.app.store.close().await;
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        // What stays behind lies in the system's folder for such things.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
