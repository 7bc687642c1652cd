//! Messages of a dialog.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    error::Problem,
    input::{Asked, At, Body, limited},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, MessagePage, Saying},
    app::Shared,
    domain::{AttachmentId, DialogId, Message, MessageId},
    error::Error,
};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Part {
    /// Only messages with a smaller number, the newest of them.
    before: Option<i64>,
    /// Only messages with a greater number, the oldest of them.
    after: Option<i64>,
    limit: Option<usize>,
}

#[derive(Serialize, ToSchema)]
pub(super) struct Messages {
    /// Oldest first.
    items: Vec<Message>,
    /// Whether there is more in that direction.
    more: bool,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct NewMessage {
    /// Made by the sender: sending the same id again stores nothing new.
    id: Option<MessageId>,
    /// May be left out where there are attachments.
    #[serde(default)]
    text: String,
    /// Files that the sender has uploaded to this dialog and not sent yet, at most 10.
    #[serde(default)]
    attachments: Vec<AttachmentId>,
    /// Free fields, at most 16 KiB as JSON.
    #[serde(default)]
    #[schema(value_type = Object)]
    custom: serde_json::Map<String, serde_json::Value>,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct Feedback {
    helpful: bool,
}

/// Says whether an answer of the AI Agent helped.
#[utoipa::path(put, path = "/dialogs/{id}/messages/{message}/feedback", tag = "dialogs",
    params(("id" = DialogId, Path), ("message" = MessageId, Path)), request_body = Feedback,
    responses((status = 204), (status = 422, body = Problem)))]
pub(super) async fn rate(
    State(app): State<Shared>,
    caller: SignedIn,
    At((dialog, message)): At<(DialogId, MessageId)>,
    Body(feedback): Body<Feedback>,
) -> Result<StatusCode, Error> {
    actions::rate(&app, caller.caller, dialog, message, feedback.helpful).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Reads messages: the newest page unless told otherwise.
#[utoipa::path(get, path = "/dialogs/{id}/messages", tag = "dialogs", params(("id" = DialogId, Path), Part),
    responses((status = 200, body = Messages), (status = 404, body = Problem)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
    Asked(part): Asked<Part>,
) -> Result<Json<Messages>, Error> {
    let page = match (part.before, part.after) {
        (Some(before), _) => MessagePage::Before(before),
        (None, Some(after)) => MessagePage::After(after),
        (None, None) => MessagePage::Newest,
    };
    let (items, more) = actions::read_messages(&app, caller.caller, id, page, limited(part.limit)).await?;
    Ok(Json(Messages { items, more }))
}

/// Says something in a dialog. A program with an API key says it in the AI Agent's name.
#[utoipa::path(post, path = "/dialogs/{id}/messages", tag = "dialogs", params(("id" = DialogId, Path)),
    request_body = NewMessage,
    responses((status = 201, body = Message), (status = 200, body = Message, description = "this id was stored before"),
        (status = 409, body = Problem, description = "somebody else has control")))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
    Body(new): Body<NewMessage>,
) -> Result<(StatusCode, Json<Message>), Error> {
    let saying = Saying { id: new.id, text: new.text, custom: new.custom, attachments: new.attachments };
    let said = actions::say(&app, caller.caller, id, saying).await?;
    let status = if said.is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(said.message)))
}
