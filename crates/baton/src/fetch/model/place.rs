//! The folder that models are installed in. Each install works in a folder of its own whose name starts with
//! `.partial-`; only a rename gives the result its name, so a crash leaves nothing that looks installed.

use std::{
    fs::{self, File},
    io::ErrorKind,
    path::{Path, PathBuf},
};

use super::{ModelError, copy::blocking};

const PARTIAL: &str = ".partial-";
/// Locked while somebody installs.
const GATE: &str = ".installing";

pub(super) struct Place {
    folder: PathBuf,
    /// Held until the install is over: nobody sweeps while anybody works.
    _gate: File,
}

/// A folder to work in, gone when dropped.
pub(super) struct Partial(PathBuf);

impl Place {
    /// Sweeps away what crashed installs left, unless another install is running.
    pub async fn open(folder: PathBuf) -> Result<Self, ModelError> {
        blocking(move || {
            fs::create_dir_all(&folder).map_err(ModelError::disk(&folder))?;
            let path = folder.join(GATE);
            let gate = File::create(&path).map_err(ModelError::disk(&path))?;
            if gate.try_lock().is_ok() {
                sweep(&folder);
                gate.unlock().map_err(ModelError::disk(&path))?;
            }
            // On a disk that knows no locks, nobody could have swept.
            let _ = gate.lock_shared();
            Ok(Self { folder, _gate: gate })
        })
        .await
    }

    pub fn installed(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Creating a folder fails if it is there, so two installs never share one.
    pub async fn partial(&self) -> Result<Partial, ModelError> {
        let folder = self.folder.clone();
        blocking(move || {
            let mut number = 0;
            loop {
                let path = folder.join(format!("{PARTIAL}{number}"));
                match fs::create_dir(&path) {
                    Ok(()) => {
                        let partial = Partial(path);
                        fs::create_dir(partial.model()).map_err(ModelError::disk(partial.model()))?;
                        return Ok(partial);
                    }
                    Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
                    Err(error) => return Err(ModelError::Disk { path, source: error }),
                }
            }
        })
        .await
    }

    /// Gives the finished model its name. What had it before is replaced.
    pub async fn keep(&self, partial: Partial, name: String) -> Result<PathBuf, ModelError> {
        let installed = self.installed(&name);
        blocking(move || {
            let before = partial.0.join("before");
            match fs::rename(&installed, &before) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(ModelError::Disk { path: installed, source: error });
                }
                Ok(()) | Err(_) => {}
            }
            match fs::rename(partial.model(), &installed) {
                // Another install of the same was faster.
                Err(_) if installed.is_dir() => Ok(installed),
                Err(error) => Err(ModelError::Disk { path: installed, source: error }),
                Ok(()) => Ok(installed),
            }
        })
        .await
    }
}

impl Partial {
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Where the three files go.
    pub fn model(&self) -> PathBuf {
        self.0.join("model")
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        // What stays is swept away by the next install.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(PARTIAL)) {
        // What cannot be removed now is in nobody's way.
        let _ = fs::remove_dir_all(entry.path());
    }
}
