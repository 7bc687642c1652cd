//! What came of the conversations of some days.

use axum::{Json, extract::State};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    input::{Asked, At},
    signed_in::SignedIn,
};
use crate::{actions, app::Shared, domain::Report, error::Error};

const WEEK_MS: i64 = 7 * 86_400_000;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Span {
    /// Milliseconds since 1970; a week before `to` unless told.
    from: Option<i64>,
    /// Before this moment; now unless told.
    to: Option<i64>,
}

/// Outcomes, reasons and times of a window of at most 93 days.
#[utoipa::path(get, path = "/apps/{app}/report", tag = "reports", params(("app" = i64, Path), Span),
    responses((status = 200, body = Report)))]
pub(super) async fn show(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(span): Asked<Span>,
) -> Result<Json<Report>, Error> {
    let to = span.to.unwrap_or_else(|| app.now().0 + 1);
    let from = span.from.unwrap_or(to - WEEK_MS);
    Ok(Json(actions::report(&app, caller.caller, of, (from, to)).await?))
}
