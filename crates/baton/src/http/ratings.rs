//! What customers say of how a person helped them.

use axum::{extract::State, http::StatusCode};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    error::Problem,
    input::{At, Body},
    signed_in::SignedIn,
};
use crate::{
    actions,
    app::Shared,
    domain::{DialogId, HandoverId, Rating},
    error::Error,
};

#[derive(Deserialize, ToSchema)]
pub(super) struct NewRating {
    handover: HandoverId,
    /// 1 to 5.
    score: i64,
    comment: Option<String>,
}

/// Says how a person helped, within seven days of the end; saying it again replaces what was said.
#[utoipa::path(put, path = "/dialogs/{id}/rating", tag = "dialogs", params(("id" = DialogId, Path)),
    request_body = NewRating,
    responses((status = 204), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn rate(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
    Body(new): Body<NewRating>,
) -> Result<StatusCode, Error> {
    let rating = Rating { score: new.score, comment: new.comment };
    actions::rate_handover(&app, caller.caller, id, new.handover, rating).await?;
    Ok(StatusCode::NO_CONTENT)
}
