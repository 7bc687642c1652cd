//! Questions that could not be answered, those of one meaning together.

use handover::{Reason, Timestamp};

use super::{StoreError, Tx, row};
use crate::domain::{AssistantId, DialogId, UnansweredId, UnansweredQuestion, UnansweredState};

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
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    question: String,
    times: i64,
    last_at: i64,
    reason: String,
    score: f64,
    dialog: Option<String>,
    assistant: String,
    state: String,
}

impl Tx {
    pub async fn count_unanswered(&mut self, asked: &NewUnanswered<'_>) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO unanswered (id, app, assistant, dialog, meaning, question, reason, score, times,
                state, last_at, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, 'open', $9, $9)
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
            asked.at.0,
        );
        Ok(())
    }

    /// The most frequent first, then the newest.
    pub async fn unanswered(
        &mut self,
        app: i64,
        state: UnansweredState,
        skip: i64,
        at_most: i64,
    ) -> Result<Vec<UnansweredQuestion>, StoreError> {
        const SQL: &str = "SELECT id, question, times, last_at, reason, score, dialog, assistant, state FROM unanswered
            WHERE app = $1 AND state = $2 ORDER BY times DESC, id DESC LIMIT $4 OFFSET $3";
        rows!(self, Row, SQL, app, state.as_str(), skip, at_most).into_iter().map(TryInto::try_into).collect()
    }

    pub async fn unanswered_question(
        &mut self,
        app: i64,
        id: UnansweredId,
    ) -> Result<Option<UnansweredQuestion>, StoreError> {
        const SQL: &str = "SELECT id, question, times, last_at, reason, score, dialog, assistant, state FROM unanswered
            WHERE app = $1 AND id = $2";
        row!(self, Row, SQL, app, id.hex()).map(TryInto::try_into).transpose()
    }

    pub async fn settle_unanswered(
        &mut self,
        app: i64,
        id: UnansweredId,
        state: UnansweredState,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE unanswered SET state = $3 WHERE app = $1 AND id = $2 AND state = 'open'";
        Ok(run!(self, SQL, app, id.hex(), state.as_str()) > 0)
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
            reason: row.reason,
            score: row.score,
            dialog: row.dialog.as_deref().map(|id| row::id("unanswered", id)).transpose()?,
            assistant: row::id("unanswered", &row.assistant)?,
            state: row::word("unanswered", &row.state, UnansweredState::parse)?,
        })
    }
}
