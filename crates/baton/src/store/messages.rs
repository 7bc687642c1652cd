//! Messages. The sender makes the id, so one that is sent again is stored once.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{Ai, Attachment, DialogId, Message, MessageId};

pub struct NewMessage<'a> {
    pub id: MessageId,
    pub dialog: DialogId,
    pub seq: i64,
    pub sender: i64,
    pub text: &'a str,
    pub custom: &'a serde_json::Map<String, serde_json::Value>,
    pub attachments: &'a [Attachment],
    pub ai: Option<&'a Ai>,
    pub at: Timestamp,
}

/// Which part of a conversation to read.
#[derive(Clone, Copy, Debug)]
pub enum MessagePage {
    Newest,
    Before(i64),
    After(i64),
}

#[derive(sqlx::FromRow)]
struct Row {
    dialog: String,
    seq: i64,
    id: String,
    text: String,
    custom: String,
    attachments: String,
    ai: Option<String>,
    sent_at: i64,
    sender: i64,
    sender_kind: String,
    sender_name: String,
}

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT m.dialog, m.seq, m.id, m.text, m.custom, m.attachments, m.ai, m.sent_at, m.sender,
               u.kind AS sender_kind, u.full_name AS sender_name
             FROM messages m JOIN users u ON u.id = m.sender WHERE m.dialog = $1 ",
            $rest
        )
    };
}

/// The messages `m` of customers in the dialog `$1` since anybody else last wrote.
macro_rules! unheard {
    () => {
        "FROM messages m JOIN users u ON u.id = m.sender
         WHERE m.dialog = $1 AND u.kind = 'customer' AND m.seq > COALESCE(
           (SELECT MAX(x.seq) FROM messages x JOIN users v ON v.id = x.sender
            WHERE x.dialog = $1 AND v.kind <> 'customer'), 0)"
    };
}

impl Tx {
    /// Stores the message, unless this dialog has one with this id; answers whether it did.
    pub async fn add_message(&mut self, message: &NewMessage<'_>) -> Result<bool, StoreError> {
        const ADD: &str = "INSERT INTO messages (dialog, seq, id, sender, text, custom, ai, sent_at, attachments)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (dialog, id) DO NOTHING";
        let dialog = message.dialog.hex();
        let ai = message.ai.map(serde_json::to_string).transpose()?;
        let custom = serde_json::to_string(message.custom)?;
        let attachments = serde_json::to_string(message.attachments)?;
        let added = run!(
            self,
            ADD,
            &dialog,
            message.seq,
            message.id.hex(),
            message.sender,
            message.text,
            &custom,
            &ai,
            message.at.0,
            &attachments,
        );
        Ok(added > 0)
    }

    /// Changes what is known of a message of the AI Agent; its text stays.
    pub async fn set_ai(&mut self, dialog: DialogId, id: MessageId, ai: &Ai) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE messages SET ai = $3 WHERE dialog = $1 AND id = $2";
        run!(self, SQL, dialog.hex(), id.hex(), serde_json::to_string(ai)?);
        Ok(())
    }

    pub async fn message(&mut self, dialog: DialogId, id: MessageId) -> Result<Option<Message>, StoreError> {
        const SQL: &str = columns!("AND m.id = $2");
        row!(self, Row, SQL, dialog.hex(), id.hex()).map(TryInto::try_into).transpose()
    }

    pub async fn message_at(&mut self, dialog: DialogId, seq: i64) -> Result<Option<Message>, StoreError> {
        const SQL: &str = columns!("AND m.seq = $2");
        row!(self, Row, SQL, dialog.hex(), seq).map(TryInto::try_into).transpose()
    }

    /// What this person wrote last.
    pub async fn newest_from(&mut self, dialog: DialogId, sender: i64) -> Result<Option<Message>, StoreError> {
        const SQL: &str = columns!("AND m.sender = $2 ORDER BY m.seq DESC LIMIT 1");
        row!(self, Row, SQL, dialog.hex(), sender).map(TryInto::try_into).transpose()
    }

    /// Oldest first. Reads at most this many.
    pub async fn messages(
        &mut self,
        dialog: DialogId,
        page: MessagePage,
        at_most: i64,
    ) -> Result<Vec<Message>, StoreError> {
        const DOWN: &str = columns!("AND m.seq < $2 ORDER BY m.seq DESC LIMIT $3");
        const UP: &str = columns!("AND m.seq > $2 ORDER BY m.seq LIMIT $3");
        let rows = match page {
            MessagePage::After(seq) => rows!(self, Row, UP, dialog.hex(), seq, at_most),
            MessagePage::Newest => reversed(rows!(self, Row, DOWN, dialog.hex(), i64::MAX, at_most)),
            MessagePage::Before(seq) => reversed(rows!(self, Row, DOWN, dialog.hex(), seq, at_most)),
        };
        rows.into_iter().map(TryInto::try_into).collect()
    }

    /// Messages of others after this number; counting stops at `at_most`.
    pub async fn unread(&mut self, dialog: DialogId, user: i64, after: i64, at_most: i64) -> Result<i64, StoreError> {
        const SQL: &str = "SELECT COUNT(*) FROM
            (SELECT 1 FROM messages WHERE dialog = $1 AND seq > $2 AND sender <> $3 LIMIT $4) AS found";
        Ok(value!(self, i64, SQL, dialog.hex(), after, user, at_most))
    }

    /// What customers have written since anybody else last wrote, oldest first, with its senders' ids.
    pub async fn unheard(&mut self, dialog: DialogId, at_most: i64) -> Result<Vec<(i64, String)>, StoreError> {
        const SQL: &str = concat!("SELECT m.sender, m.text ", unheard!(), " ORDER BY m.seq DESC LIMIT $2");
        Ok(reversed(rows!(self, (i64, String), SQL, dialog.hex(), at_most)))
    }

    /// The files that came with the newest of them.
    pub async fn unheard_files(&mut self, dialog: DialogId, messages: i64) -> Result<Vec<Attachment>, StoreError> {
        const SQL: &str = concat!("SELECT m.attachments ", unheard!(), " ORDER BY m.seq DESC LIMIT $2");
        let mut files = Vec::new();
        for (attachments,) in reversed(rows!(self, (String,), SQL, dialog.hex(), messages)) {
            files.append(&mut row::json(&attachments)?);
        }
        Ok(files)
    }

    /// When the oldest of them was sent.
    pub async fn asked_at(&mut self, dialog: DialogId) -> Result<Option<Timestamp>, StoreError> {
        const SQL: &str = concat!("SELECT MIN(m.sent_at) ", unheard!());
        Ok(value!(self, Option<i64>, SQL, dialog.hex()).map(Timestamp))
    }
}

fn reversed<T>(mut rows: Vec<T>) -> Vec<T> {
    rows.reverse();
    rows
}

impl TryFrom<Row> for Message {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row::id("messages", &row.id)?,
            dialog: row::id("messages", &row.dialog)?,
            seq: row.seq,
            sender: row::person(row.sender, &row.sender_kind, row.sender_name)?,
            text: row.text,
            custom: row::json(&row.custom)?,
            attachments: row::json(&row.attachments)?,
            sent_at: row.sent_at,
            ai: row.ai.as_deref().map(row::json).transpose()?,
        })
    }
}
