//! Sources come in, are cut into passages in the background, and go.

use super::{access::Caller, apps::existing, post};
use crate::{
    app::{App, Shared},
    domain::{Audience, Page, Source, SourceDetail, SourceId, SourceKind, one_more},
    error::Error,
    knowledge::{self, Kind, Pair},
    store::{NewJob, NewSource, Tx},
};

const TITLE_MAX: usize = 200;
/// The kind of the job of indexing a source.
pub const INDEX_JOB: &str = "index";
const NEWEST: &str = "g";

/// A source that somebody wants to add.
#[derive(Clone, Debug)]
pub enum SourceWish {
    Text { title: String, kind: SourceKind, text: String },
    Pair { title: Option<String>, question: String, answer: String },
}

/// The source, which is indexed in the background.
///
/// # Errors
/// When it cannot be read as text or is too large.
pub async fn add_source(app: &Shared, caller: Caller, of: i64, wish: SourceWish) -> Result<Source, Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    let ready = checked(app, wish)?;
    let shared = app.clone();
    app.store.write(move |tx| Box::pin(async move { add_in(&shared, tx, of, &ready).await })).await
}

/// Question-and-answer pairs that came in one file: all or none.
///
/// # Errors
/// When one of them does not fit.
async fn add_pairs(app: &Shared, caller: Caller, of: i64, pairs: Vec<Pair>) -> Result<Vec<Source>, Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    let wish = |pair: Pair| SourceWish::Pair { title: None, question: pair.question, answer: pair.answer };
    let ready = pairs.into_iter().map(|pair| checked(app, wish(pair))).collect::<Result<Vec<_>, _>>()?;
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let mut added = Vec::with_capacity(ready.len());
                for source in &ready {
                    added.push(add_in(&shared, tx, of, source).await?);
                }
                Ok(added)
            })
        })
        .await
}

/// The sources of a file: one, or one for each of its question-and-answer pairs.
///
/// # Errors
/// When it is of a kind that cannot be read, or is no text.
pub async fn add_file(app: &Shared, caller: Caller, of: i64, name: &str, bytes: &[u8]) -> Result<Vec<Source>, Error> {
    caller.configures(of)?;
    let kind = knowledge::kind_of_file(name).ok_or_else(|| {
        Error::Unsupported("files of this kind cannot be read; save it as .md, .txt or .html, or pairs as .json".into())
    })?;
    let unreadable = |error: knowledge::Unreadable| Error::field("file", error.to_string());
    let text = knowledge::decode(bytes).map_err(unreadable)?;
    let kind = match kind {
        Kind::Qa => return add_pairs(app, caller, of, knowledge::parse_pairs(&text).map_err(unreadable)?).await,
        Kind::Text => SourceKind::Text,
        Kind::Markdown => SourceKind::Markdown,
        Kind::Html => SourceKind::Html,
    };
    let title = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
    Ok(vec![add_source(app, caller, of, SourceWish::Text { title, kind, text }).await?])
}

struct Ready {
    title: String,
    kind: SourceKind,
    body: String,
    question: Option<String>,
}

fn checked(app: &App, wish: SourceWish) -> Result<Ready, Error> {
    let ready = match wish {
        SourceWish::Text { kind: SourceKind::Qa, .. } => {
            return Err(Error::field("kind", "a question-and-answer pair needs a question and an answer"));
        }
        SourceWish::Text { title, kind, text } => {
            Ready { title: checked_title(&title)?, kind, body: text, question: None }
        }
        SourceWish::Pair { title, question, answer } => {
            let question = question.trim().to_owned();
            if question.is_empty() || question.chars().count() > 500 {
                return Err(Error::field("question", "must have 1 to 500 characters"));
            }
            if answer.trim().is_empty() {
                return Err(Error::field("answer", "must not be empty"));
            }
            let title = title.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| question.clone());
            let title = title.chars().take(TITLE_MAX).collect();
            Ready { title, kind: SourceKind::Qa, body: answer.trim().into(), question: Some(question) }
        }
    };
    let limit = app.config.limits.file_bytes;
    if ready.body.len() > limit {
        return Err(Error::TooLarge(format!("the text has {} bytes; at most {limit} are taken", ready.body.len())));
    }
    // What cannot be read is refused now, with nothing half-done.
    knowledge::readable(ready.kind, &ready.body).map_err(|error| Error::field("text", error.to_string()))?;
    Ok(ready)
}

fn checked_title(title: &str) -> Result<String, Error> {
    let title = title.trim();
    if title.is_empty() || title.chars().count() > TITLE_MAX {
        return Err(Error::field("title", format!("must have 1 to {TITLE_MAX} characters")));
    }
    Ok(title.into())
}

async fn add_in(app: &App, tx: &mut Tx, of: i64, ready: &Ready) -> Result<Source, Error> {
    let at = app.now();
    let id: SourceId = app.ids.next(at);
    let Ready { title, kind, body, question } = ready;
    tx.add_source(&NewSource { id, app: of, title, kind: *kind, body, question: question.as_deref(), at }).await?;
    let job = serde_json::json!({ "app": of, "source": id }).to_string();
    let dedupe = format!("index:{id}");
    tx.add_job(&NewJob { kind: INDEX_JOB, dedupe: &dedupe, body: &job, due_at: at }, at).await?;
    tell(app, tx, of, id).await
}

/// The job of cutting a source into passages. Doing it twice changes nothing.
///
/// # Errors
/// When the database fails; then it is tried again.
pub async fn index_source(app: &Shared, of: i64, id: SourceId) -> Result<(), Error> {
    let Some(SourceDetail { source, text }) = app.store.read().await?.source(of, id).await? else { return Ok(()) };
    let kind = source.kind;
    let cut = tokio::task::spawn_blocking(move || knowledge::cut(kind, &text)).await.map_err(Error::internal)?;
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                if tx.source(of, id).await?.is_none() {
                    return Ok(());
                }
                let at = shared.now();
                match &cut {
                    Ok(passages) => tx.source_ready(of, id, passages, at).await?,
                    Err(error) => tx.source_failed(id, &error.to_string(), at).await?,
                }
                tell(&shared, tx, of, id).await.map(drop)
            })
        })
        .await
}

async fn tell(app: &App, tx: &mut Tx, of: i64, id: SourceId) -> Result<Source, Error> {
    let source = tx.source(of, id).await?.ok_or(Error::NotFound("source"))?.source;
    post::record(tx, (of, None), ("source", Audience::Staff), &source, app.now()).await?;
    Ok(source)
}

/// # Errors
/// When the caller does not work in the app.
pub async fn list_sources(
    app: &Shared,
    caller: Caller,
    of: i64,
    before: Option<&str>,
    limit: usize,
) -> Result<Page<Source>, Error> {
    caller.works_in(of)?;
    let at_most = one_more(limit);
    let found = app.store.read().await?.sources(of, before.unwrap_or(NEWEST), at_most).await?;
    Ok(Page::cut(found, limit, |source| source.id.hex()))
}

/// # Errors
/// When the source is out of reach.
pub async fn show_source(app: &Shared, caller: Caller, of: i64, id: SourceId) -> Result<SourceDetail, Error> {
    caller.works_in(of)?;
    app.store.read().await?.source(of, id).await?.ok_or(Error::NotFound("source"))
}

/// Removes it with every trace, from the next answer on.
///
/// # Errors
/// When the source is out of reach.
pub async fn remove_source(app: &Shared, caller: Caller, of: i64, id: SourceId) -> Result<(), Error> {
    caller.configures(of)?;
    let removed = app.store.write(move |tx| Box::pin(async move { Ok::<_, Error>(tx.remove_source(of, id).await?) }));
    if removed.await? { Ok(()) } else { Err(Error::NotFound("source")) }
}
