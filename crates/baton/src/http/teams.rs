//! Agents by what they do together.

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    error::Problem,
    input::{Asked, At, Body, Paging},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, TeamChange},
    app::Shared,
    domain::{Page, Team},
    error::Error,
};

#[derive(Deserialize, ToSchema)]
pub(super) struct WantedTeam {
    /// Absent: it stays.
    name: Option<String>,
    /// All who are in it; absent: they stay.
    agents: Option<Vec<i64>>,
}

impl From<WantedTeam> for TeamChange {
    fn from(WantedTeam { name, agents }: WantedTeam) -> Self {
        Self { name, agents }
    }
}

/// Lists an app's teams with their agents.
#[utoipa::path(get, path = "/apps/{app}/teams", tag = "agents", params(("app" = i64, Path), Paging),
    responses((status = 200, body = Page<Team>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<Team>>, Error> {
    Ok(Json(actions::list_teams(&app, caller.caller, of, paging.after(), paging.limit()).await?))
}

/// Makes a team.
#[utoipa::path(post, path = "/apps/{app}/teams", tag = "agents", params(("app" = i64, Path)), request_body = WantedTeam,
    responses((status = 201, body = Team), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Body(wanted): Body<WantedTeam>,
) -> Result<(StatusCode, Json<Team>), Error> {
    let team = actions::create_team(&app, caller.caller, of, wanted.into()).await?;
    Ok((StatusCode::CREATED, Json(team)))
}

/// Renames a team, or says who is in it.
#[utoipa::path(patch, path = "/apps/{app}/teams/{id}", tag = "agents",
    params(("app" = i64, Path), ("id" = i64, Path)), request_body = WantedTeam,
    responses((status = 200, body = Team), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn change(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
    Body(wanted): Body<WantedTeam>,
) -> Result<Json<Team>, Error> {
    Ok(Json(actions::change_team(&app, caller.caller, at, wanted.into()).await?))
}

/// Removes a team that is in no pool.
#[utoipa::path(delete, path = "/apps/{app}/teams/{id}", tag = "agents",
    params(("app" = i64, Path), ("id" = i64, Path)),
    responses((status = 204), (status = 409, body = Problem)))]
pub(super) async fn remove(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
) -> Result<StatusCode, Error> {
    actions::remove_team(&app, caller.caller, at).await?;
    Ok(StatusCode::NO_CONTENT)
}
