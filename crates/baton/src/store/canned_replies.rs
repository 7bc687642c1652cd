//! Replies that are written once and used often.

use handover::Timestamp;

use super::{StoreError, Tx};
use crate::domain::CannedReply;

type ReplyRow = (i64, String, String);

impl Tx {
    pub async fn canned_replies(&mut self, app: i64, after: i64, at_most: i64) -> Result<Vec<CannedReply>, StoreError> {
        const SQL: &str =
            "SELECT id, shortcut, text FROM canned_replies WHERE app = $1 AND id > $2 ORDER BY id LIMIT $3";
        Ok(rows!(self, ReplyRow, SQL, app, after, at_most).into_iter().map(reply).collect())
    }

    pub async fn canned_reply(&mut self, app: i64, id: i64) -> Result<Option<CannedReply>, StoreError> {
        const SQL: &str = "SELECT id, shortcut, text FROM canned_replies WHERE app = $1 AND id = $2";
        Ok(row!(self, ReplyRow, SQL, app, id).map(reply))
    }

    pub async fn canned_reply_count(&mut self, app: i64) -> Result<i64, StoreError> {
        Ok(value!(self, i64, "SELECT COUNT(*) FROM canned_replies WHERE app = $1", app))
    }

    pub async fn add_canned_reply(
        &mut self,
        app: i64,
        (shortcut, text): (&str, &str),
        at: Timestamp,
    ) -> Result<i64, StoreError> {
        const SQL: &str =
            "INSERT INTO canned_replies (app, shortcut, text, created_at) VALUES ($1, $2, $3, $4) RETURNING id";
        Ok(value!(self, i64, SQL, app, shortcut, text, at.0))
    }

    pub async fn change_canned_reply(&mut self, id: i64, shortcut: &str, text: &str) -> Result<(), StoreError> {
        run!(self, "UPDATE canned_replies SET shortcut = $2, text = $3 WHERE id = $1", id, shortcut, text);
        Ok(())
    }

    pub async fn remove_canned_reply(&mut self, app: i64, id: i64) -> Result<bool, StoreError> {
        Ok(run!(self, "DELETE FROM canned_replies WHERE app = $1 AND id = $2", app, id) > 0)
    }
}

fn reply((id, shortcut, text): ReplyRow) -> CannedReply {
    CannedReply { id, shortcut, text }
}
