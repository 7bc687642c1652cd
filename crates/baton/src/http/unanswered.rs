//! Questions that could not be answered.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    input::{Asked, At, Body, limited},
    signed_in::SignedIn,
};
use crate::{
    actions,
    app::Shared,
    domain::{Page, Source, UnansweredId, UnansweredQuestion, UnansweredState, Verdict},
    error::Error,
};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Which {
    /// `open` unless told.
    #[param(inline)]
    state: Option<UnansweredState>,
    after: Option<String>,
    limit: Option<usize>,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct NewAnswer {
    /// Absent: the question as it was asked.
    question: Option<String>,
    answer: String,
}

#[derive(Serialize, ToSchema)]
pub(super) struct AnsweredQuestion {
    source: Source,
    /// What the AI Agent makes of the original question now.
    verdict: Verdict,
}

/// Lists unanswered questions, the most frequent first.
#[utoipa::path(get, path = "/apps/{app}/unanswered", tag = "knowledge", params(("app" = i64, Path), Which),
    responses((status = 200, body = Page<UnansweredQuestion>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(which): Asked<Which>,
) -> Result<Json<Page<UnansweredQuestion>>, Error> {
    let state = which.state.unwrap_or(UnansweredState::Open);
    let after = which.after.as_deref();
    Ok(Json(actions::list_unanswered(&app, caller.caller, (of, state), after, limited(which.limit)).await?))
}

/// Makes a source of the answer and asks the question again.
#[utoipa::path(put, path = "/apps/{app}/unanswered/{id}/answer", tag = "knowledge",
    params(("app" = i64, Path), ("id" = UnansweredId, Path)), request_body = NewAnswer,
    responses((status = 200, body = AnsweredQuestion)))]
pub(super) async fn answer(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, UnansweredId)>,
    Body(new): Body<NewAnswer>,
) -> Result<Json<AnsweredQuestion>, Error> {
    let (source, verdict) = actions::answer_unanswered(&app, caller.caller, at, new.question, new.answer).await?;
    Ok(Json(AnsweredQuestion { source, verdict }))
}

/// Dismisses a question that needs no answer.
#[utoipa::path(delete, path = "/apps/{app}/unanswered/{id}", tag = "knowledge",
    params(("app" = i64, Path), ("id" = UnansweredId, Path)), responses((status = 204)))]
pub(super) async fn dismiss(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, UnansweredId)>,
) -> Result<StatusCode, Error> {
    actions::dismiss_unanswered(&app, caller.caller, of, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
