//! Who has a conversation: taking it, handing it on, giving it back, resolving it, asking for a person.

use axum::{Json, extract::State};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    error::Problem,
    input::{At, Body},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, Target},
    app::Shared,
    domain::{Dialog, DialogId},
    error::Error,
};

#[derive(Deserialize, ToSchema)]
pub(super) struct Assignee {
    /// Null: back to the pool.
    agent: Option<i64>,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct Resolution {
    solved: bool,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct Contact {
    email: String,
}

/// The calling agent takes the conversation.
#[utoipa::path(put, path = "/dialogs/{id}/claim", tag = "handover", params(("id" = DialogId, Path)),
    responses((status = 200, body = Dialog), (status = 409, body = Problem, description = "`holder` has it")))]
pub(super) async fn claim(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
) -> Result<Json<Dialog>, Error> {
    Ok(Json(actions::claim(&app, caller.caller, id).await?))
}

/// The calling agent does not take what is offered to them; somebody else is asked.
#[utoipa::path(delete, path = "/dialogs/{id}/offer", tag = "handover", params(("id" = DialogId, Path)),
    responses((status = 200, body = Dialog), (status = 409, body = Problem)))]
pub(super) async fn decline(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
) -> Result<Json<Dialog>, Error> {
    Ok(Json(actions::decline(&app, caller.caller, id).await?))
}

/// Returns the conversation to the AI Agent.
#[utoipa::path(delete, path = "/dialogs/{id}/claim", tag = "handover", params(("id" = DialogId, Path)),
    responses((status = 200, body = Dialog), (status = 409, body = Problem)))]
pub(super) async fn give_back(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
) -> Result<Json<Dialog>, Error> {
    Ok(Json(actions::give_back(&app, caller.caller, id).await?))
}

/// Transfers the conversation to another agent, or back to the pool.
#[utoipa::path(put, path = "/dialogs/{id}/assignee", tag = "handover", params(("id" = DialogId, Path)),
    request_body = Assignee, responses((status = 200, body = Dialog), (status = 409, body = Problem)))]
pub(super) async fn transfer(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
    Body(to): Body<Assignee>,
) -> Result<Json<Dialog>, Error> {
    let target = to.agent.map_or(Target::Pool, Target::Agent);
    Ok(Json(actions::transfer(&app, caller.caller, id, target).await?))
}

/// Closes the conversation until the customer writes again.
#[utoipa::path(put, path = "/dialogs/{id}/resolution", tag = "handover", params(("id" = DialogId, Path)),
    request_body = Resolution, responses((status = 200, body = Dialog), (status = 409, body = Problem)))]
pub(super) async fn resolve(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
    Body(resolution): Body<Resolution>,
) -> Result<Json<Dialog>, Error> {
    Ok(Json(actions::resolve(&app, caller.caller, id, resolution.solved).await?))
}

/// Asks for a person, whatever the AI Agent could answer.
#[utoipa::path(put, path = "/dialogs/{id}/handover", tag = "handover", params(("id" = DialogId, Path)),
    responses((status = 200, body = Dialog), (status = 409, body = Problem)))]
pub(super) async fn ask_for_person(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
) -> Result<Json<Dialog>, Error> {
    Ok(Json(actions::ask_for_person(&app, caller.caller, id).await?))
}

/// The customer no longer waits for a person.
#[utoipa::path(delete, path = "/dialogs/{id}/handover", tag = "handover", params(("id" = DialogId, Path)),
    responses((status = 200, body = Dialog), (status = 409, body = Problem)))]
pub(super) async fn want_no_person(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
) -> Result<Json<Dialog>, Error> {
    Ok(Json(actions::want_no_person(&app, caller.caller, id).await?))
}

/// Where a reply reaches the customer when they are gone.
#[utoipa::path(put, path = "/dialogs/{id}/contact", tag = "handover", params(("id" = DialogId, Path)),
    request_body = Contact, responses((status = 200, body = Dialog), (status = 422, body = Problem)))]
pub(super) async fn leave_contact(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
    Body(contact): Body<Contact>,
) -> Result<Json<Dialog>, Error> {
    Ok(Json(actions::leave_contact(&app, caller.caller, id, &contact.email).await?))
}
