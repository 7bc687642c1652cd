//! Search over conversations: words of messages and of the notes beside them, and names of customers.

mod excerpt;

use super::{access::Caller, view};
use crate::{
    app::Shared,
    domain::{DialogId, Hit, HitMessage, HitNote, Page, cursor, one_more, with_names},
    error::Error,
    store::{ListFilter, Tx},
};
use excerpt::{excerpt, sought};

const TEXT_MAX: usize = 200;
/// So many conversations are found by their customer.
const BY_NAME_MAX: i64 = 10;

/// The newest messages and notes in which every word begins a word; before them, on the first page,
/// conversations of customers with this name or e-mail. All of them in conversations that the filter leaves.
///
/// # Errors
/// When the caller does not work in the app, or nothing is sought.
pub async fn search(
    app: &Shared,
    caller: Caller,
    (of, filter, text): (i64, ListFilter, &str),
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Hit>, Error> {
    caller.works_in(of)?;
    let words = sought(text);
    if words.is_empty() || text.chars().count() > TEXT_MAX {
        return Err(Error::field("q", format!("write a word to look for, in at most {TEXT_MAX} characters")));
    }
    let mut tx = app.store.read().await?;
    let before = cursor(after, i64::MAX);
    let mut hits = Vec::new();
    if after.is_none() {
        for dialog in tx.dialogs_of_customers((of, &filter), text.trim(), BY_NAME_MAX).await? {
            hits.extend(by_name(app, &mut tx, (caller, &words), dialog).await?);
        }
    }
    let found = tx.written_with((of, &filter), &words, before, one_more(limit)).await?;
    let found = Page::cut(found, limit, |(_, seq)| seq.to_string());
    for place in found.items {
        hits.extend(by_words(app, &mut tx, (caller, &words), place).await?);
    }
    Ok(Page { items: hits, next: found.next })
}

async fn by_words(
    app: &Shared,
    tx: &mut Tx,
    (caller, words): (Caller, &[String]),
    (dialog, seq): (DialogId, i64),
) -> Result<Option<Hit>, Error> {
    let (text, message, note) = if let Some(message) = tx.message_at(dialog, seq).await? {
        let text = with_names(&message.text, &message.attachments);
        (text, Some(HitMessage { id: message.id, seq, sender: message.sender, sent_at: message.sent_at }), None)
    } else if let Some(note) = tx.note_at(dialog, seq).await? {
        (note.text, None, Some(HitNote { id: note.id, author: note.author, written_at: note.written_at }))
    } else {
        return Ok(None);
    };
    let Some(summary) = tx.dialog(dialog).await? else { return Ok(None) };
    let dialog = view::dialog(tx, caller, summary, app.now()).await?;
    Ok(Some(Hit { dialog, message, note, parts: excerpt(&text, words) }))
}

async fn by_name(
    app: &Shared,
    tx: &mut Tx,
    (caller, words): (Caller, &[String]),
    dialog: DialogId,
) -> Result<Option<Hit>, Error> {
    let Some(summary) = tx.dialog(dialog).await? else { return Ok(None) };
    let customer = match summary.customer {
        Some(customer) => tx.user(summary.app, customer).await?,
        None => None,
    };
    let Some(customer) = customer else { return Ok(None) };
    let said = [Some(customer.full_name), customer.email].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let dialog = view::dialog(tx, caller, summary, app.now()).await?;
    Ok(Some(Hit { dialog, message: None, note: None, parts: excerpt(&said, words) }))
}
