//! Agents by what they do together; a pool may consist of teams.

use super::{
    access::Caller,
    apps::existing,
    assign::assign_waiting_of,
    audit::{diff, note, target},
};
use crate::{
    app::{App, Shared},
    domain::{Page, Team, cursor, one_more},
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
    let after = cursor(after, 0);
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
                let team = apply(&shared, tx, (of, id), TeamChange { name: None, ..wanted }).await?;
                let changes = diff(&serde_json::Value::Null, &as_set(&team))?;
                note(tx, (caller, of, shared.now()), ("team.created", target("team", id, &team.name)), changes).await?;
                Ok(team)
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
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let (of, id) = at;
                let before = tx.team(of, id).await?.ok_or(Error::NotFound("team"))?;
                let team = apply(&shared, tx, at, wanted).await?;
                let changes = diff(&as_set(&before), &as_set(&team))?;
                note(tx, (caller, of, shared.now()), ("team.changed", target("team", id, &team.name)), changes).await?;
                Ok(team)
            })
        })
        .await
}

/// What an admin sets of a team.
fn as_set(team: &Team) -> serde_json::Value {
    let agents: Vec<&String> = team.agents.iter().map(|agent| &agent.full_name).collect();
    serde_json::json!({ "name": team.name, "agents": agents })
}

/// # Errors
/// When the team is out of reach, or in a pool.
pub async fn remove_team(app: &Shared, caller: Caller, (of, id): (i64, i64)) -> Result<(), Error> {
    caller.configures(of)?;
    let at = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let team = tx.team(of, id).await?.ok_or(Error::NotFound("team"))?;
                if !tx.pools_of_team(id).await?.is_empty() {
                    let detail =
                        "conversations are handed over to this team; take it out of the AI Agents' pools first";
                    return Err(Error::Conflict { reason: "in_use", detail: detail.into() });
                }
                tx.remove_team(id).await?;
                note(tx, (caller, of, at), ("team.removed", target("team", id, team.name)), Vec::new()).await
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
