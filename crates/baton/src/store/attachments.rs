//! Files that are sent along with messages. One that no message was sent with is only lent, and may be removed.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{Attachment, AttachmentId, DialogId, MessageId};

pub struct NewAttachment<'a> {
    pub dialog: DialogId,
    /// Absent: a program.
    pub uploader: Option<i64>,
    pub attachment: &'a Attachment,
    pub content: &'a [u8],
    pub at: Timestamp,
}

/// What a dialog holds of files.
pub struct Held {
    /// Of this uploader, not sent yet.
    pub unsent: i64,
    /// Of everybody, sent or not.
    pub bytes: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    name: String,
    media_type: String,
    bytes: i64,
    width: Option<i64>,
    height: Option<i64>,
}

/// An uploader as SQL compares it: ids begin with 1.
const PROGRAM: i64 = 0;

impl Tx {
    pub async fn add_attachment(&mut self, new: &NewAttachment<'_>) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO attachments (id, dialog, uploader, name, media_type, bytes, width, height,
                created_at, content)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        let Attachment { id, name, media_type, bytes, width, height } = new.attachment;
        let (id, dialog) = (id.hex(), new.dialog.hex());
        run!(self, SQL, id, dialog, new.uploader, name, media_type, bytes, width, height, new.at.0, new.content);
        Ok(())
    }

    pub async fn attachments_held(&mut self, dialog: DialogId, uploader: Option<i64>) -> Result<Held, StoreError> {
        const SQL: &str = "SELECT COUNT(CASE WHEN message IS NULL AND COALESCE(uploader, 0) = $2 THEN 1 END),
                CAST(COALESCE(SUM(bytes), 0) AS BIGINT)
            FROM attachments WHERE dialog = $1";
        let held = row!(self, (i64, i64), SQL, dialog.hex(), uploader.unwrap_or(PROGRAM));
        let (unsent, bytes) = held.unwrap_or_default();
        Ok(Held { unsent, bytes })
    }

    /// How many bytes this person has uploaded since then, wherever.
    pub async fn uploaded_since(&mut self, uploader: i64, since: Timestamp) -> Result<i64, StoreError> {
        const SQL: &str = "SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM attachments
            WHERE uploader = $1 AND created_at > $2";
        Ok(value!(self, i64, SQL, uploader, since.0))
    }

    /// What this uploader has uploaded here under this id and not sent yet.
    pub async fn unsent_attachment(
        &mut self,
        dialog: DialogId,
        uploader: Option<i64>,
        id: AttachmentId,
    ) -> Result<Option<Attachment>, StoreError> {
        const SQL: &str = "SELECT id, name, media_type, bytes, width, height FROM attachments
            WHERE id = $1 AND dialog = $2 AND COALESCE(uploader, 0) = $3 AND message IS NULL";
        let found = row!(self, Row, SQL, id.hex(), dialog.hex(), uploader.unwrap_or(PROGRAM));
        found.map(TryInto::try_into).transpose()
    }

    pub async fn attachment_was_sent(&mut self, id: AttachmentId, with: MessageId) -> Result<(), StoreError> {
        run!(self, "UPDATE attachments SET message = $2 WHERE id = $1 AND message IS NULL", id.hex(), with.hex());
        Ok(())
    }

    /// The attachment with what is in it: one that was sent, or this uploader's own.
    pub async fn attachment(
        &mut self,
        dialog: DialogId,
        reader: Option<i64>,
        id: AttachmentId,
    ) -> Result<Option<(Attachment, Vec<u8>)>, StoreError> {
        const ABOUT: &str = "SELECT id, name, media_type, bytes, width, height FROM attachments
            WHERE id = $1 AND dialog = $2 AND (message IS NOT NULL OR COALESCE(uploader, 0) = $3)";
        const CONTENT: &str = "SELECT content FROM attachments WHERE id = $1";
        let Some(about) = row!(self, Row, ABOUT, id.hex(), dialog.hex(), reader.unwrap_or(PROGRAM)) else {
            return Ok(None);
        };
        let content = row!(self, (Vec<u8>,), CONTENT, id.hex());
        content.map(|(content,)| Ok((about.try_into()?, content))).transpose()
    }

    /// When the oldest of those that were not sent came.
    pub async fn oldest_unsent_attachment(&mut self) -> Result<Option<Timestamp>, StoreError> {
        const SQL: &str = "SELECT MIN(created_at) FROM attachments WHERE message IS NULL";
        Ok(value!(self, Option<i64>, SQL).map(Timestamp))
    }

    /// Removes some of those that came by then and were not sent; answers how many.
    pub async fn drop_unsent_attachments(&mut self, by: Timestamp, at_most: i64) -> Result<u64, StoreError> {
        const SQL: &str = "DELETE FROM attachments WHERE id IN
            (SELECT id FROM attachments WHERE message IS NULL AND created_at <= $1 ORDER BY created_at LIMIT $2)";
        Ok(run!(self, SQL, by.0, at_most))
    }
}

impl TryFrom<Row> for Attachment {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let Row { id, name, media_type, bytes, width, height } = row;
        Ok(Self { id: row::id("attachments", &id)?, name, media_type, bytes, width, height })
    }
}
