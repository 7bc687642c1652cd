//! Beside a conversation, for staff alone: notes, snoozing, drafts.

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    error::Problem,
    input::{Asked, At, Body, Paging},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, DraftTask, DraftWish, Drafted, NoteWish, Tone},
    app::Shared,
    domain::{DialogId, Note, NoteId, Page},
    error::Error,
};

#[derive(Deserialize, ToSchema)]
pub(super) struct NewNote {
    /// Made by the sender: sending the same id again stores nothing new.
    id: Option<NoteId>,
    text: String,
    /// Agents whom it is for.
    #[serde(default)]
    mentions: Vec<i64>,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct Snooze {
    /// Milliseconds since 1970.
    until: i64,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct WantedDraft {
    task: DraftTask,
    /// What is to be rephrased, shortened or translated.
    #[serde(default)]
    text: String,
    #[serde(default)]
    tone: Tone,
    /// Into which language, such as `de`.
    #[serde(default)]
    language: String,
}

/// Lists a conversation's notes, oldest first.
#[utoipa::path(get, path = "/dialogs/{id}/notes", tag = "desk", params(("id" = DialogId, Path), Paging),
    responses((status = 200, body = Page<Note>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<Note>>, Error> {
    Ok(Json(actions::list_notes(&app, caller.caller, id, paging.after(), paging.limit()).await?))
}

/// Leaves a note that no customer sees.
#[utoipa::path(post, path = "/dialogs/{id}/notes", tag = "desk", params(("id" = DialogId, Path)), request_body = NewNote,
    responses((status = 201, body = Note), (status = 200, body = Note, description = "this id was stored before"),
        (status = 422, body = Problem)))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    At(dialog): At<DialogId>,
    Body(NewNote { id, text, mentions }): Body<NewNote>,
) -> Result<(StatusCode, Json<Note>), Error> {
    let (note, is_new) = actions::leave_note(&app, caller.caller, dialog, NoteWish { id, text, mentions }).await?;
    Ok((if is_new { StatusCode::CREATED } else { StatusCode::OK }, Json(note)))
}

/// The agent who has the conversation wants to see it again then.
#[utoipa::path(put, path = "/dialogs/{id}/snooze", tag = "desk", params(("id" = DialogId, Path)), request_body = Snooze,
    responses((status = 204), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn snooze(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
    Body(Snooze { until }): Body<Snooze>,
) -> Result<StatusCode, Error> {
    actions::snooze(&app, caller.caller, id, Some(until)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// It is shown again now.
#[utoipa::path(delete, path = "/dialogs/{id}/snooze", tag = "desk", params(("id" = DialogId, Path)),
    responses((status = 204), (status = 409, body = Problem)))]
pub(super) async fn wake(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
) -> Result<StatusCode, Error> {
    actions::snooze(&app, caller.caller, id, None).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Drafts a text for the agent to read first; nothing is sent.
#[utoipa::path(post, path = "/dialogs/{id}/draft", tag = "desk", params(("id" = DialogId, Path)),
    request_body = WantedDraft,
    responses((status = 200, body = Drafted), (status = 409, body = Problem), (status = 503, body = Problem)))]
pub(super) async fn draft(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
    Body(WantedDraft { task, text, tone, language }): Body<WantedDraft>,
) -> Result<Json<Drafted>, Error> {
    Ok(Json(actions::draft(&app, caller.caller, id, DraftWish { task, text, tone, language }).await?))
}
