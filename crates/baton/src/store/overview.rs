//! Counting what an app looks like now, for its overview.

use handover::Timestamp;

use super::{StoreError, Tx, Window};

impl Tx {
    /// Of the episodes that began in the window, how many ended with an answer of the AI Agent.
    pub async fn answered_by_ai(&mut self, window: Window) -> Result<i64, StoreError> {
        const SQL: &str = "SELECT COUNT(*) FROM episodes WHERE app = $1 AND began_at >= $2 AND began_at < $3
            AND ending IN ('answered_confirmed', 'answered_silent')";
        Ok(value!(self, i64, SQL, window.app, window.from, window.to))
    }

    /// How many customers wait for a person, how many of them since before then, and the longest since when.
    pub async fn waiting_now(&mut self, app: i64, before: Timestamp) -> Result<(i64, i64, Option<i64>), StoreError> {
        const SQL: &str = "SELECT COUNT(*), COUNT(CASE WHEN h.asked_at < $2 THEN 1 END), MIN(h.asked_at)
            FROM dialogs d JOIN handovers h ON h.id = d.handover WHERE d.app = $1 AND d.phase = 'waiting'";
        Ok(row!(self, (i64, i64, Option<i64>), SQL, app, before.0).unwrap_or_default())
    }

    pub async fn open_with_agents(&mut self, app: i64) -> Result<i64, StoreError> {
        Ok(value!(self, i64, "SELECT COUNT(*) FROM dialogs WHERE app = $1 AND phase = 'agent'", app))
    }

    pub async fn has_agents(&mut self, app: i64) -> Result<bool, StoreError> {
        const SQL: &str = "SELECT COUNT(*) FROM users WHERE app = $1 AND kind = 'agent' AND disabled = FALSE";
        Ok(value!(self, i64, SQL, app) > 0)
    }

    /// Whether anybody is in a pool.
    pub async fn has_pool(&mut self, app: i64) -> Result<bool, StoreError> {
        const SQL: &str = concat!(
            "SELECT COUNT(*) FROM ",
            pools!(),
            " p JOIN users u ON u.id = p.agent WHERE u.app = $1 AND u.disabled = FALSE"
        );
        Ok(value!(self, i64, SQL, app) > 0)
    }

    pub async fn was_handed_over(&mut self, app: i64) -> Result<bool, StoreError> {
        Ok(row!(self, (String,), "SELECT id FROM handovers WHERE app = $1 LIMIT 1", app).is_some())
    }

    pub async fn open_unanswered(&mut self, app: i64) -> Result<i64, StoreError> {
        Ok(value!(self, i64, "SELECT COUNT(*) FROM unanswered WHERE app = $1 AND state = 'open'", app))
    }

    pub async fn dead_letter_count(&mut self, app: i64) -> Result<i64, StoreError> {
        Ok(value!(self, i64, "SELECT COUNT(*) FROM outbox WHERE dead = TRUE AND app = $1", app))
    }
}
