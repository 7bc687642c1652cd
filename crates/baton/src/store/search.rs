//! The words of support conversations. Each database has a full-text index of its own kind; what is
//! asked of it is the same.

use super::{StoreError, Tx, row, tx::Conn};
use crate::domain::DialogId;

impl Tx {
    /// Makes a message of a support conversation findable.
    pub async fn index_words(&mut self, app: i64, dialog: DialogId, seq: i64, text: &str) -> Result<(), StoreError> {
        const SQLITE: &str = "INSERT INTO message_words (rowid, app, dialog, text) VALUES ($1, $2, $3, $4)";
        const POSTGRES: &str =
            "INSERT INTO message_words (seq, app, dialog, words) VALUES ($1, $2, $3, to_tsvector('simple', $4))";
        let sql = match self.conn {
            Conn::Sqlite(_) => SQLITE,
            Conn::Postgres(_) => POSTGRES,
        };
        run!(self, sql, seq, app, dialog.hex(), text);
        Ok(())
    }

    /// Messages in which all these words begin words, the newest first, before this number: dialog and number.
    pub async fn messages_with(
        &mut self,
        app: i64,
        words: &[String],
        before: i64,
        at_most: i64,
    ) -> Result<Vec<(DialogId, i64)>, StoreError> {
        const SQLITE: &str = "SELECT dialog, rowid FROM message_words
            WHERE message_words MATCH $1 AND app = $2 AND rowid < $3 ORDER BY rowid DESC LIMIT $4";
        const POSTGRES: &str = "SELECT dialog, seq FROM message_words
            WHERE words @@ to_tsquery('simple', $1) AND app = $2 AND seq < $3 ORDER BY seq DESC LIMIT $4";
        // Words hold nothing but letters and digits, so that nothing in them can be an operator.
        let (sql, query) = match self.conn {
            Conn::Sqlite(_) => (SQLITE, joined(words, |word| format!("text:\"{word}\"*"), " AND ")),
            Conn::Postgres(_) => (POSTGRES, joined(words, |word| format!("'{word}':*"), " & ")),
        };
        let found = rows!(self, (String, i64), sql, &query, app, before, at_most);
        found.into_iter().map(|(dialog, seq)| Ok((row::id("message_words", &dialog)?, seq))).collect()
    }

    /// The newest support conversations of customers whose name or e-mail contains this (lower case).
    pub async fn dialogs_of_customers(
        &mut self,
        app: i64,
        name: &str,
        at_most: i64,
    ) -> Result<Vec<DialogId>, StoreError> {
        const SQL: &str = "SELECT d.id FROM users u JOIN dialogs d ON d.customer = u.id
            WHERE u.app = $1 AND u.kind = 'customer' AND d.phase IS NOT NULL
              AND LOWER(u.full_name || ' ' || COALESCE(u.email, '')) LIKE $2 ESCAPE '\\'
            ORDER BY d.id DESC LIMIT $3";
        let found = rows!(self, (String,), SQL, app, super::users::like(name), at_most);
        found.iter().map(|(id,)| row::id("dialogs", id)).collect()
    }
}

fn joined(words: &[String], one: impl Fn(&str) -> String, by: &str) -> String {
    words.iter().map(|word| one(word)).collect::<Vec<_>>().join(by)
}
