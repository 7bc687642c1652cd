//! Questions that could not be answered, those of one meaning together with each of their wordings.

use handover::{Reason, Timestamp};

use super::{StoreError, Tx, row};
use crate::domain::{
    AssistantId, DialogId, SourceId, UnansweredId, UnansweredQuestion, UnansweredState, VerdictOutcome, Wording,
};

/// More ways to ask the same teach nothing new.
const WORDINGS_MAX: i64 = 50;

pub struct NewUnanswered<'a> {
    pub id: UnansweredId,
    pub app: i64,
    pub assistant: AssistantId,
    pub dialog: DialogId,
    /// Questions with the same one count as the same.
    pub meaning: &'a str,
    pub question: &'a str,
    pub reason: Reason,
    pub score: f64,
    /// The question as a vector, and the model that made it.
    pub vector: Option<(&'a str, &'a [u8])>,
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    question: String,
    times: i64,
    last_at: i64,
    created_at: i64,
    reason: String,
    score: f64,
    dialog: Option<String>,
    assistant: String,
    state: String,
    source: Option<String>,
}

#[derive(sqlx::FromRow)]
struct WordingRow {
    question: String,
    times: i64,
    last_at: i64,
    outcome: Option<String>,
    score: Option<f64>,
    replayed_at: Option<i64>,
}

macro_rules! unanswered {
    ($rest:literal) => {
        concat!(
            "SELECT id, question, times, last_at, created_at, reason, score, dialog, assistant, state, source ",
            "FROM unanswered ",
            $rest
        )
    };
}

impl Tx {
    /// Counts it under the open question of the same meaning, or under `like` if that is still open.
    pub async fn count_unanswered(
        &mut self,
        asked: &NewUnanswered<'_>,
        like: Option<UnansweredId>,
    ) -> Result<(), StoreError> {
        const AGAIN: &str = "UPDATE unanswered SET times = times + 1, last_at = $3, dialog = $4
            WHERE id = $1 AND app = $2 AND state = 'open'";
        const OPEN: &str = "SELECT id FROM unanswered WHERE app = $1 AND meaning = $2 AND state = 'open'";
        if let Some(like) = like
            && run!(self, AGAIN, like.hex(), asked.app, asked.at.0, asked.dialog.hex()) > 0
        {
            return self.count_wording(&like.hex(), asked).await;
        }
        self.open_or_count(asked).await?;
        let id = value!(self, String, OPEN, asked.app, asked.meaning);
        self.count_wording(&id, asked).await
    }

    async fn open_or_count(&mut self, asked: &NewUnanswered<'_>) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO unanswered (id, app, assistant, dialog, meaning, question, reason, score, times,
                state, model, vector, last_at, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, 'open', $9, $10, $11, $11)
            ON CONFLICT (app, meaning) WHERE state = 'open'
            DO UPDATE SET times = unanswered.times + 1, last_at = excluded.last_at, dialog = excluded.dialog";
        run!(
            self,
            SQL,
            asked.id.hex(),
            asked.app,
            asked.assistant.hex(),
            asked.dialog.hex(),
            asked.meaning,
            asked.question,
            asked.reason.as_str(),
            asked.score,
            asked.vector.map(|(model, _)| model),
            asked.vector.map(|(_, vector)| vector),
            asked.at.0,
        );
        Ok(())
    }

    async fn count_wording(&mut self, id: &str, asked: &NewUnanswered<'_>) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO wordings (unanswered, question, times, last_at)
            SELECT $1, $2, 1, $3
            WHERE (SELECT COUNT(*) FROM wordings WHERE unanswered = $1) < $4
                OR EXISTS (SELECT 1 FROM wordings WHERE unanswered = $1 AND question = $2)
            ON CONFLICT (unanswered, question) DO UPDATE SET times = wordings.times + 1, last_at = excluded.last_at";
        run!(self, SQL, id, asked.question, asked.at.0, WORDINGS_MAX);
        Ok(())
    }

    /// The open questions of the app as vectors of this model, the newest first.
    pub async fn open_vectors(
        &mut self,
        app: i64,
        model: &str,
        at_most: i64,
    ) -> Result<Vec<(UnansweredId, Vec<u8>)>, StoreError> {
        const SQL: &str = "SELECT id, vector FROM unanswered
            WHERE app = $1 AND state = 'open' AND model = $2 AND vector IS NOT NULL ORDER BY last_at DESC LIMIT $3";
        let rows = rows!(self, (String, Vec<u8>), SQL, app, model, at_most);
        rows.into_iter().map(|(id, vector)| Ok((row::id("unanswered", &id)?, vector))).collect()
    }

    /// The most frequent first, then the newest.
    pub async fn unanswered(
        &mut self,
        app: i64,
        state: UnansweredState,
        skip: i64,
        at_most: i64,
    ) -> Result<Vec<UnansweredQuestion>, StoreError> {
        const SQL: &str = unanswered!("WHERE app = $1 AND state = $2 ORDER BY times DESC, id DESC LIMIT $4 OFFSET $3");
        rows!(self, Row, SQL, app, state.as_str(), skip, at_most).into_iter().map(TryInto::try_into).collect()
    }

    pub async fn unanswered_question(
        &mut self,
        app: i64,
        id: UnansweredId,
    ) -> Result<Option<UnansweredQuestion>, StoreError> {
        const SQL: &str = unanswered!("WHERE app = $1 AND id = $2");
        row!(self, Row, SQL, app, id.hex()).map(TryInto::try_into).transpose()
    }

    /// The most frequent first; there are never many.
    pub async fn wordings(&mut self, of: UnansweredId) -> Result<Vec<Wording>, StoreError> {
        const SQL: &str = "SELECT question, times, last_at, outcome, score, replayed_at FROM wordings
            WHERE unanswered = $1 ORDER BY times DESC, last_at DESC, question";
        rows!(self, WordingRow, SQL, of.hex()).into_iter().map(TryInto::try_into).collect()
    }

    /// How often unanswered questions were asked for the last time on each of the days since then
    /// (days since 1970, UTC).
    pub async fn unanswered_by_day(&mut self, app: i64, since: Timestamp) -> Result<Vec<(i64, i64)>, StoreError> {
        const SQL: &str = "SELECT w.last_at / 86400000 AS day, CAST(SUM(w.times) AS BIGINT)
            FROM wordings w JOIN unanswered u ON u.id = w.unanswered
            WHERE u.app = $1 AND w.last_at >= $2 GROUP BY w.last_at / 86400000 ORDER BY day";
        Ok(rows!(self, (i64, i64), SQL, app, since.0))
    }

    /// Answers whether it was open.
    pub async fn settle_unanswered(
        &mut self,
        app: i64,
        id: UnansweredId,
        state: UnansweredState,
        source: Option<SourceId>,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE unanswered SET state = $3, source = $4 WHERE app = $1 AND id = $2 AND state = 'open'";
        Ok(run!(self, SQL, app, id.hex(), state.as_str(), source.map(|id| id.hex())) > 0)
    }
}

impl TryFrom<Row> for UnansweredQuestion {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row::id("unanswered", &row.id)?,
            question: row.question,
            times: row.times,
            last_at: row.last_at,
            created_at: row.created_at,
            reason: row.reason,
            score: row.score,
            dialog: row.dialog.as_deref().map(|id| row::id("unanswered", id)).transpose()?,
            assistant: row::id("unanswered", &row.assistant)?,
            state: row::word("unanswered", &row.state, UnansweredState::parse)?,
            source: row.source.as_deref().map(|id| row::id("unanswered", id)).transpose()?,
        })
    }
}

impl TryFrom<WordingRow> for Wording {
    type Error = StoreError;

    fn try_from(row: WordingRow) -> Result<Self, StoreError> {
        let outcome = row.outcome.as_deref().map(|word| row::word("wordings", word, VerdictOutcome::parse));
        Ok(Self {
            question: row.question,
            times: row.times,
            last_at: row.last_at,
            outcome: outcome.transpose()?,
            score: row.score,
            replayed_at: row.replayed_at,
        })
    }
}
