//! The first start: creating the admin.

use axum::{Json, extract::State, http::StatusCode, response::Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{error::Problem, input::Body, sessions::cookie_response};
use crate::{actions, app::Shared, domain::Me, error::Error};

#[derive(Serialize, ToSchema)]
pub(super) struct Setup {
    needs_admin: bool,
    version: &'static str,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct NewAdmin {
    full_name: String,
    email: String,
    /// 8 to 200 characters.
    password: String,
}

/// Whether the first admin is still to be created.
#[utoipa::path(get, path = "/setup", tag = "setup", responses((status = 200, body = Setup)))]
pub(super) async fn show(State(app): State<Shared>) -> Result<Json<Setup>, Error> {
    Ok(Json(Setup { needs_admin: actions::needs_admin(&app).await?, version: env!("CARGO_PKG_VERSION") }))
}

/// Creates the first admin and signs them in.
#[utoipa::path(post, path = "/setup", tag = "setup", request_body = NewAdmin,
    responses((status = 201, body = Me), (status = 409, body = Problem, description = "there is an admin already")))]
pub(super) async fn create(State(app): State<Shared>, Body(new): Body<NewAdmin>) -> Result<Response, Error> {
    let signed_in = actions::set_up(&app, &new.full_name, &new.email, &new.password).await?;
    let me = actions::me(&app, signed_in.caller).await?;
    Ok(cookie_response(&app, StatusCode::CREATED, &signed_in, &me))
}
