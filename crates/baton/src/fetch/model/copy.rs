//! Files on this machine: copying with a limit, and their SHA-256. Runs where blocking is allowed.

use std::{
    fs::File,
    io::{Read, copy},
    path::{Path, PathBuf},
};

use encoder::FILES;
use sha2::{Digest, Sha256};

use super::{FILE_MAX_BYTES, ModelError, archive};

pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ModelError> + Send + 'static,
) -> Result<T, ModelError> {
    tokio::task::spawn_blocking(work).await.expect("nothing in here panics, and nobody stops it")
}

/// Copies the three files from a folder or an archive, and answers their SHA-256.
pub(super) async fn given(path: PathBuf, into: PathBuf) -> Result<[String; 3], ModelError> {
    blocking(move || {
        if path.is_dir() {
            copy_folder(&path, &into)?;
        } else {
            archive::unpack_now(&path, &into)?;
        }
        hashes_now(&into)
    })
    .await
}

/// The SHA-256 of a model's three files, in hex.
pub(super) async fn hashes(folder: PathBuf) -> Result<[String; 3], ModelError> {
    blocking(move || hashes_now(&folder)).await
}

pub(super) async fn sha256(path: PathBuf) -> Result<String, ModelError> {
    blocking(move || sha256_now(&path)).await
}

/// Writes what `from` holds to a new file. `named` is what a person calls it.
pub(super) fn limited(from: impl Read, named: &Path, to: &Path) -> Result<(), ModelError> {
    let mut file = File::create(to).map_err(ModelError::disk(to))?;
    let copied = copy(&mut from.take(FILE_MAX_BYTES + 1), &mut file).map_err(ModelError::disk(named))?;
    if copied > FILE_MAX_BYTES {
        return Err(ModelError::TooLarge(named.display().to_string()));
    }
    file.sync_all().map_err(ModelError::disk(to))
}

fn copy_folder(from: &Path, into: &Path) -> Result<(), ModelError> {
    for file in FILES {
        let path = from.join(file);
        if !path.is_file() {
            return Err(ModelError::Lacks { path: from.into(), file });
        }
        limited(File::open(&path).map_err(ModelError::disk(&path))?, &path, &into.join(file))?;
    }
    Ok(())
}

fn hashes_now(folder: &Path) -> Result<[String; 3], ModelError> {
    let [config, tokenizer, weights] = FILES.map(|file| sha256_now(&folder.join(file)));
    Ok([config?, tokenizer?, weights?])
}

fn sha256_now(path: &Path) -> Result<String, ModelError> {
    let mut file = File::open(path).map_err(ModelError::disk(path))?;
    let mut sha256 = Sha256::new();
    let mut part = vec![0; 64 * 1024];
    loop {
        match file.read(&mut part).map_err(ModelError::disk(path))? {
            0 => break,
            read => sha256.update(&part[..read]),
        }
    }
    Ok(sha256.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
