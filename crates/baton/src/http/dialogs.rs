//! Conversations: opening, listing, reading marks and handovers.

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::{
    error::Problem,
    input::{Asked, At, Body, Paging, limited},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, Counts, DialogWish, ListFilter},
    app::Shared,
    domain::{AssistantId, Dialog, DialogId, DialogKind, DialogList, Handover, Hit, Page, RecordEntry},
    error::Error,
};

#[derive(Deserialize, ToSchema)]
pub(super) struct NewDialog {
    /// 1 public group, 2 group (unless told), 3 private.
    #[serde(rename = "type")]
    kind: Option<i64>,
    name: Option<String>,
    /// Opens it to this AI Agent.
    assistant: Option<AssistantId>,
    /// Users besides the caller.
    #[serde(default)]
    occupants: Vec<i64>,
    #[serde(default)]
    #[schema(value_type = Object)]
    custom: serde_json::Map<String, serde_json::Value>,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Which {
    /// `queue`: who waits, oldest first; `mine`: what the caller holds; `all` unless told.
    /// `assistant`: the AI Agent has control; `resolved`; `snoozed`: held by the caller, for later.
    #[param(inline)]
    list: Option<DialogList>,
    /// Only those of this AI Agent; not of `mine` and `snoozed`, as the others below.
    assistant: Option<AssistantId>,
    /// Only those that this agent has, or had last.
    agent: Option<i64>,
    customer: Option<i64>,
    label: Option<i64>,
    after: Option<String>,
    limit: Option<usize>,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Sought {
    /// Words, or beginnings of words. All of them must be there.
    #[serde(default)]
    q: String,
    /// Only in conversations of this AI Agent.
    assistant: Option<AssistantId>,
    /// Only in those that this agent has, or had.
    agent: Option<i64>,
    customer: Option<i64>,
    label: Option<i64>,
    after: Option<String>,
    limit: Option<usize>,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct Marks {
    delivered_seq: Option<i64>,
    read_seq: Option<i64>,
}

/// Lists the dialogs that the caller is in, newest first.
#[utoipa::path(get, path = "/dialogs", tag = "dialogs", params(Paging), responses((status = 200, body = Page<Dialog>)))]
pub(super) async fn list_own(
    State(app): State<Shared>,
    caller: SignedIn,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<Dialog>>, Error> {
    Ok(Json(actions::list_own_dialogs(&app, caller.caller, paging.after(), paging.limit()).await?))
}

/// Opens a dialog.
#[utoipa::path(post, path = "/dialogs", tag = "dialogs", request_body = NewDialog,
    responses((status = 201, body = Dialog), (status = 422, body = Problem)))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    Body(new): Body<NewDialog>,
) -> Result<(StatusCode, Json<Dialog>), Error> {
    let number = new.kind.unwrap_or(DialogKind::Group.number());
    let kind = DialogKind::parse(number).ok_or_else(|| Error::field("type", "must be 1, 2 or 3"))?;
    let NewDialog { name, assistant, occupants, custom, .. } = new;
    let wish = DialogWish { kind, name, assistant, occupants, custom };
    Ok((StatusCode::CREATED, Json(actions::create_dialog(&app, caller.caller, wish).await?)))
}

/// Shows a dialog.
#[utoipa::path(get, path = "/dialogs/{id}", tag = "dialogs", params(("id" = DialogId, Path)),
    responses((status = 200, body = Dialog), (status = 404, body = Problem)))]
pub(super) async fn show(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
) -> Result<Json<Dialog>, Error> {
    Ok(Json(actions::show_dialog(&app, caller.caller, id).await?))
}

/// Lists support dialogs for the Agent Desk.
#[utoipa::path(get, path = "/apps/{app}/dialogs", tag = "dialogs", params(("app" = i64, Path), Which),
    responses((status = 200, body = Page<Dialog>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(which): Asked<Which>,
) -> Result<Json<Page<Dialog>>, Error> {
    let Which { assistant, agent, customer, label, .. } = which;
    let filter = ListFilter { phase: None, assistant, agent, customer, label };
    let list = (of, which.list.unwrap_or(DialogList::All), filter);
    let found = actions::list_dialogs(&app, caller.caller, list, which.after.as_deref(), limited(which.limit));
    Ok(Json(found.await?))
}

/// Counts the lists of the Agent Desk.
#[utoipa::path(get, path = "/apps/{app}/dialogs/counts", tag = "dialogs", params(("app" = i64, Path)),
    responses((status = 200, body = Counts)))]
pub(super) async fn counts(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
) -> Result<Json<Counts>, Error> {
    Ok(Json(actions::count_dialogs(&app, caller.caller, of).await?))
}

/// Looks for words in an app's conversations and in the notes beside them, and for their customers' names;
/// the newest first.
#[utoipa::path(get, path = "/apps/{app}/search", tag = "desk", params(("app" = i64, Path), Sought),
    responses((status = 200, body = Page<Hit>), (status = 422, body = Problem)))]
pub(super) async fn search(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(sought): Asked<Sought>,
) -> Result<Json<Page<Hit>>, Error> {
    let Sought { q, assistant, agent, customer, label, .. } = sought;
    let filter = ListFilter { phase: None, assistant, agent, customer, label };
    let (after, limit) = (sought.after.as_deref(), limited(sought.limit));
    Ok(Json(actions::search(&app, caller.caller, (of, filter, q.trim()), after, limit).await?))
}

/// Says how far the caller has received and read a dialog.
#[utoipa::path(put, path = "/dialogs/{id}/marks", tag = "dialogs", params(("id" = DialogId, Path)), request_body = Marks,
    responses((status = 204)))]
pub(super) async fn mark(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
    Body(marks): Body<Marks>,
) -> Result<StatusCode, Error> {
    let (delivered, read) = (marks.delivered_seq.unwrap_or(0), marks.read_seq.unwrap_or(0));
    actions::mark(&app, caller.caller, id, delivered, read).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lists a dialog's handovers with their packets, newest first.
#[utoipa::path(get, path = "/dialogs/{id}/handovers", tag = "handover", params(("id" = DialogId, Path), Paging),
    responses((status = 200, body = Page<Handover>)))]
pub(super) async fn handovers(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<Handover>>, Error> {
    Ok(Json(actions::list_handovers(&app, caller.caller, id, paging.after(), paging.limit()).await?))
}

/// Reads what happened in a dialog, the first first: messages, decisions, who had control, handovers, offers.
#[utoipa::path(get, path = "/dialogs/{id}/record", tag = "handover", params(("id" = DialogId, Path), Paging),
    responses((status = 200, body = Page<RecordEntry>)))]
pub(super) async fn record(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<RecordEntry>>, Error> {
    Ok(Json(actions::read_record(&app, caller.caller, id, paging.after(), paging.limit()).await?))
}
