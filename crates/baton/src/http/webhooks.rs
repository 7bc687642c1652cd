//! Whom an app tells of what happens in it, and what became of that.

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    error::Problem,
    input::{Asked, At, Body, Paging, limited},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, WebhookChange},
    app::Shared,
    domain::{Delivery, DeliveryDetail, DeliveryState, Page, Webhook, WebhookEvent},
    error::Error,
};

#[derive(Deserialize, ToSchema)]
pub(super) struct NewWebhook {
    url: String,
    /// What to tell of.
    events: Vec<WebhookEvent>,
}

#[derive(Serialize, ToSchema)]
pub(super) struct CreatedWebhook {
    webhook: Webhook,
    /// By which every call is signed (<https://www.standardwebhooks.com>). Shown this once.
    secret: String,
}

/// What to change; what is absent stays.
#[derive(Deserialize, ToSchema)]
pub(super) struct ChangedWebhook {
    url: Option<String>,
    events: Option<Vec<WebhookEvent>>,
    enabled: Option<bool>,
}

#[derive(Serialize, ToSchema)]
pub(super) struct WebhookSecret {
    /// Shown this once.
    secret: String,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct WantedDeliveries {
    /// Only those in this state.
    state: Option<DeliveryState>,
    /// `next` of the page before.
    after: Option<String>,
    /// How many at most: 1 to 200, 50 unless told.
    limit: Option<usize>,
}

/// Lists the app's webhooks.
#[utoipa::path(get, path = "/apps/{app}/webhooks", tag = "webhooks", params(("app" = i64, Path), Paging),
    responses((status = 200, body = Page<Webhook>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<Webhook>>, Error> {
    Ok(Json(actions::list_webhooks(&app, caller.caller, of, paging.after(), paging.limit()).await?))
}

/// Adds a webhook; it is told of what happens from now on.
#[utoipa::path(post, path = "/apps/{app}/webhooks", tag = "webhooks", params(("app" = i64, Path)),
    request_body = NewWebhook,
    responses((status = 201, body = CreatedWebhook), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Body(new): Body<NewWebhook>,
) -> Result<(StatusCode, Json<CreatedWebhook>), Error> {
    let (webhook, secret) = actions::create_webhook(&app, caller.caller, of, (&new.url, new.events)).await?;
    Ok((StatusCode::CREATED, Json(CreatedWebhook { webhook, secret })))
}

/// Changes a webhook. Switched off, it is told of nothing; switched on, of what happens from then on.
#[utoipa::path(patch, path = "/apps/{app}/webhooks/{id}", tag = "webhooks",
    params(("app" = i64, Path), ("id" = i64, Path)), request_body = ChangedWebhook,
    responses((status = 200, body = Webhook), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn change(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
    Body(changed): Body<ChangedWebhook>,
) -> Result<Json<Webhook>, Error> {
    let ChangedWebhook { url, events, enabled } = changed;
    let wanted = WebhookChange { url, events, enabled };
    Ok(Json(actions::change_webhook(&app, caller.caller, at, wanted).await?))
}

/// Removes a webhook with its deliveries; nothing more is sent.
#[utoipa::path(delete, path = "/apps/{app}/webhooks/{id}", tag = "webhooks",
    params(("app" = i64, Path), ("id" = i64, Path)), responses((status = 204), (status = 404, body = Problem)))]
pub(super) async fn remove(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
) -> Result<StatusCode, Error> {
    actions::remove_webhook(&app, caller.caller, at).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes a new secret; the old one signs nothing more.
#[utoipa::path(put, path = "/apps/{app}/webhooks/{id}/secret", tag = "webhooks",
    params(("app" = i64, Path), ("id" = i64, Path)),
    responses((status = 200, body = WebhookSecret), (status = 404, body = Problem)))]
pub(super) async fn replace_secret(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
) -> Result<Json<WebhookSecret>, Error> {
    Ok(Json(WebhookSecret { secret: actions::replace_webhook_secret(&app, caller.caller, at).await? }))
}

/// Lists what was sent to a webhook and what became of it, the newest first.
#[utoipa::path(get, path = "/apps/{app}/webhooks/{id}/deliveries", tag = "webhooks",
    params(("app" = i64, Path), ("id" = i64, Path), WantedDeliveries),
    responses((status = 200, body = Page<Delivery>), (status = 404, body = Problem)))]
pub(super) async fn deliveries(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64)>,
    Asked(wanted): Asked<WantedDeliveries>,
) -> Result<Json<Page<Delivery>>, Error> {
    let after = wanted.after.as_deref().filter(|after| !after.is_empty());
    let of = (at, wanted.state);
    Ok(Json(actions::list_deliveries(&app, caller.caller, of, after, limited(wanted.limit)).await?))
}

/// Shows a delivery with what is sent.
#[utoipa::path(get, path = "/apps/{app}/webhooks/{id}/deliveries/{delivery}", tag = "webhooks",
    params(("app" = i64, Path), ("id" = i64, Path), ("delivery" = i64, Path)),
    responses((status = 200, body = DeliveryDetail), (status = 404, body = Problem)))]
pub(super) async fn show_delivery(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64, i64)>,
) -> Result<Json<DeliveryDetail>, Error> {
    Ok(Json(actions::show_delivery(&app, caller.caller, at).await?))
}

/// Sends it once more, with the id that it had.
#[utoipa::path(put, path = "/apps/{app}/webhooks/{id}/deliveries/{delivery}/retry", tag = "webhooks",
    params(("app" = i64, Path), ("id" = i64, Path), ("delivery" = i64, Path)),
    responses((status = 200, body = Delivery), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub(super) async fn retry(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, i64, i64)>,
) -> Result<Json<Delivery>, Error> {
    Ok(Json(actions::retry_delivery(&app, caller.caller, at).await?))
}
