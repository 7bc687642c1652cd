//! Files that are sent along with messages: taken in first, sent with a message afterwards, given out to who may read it.

mod file_name;
mod media_type;

use super::access::{Caller, Reached, reach};
use crate::{
    app::{App, Shared},
    domain::{Attachment, AttachmentId, DialogId, DialogSummary},
    error::Error,
    store::{NewAttachment, Tx},
};
use file_name::file_name;
use media_type::{Look, look_at};

/// So many may be sent with one message.
pub(super) const SENT_AT_ONCE: usize = 10;
const DAY_MS: i64 = 86_400_000;
/// So many may wait to be sent, of one person in one dialog.
const UNSENT_MAX: i64 = 20;

/// Takes a file in; it is nobody else's until it is sent with a message.
///
/// # Errors
/// When the dialog is out of reach, takes no files, or has too many; when the file is empty or too large.
pub async fn attach(
    app: &Shared,
    caller: Caller,
    dialog: DialogId,
    name: &str,
    content: Vec<u8>,
) -> Result<Attachment, Error> {
    if let Caller::Admin { .. } = caller {
        return Err(Error::Forbidden("sign in as a user of the app to send files"));
    }
    if content.is_empty() {
        return Err(Error::field("body", "the file is empty; choose another one"));
    }
    if content.len() > app.config.limits.attachment_bytes {
        return Err(too_large(app));
    }
    let Look { media_type, width, height } = look_at(&content);
    let at = app.now();
    let attachment = Attachment {
        id: app.ids.next(at),
        name: file_name(name),
        media_type: media_type.into(),
        bytes: i64::try_from(content.len()).map_err(Error::internal)?,
        width,
        height,
    };
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let Reached { dialog, user, .. } = reach(tx, caller, dialog).await?;
                let uploader = user.map(|user| user.id);
                may_attach(tx, caller, &dialog).await?;
                has_room(&shared, tx, caller, (dialog.id, uploader), attachment.bytes).await?;
                let new = NewAttachment { dialog: dialog.id, uploader, attachment: &attachment, content: &content, at };
                tx.add_attachment(&new).await?;
                Ok(attachment)
            })
        })
        .await
}

/// Whether a file may come at all, before any of it is read.
///
/// # Errors
/// When the dialog is out of reach, takes no files, or has too many.
pub async fn check_upload(app: &App, caller: Caller, dialog: DialogId) -> Result<(), Error> {
    let mut tx = app.store.read().await?;
    let Reached { dialog, user, .. } = reach(&mut tx, caller, dialog).await?;
    may_attach(&mut tx, caller, &dialog).await?;
    has_room(app, &mut tx, caller, (dialog.id, user.map(|user| user.id)), 1).await
}

/// Says how large a file may be.
pub fn too_large(app: &App) -> Error {
    let limit = app.config.limits.attachment_bytes;
    Error::TooLarge(format!("a file may have at most {limit} bytes; send a smaller one"))
}

/// The admin may have switched it off for customers.
async fn may_attach(tx: &mut Tx, caller: Caller, dialog: &DialogSummary) -> Result<(), Error> {
    let (Caller::Customer { .. }, Some(assistant)) = (caller, dialog.assistant) else { return Ok(()) };
    let row = tx.assistant_even_removed(dialog.app, assistant).await?;
    if row.is_some_and(|row| !row.settings.widget.attachments) {
        return Err(Error::Forbidden("files cannot be sent here; describe in words what is in it"));
    }
    Ok(())
}

async fn has_room(
    app: &App,
    tx: &mut Tx,
    caller: Caller,
    (dialog, uploader): (DialogId, Option<i64>),
    bytes: i64,
) -> Result<(), Error> {
    let held = tx.attachments_held(dialog, uploader).await?;
    if held.unsent >= UNSENT_MAX {
        let detail = format!("{UNSENT_MAX} of your files wait to be sent; send them first");
        return Err(Error::Conflict { reason: "too_many_unsent", detail });
    }
    let limit = i64::try_from(app.config.limits.dialog_attachment_bytes).unwrap_or(i64::MAX);
    if held.bytes.saturating_add(bytes) > limit {
        let detail = format!("the files of one conversation may have {limit} bytes in all; send a link instead");
        return Err(Error::Conflict { reason: "no_room", detail });
    }
    if let Caller::Customer { id, .. } = caller
        && tx.uploaded_since(id, app.now().plus(-DAY_MS)).await?.saturating_add(bytes) > limit
    {
        let detail = format!("the files that you send in a day may have {limit} bytes in all; send a link instead");
        return Err(Error::Conflict { reason: "no_room", detail });
    }
    Ok(())
}

/// The caller's own uploads of this dialog, as they are about to be sent.
pub(super) async fn unsent(
    tx: &mut Tx,
    dialog: DialogId,
    uploader: Option<i64>,
    ids: &[AttachmentId],
) -> Result<Vec<Attachment>, Error> {
    let mut attachments: Vec<Attachment> = Vec::with_capacity(ids.len());
    for id in ids {
        if attachments.iter().any(|attachment| attachment.id == *id) {
            continue;
        }
        let found = tx.unsent_attachment(dialog, uploader, *id).await?;
        attachments.push(found.ok_or_else(|| {
            let detail = format!("{id} is not a file that you uploaded to this conversation and have not sent yet");
            Error::field("attachments", detail)
        })?);
    }
    Ok(attachments)
}

/// A file with what is in it. Until it is sent only its uploader has it.
///
/// # Errors
/// When the dialog or the file is out of reach.
pub async fn open_attachment(
    app: &Shared,
    caller: Caller,
    dialog: DialogId,
    id: AttachmentId,
) -> Result<(Attachment, Vec<u8>), Error> {
    let mut tx = app.store.read().await?;
    let Reached { dialog, user, .. } = reach(&mut tx, caller, dialog).await?;
    let reader = user.map(|user| user.id);
    tx.attachment(dialog.id, reader, id).await?.ok_or(Error::NotFound("file"))
}
