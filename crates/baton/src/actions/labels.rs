//! What staff put on conversations to find them again.

use handover::Timestamp;

use super::{
    access::{Caller, reach, supported},
    apps::existing,
    audit::{diff, note, target},
    post,
};
use crate::{
    app::Shared,
    domain::{Audience, Colour, DialogId, Label, Page, cursor, one_more},
    error::Error,
    store::{StoreError, Tx},
};

const NAME_MAX: usize = 40;
const LABELS_MAX: i64 = 500;
const OF_ONE_MAX: usize = 20;

/// What to change; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct LabelChange {
    pub name: Option<String>,
    pub colour: Option<Colour>,
}

/// # Errors
/// When the caller does not work in the app.
pub async fn list_labels(
    app: &Shared,
    caller: Caller,
    of: i64,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Label>, Error> {
    caller.works_in(of)?;
    let after = cursor(after, 0);
    let found = app.store.read().await?.labels(of, after, one_more(limit)).await?;
    Ok(Page::cut(found, limit, |label| label.id.to_string()))
}

/// # Errors
/// When the name is taken or does not fit, or there are too many.
pub async fn create_label(app: &Shared, caller: Caller, of: i64, wanted: LabelChange) -> Result<Label, Error> {
    caller.works_in(of)?;
    existing(app, of).await?;
    let name = checked(&wanted.name.unwrap_or_default())?;
    let colour = wanted.colour.unwrap_or_default();
    let now = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                if tx.label_count(of).await? >= LABELS_MAX {
                    let detail = format!("an app has at most {LABELS_MAX} labels; remove one first");
                    return Err(Error::Conflict { reason: "too_many", detail });
                }
                let id = tx.add_label(of, (&name, colour), now).await.map_err(taken)?;
                let label = Label { id, name, colour };
                tell(tx, (of, id), Some(&label), now).await?;
                note(tx, (caller, of, now), ("label.created", target("label", id, &label.name)), Vec::new()).await?;
                Ok(label)
            })
        })
        .await
}

/// # Errors
/// When the label is out of reach, or the name is taken or does not fit.
pub async fn change_label(
    app: &Shared,
    caller: Caller,
    (of, id): (i64, i64),
    wanted: LabelChange,
) -> Result<Label, Error> {
    caller.works_in(of)?;
    let name = wanted.name.as_deref().map(checked).transpose()?;
    let now = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let before = tx.label(of, id).await?.ok_or(Error::NotFound("label"))?;
                let name = name.unwrap_or_else(|| before.name.clone());
                let label = Label { id, name, colour: wanted.colour.unwrap_or(before.colour) };
                tx.change_label(id, &label.name, label.colour).await.map_err(taken)?;
                tell(tx, (of, id), Some(&label), now).await?;
                let saved = ("label.changed", target("label", id, &label.name));
                note(tx, (caller, of, now), saved, diff(&before, &label)?).await?;
                Ok(label)
            })
        })
        .await
}

/// It disappears from every conversation.
///
/// # Errors
/// When the label is out of reach.
pub async fn remove_label(app: &Shared, caller: Caller, (of, id): (i64, i64)) -> Result<(), Error> {
    caller.works_in(of)?;
    let now = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let label = tx.label(of, id).await?.ok_or(Error::NotFound("label"))?;
                tx.remove_label(of, id).await?;
                tell(tx, (of, id), None, now).await?;
                note(tx, (caller, of, now), ("label.removed", target("label", id, label.name)), Vec::new()).await
            })
        })
        .await
}

/// Open screens show it as it is now, at every conversation that has it.
async fn tell(tx: &mut Tx, (of, id): (i64, i64), label: Option<&Label>, now: Timestamp) -> Result<(), Error> {
    let body = serde_json::json!({ "id": id, "label": label });
    post::record(tx, (of, None), ("label", Audience::Staff), &body, now).await
}

/// Puts these on the conversation, instead of those that were.
///
/// # Errors
/// When the conversation is out of reach, or a label is not one of its app's.
pub async fn set_labels(app: &Shared, caller: Caller, id: DialogId, labels: Vec<i64>) -> Result<Vec<Label>, Error> {
    caller.is_staff()?;
    if labels.len() > OF_ONE_MAX {
        return Err(Error::field("labels", format!("must be at most {OF_ONE_MAX}")));
    }
    let now = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let dialog = supported(reach(tx, caller, id).await?)?;
                let before = tx.labels_of(id).await?;
                tx.set_labels(dialog.app, id, &labels).await?;
                let after = tx.labels_of(id).await?;
                let is_there = |wanted: &&i64| after.iter().any(|label| label.id == **wanted);
                let strangers: Vec<&i64> = labels.iter().filter(|wanted| !is_there(wanted)).collect();
                if !strangers.is_empty() {
                    return Err(Error::field("labels", format!("no labels of this app: {strangers:?}")));
                }
                if before != after {
                    let body = serde_json::json!({ "labels": after });
                    post::record(tx, (dialog.app, Some(id)), ("labels", Audience::Staff), &body, now).await?;
                }
                Ok(after)
            })
        })
        .await
}

fn checked(name: &str) -> Result<String, Error> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().count() > NAME_MAX || name.contains('\0') {
        return Err(Error::field("name", format!("must have 1 to {NAME_MAX} characters")));
    }
    Ok(name)
}

fn taken(error: StoreError) -> Error {
    if error.is_taken() {
        return Error::Conflict { reason: "taken", detail: "a label with this name exists already".into() };
    }
    error.into()
}
