//! The lists of the Agent Desk.

use super::{access::Caller, dialogs::views};
use crate::{
    app::Shared,
    domain::{AFTER_EVERY_ID, Dialog, DialogList, DialogSummary, Page, cursor, one_more},
    error::Error,
    store::{ListCounts, ListFilter},
};

/// Later than everything, and newer than every id.
const FIRST: (i64, &str) = (i64::MAX, AFTER_EVERY_ID);

#[derive(Clone, Copy, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct Counts {
    pub queue: i64,
    pub mine: i64,
    pub all: i64,
    pub assistant: i64,
    pub resolved: i64,
    pub snoozed: i64,
}

/// A list of the Agent Desk: the queue in its order, the others by what happened last.
///
/// # Errors
/// When the caller does not work in the app.
pub async fn list_dialogs(
    app: &Shared,
    caller: Caller,
    (of, list, filter): (i64, DialogList, ListFilter),
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Dialog>, Error> {
    caller.works_in(of)?;
    let mut tx = app.store.read().await?;
    let (before, at_most) = (after.and_then(place).unwrap_or(FIRST), one_more(limit));
    let narrowed = |phase| ListFilter { phase: Some(phase), ..filter };
    let found = match list {
        DialogList::Queue => {
            let skip: i64 = cursor(after, 0).max(0);
            let next = (skip + i64::try_from(limit).unwrap_or(0)).to_string();
            let page = Page::cut(tx.queue(of, &filter, skip, at_most).await?, limit, |_| next.clone());
            return views(&mut tx, caller, page, app.now()).await;
        }
        DialogList::Mine => tx.dialogs_held_by(caller.is_agent()?.0, false, before, at_most).await?,
        DialogList::Snoozed => tx.dialogs_held_by(caller.is_agent()?.0, true, before, at_most).await?,
        DialogList::All => tx.support_dialogs(of, &filter, before, at_most).await?,
        DialogList::Assistant => tx.support_dialogs(of, &narrowed("assistant"), before, at_most).await?,
        DialogList::Resolved => tx.support_dialogs(of, &narrowed("closed"), before, at_most).await?,
    };
    let page = Page::cut(found, limit, |dialog: &DialogSummary| format!("{}_{}", dialog.updated_at, dialog.id));
    views(&mut tx, caller, page, app.now()).await
}

/// The place after a conversation: when something last happened in it, and its id.
fn place(after: &str) -> Option<(i64, &str)> {
    let (at, id) = after.split_once('_')?;
    Some((at.parse().ok()?, id))
}

/// # Errors
/// When the caller does not work in the app.
pub async fn count_dialogs(app: &Shared, caller: Caller, of: i64) -> Result<Counts, Error> {
    caller.works_in(of)?;
    let me = if let Caller::Agent { id, .. } = caller { id } else { 0 };
    let ListCounts { waiting, held, with_assistant, closed, mine, snoozed } =
        app.store.read().await?.list_counts(of, me).await?;
    let all = waiting + held + with_assistant + closed;
    Ok(Counts { queue: waiting, mine, all, assistant: with_assistant, resolved: closed, snoozed })
}
