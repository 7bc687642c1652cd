//! Asking somebody to work here, and taking that up.

use axum::{Json, extract::State, http::StatusCode, response::Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    error::Problem,
    input::{Asked, At, Body, Paging},
    sessions::{Session, begun},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, InvitationWish, Invited},
    app::Shared,
    domain::{Invitation, InvitationFace, InvitationRole, Page},
    error::Error,
};

#[derive(Deserialize, ToSchema)]
pub(super) struct NewInvitation {
    email: String,
    full_name: String,
    role: InvitationRole,
}

#[derive(Serialize, ToSchema)]
pub(super) struct InvitationLink {
    invitation: Invitation,
    /// Where the invited begin, below the address of the screens. Shown this once.
    link_path: String,
    /// Whether it is sent by e-mail as well.
    mailed: bool,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct Acceptance {
    full_name: String,
    /// 8 to 200 characters.
    password: String,
    /// True: answer with a token for a program instead of setting the cookie.
    #[serde(default)]
    bearer: bool,
}

impl From<Invited> for InvitationLink {
    fn from(invited: Invited) -> Self {
        let Invited { invitation, link_path, mailed } = invited;
        Self { invitation, link_path, mailed }
    }
}

/// Lists the app's invitations, the newest first. For admins only.
#[utoipa::path(get, path = "/apps/{app}/invitations", tag = "invitations", params(("app" = i64, Path), Paging),
    responses((status = 200, body = Page<Invitation>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<Invitation>>, Error> {
    Ok(Json(actions::list_invitations(&app, caller.caller, of, paging.after(), paging.limit()).await?))
}

/// Invites somebody by a link that works once, within seven days. For admins only.
#[utoipa::path(post, path = "/apps/{app}/invitations", tag = "invitations", params(("app" = i64, Path)),
    request_body = NewInvitation,
    responses((status = 201, body = InvitationLink), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Body(new): Body<NewInvitation>,
) -> Result<(StatusCode, Json<InvitationLink>), Error> {
    let NewInvitation { email, full_name, role } = new;
    let wish = InvitationWish { email, full_name, role };
    let invited = actions::create_invitation(&app, caller.caller, of, wish).await?;
    Ok((StatusCode::CREATED, Json(invited.into())))
}

/// Withdraws an invitation; its link stops working.
#[utoipa::path(delete, path = "/apps/{app}/invitations/{id}", tag = "invitations",
    params(("app" = i64, Path), ("id" = i64, Path)),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn remove(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
) -> Result<StatusCode, Error> {
    actions::withdraw_invitation(&app, caller.caller, at).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes a new link for seven days; the old one stops working.
#[utoipa::path(put, path = "/apps/{app}/invitations/{id}/link", tag = "invitations",
    params(("app" = i64, Path), ("id" = i64, Path)),
    responses((status = 200, body = InvitationLink), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn renew(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
) -> Result<Json<InvitationLink>, Error> {
    Ok(Json(actions::renew_invitation(&app, caller.caller, at).await?.into()))
}

/// Shows who is invited to what. Anybody with the link may see it.
#[utoipa::path(get, path = "/invitations/{token}", tag = "invitations", params(("token" = String, Path)),
    responses((status = 200, body = InvitationFace), (status = 404, body = Problem)))]
pub(super) async fn show(State(app): State<Shared>, At(token): At<String>) -> Result<Json<InvitationFace>, Error> {
    Ok(Json(actions::show_invitation(&app, &token).await?))
}

/// Takes the invitation up and signs in.
#[utoipa::path(put, path = "/invitations/{token}", tag = "invitations", params(("token" = String, Path)),
    request_body = Acceptance,
    responses((status = 201, body = Session), (status = 404, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem)))]
pub(super) async fn accept(
    State(app): State<Shared>,
    At(token): At<String>,
    Body(given): Body<Acceptance>,
) -> Result<Response, Error> {
    let signed_in = actions::accept_invitation(&app, &token, &given.full_name, &given.password).await?;
    begun(&app, signed_in, given.bearer).await
}
