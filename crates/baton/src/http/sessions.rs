//! Signing in and out, and the caller's own settings.

use axum::{
    Json,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    error::Problem,
    input::Body,
    signed_in::{COOKIE, SignedIn},
};
use crate::{actions, app::Shared, domain::Me, error::Error};

#[derive(Deserialize, ToSchema)]
pub(super) struct Credentials {
    email: String,
    password: String,
    /// True: answer with a token for a program instead of setting the cookie.
    #[serde(default)]
    bearer: bool,
}

#[derive(Serialize, ToSchema)]
pub(super) struct Session {
    me: Me,
    token: Option<String>,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct Presence {
    away: bool,
    /// What colleagues read, such as `Lunch`.
    reason: Option<String>,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct PasswordChange {
    current: String,
    new: String,
}

/// Signs an admin or an agent in.
#[utoipa::path(post, path = "/sessions", tag = "sessions", request_body = Credentials,
    responses((status = 201, body = Session), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(super) async fn create(State(app): State<Shared>, Body(given): Body<Credentials>) -> Result<Response, Error> {
    let signed_in = actions::sign_in(&app, &given.email, &given.password).await?;
    begun(&app, signed_in, given.bearer).await
}

/// A session that has begun: by the cookie, or as a token for a program.
pub(super) async fn begun(app: &Shared, signed_in: actions::SignedIn, bearer: bool) -> Result<Response, Error> {
    let me = actions::me(app, signed_in.caller).await?;
    if bearer {
        let session = Session { me, token: Some(signed_in.token) };
        return Ok((StatusCode::CREATED, Json(session)).into_response());
    }
    Ok(cookie_response(app, StatusCode::CREATED, &signed_in, &Session { me, token: None }))
}

/// Who the caller is.
#[utoipa::path(get, path = "/sessions/current", tag = "sessions", responses((status = 200, body = Me), (status = 401, body = Problem)))]
pub(super) async fn show(State(app): State<Shared>, caller: SignedIn) -> Result<Json<Me>, Error> {
    Ok(Json(actions::me(&app, caller.caller).await?))
}

/// Signs the caller out.
#[utoipa::path(delete, path = "/sessions/current", tag = "sessions", responses((status = 204)))]
pub(super) async fn remove(State(app): State<Shared>, caller: SignedIn) -> Result<Response, Error> {
    actions::sign_out(&app, &caller.token).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    set_cookie(&app, &mut response, "", 0);
    Ok(response)
}

/// Sets the calling agent away, or back.
#[utoipa::path(put, path = "/me/presence", tag = "sessions", request_body = Presence, responses((status = 204)))]
pub(super) async fn set_presence(
    State(app): State<Shared>,
    caller: SignedIn,
    Body(presence): Body<Presence>,
) -> Result<StatusCode, Error> {
    actions::set_away(&app, caller.caller, presence.away, presence.reason).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Changes the caller's password; their other sessions end.
#[utoipa::path(put, path = "/me/password", tag = "sessions", request_body = PasswordChange,
    responses((status = 204), (status = 422, body = Problem)))]
pub(super) async fn set_password(
    State(app): State<Shared>,
    caller: SignedIn,
    Body(change): Body<PasswordChange>,
) -> Result<StatusCode, Error> {
    actions::change_password(&app, caller.caller, &caller.token, &change.current, &change.new).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) fn cookie_response(
    app: &Shared,
    status: StatusCode,
    signed_in: &actions::SignedIn,
    body: &impl Serialize,
) -> Response {
    let mut response = (status, Json(body)).into_response();
    let seconds = (signed_in.expires_at.0 - app.now().0) / 1000;
    set_cookie(app, &mut response, &signed_in.token, seconds);
    response
}

fn set_cookie(app: &Shared, response: &mut Response, token: &str, seconds: i64) {
    let secure = if app.config.server.https { "; Secure" } else { "" };
    let cookie = format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
}
