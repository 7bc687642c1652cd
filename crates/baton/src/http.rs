//! The door: REST under `/api/v1`, the live WebSocket, and the screens. It translates and decides nothing.

mod agents;
mod apps;
mod assistants;
mod attachments;
mod audit;
mod canned_replies;
mod claims;
mod connections;
mod description;
mod dialogs;
mod error;
mod health;
mod input;
mod invitations;
mod knowledge;
mod labels;
mod limits;
mod live;
mod messages;
mod notes;
mod notifications;
mod overview;
mod ratings;
mod reports;
mod screens;
mod security;
mod sessions;
mod setup;
mod signed_in;
mod sites;
mod sources;
mod teams;
mod unanswered;
mod users;
mod views;
mod webhooks;
mod widget;

use axum::{Router, extract::DefaultBodyLimit};
use tower_http::catch_panic::CatchPanicLayer;
use utoipa::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

pub use connections::serve;

use crate::{app::Shared, config::Config};

/// The description of the API; its paths come from the routes themselves.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Baton",
        description = "Support chat that hands conversations over between an AI Agent and people. Times are \
            milliseconds since 1970-01-01 UTC. Errors are `application/problem+json`. The live WebSocket is at \
            `/api/v1/live`; docs/live.md describes its frames.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    components(schemas(error::Problem))
)]
struct Description;

/// Everything Baton answers.
pub fn router(app: Shared) -> Router {
    let (api, description) = api(&app.config).split_for_parts();
    let limits = app.config.limits.body_bytes;
    let api = api
        .merge(live::routes())
        .merge(health::description(description::finished(&description)))
        .fallback(error::no_such_address)
        .method_not_allowed_fallback(error::no_such_method)
        .layer(DefaultBodyLimit::max(limits))
        .layer(security::cors())
        .with_state(app.clone());
    let screens = Router::new().fallback(screens::show).with_state(app.clone());
    Router::new()
        .merge(health::routes(app))
        .nest("/api/v1", api)
        .fallback_service(screens)
        .layer(CatchPanicLayer::custom(error::panicked))
        .layer(axum::middleware::from_fn(security::headers))
}

/// The OpenAPI document, made from the code.
#[must_use]
pub fn openapi(config: &Config) -> serde_json::Value {
    description::finished(&api(config).split_for_parts().1)
}

fn api(config: &Config) -> OpenApiRouter<Shared> {
    let mut description = Description::openapi();
    security::describe(&mut description);
    OpenApiRouter::with_openapi(description)
        .merge(staff())
        .merge(configuration(config))
        .merge(dashboard())
        .merge(conversations())
        .merge(desk())
        .merge(limits::sign_ins(
            config,
            OpenApiRouter::new()
                .routes(routes!(setup::create))
                .routes(routes!(sessions::create))
                .routes(routes!(invitations::accept)),
        ))
        .merge(limits::visitors(config, OpenApiRouter::new().routes(routes!(users::create_visitor))))
}

fn staff() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(setup::show))
        .routes(routes!(sessions::show, sessions::remove))
        .routes(routes!(sessions::set_presence))
        .routes(routes!(sessions::set_password))
        .routes(routes!(notifications::push_key, notifications::subscribe, notifications::unsubscribe))
}

fn configuration(config: &Config) -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(apps::list, apps::create))
        .routes(routes!(apps::show, apps::change))
        .routes(routes!(apps::rotate_secret))
        .routes(routes!(apps::rotate_identity_secret))
        .routes(routes!(apps::list_keys, apps::create_key))
        .routes(routes!(apps::remove_key))
        .routes(routes!(assistants::list, assistants::create))
        .routes(routes!(assistants::show, assistants::save, assistants::remove))
        .routes(routes!(assistants::rotate_webhook_secret))
        .routes(routes!(assistants::ask))
        .routes(routes!(assistants::widget))
        .routes(routes!(agents::list, agents::create))
        .routes(routes!(agents::change))
        .routes(routes!(agents::reset_password))
        .routes(routes!(teams::list, teams::create))
        .routes(routes!(teams::change, teams::remove))
        .routes(routes!(users::list, users::create))
        .routes(routes!(users::show, users::change))
        .routes(routes!(users::create_token))
        .routes(routes!(sources::list, sources::create))
        .routes(routes!(sources::show, sources::change, sources::remove))
        .routes(routes!(sources::versions))
        .routes(routes!(sources::index, sources::cancel))
        .routes(routes!(sites::list, sites::create))
        .routes(routes!(sites::show, sites::remove))
        .routes(routes!(sites::read, sites::cancel))
        .routes(routes!(sites::pages))
        .routes(routes!(knowledge::show))
        .routes(routes!(knowledge::curve))
        .routes(routes!(knowledge::fetch_model))
        .merge(
            OpenApiRouter::new()
                .routes(routes!(sources::upload))
                .layer(DefaultBodyLimit::max(config.limits.upload_bytes)),
        )
        .routes(routes!(reports::show))
        .routes(routes!(notifications::show, notifications::save))
        .routes(routes!(notifications::rotate_secret))
        .routes(routes!(notifications::dead_letters))
        .routes(routes!(notifications::retry))
        .routes(routes!(notifications::bury))
        .routes(routes!(unanswered::list))
        .routes(routes!(unanswered::trend))
        .routes(routes!(unanswered::answer))
        .routes(routes!(unanswered::show, unanswered::dismiss))
        .routes(routes!(unanswered::replays))
}

/// What agents work with, beside the conversations themselves.
fn desk() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(dialogs::search))
        .routes(routes!(views::list, views::create))
        .routes(routes!(views::change, views::remove))
        .routes(routes!(labels::list, labels::create))
        .routes(routes!(labels::change, labels::remove))
        .routes(routes!(labels::set))
        .routes(routes!(canned_replies::list, canned_replies::create))
        .routes(routes!(canned_replies::change, canned_replies::remove))
        .routes(routes!(notes::list, notes::create))
        .routes(routes!(notes::snooze, notes::wake))
        .routes(routes!(notes::draft))
}

fn dashboard() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(overview::show))
        .routes(routes!(invitations::list, invitations::create))
        .routes(routes!(invitations::remove))
        .routes(routes!(invitations::renew))
        .routes(routes!(invitations::show))
        .routes(routes!(webhooks::list, webhooks::create))
        .routes(routes!(webhooks::change, webhooks::remove))
        .routes(routes!(webhooks::replace_secret))
        .routes(routes!(webhooks::deliveries))
        .routes(routes!(webhooks::show_delivery))
        .routes(routes!(webhooks::retry))
        .routes(routes!(audit::list))
}

fn conversations() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(dialogs::list_own, dialogs::create))
        .routes(routes!(dialogs::show))
        .routes(routes!(dialogs::list))
        .routes(routes!(dialogs::counts))
        .routes(routes!(dialogs::mark))
        .routes(routes!(dialogs::handovers))
        .routes(routes!(dialogs::record))
        .routes(routes!(messages::list, messages::create))
        .routes(routes!(messages::rate))
        .routes(routes!(attachments::upload))
        .routes(routes!(attachments::show))
        .routes(routes!(ratings::rate))
        .routes(routes!(claims::claim, claims::give_back))
        .routes(routes!(claims::transfer))
        .routes(routes!(claims::resolve))
        .routes(routes!(claims::decline))
        .routes(routes!(claims::ask_for_person, claims::want_no_person))
        .routes(routes!(claims::leave_contact))
}
