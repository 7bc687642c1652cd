//! What happens to a source in the background: it is read, cut into passages and encoded; then the knowledge learns
//! from itself again. Each step is a job that may be done twice and goes on after a crash.

use handover::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    access::Caller,
    knowledge::{SourceWish, checked, tell},
    replay,
};
use crate::{
    app::{App, Shared},
    domain::{Source, SourceDetail, SourceFormat, SourceId, SourceKind, SourceState},
    error::Error,
    knowledge::{self, Format, Read},
    store::{NewJob, Tx},
};

/// Passages that are encoded before they are saved: some two seconds of work.
const ENCODED_AT_ONCE: i64 = 32;
const CANCELLED: &str = "Indexing was cancelled. Index it again, or delete it.";

/// The job of reading a source and cutting it into passages.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct IndexSource {
    pub app: i64,
    pub source: SourceId,
}

impl IndexSource {
    pub const KIND: &'static str = "index";
}

/// The jobs of encoding an app's passages, and of learning from its knowledge.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct OfApp {
    pub app: i64,
}

pub const ENCODE_JOB: &str = "encode";
pub const LEARN_JOB: &str = "learn";

pub(super) async fn schedule(tx: &mut Tx, app: i64, source: SourceId, at: Timestamp) -> Result<(), Error> {
    let body = serde_json::to_string(&IndexSource { app, source }).map_err(Error::internal)?;
    // Of each change of its own: one that is being done has read an earlier text.
    let dedupe = format!("index:{source}:{}", at.0);
    Ok(tx
        .add_job(&NewJob { kind: IndexSource::KIND, app: Some(app), dedupe: &dedupe, body: &body, due_at: at }, at)
        .await?)
}

/// Several changes soon after each other are learned from once.
pub(super) async fn schedule_learning(app: &App, tx: &mut Tx, of: i64) -> Result<(), Error> {
    let rest = app.config.answers.learn_after_ms.max(1);
    let at = app.now();
    let due_at = at.plus(rest);
    let body = serde_json::to_string(&OfApp { app: of }).map_err(Error::internal)?;
    let dedupe = format!("{LEARN_JOB}:{of}:{}", due_at.0 / rest);
    Ok(tx.add_job(&NewJob { kind: LEARN_JOB, app: Some(of), dedupe: &dedupe, body: &body, due_at }, at).await?)
}

async fn schedule_encoding(tx: &mut Tx, app: i64, at: Timestamp) -> Result<(), Error> {
    let body = serde_json::to_string(&OfApp { app }).map_err(Error::internal)?;
    let dedupe = format!("{ENCODE_JOB}:{app}:{}", at.0);
    Ok(tx.add_job(&NewJob { kind: ENCODE_JOB, app: Some(app), dedupe: &dedupe, body: &body, due_at: at }, at).await?)
}

/// Does the job. Doing it twice changes nothing.
///
/// # Errors
/// When the database fails; then it is tried again.
pub async fn index_source(app: &Shared, of: i64, id: SourceId) -> Result<(), Error> {
    let mut tx = app.store.read().await?;
    let Some(SourceDetail { source, text }) = tx.source(of, id).await? else { return Ok(()) };
    if source.state == SourceState::Failed {
        return Ok(());
    }
    let file = tx.file_of(id).await?;
    drop(tx);
    let read = match file {
        Some((name, bytes)) => read_file(app, &source, (name, bytes)).await?,
        None => Ok(None),
    };
    let (kind, body) = match &read {
        Ok(Some(ready)) => (ready.kind, ready.body.clone()),
        Ok(None) | Err(_) => (source.kind, text),
    };
    let cut = match &read {
        Ok(_) => tokio::task::spawn_blocking(move || knowledge::cut(kind, &body))
            .await
            .map_err(Error::internal)?
            .map_err(|error| error.to_string()),
        Err(why) => Err(why.clone()),
    };
    let shared = app.clone();
    let save = app.store.write(move |tx| {
        Box::pin(async move {
            let at = shared.now();
            // Somebody may have changed, cancelled or removed it meanwhile.
            let is_same =
                |now: &SourceDetail| now.source.version == source.version && now.source.state != SourceState::Failed;
            if !tx.source(of, id).await?.as_ref().is_some_and(is_same) {
                return Ok(());
            }
            if let Ok(Some(ready)) = &read {
                tx.source_was_read(id, &ready.text()).await?;
            }
            match &cut {
                Ok(passages) => tx.source_ready(of, id, passages, at).await?,
                Err(why) => tx.source_failed(of, id, why, at).await?,
            }
            if shared.encoder.get().is_some() {
                schedule_encoding(tx, of, at).await?;
            }
            schedule_learning(&shared, tx, of).await?;
            tell(&shared, tx, of, id).await.map(drop)
        })
    });
    save.await
}

/// What a file says, ready to be stored; or why it cannot be read, for people.
async fn read_file(
    app: &App,
    source: &Source,
    (name, bytes): (String, Vec<u8>),
) -> Result<Result<Option<super::knowledge::Ready>, String>, Error> {
    let reader = app.reader.clone();
    let format = match source.format {
        Some(SourceFormat::Docx) => Format::Docx,
        Some(SourceFormat::Pdf | SourceFormat::Sheet | SourceFormat::Page) | None => Format::Pdf,
    };
    let read = tokio::task::spawn_blocking(move || knowledge::read(format, &bytes, &reader)).await;
    let (markdown, title) = match read.map_err(Error::internal)? {
        Ok(Read::Text { markdown, title }) => (markdown, title),
        Ok(Read::Pairs(_)) => (String::new(), None),
        Err(error) => return Ok(Err(error.to_string())),
    };
    // The name of the file is what the admin knows it by.
    let title = if name.is_empty() { title.unwrap_or_default() } else { name };
    let wish = SourceWish::Text { title, kind: SourceKind::Markdown, text: markdown };
    Ok(checked(app, wish).map(Some).map_err(|error| error.to_string()))
}

/// Encodes passages until none is left. Questions see each batch as soon as it is saved.
///
/// # Errors
/// When the database fails; then the job goes on later with what is left.
pub async fn encode_knowledge(app: &Shared, of: i64) -> Result<(), Error> {
    let Some(encoder) = app.encoder.get() else { return Ok(()) };
    let _alone = app.encoding.lock().await;
    loop {
        let next = app.store.read().await?.to_encode(of, encoder.name(), ENCODED_AT_ONCE).await?;
        let Some((source, updated_at, passages)) = next else { break };
        if *app.closing.borrow() {
            return Err(Error::Busy("the server is going away; encoding goes on after its start"));
        }
        let vectors = knowledge::encode_passages(encoder.clone(), passages).await?;
        let shared = app.clone();
        let name = encoder.name().to_owned();
        let save = app.store.write(move |tx| {
            Box::pin(async move {
                tx.save_vectors(of, (source, updated_at), &name, &vectors).await?;
                if tx.source(of, source).await?.is_some() {
                    tell(&shared, tx, of, source).await?;
                }
                Ok::<_, Error>(())
            })
        });
        save.await?;
    }
    let shared = app.clone();
    let learn = app.store.write(move |tx| Box::pin(async move { schedule_learning(&shared, tx, of).await }));
    learn.await
}

/// Sees to it that everything the model has not read yet is encoded. For when a model has come.
///
/// # Errors
/// When the database fails.
pub async fn encode_everything(app: &Shared) -> Result<(), Error> {
    let Some(encoder) = app.encoder.get() else { return Ok(()) };
    let apps = app.store.read().await?.apps_to_encode(encoder.name()).await?;
    let now = app.now();
    let schedule = app.store.write(move |tx| {
        Box::pin(async move {
            for of in apps {
                schedule_encoding(tx, of, now).await?;
            }
            Ok(())
        })
    });
    schedule.await
}

/// Learns how scores become probabilities in this knowledge, and asks again what was once fixed.
///
/// # Errors
/// When the database fails; then it is tried again.
pub async fn learn(app: &Shared, of: i64) -> Result<(), Error> {
    let before = app.store.read().await?.calibration(of).await?;
    let made = knowledge::learn(app.stacks(), of).await?;
    let version = made.knowledge_version;
    let at = app.now();
    let save =
        app.store.write(move |tx| Box::pin(async move { Ok::<_, Error>(tx.save_calibration(of, &made, at).await?) }));
    save.await?;
    if before.is_some_and(|before| before.knowledge_version == version) {
        return Ok(());
    }
    replay::replay_fixed(app, of, version).await
}

/// Indexes a source again.
///
/// # Errors
/// When it is out of reach.
pub async fn index_again(app: &Shared, caller: Caller, of: i64, id: SourceId) -> Result<Source, Error> {
    caller.configures(of)?;
    let shared = app.clone();
    let again = app.store.write(move |tx| {
        Box::pin(async move {
            tx.source(of, id).await?.ok_or(Error::NotFound("source"))?;
            let at = shared.now();
            tx.source_pending(id, at).await?;
            schedule(tx, of, id, at).await?;
            tell(&shared, tx, of, id).await
        })
    });
    again.await
}

/// Gives up indexing a source that still waits for it.
///
/// # Errors
/// When it is out of reach.
pub async fn cancel_indexing(app: &Shared, caller: Caller, of: i64, id: SourceId) -> Result<Source, Error> {
    caller.configures(of)?;
    let shared = app.clone();
    let cancel = app.store.write(move |tx| {
        Box::pin(async move {
            let source = tx.source(of, id).await?.ok_or(Error::NotFound("source"))?.source;
            if source.state == SourceState::Pending {
                tx.source_failed(of, id, CANCELLED, shared.now()).await?;
            }
            tell(&shared, tx, of, id).await
        })
    });
    cancel.await
}
