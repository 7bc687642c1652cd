//! Knowledge as it came in, and its passages.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{Source, SourceDetail, SourceId, SourceKind, SourceState};

pub struct NewSource<'a> {
    pub id: SourceId,
    pub app: i64,
    pub title: &'a str,
    pub kind: SourceKind,
    pub body: &'a str,
    pub question: Option<&'a str>,
    pub at: Timestamp,
}

/// A passage with what its answers are named after.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct StoredPassage {
    pub title: String,
    pub question: Option<String>,
    pub heading: Option<String>,
    pub text: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    title: String,
    kind: String,
    state: String,
    error: Option<String>,
    bytes: i64,
    passages: i64,
    question: Option<String>,
    created_at: i64,
    updated_at: i64,
}

impl Tx {
    pub async fn add_source(&mut self, source: &NewSource<'_>) -> Result<(), StoreError> {
        const SQL: &str =
            "INSERT INTO sources (id, app, title, kind, state, body, question, bytes, passages, created_at,
                updated_at)
            VALUES ($1, $2, $3, $4, 'pending', $5, $6, $7, 0, $8, $8)";
        let bytes = i64::try_from(source.body.len()).unwrap_or(i64::MAX);
        let (id, kind) = (source.id.hex(), source.kind.as_str());
        run!(self, SQL, id, source.app, source.title, kind, source.body, source.question, bytes, source.at.0);
        Ok(())
    }

    pub async fn source(&mut self, app: i64, id: SourceId) -> Result<Option<SourceDetail>, StoreError> {
        const SQL: &str = "SELECT id, title, kind, state, error, bytes, passages, question, created_at, updated_at
            FROM sources WHERE app = $1 AND id = $2";
        const BODY: &str = "SELECT body FROM sources WHERE id = $1";
        let Some(row) = row!(self, Row, SQL, app, id.hex()) else { return Ok(None) };
        let text = value!(self, String, BODY, id.hex());
        Ok(Some(SourceDetail { source: row.try_into()?, text }))
    }

    /// Newest first, older than `before`.
    pub async fn sources(&mut self, app: i64, before: &str, at_most: i64) -> Result<Vec<Source>, StoreError> {
        const SQL: &str = "SELECT id, title, kind, state, error, bytes, passages, question, created_at, updated_at
            FROM sources WHERE app = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
        rows!(self, Row, SQL, app, before, at_most).into_iter().map(TryInto::try_into).collect()
    }

    /// Removes the source with its passages; answers whether it was there.
    pub async fn remove_source(&mut self, app: i64, id: SourceId) -> Result<bool, StoreError> {
        let removed = run!(self, "DELETE FROM sources WHERE app = $1 AND id = $2", app, id.hex()) > 0;
        if removed {
            self.knowledge_changed(app).await?;
        }
        Ok(removed)
    }

    /// Puts these passages (heading, text) in the place of the source's passages; it is ready then.
    pub async fn source_ready(
        &mut self,
        app: i64,
        id: SourceId,
        passages: &[(Option<String>, String)],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        const ADD: &str = "INSERT INTO passages (source, place, app, heading, text) VALUES ($1, $2, $3, $4, $5)";
        const READY: &str =
            "UPDATE sources SET state = 'ready', error = NULL, passages = $2, updated_at = $3 WHERE id = $1";
        run!(self, "DELETE FROM passages WHERE source = $1", id.hex());
        for (place, (heading, text)) in (0_i64..).zip(passages) {
            run!(self, ADD, id.hex(), place, app, heading, text);
        }
        run!(self, READY, id.hex(), i64::try_from(passages.len()).unwrap_or(i64::MAX), at.0);
        self.knowledge_changed(app).await
    }

    pub async fn source_failed(&mut self, id: SourceId, error: &str, at: Timestamp) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE sources SET state = 'failed', error = $2, updated_at = $3 WHERE id = $1";
        run!(self, SQL, id.hex(), error, at.0);
        Ok(())
    }

    async fn knowledge_changed(&mut self, app: i64) -> Result<(), StoreError> {
        run!(self, "UPDATE apps SET knowledge_version = knowledge_version + 1 WHERE id = $1", app);
        Ok(())
    }

    /// Grows with every change of the app's passages.
    pub async fn knowledge_version(&mut self, app: i64) -> Result<i64, StoreError> {
        Ok(row!(self, (i64,), "SELECT knowledge_version FROM apps WHERE id = $1", app).map_or(0, |(version,)| version))
    }

    pub async fn has_knowledge(&mut self, app: i64) -> Result<bool, StoreError> {
        const SQL: &str = "SELECT COUNT(*) FROM (SELECT 1 FROM passages WHERE app = $1 LIMIT 1) AS found";
        Ok(value!(self, i64, SQL, app) > 0)
    }

    /// The sources that have passages, with when each was last changed.
    pub async fn ready_sources(&mut self, app: i64) -> Result<Vec<(SourceId, i64)>, StoreError> {
        const SQL: &str = "SELECT id, updated_at FROM sources WHERE app = $1 AND state = 'ready'";
        let rows = rows!(self, (String, i64), SQL, app);
        rows.into_iter().map(|(id, at)| Ok((row::id("sources", &id)?, at))).collect()
    }

    pub async fn passages(&mut self, source: SourceId) -> Result<Vec<StoredPassage>, StoreError> {
        const SQL: &str = "SELECT s.title, s.question, p.heading, p.text
            FROM passages p JOIN sources s ON s.id = p.source WHERE p.source = $1 ORDER BY p.place";
        Ok(rows!(self, StoredPassage, SQL, source.hex()))
    }
}

impl TryFrom<Row> for Source {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row::id("sources", &row.id)?,
            title: row.title,
            kind: row::word("sources", &row.kind, SourceKind::parse)?,
            state: row::word("sources", &row.state, SourceState::parse)?,
            error: row.error,
            bytes: row.bytes,
            passages: row.passages,
            question: row.question,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}
