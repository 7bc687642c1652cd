//! Lists that the calling agent looks at often.

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
    domain::{Page, View, ViewFilter},
    error::Error,
};

#[derive(Deserialize, ToSchema)]
pub(super) struct NewView {
    name: String,
    filter: ViewFilter,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct ChangedView {
    /// Absent: it stays.
    name: Option<String>,
    filter: Option<ViewFilter>,
}

/// Lists the caller's views.
#[utoipa::path(get, path = "/me/views", tag = "desk", params(Paging), responses((status = 200, body = Page<View>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<View>>, Error> {
    Ok(Json(actions::list_views(&app, caller.caller, paging.after(), paging.limit()).await?))
}

/// Keeps a view.
#[utoipa::path(post, path = "/me/views", tag = "desk", request_body = NewView,
    responses((status = 201, body = View), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    Body(NewView { name, filter }): Body<NewView>,
) -> Result<(StatusCode, Json<View>), Error> {
    Ok((StatusCode::CREATED, Json(actions::create_view(&app, caller.caller, &name, filter).await?)))
}

/// Renames a view, or says anew what it shows.
#[utoipa::path(patch, path = "/me/views/{id}", tag = "desk", params(("id" = i64, Path)), request_body = ChangedView,
    responses((status = 200, body = View), (status = 404, body = Problem)))]
pub(super) async fn change(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<i64>,
    Body(ChangedView { name, filter }): Body<ChangedView>,
) -> Result<Json<View>, Error> {
    Ok(Json(actions::change_view(&app, caller.caller, id, (name, filter)).await?))
}

/// Forgets a view.
#[utoipa::path(delete, path = "/me/views/{id}", tag = "desk", params(("id" = i64, Path)), responses((status = 204)))]
pub(super) async fn remove(State(app): State<Shared>, caller: SignedIn, At(id): At<i64>) -> Result<StatusCode, Error> {
    actions::remove_view(&app, caller.caller, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
