//! Search over conversations: words of messages, and names of customers.

mod excerpt;

use super::{access::Caller, view};
use crate::{
    app::Shared,
    domain::{Hit, HitMessage, Page, cursor, one_more},
    error::Error,
    store::Tx,
};

pub(super) use excerpt::folded;
use excerpt::{excerpt, sought};

const TEXT_MAX: usize = 200;
/// So many conversations are found by their customer.
const BY_NAME_MAX: i64 = 10;

/// The newest messages in which every word begins a word; before them, on the first page, conversations
/// of customers with this name or e-mail.
///
/// # Errors
/// When the caller does not work in the app, or nothing is sought.
pub async fn search(
    app: &Shared,
    caller: Caller,
    (of, text): (i64, &str),
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
        for dialog in tx.dialogs_of_customers(of, &text.trim().to_lowercase(), BY_NAME_MAX).await? {
            hits.extend(by_name(app, &mut tx, (caller, &words), dialog).await?);
        }
    }
    let found =
        Page::cut(tx.messages_with(of, &words, before, one_more(limit)).await?, limit, |(_, seq)| seq.to_string());
    for (dialog, seq) in found.items {
        let (Some(summary), Some(message)) = (tx.dialog(dialog).await?, tx.message_at(dialog, seq).await?) else {
            continue;
        };
        let parts = excerpt(&message.text, &words);
        let dialog = view::dialog(&mut tx, caller, summary, app.now()).await?;
        let message = HitMessage { id: message.id, seq, sender: message.sender, sent_at: message.sent_at };
        hits.push(Hit { dialog, message: Some(message), parts });
    }
    Ok(Page { items: hits, next: found.next })
}

async fn by_name(
    app: &Shared,
    tx: &mut Tx,
    (caller, words): (Caller, &[String]),
    dialog: crate::domain::DialogId,
) -> Result<Option<Hit>, Error> {
    let Some(summary) = tx.dialog(dialog).await? else { return Ok(None) };
    let customer = match summary.customer {
        Some(customer) => tx.user(summary.app, customer).await?,
        None => None,
    };
    let Some(customer) = customer else { return Ok(None) };
    let said = [Some(customer.full_name), customer.email].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let dialog = view::dialog(tx, caller, summary, app.now()).await?;
    Ok(Some(Hit { dialog, message: None, parts: excerpt(&said, words) }))
}
