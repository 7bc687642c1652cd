//! AI Agents.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    error::Problem,
    input::{Asked, At, Body, Paging},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, Trial, Turn, WidgetFace},
    app::Shared,
    domain::{Assistant, AssistantId, AssistantSettings, Page, Verdict},
    error::Error,
};

#[derive(Deserialize, ToSchema)]
pub(super) struct NewAssistant {
    name: String,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct SavedSettings {
    settings: AssistantSettings,
    /// Of the AI Agent as it was loaded.
    version: i64,
    /// Absent keeps the model's key, null removes it.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    model_key: Option<Option<String>>,
}

#[derive(Serialize, ToSchema)]
pub(super) struct WebhookSecret {
    /// Shown this once.
    webhook_secret: String,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct Question {
    question: String,
    language: Option<String>,
    /// What was asked and answered before, oldest first.
    #[serde(default)]
    history: Vec<Exchange>,
    /// The choices of the question back that came last.
    #[serde(default)]
    offered: Vec<String>,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct Exchange {
    question: String,
    answer: Option<String>,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Reader {
    /// The visitor's language, such as `de`.
    language: Option<String>,
}

/// Lists an app's AI Agents.
#[utoipa::path(get, path = "/apps/{app}/assistants", tag = "AI Agents", params(("app" = i64, Path), Paging),
    responses((status = 200, body = Page<Assistant>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<Assistant>>, Error> {
    Ok(Json(actions::list_assistants(&app, caller.caller, of, paging.after(), paging.limit()).await?))
}

/// Creates an AI Agent with the default of every setting.
#[utoipa::path(post, path = "/apps/{app}/assistants", tag = "AI Agents", params(("app" = i64, Path)),
    request_body = NewAssistant, responses((status = 201, body = Assistant)))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Body(new): Body<NewAssistant>,
) -> Result<(StatusCode, Json<Assistant>), Error> {
    let created = actions::create_assistant(&app, caller.caller, of, &new.name).await?;
    Ok((StatusCode::CREATED, Json(created)))
}

/// Shows an AI Agent with its settings and with what cannot work as it is set.
#[utoipa::path(get, path = "/apps/{app}/assistants/{id}", tag = "AI Agents",
    params(("app" = i64, Path), ("id" = AssistantId, Path)),
    responses((status = 200, body = Assistant), (status = 404, body = Problem)))]
pub(super) async fn show(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, AssistantId)>,
) -> Result<Json<Assistant>, Error> {
    Ok(Json(actions::show_assistant(&app, caller.caller, of, id).await?))
}

/// Saves all settings of an AI Agent at once.
#[utoipa::path(put, path = "/apps/{app}/assistants/{id}", tag = "AI Agents",
    params(("app" = i64, Path), ("id" = AssistantId, Path)), request_body = SavedSettings,
    responses((status = 200, body = Assistant), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn save(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, AssistantId)>,
    Body(saved): Body<SavedSettings>,
) -> Result<Json<Assistant>, Error> {
    let settings = (saved.settings, saved.version);
    Ok(Json(actions::save_assistant(&app, caller.caller, at, settings, saved.model_key).await?))
}

/// Removes an AI Agent. Its conversations stay.
#[utoipa::path(delete, path = "/apps/{app}/assistants/{id}", tag = "AI Agents",
    params(("app" = i64, Path), ("id" = AssistantId, Path)), responses((status = 204)))]
pub(super) async fn remove(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, AssistantId)>,
) -> Result<StatusCode, Error> {
    actions::remove_assistant(&app, caller.caller, of, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes a new secret for signing webhooks.
#[utoipa::path(put, path = "/apps/{app}/assistants/{id}/webhook_secret", tag = "AI Agents",
    params(("app" = i64, Path), ("id" = AssistantId, Path)), responses((status = 200, body = WebhookSecret)))]
pub(super) async fn rotate_webhook_secret(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, AssistantId)>,
) -> Result<Json<WebhookSecret>, Error> {
    let webhook_secret = actions::rotate_webhook_secret(&app, caller.caller, of, id).await?;
    Ok(Json(WebhookSecret { webhook_secret }))
}

/// Asks one question on the side: nothing is stored or posted.
#[utoipa::path(post, path = "/apps/{app}/assistants/{id}/ask", tag = "AI Agents",
    params(("app" = i64, Path), ("id" = AssistantId, Path)), request_body = Question,
    responses((status = 200, body = Verdict)))]
pub(super) async fn ask(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, AssistantId)>,
    Body(asked): Body<Question>,
) -> Result<Json<Verdict>, Error> {
    let Question { question, language, history, offered } = asked;
    let history = history.into_iter().map(|turn| Turn { question: turn.question, answer: turn.answer }).collect();
    Ok(Json(actions::ask(&app, caller.caller, at, &Trial { question, language, history, offered }).await?))
}

/// What anybody may see of an AI Agent before a conversation starts.
#[utoipa::path(get, path = "/apps/{app}/assistants/{id}/widget", tag = "AI Agents",
    params(("app" = i64, Path), ("id" = AssistantId, Path), Reader), security(()),
    responses((status = 200, body = WidgetFace), (status = 404, body = Problem)))]
pub(super) async fn widget(
    State(app): State<Shared>,
    At((of, id)): At<(i64, AssistantId)>,
    Asked(reader): Asked<Reader>,
) -> Result<Json<WidgetFace>, Error> {
    Ok(Json(actions::widget_face(&app, of, id, reader.language.as_deref()).await?))
}

/// Tells null from absent.
#[allow(clippy::option_option, reason = "absent, null and a value are three things")]
fn given<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(from).map(Some)
}
