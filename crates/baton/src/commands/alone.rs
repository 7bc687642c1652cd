//! One server at a time writes into an SQLite file: two would both number what happens, and answer twice.

use std::{
    fs::{self, File, TryLockError},
    path::Path,
};

use anyhow::{Context, bail};
use baton::config::Config;

const LOCK: &str = "baton.lock";

/// Keeps other servers out of the data folder while what is returned lives; the system lets go of it however this
/// process ends. On PostgreSQL there may be several.
pub fn keep_others_out(config: &Config) -> anyhow::Result<Option<File>> {
    if !config.server.database_url.is_empty() {
        return Ok(None);
    }
    let folder = Path::new(&config.server.data);
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let path = folder.join(LOCK);
    let file = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => bail!(
            "another Baton runs on the data in {}; stop it first, or give this one a folder of its own by --data",
            folder.display()
        ),
        Err(TryLockError::Error(error)) => Err(error).with_context(|| format!("cannot lock {}", path.display())),
    }
}
