//! Questions that could not be answered.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    input::{Asked, At, Body, Paging, limited},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, Replayed, UnansweredAnswer},
    app::Shared,
    domain::{Page, Replay, Source, UnansweredId, UnansweredQuestion, UnansweredState, Verdict, Wording},
    error::Error,
};

const DAYS: i64 = 14;

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
    /// Other ways to ask the same.
    #[serde(default)]
    phrasings: Vec<String>,
    answer: String,
}

#[derive(Serialize, ToSchema)]
pub(super) struct AnsweredQuestion {
    source: Source,
    /// What the AI Agent makes of the original question now.
    verdict: Verdict,
    /// And of each way in which it was asked.
    replayed: Vec<Replayed>,
}

#[derive(Serialize, ToSchema)]
pub(super) struct UnansweredDetail {
    #[serde(flatten)]
    question: UnansweredQuestion,
    /// Each way in which it was asked, the most frequent first.
    wordings: Vec<Wording>,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Days {
    /// 14 unless told, 90 at most.
    days: Option<i64>,
}

#[derive(Serialize, ToSchema)]
pub(super) struct Trend {
    items: Vec<Day>,
}

#[derive(Serialize, ToSchema)]
pub(super) struct Day {
    /// When it starts, by UTC.
    day: i64,
    times: i64,
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
    let wish = UnansweredAnswer { question: new.question, phrasings: new.phrasings, answer: new.answer };
    let fixed = actions::answer_unanswered(&app, caller.caller, at, wish).await?;
    Ok(Json(AnsweredQuestion { source: fixed.source, verdict: fixed.verdict, replayed: fixed.replayed }))
}

/// Shows an unanswered question with each of its wordings.
#[utoipa::path(get, path = "/apps/{app}/unanswered/{id}", tag = "knowledge",
    params(("app" = i64, Path), ("id" = UnansweredId, Path)), responses((status = 200, body = UnansweredDetail)))]
pub(super) async fn show(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, UnansweredId)>,
) -> Result<Json<UnansweredDetail>, Error> {
    let (question, wordings) = actions::show_unanswered(&app, caller.caller, of, id).await?;
    Ok(Json(UnansweredDetail { question, wordings }))
}

/// How many questions could not be answered on each of the last days.
#[utoipa::path(get, path = "/apps/{app}/unanswered/trend", tag = "knowledge", params(("app" = i64, Path), Days),
    responses((status = 200, body = Trend)))]
pub(super) async fn trend(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(days): Asked<Days>,
) -> Result<Json<Trend>, Error> {
    let days = actions::unanswered_trend(&app, caller.caller, of, days.days.unwrap_or(DAYS)).await?;
    Ok(Json(Trend { items: days.into_iter().map(|(day, times)| Day { day, times }).collect() }))
}

/// What changes of the knowledge did to questions that were once fixed, the newest first.
#[utoipa::path(get, path = "/apps/{app}/replays", tag = "knowledge", params(("app" = i64, Path), Paging),
    responses((status = 200, body = Page<Replay>)))]
pub(super) async fn replays(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<Replay>>, Error> {
    Ok(Json(actions::list_replays(&app, caller.caller, of, paging.after(), paging.limit()).await?))
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
