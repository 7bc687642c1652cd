//! What outcomes taught: which answers helped, how scores become probabilities, and what became of
//! questions that were once fixed.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{AssistantId, DialogId, LessonId, MessageId, Replay, ReplayId, UnansweredId, Worsened};

#[derive(Clone, Copy, Debug)]
pub struct NewLesson<'a> {
    pub id: LessonId,
    pub app: i64,
    pub dialog: DialogId,
    pub message: MessageId,
    pub question: &'a str,
    /// Log-odds before calibration.
    pub evidence: f64,
    pub helpful: bool,
    /// `customer` or `agent`.
    pub taught_by: &'a str,
    pub at: Timestamp,
}

/// How scores become probabilities in one app, as JSON that `knowledge` understands.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct StoredCalibration {
    pub model: String,
    pub knowledge_version: i64,
    pub body: String,
}

/// A wording that was once answered.
#[derive(Clone, Debug)]
pub struct Fixed {
    pub unanswered: UnansweredId,
    pub assistant: AssistantId,
    pub question: String,
    pub answered_before: bool,
    pub score_before: f64,
}

#[derive(sqlx::FromRow)]
struct ReplayRow {
    id: String,
    asked: i64,
    answered: i64,
    worse: String,
    made_at: i64,
}

impl Tx {
    /// What the same party says of the same answer again replaces what it said before.
    pub async fn learn(&mut self, lesson: &NewLesson<'_>) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO lessons (id, app, dialog, message, question, evidence, helpful, taught_by, taught_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (app, message, taught_by) DO UPDATE SET helpful = excluded.helpful, taught_at = excluded.taught_at";
        run!(
            self,
            SQL,
            lesson.id.hex(),
            lesson.app,
            lesson.dialog.hex(),
            lesson.message.hex(),
            lesson.question,
            lesson.evidence,
            i64::from(lesson.helpful),
            lesson.taught_by,
            lesson.at.0,
        );
        Ok(())
    }

    /// Log-odds and whether the answer helped, the newest first.
    pub async fn lessons(&mut self, app: i64, at_most: i64) -> Result<Vec<(f64, bool)>, StoreError> {
        const SQL: &str =
            "SELECT evidence, helpful FROM lessons WHERE app = $1 ORDER BY taught_at DESC, id DESC LIMIT $2";
        let rows = rows!(self, (f64, i64), SQL, app, at_most);
        Ok(rows.into_iter().map(|(evidence, helpful)| (evidence, helpful != 0)).collect())
    }

    pub async fn calibration(&mut self, app: i64) -> Result<Option<StoredCalibration>, StoreError> {
        const SQL: &str = "SELECT model, knowledge_version, body FROM calibrations WHERE app = $1";
        Ok(row!(self, StoredCalibration, SQL, app))
    }

    pub async fn save_calibration(
        &mut self,
        app: i64,
        made: &StoredCalibration,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO calibrations (app, model, knowledge_version, body, made_at)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT (app) DO UPDATE SET model = excluded.model,
                knowledge_version = excluded.knowledge_version, body = excluded.body, made_at = excluded.made_at";
        run!(self, SQL, app, &made.model, made.knowledge_version, &made.body, at.0);
        Ok(())
    }

    /// The wordings of questions that were once fixed, the most frequent first.
    pub async fn fixed(&mut self, app: i64, at_most: i64) -> Result<Vec<Fixed>, StoreError> {
        const SQL: &str = "SELECT u.id, u.assistant, w.question, COALESCE(w.outcome, ''), COALESCE(w.score, 0.0)
            FROM wordings w JOIN unanswered u ON u.id = w.unanswered
            WHERE u.app = $1 AND u.state = 'answered' ORDER BY w.times DESC, u.id, w.question LIMIT $2";
        let rows = rows!(self, (String, String, String, String, f64), SQL, app, at_most);
        rows.into_iter()
            .map(|(id, assistant, question, outcome, score_before)| {
                Ok(Fixed {
                    unanswered: row::id("unanswered", &id)?,
                    assistant: row::id("unanswered", &assistant)?,
                    question,
                    answered_before: outcome == "answer",
                    score_before,
                })
            })
            .collect()
    }

    pub async fn wording_replayed(
        &mut self,
        (unanswered, question): (UnansweredId, &str),
        (outcome, score): (&str, f64),
        at: Timestamp,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE wordings SET outcome = $3, score = $4, replayed_at = $5
            WHERE unanswered = $1 AND question = $2";
        run!(self, SQL, unanswered.hex(), question, outcome, score, at.0);
        Ok(())
    }

    pub async fn add_replay(&mut self, app: i64, version: i64, replay: &Replay) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO replays (id, app, knowledge_version, asked, answered, worse, made_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let worse = serde_json::to_string(&replay.worse)?;
        run!(self, SQL, replay.id.hex(), app, version, replay.asked, replay.answered, worse, replay.made_at);
        Ok(())
    }

    /// Newest first, older than `before`.
    pub async fn replays(&mut self, app: i64, before: &str, at_most: i64) -> Result<Vec<Replay>, StoreError> {
        const SQL: &str = "SELECT id, asked, answered, worse, made_at FROM replays
            WHERE app = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
        rows!(self, ReplayRow, SQL, app, before, at_most).into_iter().map(TryInto::try_into).collect()
    }
}

impl TryFrom<ReplayRow> for Replay {
    type Error = StoreError;

    fn try_from(row: ReplayRow) -> Result<Self, StoreError> {
        let worse: Vec<Worsened> = row::json(&row.worse)?;
        let id: ReplayId = row::id("replays", &row.id)?;
        Ok(Self { id, asked: row.asked, answered: row.answered, worse, made_at: row.made_at })
    }
}
