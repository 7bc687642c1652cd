//! The pages of a site, each in its state.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{SiteId, SitePage, SitePageState, SourceId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitePageRow {
    pub address: String,
    pub depth: i64,
    pub state: SitePageState,
    pub source: Option<SourceId>,
    pub etag: Option<String>,
    pub last_modified: Option<String>,
    /// Of the text that was read.
    pub fingerprint: Option<String>,
    /// In this reading, in vain.
    pub tries: i64,
    /// Why it failed or is skipped, or which page has the same text.
    pub detail: Option<String>,
    pub read_at: Option<Timestamp>,
}

#[derive(sqlx::FromRow)]
struct Row {
    address: String,
    depth: i64,
    state: String,
    source: Option<String>,
    etag: Option<String>,
    last_modified: Option<String>,
    fingerprint: Option<String>,
    tries: i64,
    detail: Option<String>,
    read_at: Option<i64>,
}

macro_rules! pages {
    ($rest:literal) => {
        concat!(
            "SELECT address, depth, state, source, etag, last_modified, fingerprint, tries, detail, read_at ",
            "FROM site_pages ",
            $rest
        )
    };
}

impl Tx {
    /// The page that is read next: those that failed come after all others.
    pub async fn next_site_page(&mut self, site: SiteId) -> Result<Option<SitePageRow>, StoreError> {
        const SQL: &str = pages!("WHERE site = $1 AND state = 'queued' ORDER BY tries, depth, place LIMIT 1");
        row!(self, Row, SQL, site.hex()).map(TryInto::try_into).transpose()
    }

    /// By address, after `after`.
    pub async fn site_pages(
        &mut self,
        site: SiteId,
        after: &str,
        at_most: i64,
    ) -> Result<Vec<SitePageRow>, StoreError> {
        const SQL: &str = pages!("WHERE site = $1 AND address > $2 ORDER BY address LIMIT $3");
        rows!(self, Row, SQL, site.hex(), after, at_most).into_iter().map(TryInto::try_into).collect()
    }

    /// The address, state and detail of every page.
    pub async fn site_page_states(
        &mut self,
        site: SiteId,
    ) -> Result<Vec<(String, SitePageState, Option<String>)>, StoreError> {
        const SQL: &str = "SELECT address, state, detail FROM site_pages WHERE site = $1";
        let rows = rows!(self, (String, String, Option<String>), SQL, site.hex());
        let state = |word: &str| row::word("site_pages", word, SitePageState::parse);
        rows.into_iter().map(|(address, word, detail)| Ok((address, state(&word)?, detail))).collect()
    }

    /// Why the first of its pages that could not be read could not.
    pub async fn first_site_trouble(&mut self, site: SiteId) -> Result<Option<String>, StoreError> {
        const SQL: &str = "SELECT detail FROM site_pages WHERE site = $1 AND state IN ('failed', 'skipped')
            ORDER BY depth, place LIMIT 1";
        Ok(row!(self, (String,), SQL, site.hex()).map(|(detail,)| detail))
    }

    /// Queues a page that was found.
    pub async fn queue_site_page(&mut self, site: SiteId, address: &str, depth: i64) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO site_pages (site, address, place, depth, state, tries)
            VALUES ($1, $2, (SELECT COALESCE(MAX(place), 0) + 1 FROM site_pages WHERE site = $1), $3, 'queued', 0)
            ON CONFLICT (site, address) DO NOTHING";
        run!(self, SQL, site.hex(), address, depth);
        Ok(())
    }

    /// Saves what became of a page.
    pub async fn save_site_page(&mut self, site: SiteId, page: &SitePageRow) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE site_pages SET state = $3, source = $4, etag = $5, last_modified = $6,
            fingerprint = $7, tries = $8, detail = $9, read_at = $10 WHERE site = $1 AND address = $2";
        run!(
            self,
            SQL,
            site.hex(),
            &page.address,
            page.state.as_str(),
            page.source.map(|id| id.hex()),
            page.etag.as_deref(),
            page.last_modified.as_deref(),
            page.fingerprint.as_deref(),
            page.tries,
            page.detail.as_deref(),
            page.read_at.map(|at| at.0),
        );
        Ok(())
    }

    pub async fn forget_site_page(&mut self, site: SiteId, address: &str) -> Result<(), StoreError> {
        run!(self, "DELETE FROM site_pages WHERE site = $1 AND address = $2", site.hex(), address);
        Ok(())
    }
}

impl TryFrom<Row> for SitePageRow {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            address: row.address,
            depth: row.depth,
            state: row::word("site_pages", &row.state, SitePageState::parse)?,
            source: row.source.as_deref().map(|id| row::id("site_pages", id)).transpose()?,
            etag: row.etag,
            last_modified: row.last_modified,
            fingerprint: row.fingerprint,
            tries: row.tries,
            detail: row.detail,
            read_at: row.read_at.map(Timestamp),
        })
    }
}

impl From<SitePageRow> for SitePage {
    fn from(row: SitePageRow) -> Self {
        let SitePageRow { address, depth, state, source, detail, .. } = row;
        let error = match state {
            SitePageState::Duplicate => detail.map(|of| format!("It says the same as {of}.")),
            SitePageState::Failed | SitePageState::Skipped => detail,
            SitePageState::Queued | SitePageState::Read | SitePageState::Unchanged | SitePageState::Gone => None,
        };
        Self { address, depth, state, source, error }
    }
}
