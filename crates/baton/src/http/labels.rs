//! Labels, and putting them on conversations.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    error::Problem,
    input::{Asked, At, Body, Paging},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, LabelChange},
    app::Shared,
    domain::{Colour, DialogId, Label, Page},
    error::Error,
};

#[derive(Deserialize, ToSchema)]
pub(super) struct WantedLabel {
    /// Absent: it stays.
    name: Option<String>,
    colour: Option<Colour>,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct WantedLabels {
    /// All that the conversation is to have.
    labels: Vec<i64>,
}

#[derive(Serialize, ToSchema)]
pub(super) struct DialogLabels {
    labels: Vec<Label>,
}

impl From<WantedLabel> for LabelChange {
    fn from(WantedLabel { name, colour }: WantedLabel) -> Self {
        Self { name, colour }
    }
}

/// Lists an app's labels.
#[utoipa::path(get, path = "/apps/{app}/labels", tag = "desk", params(("app" = i64, Path), Paging),
    responses((status = 200, body = Page<Label>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<Label>>, Error> {
    Ok(Json(actions::list_labels(&app, caller.caller, of, paging.after(), paging.limit()).await?))
}

/// Makes a label.
#[utoipa::path(post, path = "/apps/{app}/labels", tag = "desk", params(("app" = i64, Path)), request_body = WantedLabel,
    responses((status = 201, body = Label), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Body(wanted): Body<WantedLabel>,
) -> Result<(StatusCode, Json<Label>), Error> {
    Ok((StatusCode::CREATED, Json(actions::create_label(&app, caller.caller, of, wanted.into()).await?)))
}

/// Renames a label or gives it another colour.
#[utoipa::path(patch, path = "/apps/{app}/labels/{id}", tag = "desk", params(("app" = i64, Path), ("id" = i64, Path)),
    request_body = WantedLabel, responses((status = 200, body = Label), (status = 409, body = Problem)))]
pub(super) async fn change(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
    Body(wanted): Body<WantedLabel>,
) -> Result<Json<Label>, Error> {
    Ok(Json(actions::change_label(&app, caller.caller, at, wanted.into()).await?))
}

/// Removes a label from everywhere.
#[utoipa::path(delete, path = "/apps/{app}/labels/{id}", tag = "desk", params(("app" = i64, Path), ("id" = i64, Path)),
    responses((status = 204)))]
pub(super) async fn remove(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
) -> Result<StatusCode, Error> {
    actions::remove_label(&app, caller.caller, at).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Says which labels a conversation has.
#[utoipa::path(put, path = "/dialogs/{id}/labels", tag = "desk", params(("id" = DialogId, Path)),
    request_body = WantedLabels, responses((status = 200, body = DialogLabels), (status = 422, body = Problem)))]
pub(super) async fn set(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
    Body(wanted): Body<WantedLabels>,
) -> Result<Json<DialogLabels>, Error> {
    Ok(Json(DialogLabels { labels: actions::set_labels(&app, caller.caller, id, wanted.labels).await? }))
}
