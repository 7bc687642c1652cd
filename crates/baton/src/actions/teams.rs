//! Agents by what they do together; a pool may consist of teams.

use super::{access::Caller, apps::existing, assign::assign_waiting_of};
use crate::{
    app::{App, Shared},
    domain::{Page, Team, one_more},
    error::Error,
    store::{StoreError, Tx},
};

const NAME_MAX: usize = 80;
const MEMBERS_MAX: usize = 1_000;

/// What to change; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct TeamChange {
    pub name: Option<String>,
    pub agents: Option<Vec<i64>>,
}

/// # Errors
/// When the caller does not work in the app.
pub async fn list_teams(
    app: &Shared,
    caller: Caller,
    of: i64,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Team>, Error> {
    caller.works_in(of)?;
    let after = after.and_then(|after| after.parse().ok()).unwrap_or(0);
    let found = app.store.read().await?.teams(of, after, one_more(limit)).await?;
    Ok(Page::cut(found, limit, |team| team.id.to_string()))
}

/// # Errors
/// When the name is taken or something does not fit.
pub async fn create_team(app: &Shared, caller: Caller, of: i64, wanted: TeamChange) -> Result<Team, Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    let wanted = checked(TeamChange { name: Some(wanted.name.unwrap_or_default()), ..wanted })?;
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let name = wanted.name.clone().unwrap_or_default();
                let id = tx.add_team(of, &name, shared.now()).await.map_err(name_taken)?;
                apply(&shared, tx, (of, id), TeamChange { name: None, ..wanted }).await
            })
        })
        .await
}

/// Whoever waits for the pools that the team is in is assigned at once, as far as it can be.
///
/// # Errors
/// When the team is out of reach, the name is taken or something does not fit.
pub async fn change_team(app: &Shared, caller: Caller, at: (i64, i64), wanted: TeamChange) -> Result<Team, Error> {
    caller.configures(at.0)?;
    let wanted = checked(wanted)?;
    let shared = app.clone();
    app.store.write(move |tx| Box::pin(async move { apply(&shared, tx, at, wanted).await })).await
}

/// # Errors
/// When the team is out of reach, or in a pool.
pub async fn remove_team(app: &Shared, caller: Caller, (of, id): (i64, i64)) -> Result<(), Error> {
    caller.configures(of)?;
    app.store
        .write(move |tx| {
            Box::pin(async move {
                tx.team(of, id).await?.ok_or(Error::NotFound("team"))?;
                if !tx.pools_of_team(id).await?.is_empty() {
                    let detail =
                        "conversations are handed over to this team; take it out of the AI Agents' pools first";
                    return Err(Error::Conflict { reason: "in_use", detail: detail.into() });
                }
                Ok(tx.remove_team(id).await?)
            })
        })
        .await
}

async fn apply(app: &App, tx: &mut Tx, (of, id): (i64, i64), wanted: TeamChange) -> Result<Team, Error> {
    tx.team(of, id).await?.ok_or(Error::NotFound("team"))?;
    if let Some(name) = &wanted.name {
        tx.rename_team(id, name).await.map_err(name_taken)?;
    }
    if let Some(agents) = &wanted.agents {
        tx.set_team_members(of, id, agents).await?;
    }
    let team = tx.team(of, id).await?.ok_or(Error::NotFound("team"))?;
    let is_in = |agent: &&i64| team.agents.iter().any(|member| member.id == **agent);
    let strangers: Vec<&i64> = wanted.agents.iter().flatten().filter(|agent| !is_in(agent)).collect();
    if !strangers.is_empty() {
        return Err(Error::field("agents", format!("no agents of this app: {strangers:?}")));
    }
    for assistant in tx.pools_of_team(id).await? {
        assign_waiting_of(app, tx, assistant).await?;
    }
    Ok(team)
}

fn checked(mut wanted: TeamChange) -> Result<TeamChange, Error> {
    if let Some(name) = &mut wanted.name {
        *name = name.trim().to_owned();
        if name.is_empty() || name.chars().count() > NAME_MAX {
            return Err(Error::field("name", format!("must have 1 to {NAME_MAX} characters")));
        }
    }
    if wanted.agents.as_ref().is_some_and(|agents| agents.len() > MEMBERS_MAX) {
        return Err(Error::field("agents", format!("must be at most {MEMBERS_MAX}")));
    }
    Ok(wanted)
}

fn name_taken(error: StoreError) -> Error {
    if error.is_taken() {
        return Error::Conflict { reason: "taken", detail: "a team with this name exists already".into() };
    }
    error.into()
}
