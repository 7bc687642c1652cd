//! Customers, and visitors of websites.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    error::Problem,
    input::{Asked, At, Body, Paging},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, UserWish, Visit},
    app::Shared,
    domain::{AssistantId, Page, User},
    error::Error,
};

type Custom = serde_json::Map<String, serde_json::Value>;

#[derive(Deserialize, ToSchema)]
pub(super) struct NewUser {
    full_name: Option<String>,
    login: Option<String>,
    email: Option<String>,
    external_id: Option<String>,
    language: Option<String>,
    tags: Option<Vec<String>>,
    #[schema(value_type = Option<Object>)]
    custom: Option<Custom>,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct NewVisitor {
    full_name: Option<String>,
    email: Option<String>,
    /// Such as `de` or `pt-BR`.
    language: Option<String>,
    /// The page that the visitor is on.
    page: Option<String>,
    /// A JWT of the website, signed with HS256 and the app's identity secret: `sub` is the website's own id of the
    /// visitor, `exp` at most 30 days ahead, `name` and `email` if they are known. The same `sub` is the same customer.
    identity: Option<String>,
    /// Whose widget it is.
    assistant: Option<AssistantId>,
}

#[derive(Serialize, ToSchema)]
pub(super) struct Visitor {
    token: String,
    user: User,
    expires_at: i64,
}

#[derive(Serialize, ToSchema)]
pub(super) struct UserToken {
    token: String,
    expires_at: i64,
}

impl From<NewUser> for UserWish {
    fn from(new: NewUser) -> Self {
        let NewUser { full_name, login, email, external_id, language, tags, custom } = new;
        Self { full_name, login, email, external_id, language, tags, custom }
    }
}

/// Begins as a visitor of a website: anonymous, or as somebody for whom the website vouches.
#[utoipa::path(post, path = "/apps/{app}/visitors", tag = "users", params(("app" = i64, Path)),
    request_body = NewVisitor, security(()),
    responses((status = 201, body = Visitor), (status = 403, body = Problem), (status = 404, body = Problem), (status = 429, body = Problem)))]
pub(super) async fn create_visitor(
    State(app): State<Shared>,
    At(of): At<i64>,
    Body(new): Body<NewVisitor>,
) -> Result<(StatusCode, Json<Visitor>), Error> {
    let custom = new.page.map(|page| Custom::from_iter([("page".to_owned(), page.into())]));
    let NewVisitor { full_name, email, language, identity, assistant, .. } = new;
    let wish = UserWish { full_name, email, language, custom, ..UserWish::default() };
    let (user, signed_in) = actions::create_visitor(&app, of, Visit { wish, identity, assistant }).await?;
    let visitor = Visitor { token: signed_in.token, user, expires_at: signed_in.expires_at.0 };
    Ok((StatusCode::CREATED, Json(visitor)))
}

/// Lists an app's customers.
#[utoipa::path(get, path = "/apps/{app}/users", tag = "users", params(("app" = i64, Path), Paging),
    responses((status = 200, body = Page<User>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<User>>, Error> {
    let found = actions::list_customers(&app, caller.caller, (of, paging.search()), paging.after(), paging.limit());
    Ok(Json(found.await?))
}

/// Creates a customer.
#[utoipa::path(post, path = "/apps/{app}/users", tag = "users", params(("app" = i64, Path)), request_body = NewUser,
    responses((status = 201, body = User), (status = 409, body = Problem)))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Body(new): Body<NewUser>,
) -> Result<(StatusCode, Json<User>), Error> {
    Ok((StatusCode::CREATED, Json(actions::create_user(&app, caller.caller, of, new.into()).await?)))
}

/// Shows a user.
#[utoipa::path(get, path = "/apps/{app}/users/{id}", tag = "users", params(("app" = i64, Path), ("id" = i64, Path)),
    responses((status = 200, body = User), (status = 404, body = Problem)))]
pub(super) async fn show(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, i64)>,
) -> Result<Json<User>, Error> {
    Ok(Json(actions::show_user(&app, caller.caller, of, id).await?))
}

/// Changes a customer; what is absent stays, an empty e-mail or language is removed, login and external id never change.
#[utoipa::path(patch, path = "/apps/{app}/users/{id}", tag = "users", params(("app" = i64, Path), ("id" = i64, Path)),
    request_body = NewUser, responses((status = 200, body = User)))]
pub(super) async fn change(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
    Body(new): Body<NewUser>,
) -> Result<Json<User>, Error> {
    Ok(Json(actions::change_user(&app, caller.caller, at, new.into()).await?))
}

/// Makes a token that acts as this customer or agent.
#[utoipa::path(post, path = "/apps/{app}/users/{id}/tokens", tag = "users",
    params(("app" = i64, Path), ("id" = i64, Path)), responses((status = 201, body = UserToken)))]
pub(super) async fn create_token(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, i64)>,
) -> Result<(StatusCode, Json<UserToken>), Error> {
    let made = actions::token_for_user(&app, caller.caller, of, id).await?;
    Ok((StatusCode::CREATED, Json(UserToken { token: made.token, expires_at: made.expires_at.0 })))
}
