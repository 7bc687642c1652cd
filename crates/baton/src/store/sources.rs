//! Knowledge as it came in: sources, the files they came in, and what they said before.

use handover::Timestamp;

use super::{StoreError, Tx, row, users::like};
use crate::domain::{
    SiteId, Source, SourceDetail, SourceFormat, SourceId, SourceKind, SourceState, SourceVersion, folded,
};

#[derive(Clone, Copy, Debug)]
pub struct NewSource<'a> {
    pub id: SourceId,
    pub app: i64,
    pub format: Option<SourceFormat>,
    pub address: Option<&'a str>,
    pub site: Option<SiteId>,
    pub text: SourceText<'a>,
    pub at: Timestamp,
}

/// What a source says.
#[derive(Clone, Copy, Debug)]
pub struct SourceText<'a> {
    pub title: &'a str,
    pub kind: SourceKind,
    pub body: &'a str,
    pub question: Option<&'a str>,
    pub phrasings: &'a [String],
    pub language: Option<&'a str>,
    /// Equal texts have equal ones.
    pub fingerprint: Option<&'a str>,
}

/// Which sources of an app to list; empty fields choose all.
#[derive(Clone, Copy, Debug, Default)]
pub struct SourceFilter<'a> {
    pub site: Option<SiteId>,
    pub state: Option<SourceState>,
    pub words: Option<&'a str>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    title: String,
    kind: String,
    format: Option<String>,
    address: Option<String>,
    site: Option<String>,
    language: Option<String>,
    state: String,
    error: Option<String>,
    bytes: i64,
    passages: i64,
    encoded: i64,
    version: i64,
    question: Option<String>,
    phrasings: String,
    created_at: i64,
    updated_at: i64,
}

#[derive(sqlx::FromRow)]
struct VersionRow {
    version: i64,
    title: String,
    question: Option<String>,
    phrasings: String,
    body: String,
    replaced_at: i64,
}

macro_rules! sources {
    ($rest:literal) => {
        concat!(
            "SELECT id, title, kind, format, address, site, language, state, error, bytes, passages, encoded, version, ",
            "question, phrasings, created_at, updated_at FROM sources ",
            $rest
        )
    };
}

impl Tx {
    pub async fn add_source(&mut self, source: &NewSource<'_>) -> Result<(), StoreError> {
        const SQL: &str =
            "INSERT INTO sources (id, app, title, kind, format, address, site, language, fingerprint, state,
                body, question, phrasings, bytes, passages, created_at, updated_at, folded)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'pending', $10, $11, $12, $13, 0, $14, $14, $15)";
        let text = &source.text;
        run!(
            self,
            SQL,
            source.id.hex(),
            source.app,
            text.title,
            text.kind.as_str(),
            source.format.map(SourceFormat::as_str),
            source.address,
            source.site.map(|site| site.hex()),
            text.language,
            text.fingerprint,
            text.body,
            text.question,
            serde_json::to_string(text.phrasings)?,
            bytes(text.body),
            source.at.0,
            folded(text.title),
        );
        Ok(())
    }

    /// Keeps a file until its source has been read from it.
    pub async fn keep_file(&mut self, source: SourceId, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        run!(self, "INSERT INTO files (source, name, bytes) VALUES ($1, $2, $3)", source.hex(), name, bytes);
        Ok(())
    }

    /// The name and bytes of the file that a source is still to be read from.
    pub async fn file_of(&mut self, source: SourceId) -> Result<Option<(String, Vec<u8>)>, StoreError> {
        const SQL: &str = "SELECT name, bytes FROM files WHERE source = $1";
        Ok(row!(self, (String, Vec<u8>), SQL, source.hex()))
    }

    /// What was read from the source's file; the file is not needed any more, but is known again by its fingerprint.
    pub async fn source_was_read(&mut self, id: SourceId, text: &SourceText<'_>) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE sources SET title = $2, kind = $3, body = $4, bytes = $5, language = $6, folded = $7
            WHERE id = $1";
        let (kind, bytes) = (text.kind.as_str(), bytes(text.body));
        run!(self, SQL, id.hex(), text.title, kind, text.body, bytes, text.language, folded(text.title));
        run!(self, "DELETE FROM files WHERE source = $1", id.hex());
        Ok(())
    }

    /// Keeps what the source says now as a version and puts the new text in its place, to be indexed.
    /// Of its versions the newest `keep` are kept.
    pub async fn change_source(
        &mut self,
        id: SourceId,
        text: &SourceText<'_>,
        (keep, at): (i64, Timestamp),
    ) -> Result<(), StoreError> {
        const KEEP: &str =
            "INSERT INTO source_versions (source, version, title, question, phrasings, body, replaced_at)
            SELECT id, version, title, question, phrasings, body, $2 FROM sources WHERE id = $1";
        const FORGET: &str = "DELETE FROM source_versions WHERE source = $1
            AND version <= (SELECT version FROM sources WHERE id = $1) - $2";
        const SQL: &str = "UPDATE sources SET title = $2, kind = $3, body = $4, bytes = $5, language = $6,
            fingerprint = $7, question = $8, phrasings = $9, version = version + 1, updated_at = $10, folded = $11
            WHERE id = $1";
        run!(self, KEEP, id.hex(), at.0);
        run!(self, FORGET, id.hex(), keep);
        run!(
            self,
            SQL,
            id.hex(),
            text.title,
            text.kind.as_str(),
            text.body,
            bytes(text.body),
            text.language,
            text.fingerprint,
            text.question,
            serde_json::to_string(text.phrasings)?,
            at.0,
            folded(text.title),
        );
        Ok(())
    }

    /// The newest first, older than `before`.
    pub async fn source_versions(
        &mut self,
        source: SourceId,
        before: i64,
        at_most: i64,
    ) -> Result<Vec<SourceVersion>, StoreError> {
        const SQL: &str = "SELECT version, title, question, phrasings, body, replaced_at FROM source_versions
            WHERE source = $1 AND version < $2 ORDER BY version DESC LIMIT $3";
        rows!(self, VersionRow, SQL, source.hex(), before, at_most).into_iter().map(TryInto::try_into).collect()
    }

    pub async fn source(&mut self, app: i64, id: SourceId) -> Result<Option<SourceDetail>, StoreError> {
        const SQL: &str = sources!("WHERE app = $1 AND id = $2");
        const BODY: &str = "SELECT body FROM sources WHERE id = $1";
        let Some(row) = row!(self, Row, SQL, app, id.hex()) else { return Ok(None) };
        // It may be removed between the two.
        let Some((text,)) = row!(self, (String,), BODY, id.hex()) else { return Ok(None) };
        Ok(Some(SourceDetail { source: row.try_into()?, text }))
    }

    /// The app's source that says exactly this, other than `but`.
    pub async fn source_like(
        &mut self,
        app: i64,
        fingerprint: &str,
        but: Option<SourceId>,
    ) -> Result<Option<Source>, StoreError> {
        const SQL: &str = sources!("WHERE app = $1 AND fingerprint = $2 AND id <> $3 ORDER BY id LIMIT 1");
        let but = but.map(|id| id.hex()).unwrap_or_default();
        row!(self, Row, SQL, app, fingerprint, but).map(TryInto::try_into).transpose()
    }

    /// Newest first, older than `before`.
    pub async fn sources(
        &mut self,
        app: i64,
        filter: SourceFilter<'_>,
        (before, at_most): (&str, i64),
    ) -> Result<Vec<Source>, StoreError> {
        const SQL: &str = sources!(
            "WHERE app = $1 AND id < $2 AND ($4 = '' OR site = $4) AND ($5 = '' OR state = $5)
                AND ($6 = '' OR COALESCE(folded, LOWER(title)) LIKE $6 ESCAPE '\\' OR LOWER(address) LIKE $6 ESCAPE '\\')
            ORDER BY id DESC LIMIT $3"
        );
        let site = filter.site.map(|site| site.hex()).unwrap_or_default();
        let state = filter.state.map(SourceState::as_str).unwrap_or_default();
        let words = filter.words.map(like).unwrap_or_default();
        rows!(self, Row, SQL, app, before, at_most, site, state, words).into_iter().map(TryInto::try_into).collect()
    }

    /// How many sources the app has, how many of them wait for being indexed, and how many failed.
    pub async fn source_counts(&mut self, app: i64) -> Result<(i64, i64, i64), StoreError> {
        const SQL: &str = "SELECT COUNT(*), COUNT(CASE WHEN state = 'pending' THEN 1 END),
                COUNT(CASE WHEN state = 'failed' THEN 1 END) FROM sources WHERE app = $1";
        Ok(row!(self, (i64, i64, i64), SQL, app).unwrap_or_default())
    }

    /// Removes the source with its passages; answers whether it was there.
    pub async fn remove_source(&mut self, app: i64, id: SourceId) -> Result<bool, StoreError> {
        let removed = run!(self, "DELETE FROM sources WHERE app = $1 AND id = $2", app, id.hex()) > 0;
        if removed {
            self.knowledge_changed(app).await?;
        }
        Ok(removed)
    }

    /// Waits for being indexed, again.
    pub async fn source_pending(&mut self, id: SourceId, at: Timestamp) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE sources SET state = 'pending', error = NULL, updated_at = $2 WHERE id = $1";
        run!(self, SQL, id.hex(), at.0);
        Ok(())
    }

    /// Its passages, if it had any, are gone: what failed answers nothing.
    pub async fn source_failed(
        &mut self,
        app: i64,
        id: SourceId,
        error: &str,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE sources SET state = 'failed', error = $2, updated_at = $3, passages = 0, encoded = 0 WHERE id = $1";
        run!(self, SQL, id.hex(), error, at.0);
        if run!(self, "DELETE FROM passages WHERE source = $1", id.hex()) > 0 {
            self.knowledge_changed(app).await?;
        }
        Ok(())
    }
}

fn bytes(body: &str) -> i64 {
    i64::try_from(body.len()).unwrap_or(i64::MAX)
}

impl TryFrom<Row> for Source {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let format = row.format.as_deref().map(|word| row::word("sources", word, SourceFormat::parse));
        Ok(Self {
            id: row::id("sources", &row.id)?,
            title: row.title,
            kind: row::word("sources", &row.kind, SourceKind::parse)?,
            format: format.transpose()?,
            address: row.address,
            site: row.site.as_deref().map(|id| row::id("sources", id)).transpose()?,
            language: row.language,
            state: row::word("sources", &row.state, SourceState::parse)?,
            error: row.error,
            bytes: row.bytes,
            passages: row.passages,
            encoded: row.encoded,
            version: row.version,
            question: row.question,
            phrasings: row::json(&row.phrasings)?,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

impl TryFrom<VersionRow> for SourceVersion {
    type Error = StoreError;

    fn try_from(row: VersionRow) -> Result<Self, StoreError> {
        let VersionRow { version, title, question, phrasings, body, replaced_at } = row;
        Ok(Self { version, title, question, phrasings: row::json(&phrasings)?, text: body, replaced_at })
    }
}
