//! The words of support conversations: of their messages and of the notes beside them. Each database has
//! a full-text index of its own kind; what is asked of it is the same.

use super::{ListFilter, StoreError, Tx, row, tx::Conn};
use crate::domain::{DialogId, folded_words};

/// A word of the app's, in conversations that the filter leaves. It is written once for each index: `$1` is
/// what is sought, `$2` the app, `$3` the number before which it stands, `$4` the limit.
macro_rules! found {
    ($number:literal, $matches:literal) => {
        concat!(
            "SELECT w.dialog, w.",
            $number,
            " FROM message_words w WHERE ",
            $matches,
            " AND w.app = $2 AND w.",
            $number,
            " < $3",
            " AND EXISTS (SELECT 1 FROM dialogs d WHERE d.id = w.dialog AND d.phase IS NOT NULL ",
            narrowed!("$5", "$6", "$7", "$8", "$9"),
            ") ORDER BY w.",
            $number,
            " DESC LIMIT $4"
        )
    };
}

impl Tx {
    /// Makes what was written in a support conversation, or beside it, findable by the number of its event.
    pub async fn index_words(&mut self, app: i64, dialog: DialogId, seq: i64, text: &str) -> Result<(), StoreError> {
        const SQLITE: &str = "INSERT INTO message_words (rowid, app, dialog, text) VALUES ($1, $2, $3, $4)";
        const POSTGRES: &str = "INSERT INTO message_words (seq, app, dialog, words) VALUES ($1, $2, $3, array_to_tsvector(string_to_array($4, ' ')))";
        let sql = match self.conn {
            Conn::Sqlite(_) => SQLITE,
            Conn::Postgres(_) => POSTGRES,
        };
        // The app is a word as well, so that a search does not read what other apps wrote.
        let words = format!("app{app} {}", folded_words(text).join(" "));
        run!(self, sql, seq, app, dialog.hex(), words.trim_end());
        Ok(())
    }

    /// What was written with all these words as beginnings of words, the newest first, before this number:
    /// dialog and number.
    pub async fn written_with(
        &mut self,
        (app, filter): (i64, &ListFilter),
        words: &[String],
        before: i64,
        at_most: i64,
    ) -> Result<Vec<(DialogId, i64)>, StoreError> {
        const SQLITE: &str = found!("rowid", "message_words MATCH $1");
        const POSTGRES: &str = found!("seq", "w.words @@ CAST($1 AS tsquery)");
        // Words hold nothing but letters and digits, so that nothing in them can be an operator.
        let (sql, query) = match self.conn {
            Conn::Sqlite(_) => {
                (SQLITE, query(words, |word| format!(" AND text:\"{word}\"*"), &format!("text:app{app}")))
            }
            Conn::Postgres(_) => (POSTGRES, query(words, |word| format!(" & '{word}':*"), &format!("'app{app}'"))),
        };
        let ListFilter { phase, agent, customer, label, .. } = *filter;
        let assistant = filter.assistant.map(|id| id.hex());
        let found =
            rows!(self, (String, i64), sql, &query, app, before, at_most, phase, &assistant, agent, customer, label);
        found.into_iter().map(|(dialog, seq)| Ok((row::id("message_words", &dialog)?, seq))).collect()
    }

    /// The newest support conversations of customers whose name, e-mail or number contains this.
    pub async fn dialogs_of_customers(
        &mut self,
        (app, filter): (i64, &ListFilter),
        name: &str,
        at_most: i64,
    ) -> Result<Vec<DialogId>, StoreError> {
        const SQL: &str = concat!(
            "SELECT d.id FROM users u JOIN dialogs d ON d.customer = u.id
            WHERE u.app = $1 AND u.kind = 'customer' AND d.phase IS NOT NULL
              AND COALESCE(u.folded, LOWER(u.full_name || ' ' || COALESCE(u.email, ''))) LIKE $2 ESCAPE '\\' ",
            narrowed!("$4", "$5", "$6", "$7", "$8"),
            " ORDER BY d.id DESC LIMIT $3"
        );
        let ListFilter { phase, agent, customer, label, .. } = *filter;
        let assistant = filter.assistant.map(|id| id.hex());
        let like = super::users::like(name);
        let found = rows!(self, (String,), SQL, app, like, at_most, phase, &assistant, agent, customer, label);
        found.iter().map(|(id,)| row::id("dialogs", id)).collect()
    }
}

fn query(words: &[String], and: impl Fn(&str) -> String, app: &str) -> String {
    words.iter().fold(app.to_owned(), |query, word| query + &and(word))
}
