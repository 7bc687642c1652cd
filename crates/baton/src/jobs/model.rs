//! Brings the embedding model: opens it where it lies, or fetches it in the background while questions are answered
//! without it.

use std::path::{Path, PathBuf};

use encoder::{Encoder, EncoderState};

use crate::{
    actions,
    app::Shared,
    config::Config,
    fetch::model::{From, Origins, Progress, install},
};

/// Brings the model, and again whenever somebody asks for it, until the program ends.
pub async fn bring_model(app: Shared) {
    let mut closing = app.closing.subscribe();
    let mut may_fetch = app.config.model.fetch;
    loop {
        tokio::select! {
            () = bring(&app, may_fetch) => {}
            () = async { drop(closing.wait_for(|closing| *closing).await) } => return,
        }
        tokio::select! {
            () = app.encoder_wanted.notified() => may_fetch = true,
            () = async { drop(closing.wait_for(|closing| *closing).await) } => return,
        }
    }
}

async fn bring(app: &Shared, may_fetch: bool) {
    if app.encoder.get().is_some() {
        return;
    }
    let folder = model_folder(&app.config);
    if !folder.join("model.safetensors").exists() {
        if !may_fetch {
            tracing::info!(
                "there is no embedding model: answers are found by their words alone; `baton model install` brings one"
            );
            return;
        }
        tracing::info!("fetching the embedding model; until it is there, answers are found by their words alone");
        if let Err(error) = fetch(app, &folder).await {
            tracing::warn!(%error, "the embedding model was not fetched: answers are found by their words alone");
            app.encoder.set(EncoderState::Failed(error));
            return;
        }
    }
    open(app, folder).await;
}

/// Where the model lies: the folder of the settings, or the one in the data folder.
#[must_use]
pub fn model_folder(config: &Config) -> PathBuf {
    let settings = &config.model;
    if settings.folder.is_empty() {
        Path::new(&config.server.data).join("models").join(Origins::default().published.name)
    } else {
        PathBuf::from(&settings.folder)
    }
}

async fn fetch(app: &Shared, folder: &Path) -> Result<(), String> {
    let mut origins = Origins::default();
    if !app.config.model.index.is_empty() {
        origins.index.clone_from(&app.config.model.index);
    }
    app.encoder.set(EncoderState::Fetching { done: 0, total: None });
    let tell = |progress: Progress<'_>| {
        if progress.file.ends_with("safetensors") || progress.total_bytes.is_some_and(|total| total > 1_000_000) {
            app.encoder.set(EncoderState::Fetching { done: progress.done_bytes, total: progress.total_bytes });
        }
    };
    let into = folder.parent().unwrap_or(Path::new("."));
    install(&origins, &From::Network, into, &tell).await.map(drop).map_err(|error| error.to_string())
}

async fn open(app: &Shared, folder: PathBuf) {
    let opened = tokio::task::spawn_blocking(move || Encoder::open(&folder)).await;
    match opened {
        Ok(Ok(encoder)) => {
            tracing::info!(model = encoder.name(), "the embedding model is ready: answers are found by meaning too");
            app.encoder.set(EncoderState::Ready(encoder.into()));
            if let Err(error) = actions::encode_everything(app).await {
                tracing::error!(%error, "the passages are not being encoded; they will be at the next start");
            }
        }
        Ok(Err(error)) => {
            tracing::warn!(%error, "the embedding model cannot be used: answers are found by their words alone");
            app.encoder.set(EncoderState::Failed(error.to_string()));
        }
        Err(error) => tracing::error!(%error, "opening the embedding model broke"),
    }
}
