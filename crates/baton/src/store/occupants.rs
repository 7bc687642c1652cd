//! Who is in a dialog, and how far each has received and read it.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{DialogId, Mark, Person};

impl Tx {
    /// Answers whether the user was not in it before.
    pub async fn join(&mut self, dialog: DialogId, user: i64, at: Timestamp) -> Result<bool, StoreError> {
        const SQL: &str = "INSERT INTO occupants (dialog, user_id, delivered_seq, read_seq, joined_at)
            VALUES ($1, $2, 0, 0, $3) ON CONFLICT DO NOTHING";
        Ok(run!(self, SQL, dialog.hex(), user, at.0) > 0)
    }

    /// Answers whether the user was in it.
    pub async fn leave(&mut self, dialog: DialogId, user: i64) -> Result<bool, StoreError> {
        Ok(run!(self, "DELETE FROM occupants WHERE dialog = $1 AND user_id = $2", dialog.hex(), user) > 0)
    }

    pub async fn occupants(&mut self, dialog: DialogId) -> Result<Vec<Person>, StoreError> {
        const SQL: &str = "SELECT u.id, u.kind, u.full_name FROM occupants o JOIN users u ON u.id = o.user_id
            WHERE o.dialog = $1 ORDER BY o.joined_at, u.id";
        let rows = rows!(self, (i64, String, String), SQL, dialog.hex());
        rows.into_iter().map(|(id, kind, name)| row::person(id, &kind, name)).collect()
    }

    pub async fn customers_in(&mut self, dialog: DialogId) -> Result<i64, StoreError> {
        const SQL: &str = "SELECT COUNT(*) FROM occupants o JOIN users u ON u.id = o.user_id
            WHERE o.dialog = $1 AND u.kind = 'customer'";
        Ok(value!(self, i64, SQL, dialog.hex()))
    }

    pub async fn rooms_of(&mut self, user: i64) -> Result<Vec<DialogId>, StoreError> {
        let rows = rows!(self, (String,), "SELECT dialog FROM occupants WHERE user_id = $1", user);
        rows.iter().map(|(id,)| row::id("occupants", id)).collect()
    }

    /// The delivered and the read mark; zeros for somebody who is not in the dialog.
    pub async fn marks(&mut self, dialog: DialogId, user: i64) -> Result<(i64, i64), StoreError> {
        const SQL: &str = "SELECT delivered_seq, read_seq FROM occupants WHERE dialog = $1 AND user_id = $2";
        Ok(row!(self, (i64, i64), SQL, dialog.hex(), user).unwrap_or_default())
    }

    pub async fn all_marks(&mut self, dialog: DialogId) -> Result<Vec<Mark>, StoreError> {
        const SQL: &str = "SELECT user_id, delivered_seq, read_seq FROM occupants WHERE dialog = $1 ORDER BY user_id";
        let rows = rows!(self, (i64, i64, i64), SQL, dialog.hex());
        Ok(rows.into_iter().map(|(user, delivered_seq, read_seq)| Mark { user, delivered_seq, read_seq }).collect())
    }

    /// Moves the marks forward, never back; answers whether one moved. What is read is delivered.
    pub async fn mark(&mut self, dialog: DialogId, user: i64, delivered: i64, read: i64) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE occupants
            SET delivered_seq = CASE WHEN $3 > delivered_seq THEN $3 ELSE delivered_seq END,
                read_seq = CASE WHEN $4 > read_seq THEN $4 ELSE read_seq END
            WHERE dialog = $1 AND user_id = $2 AND (delivered_seq < $3 OR read_seq < $4)";
        Ok(run!(self, SQL, dialog.hex(), user, delivered.max(read), read) > 0)
    }
}
