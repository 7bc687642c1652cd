//! Sources come in, change and go; what they said before is kept, and what they say twice is noticed.

use baton::{
    domain::{SiteId, SiteScope, SourceFormat, SourceId, SourceKind, SourceState},
    store::{NewSite, NewSource, SourceFilter, SourceText},
};

use crate::{Database, Desk, desk::NOW, on_both};

on_both![
    a_source_is_read_as_it_was_written,
    a_changed_source_keeps_what_it_said_before,
    only_the_newest_versions_are_kept,
    the_same_text_is_known_again_in_its_app,
    a_file_is_kept_until_it_has_been_read,
    sources_are_found_by_site_state_and_words,
    sources_are_counted_by_state,
    a_source_that_failed_answers_nothing,
    a_removed_source_leaves_no_trace,
    a_removed_site_takes_its_pages_along,
];

pub fn text(body: &str) -> SourceText<'_> {
    let (kind, question, language) = (SourceKind::Markdown, None, Some("en"));
    SourceText { title: "Returns", kind, body, question, phrasings: &[], language, fingerprint: Some(body) }
}

/// A source that says this; not indexed.
pub async fn said(shop: &Desk, body: &'static str) -> SourceId {
    let (id, app) = (shop.id(), shop.app);
    let new = NewSource { id, app, format: None, address: None, site: None, text: text(body), at: NOW };
    shop.write(move |tx| Box::pin(async move { tx.add_source(&new).await })).await;
    id
}

/// A source with these passages.
pub async fn ready(shop: &Desk, passages: &'static [&'static str]) -> SourceId {
    let (id, app) = (said(shop, passages[0]).await, shop.app);
    shop.write(move |tx| {
        Box::pin(async move {
            let passages: Vec<_> = passages.iter().map(|passage| (None, (*passage).to_owned())).collect();
            tx.source_ready(app, id, &passages, NOW).await
        })
    })
    .await;
    id
}

async fn a_source_is_read_as_it_was_written(database: &Database) {
    let shop = Desk::open(database).await;
    let (id, app) = (shop.id(), shop.app);
    shop.write(move |tx| {
        Box::pin(async move {
            let phrasings = ["Until when?".to_owned(), "„Rückgabe“?".to_owned()];
            let text = SourceText {
                title: "Returns",
                kind: SourceKind::Qa,
                body: "Thirty days.",
                question: Some("How long?"),
                phrasings: &phrasings,
                language: Some("en"),
                fingerprint: Some("f1"),
            };
            let format = Some(SourceFormat::Sheet);
            tx.add_source(&NewSource { id, app, format, address: None, site: None, text, at: NOW }).await
        })
    })
    .await;
    let read = shop.read().await.source(app, id).await.unwrap().unwrap();
    let source = read.source;
    assert_eq!(
        (source.kind, source.format, source.state),
        (SourceKind::Qa, Some(SourceFormat::Sheet), SourceState::Pending)
    );
    assert_eq!((source.question.as_deref(), source.language.as_deref()), (Some("How long?"), Some("en")));
    assert_eq!(source.phrasings, ["Until when?", "„Rückgabe“?"]);
    assert_eq!((source.version, source.passages, source.encoded, source.bytes), (1, 0, 0, 12));
    assert_eq!(read.text, "Thirty days.");
    assert!(shop.read().await.source(app + 1, id).await.unwrap().is_none());
}

async fn change(shop: &Desk, id: SourceId, body: &'static str, keep: i64) {
    shop.write(move |tx| Box::pin(async move { tx.change_source(id, &text(body), (keep, NOW.plus(1))).await })).await;
}

async fn versions(shop: &Desk, id: SourceId, before: i64) -> Vec<(i64, String)> {
    let versions = shop.read().await.source_versions(id, before, 2).await.unwrap();
    versions.into_iter().map(|version| (version.version, version.text)).collect()
}

async fn a_changed_source_keeps_what_it_said_before(database: &Database) {
    let shop = Desk::open(database).await;
    let id = said(&shop, "Thirty days.").await;
    assert_eq!(versions(&shop, id, i64::MAX).await, []);
    for body in ["Sixty days.", "Ninety days.", "A year."] {
        change(&shop, id, body, 20).await;
    }
    let now = shop.read().await.source(shop.app, id).await.unwrap().unwrap();
    assert_eq!((now.text.as_str(), now.source.version, now.source.updated_at), ("A year.", 4, NOW.0 + 1));
    assert_eq!(versions(&shop, id, i64::MAX).await, [(3, "Ninety days.".into()), (2, "Sixty days.".into())]);
    assert_eq!(versions(&shop, id, 2).await, [(1, "Thirty days.".into())]);
}

async fn only_the_newest_versions_are_kept(database: &Database) {
    let shop = Desk::open(database).await;
    let id = said(&shop, "Thirty days.").await;
    for body in ["Sixty days.", "Ninety days.", "A year.", "For ever."] {
        change(&shop, id, body, 2).await;
    }
    assert_eq!(versions(&shop, id, i64::MAX).await, [(4, "A year.".into()), (3, "Ninety days.".into())]);
    assert_eq!(versions(&shop, id, 3).await, []);
}

async fn the_same_text_is_known_again_in_its_app(database: &Database) {
    let shop = Desk::open(database).await;
    let id = said(&shop, "Thirty days.").await;
    let mut tx = shop.read().await;
    let mut like = async |app, fingerprint, but| tx.source_like(app, fingerprint, but).await.unwrap().map(|it| it.id);
    assert_eq!(like(shop.app, "Thirty days.", None).await, Some(id));
    assert_eq!(like(shop.app, "Thirty days.", Some(id)).await, None);
    assert_eq!(like(shop.app, "Sixty days.", None).await, None);
    assert_eq!(like(shop.app + 1, "Thirty days.", None).await, None);
}

async fn a_file_is_kept_until_it_has_been_read(database: &Database) {
    let shop = Desk::open(database).await;
    let id = said(&shop, "").await;
    shop.write(move |tx| Box::pin(async move { tx.keep_file(id, "a.pdf", b"%PDF-\0\xff").await })).await;
    let kept = shop.read().await.file_of(id).await.unwrap();
    assert_eq!(kept, Some(("a.pdf".into(), b"%PDF-\0\xff".to_vec())));
    shop.write(move |tx| Box::pin(async move { tx.source_was_read(id, &text("Thirty days.")).await })).await;
    assert_eq!(shop.read().await.file_of(id).await.unwrap(), None);
    assert_eq!(shop.read().await.source(shop.app, id).await.unwrap().unwrap().text, "Thirty days.");
}

async fn sources_are_found_by_site_state_and_words(database: &Database) {
    let shop = Desk::open(database).await;
    let plain = ready(&shop, &["Thirty days."]).await;
    let (site, page, app): (SiteId, SourceId, i64) = (shop.id(), shop.id(), shop.app);
    let (scope, address) = (SiteScope::Page, "https://shop.example/100%_sure");
    shop.write(move |tx| {
        Box::pin(async move {
            let (depth_max, pages_max, every_hours, at) = (0, 1, None, NOW);
            tx.add_site(&NewSite { id: site, app, address, scope, depth_max, pages_max, every_hours, at }).await?;
            let text = SourceText { title: "Über uns", ..text("About us.") };
            let (format, address, site) = (Some(SourceFormat::Page), Some(address), Some(site));
            tx.add_source(&NewSource { id: page, app, format, address, site, text, at: NOW }).await
        })
    })
    .await;
    let mut tx = shop.read().await;
    let mut found = async |filter, before: &str| -> Vec<SourceId> {
        tx.sources(app, filter, (before, 10)).await.unwrap().into_iter().map(|source| source.id).collect()
    };
    let all = SourceFilter::default();
    assert_eq!(found(all, "g").await, [page, plain]);
    assert_eq!(found(all, &page.hex()).await, [plain]);
    assert_eq!(found(SourceFilter { site: Some(site), ..all }, "g").await, [page]);
    assert_eq!(found(SourceFilter { state: Some(SourceState::Ready), ..all }, "g").await, [plain]);
    assert_eq!(found(SourceFilter { state: Some(SourceState::Failed), ..all }, "g").await, []);
    for (words, expected) in [("RETURN", plain), ("100%_sure", page), ("ber uns", page)] {
        assert_eq!(found(SourceFilter { words: Some(words), ..all }, "g").await, [expected], "{words}");
    }
    // Signs that mean something to the database are only signs.
    assert_eq!(found(SourceFilter { words: Some("R%s"), ..all }, "g").await, []);
}

async fn sources_are_counted_by_state(database: &Database) {
    let shop = Desk::open(database).await;
    let app = shop.app;
    assert_eq!(shop.read().await.source_counts(app).await.unwrap(), (0, 0, 0));
    ready(&shop, &["Thirty days."]).await;
    said(&shop, "Sixty days.").await;
    let id = said(&shop, "Ninety days.").await;
    shop.write(move |tx| Box::pin(async move { tx.source_failed(app, id, "It is locked.", NOW).await })).await;
    assert_eq!(shop.read().await.source_counts(app).await.unwrap(), (3, 1, 1));
}

async fn a_source_that_failed_answers_nothing(database: &Database) {
    let shop = Desk::open(database).await;
    let app = shop.app;
    let id = ready(&shop, &["Thirty days.", "Sixty days."]).await;
    let version = shop.read().await.knowledge_version(app).await.unwrap();
    shop.write(move |tx| Box::pin(async move { tx.source_failed(app, id, "It is locked.", NOW.plus(1)).await })).await;
    let mut tx = shop.read().await;
    let source = tx.source(app, id).await.unwrap().unwrap().source;
    assert_eq!(
        (source.state, source.error.as_deref(), source.passages),
        (SourceState::Failed, Some("It is locked."), 0)
    );
    assert!(!tx.has_knowledge(app).await.unwrap() && tx.ready_sources(app, "").await.unwrap().is_empty());
    assert!(tx.knowledge_version(app).await.unwrap() > version);
    drop(tx);
    shop.write(move |tx| Box::pin(async move { tx.source_pending(id, NOW.plus(2)).await })).await;
    let source = shop.read().await.source(app, id).await.unwrap().unwrap().source;
    assert_eq!((source.state, source.error), (SourceState::Pending, None));
}

async fn a_removed_source_leaves_no_trace(database: &Database) {
    let shop = Desk::open(database).await;
    let app = shop.app;
    let id = ready(&shop, &["Thirty days."]).await;
    change(&shop, id, "Sixty days.", 20).await;
    shop.write(move |tx| Box::pin(async move { tx.keep_file(id, "a.pdf", b"%PDF-").await })).await;
    let version = shop.read().await.knowledge_version(app).await.unwrap();
    let remove = async || shop.write(move |tx| Box::pin(async move { tx.remove_source(app, id).await })).await;
    assert_eq!((remove().await, remove().await), (true, false));
    assert!(shop.read().await.knowledge_version(app).await.unwrap() > version);
    for table in ["sources", "passages", "source_versions", "files", "vectors"] {
        let left: Vec<(i64,)> = database.rows(&format!("SELECT COUNT(*) FROM {table}")).await;
        assert_eq!(left, [(0,)], "{table}");
    }
}

async fn a_removed_site_takes_its_pages_along(database: &Database) {
    let shop = Desk::open(database).await;
    let (site, page, app): (SiteId, SourceId, i64) = (shop.id(), shop.id(), shop.app);
    let other = ready(&shop, &["Thirty days."]).await;
    let (scope, address) = (SiteScope::Site, "https://shop.example/");
    let removed = shop.write(move |tx| {
        Box::pin(async move {
            let (depth_max, pages_max, every_hours, at) = (3, 200, Some(24), NOW);
            tx.add_site(&NewSite { id: site, app, address, scope, depth_max, pages_max, every_hours, at }).await?;
            let (format, address, site_of) = (Some(SourceFormat::Page), Some(address), Some(site));
            let new = NewSource { id: page, app, format, address, site: site_of, text: text("About us."), at: NOW };
            tx.add_source(&new).await?;
            tx.source_ready(app, page, &[(None, "About us.".into())], NOW).await?;
            tx.remove_site(app, site).await
        })
    });
    assert!(removed.await);
    let left = shop.read().await.ready_sources(app, "").await.unwrap();
    assert_eq!(left.iter().map(|source| source.id).collect::<Vec<_>>(), [other]);
}
