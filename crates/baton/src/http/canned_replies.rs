//! Replies that are written once and used often.

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    error::Problem,
    input::{Asked, At, Body, Paging},
    signed_in::SignedIn,
};
use crate::{
    actions,
    app::Shared,
    domain::{CannedReply, Page},
    error::Error,
};

#[derive(Deserialize, ToSchema)]
pub(super) struct WantedReply {
    /// What an agent types after `/`: letters, digits, hyphens, underscores.
    shortcut: String,
    /// May use `{customer}` and `{agent}`.
    text: String,
}

/// Lists an app's canned replies.
#[utoipa::path(get, path = "/apps/{app}/canned_replies", tag = "desk", params(("app" = i64, Path), Paging),
    responses((status = 200, body = Page<CannedReply>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<CannedReply>>, Error> {
    Ok(Json(actions::list_canned_replies(&app, caller.caller, of, paging.after(), paging.limit()).await?))
}

/// Adds a canned reply.
#[utoipa::path(post, path = "/apps/{app}/canned_replies", tag = "desk", params(("app" = i64, Path)),
    request_body = WantedReply,
    responses((status = 201, body = CannedReply), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Body(WantedReply { shortcut, text }): Body<WantedReply>,
) -> Result<(StatusCode, Json<CannedReply>), Error> {
    let reply = actions::create_canned_reply(&app, caller.caller, of, (shortcut, text)).await?;
    Ok((StatusCode::CREATED, Json(reply)))
}

/// Rewrites a canned reply.
#[utoipa::path(put, path = "/apps/{app}/canned_replies/{id}", tag = "desk",
    params(("app" = i64, Path), ("id" = i64, Path)), request_body = WantedReply,
    responses((status = 200, body = CannedReply), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn change(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
    Body(WantedReply { shortcut, text }): Body<WantedReply>,
) -> Result<Json<CannedReply>, Error> {
    Ok(Json(actions::change_canned_reply(&app, caller.caller, at, (shortcut, text)).await?))
}

/// Removes a canned reply.
#[utoipa::path(delete, path = "/apps/{app}/canned_replies/{id}", tag = "desk",
    params(("app" = i64, Path), ("id" = i64, Path)), responses((status = 204)))]
pub(super) async fn remove(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
) -> Result<StatusCode, Error> {
    actions::remove_canned_reply(&app, caller.caller, at).await?;
    Ok(StatusCode::NO_CONTENT)
}
