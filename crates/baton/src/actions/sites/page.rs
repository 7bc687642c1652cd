//! What a page of a site says, and its source.

use super::super::{indexing, knowledge as sources};
use crate::{
    actions::SourceWish,
    app::{App, Shared},
    domain::{SourceFormat, SourceId, SourceKind},
    error::Error,
    knowledge::{self, Format, Read, Unreadable},
    store::{NewSource, SitePageRow, SiteReading, Tx},
};

use super::reading::SavedPage;

const TITLE_CHARS_MAX: usize = 200;
/// A page as it was fetched; text of any kind is UTF-8.
#[derive(Clone, Debug)]
pub struct PageFile {
    pub address: String,
    pub format: Format,
    pub bytes: Vec<u8>,
}

/// What a page says, ready to be stored.
#[derive(Clone, Debug)]
pub struct PageText(sources::Ready);

impl PageText {
    /// Equal for equal texts.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.0.fingerprint
    }
}

/// The text of a page; or why it has none, for people. Takes long for long pages.
///
/// # Errors
/// When it broke.
pub async fn read_page(app: &Shared, file: PageFile) -> Result<Result<PageText, String>, Error> {
    let app = app.clone();
    tokio::task::spawn_blocking(move || text(&app, &file)).await.map_err(Error::internal)
}

fn text(app: &App, file: &PageFile) -> Result<PageText, String> {
    let (markdown, title) = match knowledge::read(file.format, &file.bytes, &app.reader) {
        Ok(Read::Text { markdown, title }) => (markdown, title),
        Ok(Read::Pairs(_)) => return Err(Unreadable::Unsupported.to_string()),
        Err(why) => return Err(why.to_string()),
    };
    let title = title.as_deref().map(str::trim).filter(|title| !title.is_empty()).unwrap_or(&file.address);
    let title: String = title.chars().filter(|letter| *letter != '\0').take(TITLE_CHARS_MAX).collect();
    let wish = SourceWish::Text { title, kind: SourceKind::Markdown, text: markdown.replace('\0', "") };
    sources::checked(app, wish).map(PageText).map_err(|error| error.to_string())
}

/// The address, or else the title, of a source that says exactly this and is not `but`.
///
/// # Errors
/// When the database fails.
pub async fn page_like(app: &Shared, of: i64, text: &PageText, but: Option<SourceId>) -> Result<Option<String>, Error> {
    let same = app.store.read().await?.source_like(of, text.fingerprint(), but).await?;
    Ok(same.map(|source| source.address.unwrap_or(source.title)))
}

/// Saves the page, and its source as the page is now.
pub(super) async fn save(app: &App, tx: &mut Tx, reading: &SiteReading, saved: SavedPage) -> Result<(), Error> {
    let SavedPage { mut row, text } = saved;
    // What has no fingerprint says nothing any more.
    if row.fingerprint.is_none() {
        forget(app, tx, reading.app, &row).await?;
        row.source = None;
    }
    if let Some(text) = text {
        row.source = Some(learn(app, tx, reading, (&row, &text.0)).await?);
    }
    Ok(tx.save_site_page(reading.id, &row).await?)
}

/// Makes a source of it, or a new version of the one there is.
async fn learn(
    app: &App,
    tx: &mut Tx,
    reading: &SiteReading,
    (row, ready): (&SitePageRow, &sources::Ready),
) -> Result<SourceId, Error> {
    let (of, at, text) = (reading.app, app.now(), ready.text());
    let known = match row.source {
        Some(id) => tx.source(of, id).await?.map(|known| known.source.id),
        None => None,
    };
    let id = known.unwrap_or_else(|| app.ids.next(at));
    if known.is_some() {
        tx.change_source(id, &text, (sources::VERSIONS_KEPT, at)).await?;
        tx.source_pending(id, at).await?;
    } else {
        let (format, address, site) = (Some(SourceFormat::Page), Some(row.address.as_str()), Some(reading.id));
        tx.add_source(&NewSource { id, app: of, format, address, site, text, at }).await?;
    }
    indexing::schedule(tx, of, id, at).await?;
    sources::tell(app, tx, of, id).await?;
    Ok(id)
}

/// Removes what was learned from a page.
pub(super) async fn forget(app: &App, tx: &mut Tx, of: i64, row: &SitePageRow) -> Result<(), Error> {
    if let Some(source) = row.source
        && tx.remove_source(of, source).await?
    {
        indexing::schedule_learning(app, tx, of).await?;
    }
    Ok(())
}
