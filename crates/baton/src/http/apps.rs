//! Apps and their API keys.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    error::Problem,
    input::{Asked, At, Body, Paging},
    signed_in::SignedIn,
};
use crate::{
    actions,
    app::Shared,
    domain::{ApiKey, App, Page},
    error::Error,
};

#[derive(Deserialize, ToSchema)]
pub(super) struct Named {
    name: String,
}

#[derive(Serialize, ToSchema)]
pub(super) struct NewApp {
    app: App,
    /// Shown this once.
    authorization_secret: String,
}

#[derive(Serialize, ToSchema)]
pub(super) struct NewSecret {
    /// Shown this once.
    authorization_secret: String,
}

#[derive(Serialize, ToSchema)]
pub(super) struct NewIdentitySecret {
    /// Shown this once.
    identity_secret: String,
}

#[derive(Serialize, ToSchema)]
pub(super) struct NewApiKey {
    id: i64,
    name: String,
    /// Shown this once.
    key: String,
}

/// Lists the apps that the caller may see.
#[utoipa::path(get, path = "/apps", tag = "apps", params(Paging), responses((status = 200, body = Page<App>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<App>>, Error> {
    Ok(Json(actions::list_apps(&app, caller.caller, paging.after(), paging.limit()).await?))
}

/// Creates an app.
#[utoipa::path(post, path = "/apps", tag = "apps", request_body = Named, responses((status = 201, body = NewApp)))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    Body(named): Body<Named>,
) -> Result<(StatusCode, Json<NewApp>), Error> {
    let (app, authorization_secret) = actions::create_app(&app, caller.caller, &named.name).await?;
    Ok((StatusCode::CREATED, Json(NewApp { app, authorization_secret })))
}

/// Shows an app.
#[utoipa::path(get, path = "/apps/{app}", tag = "apps", params(("app" = i64, Path)),
    responses((status = 200, body = App), (status = 404, body = Problem)))]
pub(super) async fn show(State(app): State<Shared>, caller: SignedIn, At(id): At<i64>) -> Result<Json<App>, Error> {
    Ok(Json(actions::show_app(&app, caller.caller, id).await?))
}

/// Renames an app.
#[utoipa::path(patch, path = "/apps/{app}", tag = "apps", params(("app" = i64, Path)), request_body = Named,
    responses((status = 200, body = App)))]
pub(super) async fn change(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<i64>,
    Body(named): Body<Named>,
) -> Result<Json<App>, Error> {
    Ok(Json(actions::rename_app(&app, caller.caller, id, &named.name).await?))
}

/// Makes a new authorization secret; the old one stops working.
#[utoipa::path(put, path = "/apps/{app}/authorization_secret", tag = "apps", params(("app" = i64, Path)),
    responses((status = 200, body = NewSecret)))]
pub(super) async fn rotate_secret(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<i64>,
) -> Result<Json<NewSecret>, Error> {
    let authorization_secret = actions::rotate_secret(&app, caller.caller, id).await?;
    Ok(Json(NewSecret { authorization_secret }))
}

/// Makes a new secret for websites to vouch for their visitors with; what was signed with the old one counts no more.
#[utoipa::path(put, path = "/apps/{app}/identity_secret", tag = "apps", params(("app" = i64, Path)),
    responses((status = 200, body = NewIdentitySecret)))]
pub(super) async fn rotate_identity_secret(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<i64>,
) -> Result<Json<NewIdentitySecret>, Error> {
    let identity_secret = actions::rotate_identity_secret(&app, caller.caller, id).await?;
    Ok(Json(NewIdentitySecret { identity_secret }))
}

/// Lists an app's API keys.
#[utoipa::path(get, path = "/apps/{app}/keys", tag = "apps", params(("app" = i64, Path), Paging),
    responses((status = 200, body = Page<ApiKey>)))]
pub(super) async fn list_keys(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<i64>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<ApiKey>>, Error> {
    Ok(Json(actions::list_keys(&app, caller.caller, id, paging.after(), paging.limit()).await?))
}

/// Makes an API key.
#[utoipa::path(post, path = "/apps/{app}/keys", tag = "apps", params(("app" = i64, Path)), request_body = Named,
    responses((status = 201, body = NewApiKey)))]
pub(super) async fn create_key(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Body(named): Body<Named>,
) -> Result<(StatusCode, Json<NewApiKey>), Error> {
    let (id, key) = actions::create_key(&app, caller.caller, of, &named.name).await?;
    Ok((StatusCode::CREATED, Json(NewApiKey { id, name: named.name, key })))
}

/// Removes an API key; it stops working at once.
#[utoipa::path(delete, path = "/apps/{app}/keys/{id}", tag = "apps", params(("app" = i64, Path), ("id" = i64, Path)),
    responses((status = 204)))]
pub(super) async fn remove_key(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, i64)>,
) -> Result<StatusCode, Error> {
    actions::remove_key(&app, caller.caller, of, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
