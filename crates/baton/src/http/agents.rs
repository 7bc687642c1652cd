//! The people who answer.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    error::Problem,
    input::{Asked, At, Body, Paging},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, AgentChange},
    app::Shared,
    domain::{Agent, Page},
    error::Error,
};

#[derive(Deserialize, ToSchema)]
pub(super) struct NewAgent {
    full_name: String,
    email: String,
    /// Absent: one is made and shown once.
    password: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub(super) struct CreatedAgent {
    agent: Agent,
    /// The password that was made, shown this once.
    password: Option<String>,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct ChangedAgent {
    full_name: Option<String>,
    /// A disabled agent is signed out, and what they held goes back to the pool.
    disabled: Option<bool>,
    /// How many conversations they may be assigned at once.
    capacity: Option<i64>,
    /// The languages they answer in, such as `de`; none: all.
    languages: Option<Vec<String>>,
    /// What they know, such as `billing`; rules ask for it.
    skills: Option<Vec<String>>,
    /// Whether they may take over, hand on and end colleagues' conversations.
    supervises: Option<bool>,
}

#[derive(Deserialize, Default, ToSchema)]
pub(super) struct Password {
    /// Absent: one is made and shown once.
    password: Option<String>,
}

/// Lists an app's agents.
#[utoipa::path(get, path = "/apps/{app}/agents", tag = "agents", params(("app" = i64, Path), Paging),
    responses((status = 200, body = Page<Agent>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<Agent>>, Error> {
    let found = actions::list_agents(&app, caller.caller, (of, paging.search()), paging.after(), paging.limit());
    Ok(Json(found.await?))
}

/// Creates an agent.
#[utoipa::path(post, path = "/apps/{app}/agents", tag = "agents", params(("app" = i64, Path)), request_body = NewAgent,
    responses((status = 201, body = CreatedAgent), (status = 409, body = Problem)))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Body(new): Body<NewAgent>,
) -> Result<(StatusCode, Json<CreatedAgent>), Error> {
    let who = (of, new.full_name.as_str(), new.email.as_str());
    let (agent, password) = actions::create_agent(&app, caller.caller, who, new.password.as_deref()).await?;
    Ok((StatusCode::CREATED, Json(CreatedAgent { agent, password })))
}

/// Changes an agent; what is absent stays.
#[utoipa::path(patch, path = "/apps/{app}/agents/{id}", tag = "agents",
    params(("app" = i64, Path), ("id" = i64, Path)), request_body = ChangedAgent,
    responses((status = 200, body = Agent), (status = 404, body = Problem)))]
pub(super) async fn change(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
    Body(changed): Body<ChangedAgent>,
) -> Result<Json<Agent>, Error> {
    let ChangedAgent { full_name, disabled, capacity, languages, skills, supervises } = changed;
    let change = AgentChange { full_name, disabled, capacity, languages, skills, supervises };
    Ok(Json(actions::change_agent(&app, caller.caller, at, change).await?))
}

/// Gives an agent a new password and ends their sessions.
#[utoipa::path(put, path = "/apps/{app}/agents/{id}/password", tag = "agents",
    params(("app" = i64, Path), ("id" = i64, Path)), request_body = Password,
    responses((status = 200, body = CreatedPassword)))]
pub(super) async fn reset_password(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
    Body(given): Body<Password>,
) -> Result<Json<CreatedPassword>, Error> {
    let password = actions::reset_password(&app, caller.caller, at, given.password.as_deref()).await?;
    Ok(Json(CreatedPassword { password }))
}

#[derive(Serialize, ToSchema)]
pub(super) struct CreatedPassword {
    /// The password that was made, shown this once.
    password: Option<String>,
}
