//! An app's knowledge as a whole.

use axum::{Json, extract::State, http::StatusCode};

use super::{input::At, signed_in::SignedIn};
use crate::{
    actions::{self, Curve, EncoderView, KnowledgeView},
    app::Shared,
    error::Error,
};

/// How much knowledge there is, and how far indexing is.
#[utoipa::path(get, path = "/apps/{app}/knowledge", tag = "knowledge", params(("app" = i64, Path)),
    responses((status = 200, body = KnowledgeView)))]
pub(super) async fn show(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
) -> Result<Json<KnowledgeView>, Error> {
    Ok(Json(actions::knowledge_overview(&app, caller.caller, of).await?))
}

/// The risk–coverage curve of the app's own knowledge.
#[utoipa::path(get, path = "/apps/{app}/knowledge/curve", tag = "knowledge", params(("app" = i64, Path)),
    responses((status = 200, body = Curve)))]
pub(super) async fn curve(State(app): State<Shared>, caller: SignedIn, At(of): At<i64>) -> Result<Json<Curve>, Error> {
    Ok(Json(actions::knowledge_curve(&app, caller.caller, of).await?))
}

/// Fetches the embedding model when it is not there.
#[utoipa::path(put, path = "/apps/{app}/knowledge/model", tag = "knowledge", params(("app" = i64, Path)),
    responses((status = 202, body = EncoderView)))]
pub(super) async fn fetch_model(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
) -> Result<(StatusCode, Json<EncoderView>), Error> {
    Ok((StatusCode::ACCEPTED, Json(actions::want_encoder(&app, caller.caller, of).await?)))
}
