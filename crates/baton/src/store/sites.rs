//! Sites whose pages are knowledge, and how far reading each is.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{Site, SiteId, SitePageState, SiteProgress, SiteScope, SiteState};

#[derive(Clone, Copy, Debug)]
pub struct NewSite<'a> {
    pub id: SiteId,
    pub app: i64,
    pub address: &'a str,
    pub scope: SiteScope,
    pub depth_max: i64,
    pub pages_max: i64,
    pub every_hours: Option<i64>,
    pub at: Timestamp,
}

/// A site that is being read, as whoever reads it sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteReading {
    pub app: i64,
    pub id: SiteId,
    pub address: String,
    /// Where the address led when it was last read.
    pub home: String,
    pub scope: SiteScope,
    pub depth_max: i64,
    pub pages_max: i64,
    pub started_at: Timestamp,
    /// The text of its robots.txt; absent until that was read.
    pub robots: Option<String>,
    /// When the pages of this reading were listed; absent until then.
    pub listed_at: Option<Timestamp>,
    /// It is not asked before.
    pub not_before: Timestamp,
    /// So many times in a row it did not work.
    pub failures: i64,
    /// Grows with every step.
    pub turn: i64,
    pub remaining_ms: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    address: String,
    scope: String,
    depth_max: i64,
    pages_max: i64,
    every_hours: Option<i64>,
    state: String,
    error: Option<String>,
    remaining_ms: Option<i64>,
    started_at: i64,
    next_at: Option<i64>,
    created_at: i64,
}

#[derive(sqlx::FromRow)]
struct ReadingRow {
    app: i64,
    address: String,
    home: String,
    scope: String,
    depth_max: i64,
    pages_max: i64,
    started_at: i64,
    robots: Option<String>,
    listed_at: Option<i64>,
    not_before: i64,
    failures: i64,
    turn: i64,
    remaining_ms: Option<i64>,
}

macro_rules! sites {
    ($rest:literal) => {
        concat!(
            "SELECT id, address, scope, depth_max, pages_max, every_hours, state, error, remaining_ms, started_at, ",
            "next_at, created_at FROM sites ",
            $rest
        )
    };
}

impl Tx {
    /// To be read; [`Tx::begin_site`] begins that.
    pub async fn add_site(&mut self, site: &NewSite<'_>) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO sites (id, app, address, scope, depth_max, pages_max, every_hours, state, home,
                not_before, failures, turn, started_at, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 'reading', $3, 0, 0, 0, $8, $8)";
        let (id, scope) = (site.id.hex(), site.scope.as_str());
        run!(self, SQL, id, site.app, site.address, scope, site.depth_max, site.pages_max, site.every_hours, site.at.0);
        Ok(())
    }

    pub async fn site(&mut self, app: i64, id: SiteId) -> Result<Option<Site>, StoreError> {
        let Some(row) = row!(self, Row, sites!("WHERE app = $1 AND id = $2"), app, id.hex()) else { return Ok(None) };
        self.with_progress(row).await.map(Some)
    }

    /// Newest first, older than `before`.
    pub async fn sites(&mut self, app: i64, before: &str, at_most: i64) -> Result<Vec<Site>, StoreError> {
        const SQL: &str = sites!("WHERE app = $1 AND id < $2 ORDER BY id DESC LIMIT $3");
        let mut sites = Vec::new();
        for row in rows!(self, Row, SQL, app, before, at_most) {
            sites.push(self.with_progress(row).await?);
        }
        Ok(sites)
    }

    pub async fn site_count(&mut self, app: i64) -> Result<i64, StoreError> {
        Ok(value!(self, i64, "SELECT COUNT(*) FROM sites WHERE app = $1", app))
    }

    async fn with_progress(&mut self, row: Row) -> Result<Site, StoreError> {
        const SQL: &str = "SELECT state, COUNT(*) FROM site_pages WHERE site = $1 GROUP BY state";
        let mut pages = SiteProgress { remaining_ms: row.remaining_ms, ..SiteProgress::default() };
        for (state, count) in rows!(self, (String, i64), SQL, &row.id) {
            match row::word("site_pages", &state, SitePageState::parse)? {
                SitePageState::Queued => pages.queued = count,
                SitePageState::Read => pages.read = count,
                SitePageState::Unchanged => pages.unchanged = count,
                SitePageState::Duplicate => pages.duplicate = count,
                SitePageState::Gone => pages.gone = count,
                SitePageState::Failed => pages.failed = count,
                SitePageState::Skipped => pages.skipped = count,
            }
        }
        Ok(Site { pages, ..row.try_into()? })
    }

    /// Removes it with what was read from it; answers whether it was there.
    pub async fn remove_site(&mut self, app: i64, id: SiteId) -> Result<bool, StoreError> {
        let removed = run!(self, "DELETE FROM sites WHERE app = $1 AND id = $2", app, id.hex()) > 0;
        if removed {
            self.knowledge_changed(app).await?;
        }
        Ok(removed)
    }

    /// Begins to read it, again.
    pub async fn begin_site(&mut self, id: SiteId, at: Timestamp) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE sites SET state = 'reading', error = NULL, robots = NULL, listed_at = NULL,
            failures = 0, turn = turn + 1, remaining_ms = NULL, started_at = $2, next_at = NULL WHERE id = $1";
        run!(self, SQL, id.hex(), at.0);
        Ok(())
    }

    /// The site, if it is being read.
    pub async fn site_reading(&mut self, id: SiteId) -> Result<Option<SiteReading>, StoreError> {
        const SQL: &str = "SELECT app, address, home, scope, depth_max, pages_max, started_at, robots, listed_at,
            not_before, failures, turn, remaining_ms FROM sites WHERE id = $1 AND state = 'reading'";
        let Some(row) = row!(self, ReadingRow, SQL, id.hex()) else { return Ok(None) };
        Ok(Some(SiteReading {
            app: row.app,
            id,
            address: row.address,
            home: row.home,
            scope: row::word("sites", &row.scope, SiteScope::parse)?,
            depth_max: row.depth_max,
            pages_max: row.pages_max,
            started_at: Timestamp(row.started_at),
            robots: row.robots,
            listed_at: row.listed_at.map(Timestamp),
            not_before: Timestamp(row.not_before),
            failures: row.failures,
            turn: row.turn,
            remaining_ms: row.remaining_ms,
        }))
    }

    /// Saves how far reading is, as the next step.
    pub async fn save_site_reading(&mut self, reading: &SiteReading) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE sites SET home = $2, robots = $3, listed_at = $4, not_before = $5, failures = $6,
            turn = $7, remaining_ms = $8 WHERE id = $1";
        run!(
            self,
            SQL,
            reading.id.hex(),
            &reading.home,
            reading.robots.as_deref(),
            reading.listed_at.map(|at| at.0),
            reading.not_before.0,
            reading.failures,
            reading.turn,
            reading.remaining_ms,
        );
        Ok(())
    }

    /// Nothing of this reading is taken any more.
    pub async fn end_site(
        &mut self,
        id: SiteId,
        (state, error): (SiteState, Option<&str>),
        next_at: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE sites SET state = $2, error = $3, next_at = $4, turn = turn + 1, remaining_ms = NULL
            WHERE id = $1";
        run!(self, SQL, id.hex(), state.as_str(), error, next_at.map(|at| at.0));
        Ok(())
    }

    /// Sites that are to be read again by now, with their apps.
    pub async fn sites_due(&mut self, now: Timestamp, at_most: i64) -> Result<Vec<(i64, SiteId)>, StoreError> {
        const SQL: &str =
            "SELECT app, id FROM sites WHERE next_at <= $1 AND state <> 'reading' ORDER BY next_at LIMIT $2";
        let rows = rows!(self, (i64, String), SQL, now.0, at_most);
        rows.into_iter().map(|(app, id)| Ok((app, row::id("sites", &id)?))).collect()
    }

    pub async fn next_site_due(&mut self) -> Result<Option<Timestamp>, StoreError> {
        const SQL: &str = "SELECT MIN(next_at) FROM sites WHERE state <> 'reading'";
        Ok(value!(self, Option<i64>, SQL).map(Timestamp))
    }
}

impl TryFrom<Row> for Site {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row::id("sites", &row.id)?,
            address: row.address,
            scope: row::word("sites", &row.scope, SiteScope::parse)?,
            depth_max: row.depth_max,
            pages_max: row.pages_max,
            every_hours: row.every_hours,
            state: row::word("sites", &row.state, SiteState::parse)?,
            error: row.error,
            pages: SiteProgress::default(),
            started_at: row.started_at,
            next_at: row.next_at,
            created_at: row.created_at,
        })
    }
}
