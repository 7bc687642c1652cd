//! The passages that sources were cut into, and what they mean as an embedding model sees it.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::SourceId;

/// A passage with what its answers are named after.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct StoredPassage {
    /// The source's id.
    pub source: String,
    pub place: i64,
    pub title: String,
    pub question: Option<String>,
    /// A JSON list.
    pub phrasings: String,
    pub heading: Option<String>,
    pub text: String,
    /// Of the source, where it is known.
    pub language: Option<String>,
    pub address: Option<String>,
}

/// A source that can be searched, and how much of it was encoded: together they change with its passages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadySource {
    pub id: SourceId,
    pub updated_at: i64,
    pub encoded: i64,
}

/// A passage as vectors.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct StoredVectors {
    /// The source's id.
    pub source: String,
    pub place: i64,
    pub whole: Vec<u8>,
    pub questions: Vec<u8>,
}

#[derive(Clone, Debug)]
pub struct NewVectors {
    pub source: SourceId,
    pub place: i64,
    pub whole: Vec<u8>,
    pub questions: Vec<u8>,
    pub words: Vec<u8>,
}

macro_rules! passages {
    ($rest:literal) => {
        concat!(
            "SELECT p.source, p.place, s.title, s.question, s.phrasings, p.heading, p.text, s.language, s.address ",
            "FROM passages p JOIN sources s ON s.id = p.source ",
            $rest
        )
    };
}

impl Tx {
    /// Puts these passages (heading, text) in the place of the source's passages; it is ready then.
    pub async fn source_ready(
        &mut self,
        app: i64,
        id: SourceId,
        passages: &[(Option<String>, String)],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        const ADD: &str = "INSERT INTO passages (source, place, app, heading, text) VALUES ($1, $2, $3, $4, $5)";
        const READY: &str = "UPDATE sources SET state = 'ready', error = NULL, passages = $2, encoded = 0,
            updated_at = $3 WHERE id = $1";
        run!(self, "DELETE FROM passages WHERE source = $1", id.hex());
        run!(self, "DELETE FROM vectors WHERE source = $1", id.hex());
        for (place, (heading, text)) in (0_i64..).zip(passages) {
            run!(self, ADD, id.hex(), place, app, heading, text);
        }
        run!(self, READY, id.hex(), i64::try_from(passages.len()).unwrap_or(i64::MAX), at.0);
        self.knowledge_changed(app).await
    }

    pub(super) async fn knowledge_changed(&mut self, app: i64) -> Result<(), StoreError> {
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

    /// The sources that have passages, and how far `model` has encoded them.
    pub async fn ready_sources(&mut self, app: i64, model: &str) -> Result<Vec<ReadySource>, StoreError> {
        const SQL: &str = "SELECT id, updated_at, CASE WHEN encoded_by = $2 THEN encoded ELSE 0 END
            FROM sources WHERE app = $1 AND state = 'ready'";
        let rows = rows!(self, (String, i64, i64), SQL, app, model);
        rows.into_iter()
            .map(|(id, updated_at, encoded)| Ok(ReadySource { id: row::id("sources", &id)?, updated_at, encoded }))
            .collect()
    }

    pub async fn passages(&mut self, source: SourceId) -> Result<Vec<StoredPassage>, StoreError> {
        const SQL: &str = passages!("WHERE p.source = $1 ORDER BY p.place");
        Ok(rows!(self, StoredPassage, SQL, source.hex()))
    }

    /// How many passages of the app there are, and how many of them `model` has encoded.
    pub async fn passages_encoded(&mut self, app: i64, model: &str) -> Result<(i64, i64), StoreError> {
        const SQL: &str = "SELECT CAST(COALESCE(SUM(passages), 0) AS BIGINT),
                CAST(COALESCE(SUM(CASE WHEN encoded_by = $2 THEN encoded ELSE 0 END), 0) AS BIGINT)
            FROM sources WHERE app = $1 AND state = 'ready'";
        Ok(row!(self, (i64, i64), SQL, app, model).unwrap_or((0, 0)))
    }

    /// Apps with passages that `model` has not encoded.
    pub async fn apps_to_encode(&mut self, model: &str) -> Result<Vec<i64>, StoreError> {
        const SQL: &str = "SELECT DISTINCT app FROM sources
            WHERE state = 'ready' AND (encoded < passages OR encoded_by <> $1) AND passages > 0";
        Ok(rows!(self, (i64,), SQL, model).into_iter().map(|(app,)| app).collect())
    }

    /// A ready source of the app that `model` has not encoded in full, the newest first, and the places to begin with.
    pub async fn to_encode(
        &mut self,
        app: i64,
        model: &str,
        at_most: i64,
    ) -> Result<Option<(SourceId, i64, Vec<StoredPassage>)>, StoreError> {
        const NEXT: &str = "SELECT id, updated_at FROM sources WHERE app = $1 AND state = 'ready' AND passages > 0
                AND (encoded < passages OR encoded_by <> $2) ORDER BY id DESC LIMIT 1";
        const SQL: &str = passages!(
            "WHERE p.source = $1
                AND NOT EXISTS (SELECT 1 FROM vectors v WHERE v.source = $1 AND v.place = p.place AND v.model = $2)
            ORDER BY p.place LIMIT $3"
        );
        let Some((id, updated_at)) = row!(self, (String, i64), NEXT, app, model) else { return Ok(None) };
        let passages = rows!(self, StoredPassage, SQL, &id, model, at_most);
        Ok(Some((row::id("sources", &id)?, updated_at, passages)))
    }

    /// Saves vectors that were made of the source as it was at `updated_at`; of a later text they say nothing.
    pub async fn save_vectors(
        &mut self,
        app: i64,
        (source, updated_at): (SourceId, i64),
        model: &str,
        vectors: &[NewVectors],
    ) -> Result<(), StoreError> {
        const SAME: &str = "SELECT COUNT(*) FROM sources WHERE id = $1 AND updated_at = $2 AND state = 'ready'";
        const ADD: &str = "INSERT INTO vectors (source, place, model, app, whole, questions, words)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (source, place, model) DO NOTHING";
        const COUNT: &str = "UPDATE sources SET encoded_by = $2,
            encoded = (SELECT COUNT(*) FROM vectors v WHERE v.source = $1 AND v.model = $2) WHERE id = $1";
        if value!(self, i64, SAME, source.hex(), updated_at) == 0 {
            return Ok(());
        }
        for new in vectors {
            run!(self, ADD, source.hex(), new.place, model, app, &new.whole[..], &new.questions[..], &new.words[..]);
        }
        run!(self, COUNT, source.hex(), model);
        self.knowledge_changed(app).await
    }

    /// The vectors of a source by `model`, without those of its words.
    pub async fn vectors(&mut self, source: SourceId, model: &str) -> Result<Vec<StoredVectors>, StoreError> {
        const SQL: &str = "SELECT source, place, whole, questions FROM vectors
            WHERE source = $1 AND model = $2 ORDER BY place";
        Ok(rows!(self, StoredVectors, SQL, source.hex(), model))
    }

    /// The passages of all ready sources, by source and place, after `after`.
    pub async fn all_passages(
        &mut self,
        app: i64,
        (source, place): (&str, i64),
        at_most: i64,
    ) -> Result<Vec<StoredPassage>, StoreError> {
        const SQL: &str = passages!(
            "WHERE p.app = $1 AND s.state = 'ready' AND (p.source > $2 OR (p.source = $2 AND p.place > $3))
            ORDER BY p.source, p.place LIMIT $4"
        );
        Ok(rows!(self, StoredPassage, SQL, app, source, place, at_most))
    }

    /// The vectors of all ready sources by `model`, by source and place, after `after`.
    pub async fn all_vectors(
        &mut self,
        (app, model): (i64, &str),
        (source, place): (&str, i64),
        at_most: i64,
    ) -> Result<Vec<StoredVectors>, StoreError> {
        const SQL: &str = "SELECT source, place, whole, questions FROM vectors
            WHERE app = $1 AND model = $2 AND (source > $3 OR (source = $3 AND place > $4))
            ORDER BY source, place LIMIT $5";
        Ok(rows!(self, StoredVectors, SQL, app, model, source, place, at_most))
    }

    /// The vectors of a passage's words by `model`.
    pub async fn word_vectors(
        &mut self,
        source: SourceId,
        place: i64,
        model: &str,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        const SQL: &str = "SELECT words FROM vectors WHERE source = $1 AND place = $2 AND model = $3";
        Ok(row!(self, (Vec<u8>,), SQL, source.hex(), place, model).map(|(words,)| words))
    }
}
