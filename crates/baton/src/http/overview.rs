//! An app at a glance.

use axum::{Json, extract::State};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    error::Problem,
    input::{Asked, At},
    signed_in::SignedIn,
};
use crate::{actions, app::Shared, domain::Overview, error::Error};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Since {
    /// When today began where the reader is, milliseconds since 1970; midnight UTC unless told.
    from: Option<i64>,
}

/// Today's numbers, what needs attention, and what is still to be set up.
#[utoipa::path(get, path = "/apps/{app}/overview", tag = "overview", params(("app" = i64, Path), Since),
    responses((status = 200, body = Overview), (status = 422, body = Problem)))]
pub(super) async fn show(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(since): Asked<Since>,
) -> Result<Json<Overview>, Error> {
    Ok(Json(actions::overview(&app, caller.caller, of, since.from).await?))
}
