//! What staff write to each other beside a conversation.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{DialogId, Note, NoteId, Person, PersonKind};

pub struct NewNote<'a> {
    pub id: NoteId,
    /// The number of its event.
    pub seq: i64,
    pub dialog: DialogId,
    pub author: i64,
    pub text: &'a str,
    pub mentions: &'a [i64],
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct NoteRow {
    id: String,
    seq: i64,
    author: i64,
    author_name: String,
    text: String,
    mentions: String,
    written_at: i64,
}

macro_rules! notes {
    ($rest:literal) => {
        concat!(
            "SELECT n.id, n.seq, n.author, u.full_name AS author_name, n.text, n.mentions, n.written_at
             FROM notes n JOIN users u ON u.id = n.author ",
            $rest
        )
    };
}

impl Tx {
    /// Oldest first, after this one.
    pub async fn notes(&mut self, dialog: DialogId, after: &str, at_most: i64) -> Result<Vec<Note>, StoreError> {
        const SQL: &str = notes!("WHERE n.dialog = $1 AND n.id > $2 ORDER BY n.id LIMIT $3");
        let rows = rows!(self, NoteRow, SQL, dialog.hex(), after, at_most);
        self.with_mentions(dialog, rows).await
    }

    pub async fn note(&mut self, dialog: DialogId, id: NoteId) -> Result<Option<Note>, StoreError> {
        const SQL: &str = notes!("WHERE n.dialog = $1 AND n.id = $2");
        let rows = rows!(self, NoteRow, SQL, dialog.hex(), id.hex());
        Ok(self.with_mentions(dialog, rows).await?.pop())
    }

    /// The note whose event has this number.
    pub async fn note_at(&mut self, dialog: DialogId, seq: i64) -> Result<Option<Note>, StoreError> {
        const SQL: &str = notes!("WHERE n.dialog = $1 AND n.seq = $2");
        let rows = rows!(self, NoteRow, SQL, dialog.hex(), seq);
        Ok(self.with_mentions(dialog, rows).await?.pop())
    }

    /// Stores the note, unless there is one with this id; answers whether it did.
    pub async fn add_note(&mut self, note: &NewNote<'_>) -> Result<bool, StoreError> {
        const SQL: &str = "INSERT INTO notes (id, dialog, author, text, mentions, written_at, seq)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
        let mentions = serde_json::to_string(note.mentions)?;
        let (id, dialog) = (note.id.hex(), note.dialog.hex());
        let stored = run!(self, SQL, id, dialog, note.author, note.text, mentions, note.at.0, note.seq);
        Ok(stored > 0)
    }

    async fn with_mentions(&mut self, dialog: DialogId, rows: Vec<NoteRow>) -> Result<Vec<Note>, StoreError> {
        const SQL: &str =
            "SELECT u.full_name FROM users u JOIN dialogs d ON d.app = u.app WHERE u.id = $1 AND d.id = $2";
        let mut notes = Vec::with_capacity(rows.len());
        for found in rows {
            let mut mentions = Vec::new();
            for id in row::json::<Vec<i64>>(&found.mentions)? {
                let name = row!(self, (String,), SQL, id, dialog.hex());
                mentions.extend(name.map(|(full_name,)| Person { id, kind: PersonKind::Agent, full_name }));
            }
            notes.push(Note {
                id: row::id("notes", &found.id)?,
                seq: found.seq,
                dialog,
                author: Person { id: found.author, kind: PersonKind::Agent, full_name: found.author_name },
                text: found.text,
                mentions,
                written_at: found.written_at,
            });
        }
        Ok(notes)
    }
}
