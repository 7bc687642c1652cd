//! Sources come in, are changed, and go. Cutting them into passages is `indexing`.

mod files;
mod overview;
mod ready;

use handover::Timestamp;

use super::{
    access::Caller,
    apps::existing,
    audit::{self, note},
    indexing, post,
};
use crate::{
    app::{App, Shared},
    domain::{
        AFTER_EVERY_ID, Audience, AuditTarget, Page, SiteId, Source, SourceDetail, SourceFormat, SourceId, SourceState,
        SourceVersion, cursor, one_more,
    },
    error::Error,
    store::{NewSource, SourceFilter, Tx},
};

/// Of what a source said before, so many versions are kept.
pub(super) const VERSIONS_KEPT: i64 = 20;

pub use files::add_file;
pub use overview::{
    EncoderView, EncoderWord, KnowledgeView, encoder_view, knowledge_curve, knowledge_overview, want_encoder,
};
pub use ready::SourceWish;
pub(super) use ready::{Ready, checked, fingerprint, unreadable};

use ready::checked_title;

/// What a source shall say from now on; absent fields stay.
#[derive(Clone, Debug, Default)]
pub struct SourceChange {
    pub title: Option<String>,
    pub text: Option<String>,
    pub question: Option<String>,
    pub phrasings: Option<Vec<String>>,
}

/// Which sources to list.
#[derive(Clone, Debug, Default)]
pub struct SourceWanted {
    pub site: Option<SiteId>,
    pub state: Option<SourceState>,
    pub search: Option<String>,
}

/// The source, which is indexed in the background.
///
/// # Errors
/// When it cannot be read as text, is too large, or is there already.
pub async fn add_source(app: &Shared, caller: Caller, of: i64, wish: SourceWish) -> Result<Source, Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    let added = add_all(app, (caller, of), vec![(checked(app, wish)?, None)]).await?;
    added.into_iter().next().ok_or(Error::NotFound("source"))
}

/// All or none. Of several, those that are there already are passed over; one alone is refused.
async fn add_all(
    app: &Shared,
    (caller, of): (Caller, i64),
    ready: Vec<(Ready, Option<SourceFormat>)>,
) -> Result<Vec<Source>, Error> {
    let shared = app.clone();
    let add = app.store.write(move |tx| {
        Box::pin(async move {
            let at = shared.now();
            let is_alone = ready.len() == 1;
            let mut known = None;
            let mut added = Vec::with_capacity(ready.len());
            for (ready, format) in &ready {
                if let Some(same) = tx.source_like(of, &ready.fingerprint, None).await? {
                    known = Some(same);
                    continue;
                }
                let id = shared.ids.next(at);
                let text = ready.text();
                tx.add_source(&NewSource { id, app: of, format: *format, address: None, site: None, text, at }).await?;
                indexing::schedule(tx, of, id, at).await?;
                added.push(tell(&shared, tx, of, id).await?);
            }
            if let Some(same) = known.filter(|_| is_alone || added.is_empty()) {
                return Err(already_there(&same));
            }
            note_added(tx, (caller, of, at), &added).await?;
            Ok(added)
        })
    });
    add.await
}

/// One entry, however many sources there were in a file.
async fn note_added(tx: &mut Tx, by: (Caller, i64, Timestamp), added: &[Source]) -> Result<(), Error> {
    let Some(first) = added.first() else { return Ok(()) };
    let changes = match added.len() {
        1 => Vec::new(),
        many => audit::diff(&serde_json::Value::Null, &serde_json::json!({ "sources": many }))?,
    };
    note(tx, by, ("source.added", named(first)), changes).await
}

/// The title of a question and its answer may be how a customer asked.
fn named(source: &Source) -> AuditTarget {
    match source.question {
        Some(_) => audit::nameless("source", source.id),
        None => audit::target("source", source.id, &source.title),
    }
}

async fn refuse_known(app: &App, of: i64, fingerprint: &str, but: Option<SourceId>) -> Result<(), Error> {
    match app.store.read().await?.source_like(of, fingerprint, but).await? {
        Some(same) => Err(already_there(&same)),
        None => Ok(()),
    }
}

fn already_there(same: &Source) -> Error {
    Error::field("text", format!("is there already, as “{}”; change that source instead", same.title))
}

/// Records the source as it is now and answers it.
pub(super) async fn tell(app: &App, tx: &mut Tx, of: i64, id: SourceId) -> Result<Source, Error> {
    let source = tx.source(of, id).await?.ok_or(Error::NotFound("source"))?.source;
    post::record(tx, (of, None), ("source", Audience::Staff), &source, app.now()).await?;
    Ok(source)
}

/// Makes a new version of a source; what it said before is kept.
///
/// # Errors
/// When it is out of reach, or a page of a site, or the new text cannot be read.
pub async fn change_source(
    app: &Shared,
    caller: Caller,
    (of, id): (i64, SourceId),
    change: SourceChange,
) -> Result<Source, Error> {
    caller.configures(of)?;
    let SourceDetail { source, text } =
        app.store.read().await?.source(of, id).await?.ok_or(Error::NotFound("source"))?;
    if source.site.is_some() {
        return Err(Error::invalid("this page is read from its website; change it there, and read the site again"));
    }
    let title = change.title.unwrap_or(source.title);
    let text = change.text.unwrap_or(text);
    let wish = match source.question {
        None => SourceWish::Text { title, kind: source.kind, text },
        Some(question) => SourceWish::Pair {
            title: Some(title),
            question: change.question.unwrap_or(question),
            phrasings: change.phrasings.unwrap_or(source.phrasings),
            answer: text,
        },
    };
    let ready = checked(app, wish)?;
    refuse_known(app, of, &ready.fingerprint, Some(id)).await?;
    let shared = app.clone();
    let change = app.store.write(move |tx| {
        Box::pin(async move {
            let at = shared.now();
            tx.change_source(id, &ready.text(), (VERSIONS_KEPT, at)).await?;
            tx.source_pending(id, at).await?;
            indexing::schedule(tx, of, id, at).await?;
            let source = tell(&shared, tx, of, id).await?;
            note(tx, (caller, of, at), ("source.changed", named(&source)), Vec::new()).await?;
            Ok(source)
        })
    });
    change.await
}

/// What a source said before, the newest first.
///
/// # Errors
/// When it is out of reach.
pub async fn list_versions(
    app: &Shared,
    caller: Caller,
    (of, id): (i64, SourceId),
    after: Option<&str>,
    limit: usize,
) -> Result<Page<SourceVersion>, Error> {
    caller.works_in(of)?;
    let mut tx = app.store.read().await?;
    tx.source(of, id).await?.ok_or(Error::NotFound("source"))?;
    let before = cursor(after, i64::MAX);
    let found = tx.source_versions(id, before, one_more(limit)).await?;
    Ok(Page::cut(found, limit, |version| version.version.to_string()))
}

/// # Errors
/// When the caller does not work in the app.
pub async fn list_sources(
    app: &Shared,
    caller: Caller,
    (of, wanted): (i64, &SourceWanted),
    before: Option<&str>,
    limit: usize,
) -> Result<Page<Source>, Error> {
    caller.works_in(of)?;
    let filter = SourceFilter { site: wanted.site, state: wanted.state, words: wanted.search.as_deref() };
    let found =
        app.store.read().await?.sources(of, filter, (before.unwrap_or(AFTER_EVERY_ID), one_more(limit))).await?;
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
    let shared = app.clone();
    let remove = app.store.write(move |tx| {
        Box::pin(async move {
            let source = tx.source(of, id).await?.ok_or(Error::NotFound("source"))?.source;
            tx.remove_source(of, id).await?;
            indexing::schedule_learning(&shared, tx, of).await?;
            note(tx, (caller, of, shared.now()), ("source.removed", named(&source)), Vec::new()).await
        })
    });
    remove.await
}
