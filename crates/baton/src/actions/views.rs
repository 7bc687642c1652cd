//! Lists that an agent looks at often.

use super::access::Caller;
use crate::{
    app::Shared,
    domain::{Page, View, ViewFilter, cursor, one_more},
    error::Error,
};

const NAME_MAX: usize = 60;
const SOUGHT_MAX: usize = 200;
const VIEWS_MAX: i64 = 50;

/// # Errors
/// When the caller is no agent.
pub async fn list_views(app: &Shared, caller: Caller, after: Option<&str>, limit: usize) -> Result<Page<View>, Error> {
    let (agent, _) = caller.is_agent()?;
    let after = cursor(after, 0);
    let found = app.store.read().await?.views(agent, after, one_more(limit)).await?;
    Ok(Page::cut(found, limit, |view| view.id.to_string()))
}

/// # Errors
/// When the caller is no agent, something does not fit, or there are too many.
pub async fn create_view(app: &Shared, caller: Caller, name: &str, filter: ViewFilter) -> Result<View, Error> {
    let (agent, _) = caller.is_agent()?;
    let (name, filter) = (checked_name(name)?, checked(filter)?);
    let now = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                if tx.view_count(agent).await? >= VIEWS_MAX {
                    let detail = format!("you may keep {VIEWS_MAX} views; remove one first");
                    return Err(Error::Conflict { reason: "too_many", detail });
                }
                let id = tx.add_view(agent, (&name, &filter), now).await?;
                Ok(View { id, name, filter })
            })
        })
        .await
}

/// What is absent stays.
///
/// # Errors
/// When the view is not the caller's or something does not fit.
pub async fn change_view(
    app: &Shared,
    caller: Caller,
    id: i64,
    (name, filter): (Option<String>, Option<ViewFilter>),
) -> Result<View, Error> {
    let (agent, _) = caller.is_agent()?;
    let name = name.as_deref().map(checked_name).transpose()?;
    let filter = filter.map(checked).transpose()?;
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let before = tx.view(agent, id).await?.ok_or(Error::NotFound("view"))?;
                let (name, filter) = (name.unwrap_or(before.name), filter.unwrap_or(before.filter));
                tx.change_view(id, &name, &filter).await?;
                Ok(View { id, name, filter })
            })
        })
        .await
}

/// # Errors
/// When the view is not the caller's.
pub async fn remove_view(app: &Shared, caller: Caller, id: i64) -> Result<(), Error> {
    let (agent, _) = caller.is_agent()?;
    app.store
        .write(move |tx| {
            Box::pin(
                async move { if tx.remove_view(agent, id).await? { Ok(()) } else { Err(Error::NotFound("view")) } },
            )
        })
        .await
}

fn checked_name(name: &str) -> Result<String, Error> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_MAX || name.contains('\0') {
        return Err(Error::field("name", format!("must have 1 to {NAME_MAX} characters")));
    }
    Ok(name.to_owned())
}

fn checked(filter: ViewFilter) -> Result<ViewFilter, Error> {
    if filter.q.as_ref().is_some_and(|q| q.chars().count() > SOUGHT_MAX) {
        return Err(Error::field("filter.q", format!("must have at most {SOUGHT_MAX} characters")));
    }
    Ok(filter)
}
