//! Whom an app tells and when, browsers that want to be told, and what could not be delivered.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    error::Problem,
    input::{Asked, At, Body, Paging},
    signed_in::SignedIn,
};
use crate::{
    actions,
    app::Shared,
    domain::{DeadLetter, Notifications, Page},
    error::Error,
    notify::Subscription,
};

#[derive(Serialize, ToSchema)]
pub(super) struct ShownNotifications {
    settings: Notifications,
    /// Whether the server has a mail server (`[notify] smtp_url`).
    sends_mail: bool,
}

#[derive(Serialize, ToSchema)]
pub(super) struct SigningSecret {
    /// Shown this once.
    secret: String,
}

#[derive(Serialize, ToSchema)]
pub(super) struct PushKey {
    /// The browser's `applicationServerKey`, base64url.
    key: String,
}

/// What `PushSubscription.toJSON()` gives.
#[derive(Deserialize, ToSchema)]
pub(super) struct Browser {
    endpoint: String,
    keys: BrowserKeys,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct BrowserKeys {
    p256dh: String,
    auth: String,
}

#[derive(Deserialize, ToSchema)]
pub(super) struct Endpoint {
    endpoint: String,
}

/// Shows whom the app tells when somebody who should look has not.
#[utoipa::path(get, path = "/apps/{app}/notifications", tag = "notifications", params(("app" = i64, Path)),
    responses((status = 200, body = ShownNotifications)))]
pub(super) async fn show(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
) -> Result<Json<ShownNotifications>, Error> {
    let settings = actions::show_notifications(&app, caller.caller, of).await?;
    Ok(Json(ShownNotifications { settings, sends_mail: app.config.notify.sends_mail() }))
}

/// Saves them.
#[utoipa::path(put, path = "/apps/{app}/notifications", tag = "notifications", params(("app" = i64, Path)),
    request_body = Notifications,
    responses((status = 200, body = ShownNotifications), (status = 422, body = Problem)))]
pub(super) async fn save(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Body(settings): Body<Notifications>,
) -> Result<Json<ShownNotifications>, Error> {
    let settings = actions::save_notifications(&app, caller.caller, of, settings).await?;
    Ok(Json(ShownNotifications { settings, sends_mail: app.config.notify.sends_mail() }))
}

/// Makes a new secret that signs calls of the webhook; the old one stops working.
#[utoipa::path(post, path = "/apps/{app}/notifications/secret", tag = "notifications", params(("app" = i64, Path)),
    responses((status = 200, body = SigningSecret)))]
pub(super) async fn rotate_secret(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
) -> Result<Json<SigningSecret>, Error> {
    Ok(Json(SigningSecret { secret: actions::rotate_notifications_secret(&app, caller.caller, of).await? }))
}

/// The key to which browsers subscribe.
#[utoipa::path(get, path = "/me/push", tag = "notifications", responses((status = 200, body = PushKey)))]
pub(super) async fn push_key(State(app): State<Shared>, caller: SignedIn) -> Result<Json<PushKey>, Error> {
    Ok(Json(PushKey { key: actions::push_key(&app, caller.caller).await? }))
}

/// Shows what concerns the calling agent in this browser too, even when no page is open.
#[utoipa::path(put, path = "/me/push", tag = "notifications", request_body = Browser,
    responses((status = 204), (status = 422, body = Problem)))]
pub(super) async fn subscribe(
    State(app): State<Shared>,
    caller: SignedIn,
    Body(browser): Body<Browser>,
) -> Result<StatusCode, Error> {
    let Browser { endpoint, keys: BrowserKeys { p256dh, auth } } = browser;
    actions::subscribe_push(&app, caller.caller, Subscription { endpoint, p256dh, auth }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Not any more in this browser.
#[utoipa::path(delete, path = "/me/push", tag = "notifications", request_body = Endpoint,
    responses((status = 204)))]
pub(super) async fn unsubscribe(
    State(app): State<Shared>,
    caller: SignedIn,
    Body(browser): Body<Endpoint>,
) -> Result<StatusCode, Error> {
    actions::unsubscribe_push(&app, caller.caller, browser.endpoint).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lists what could not be delivered, newest first.
#[utoipa::path(get, path = "/apps/{app}/dead_letters", tag = "notifications", params(("app" = i64, Path), Paging),
    responses((status = 200, body = Page<DeadLetter>)))]
pub(super) async fn dead_letters(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<DeadLetter>>, Error> {
    Ok(Json(actions::list_dead_letters(&app, caller.caller, of, paging.after(), paging.limit()).await?))
}

/// Tries again.
#[utoipa::path(put, path = "/apps/{app}/dead_letters/{id}/retry", tag = "notifications",
    params(("app" = i64, Path), ("id" = i64, Path)), responses((status = 204)))]
pub(super) async fn retry(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, i64)>,
) -> Result<StatusCode, Error> {
    actions::retry_dead_letter(&app, caller.caller, of, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Forgets it.
#[utoipa::path(delete, path = "/apps/{app}/dead_letters/{id}", tag = "notifications",
    params(("app" = i64, Path), ("id" = i64, Path)), responses((status = 204)))]
pub(super) async fn bury(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, i64)>,
) -> Result<StatusCode, Error> {
    actions::remove_dead_letter(&app, caller.caller, of, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
