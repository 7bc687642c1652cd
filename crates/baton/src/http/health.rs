//! Whether the program is alive and ready, and the description of the API.

use axum::{Json, Router, extract::State, http::StatusCode, routing::get};

use crate::{actions, app::Shared};

pub(super) fn routes(app: Shared) -> Router {
    Router::new().route("/healthz", get(async || "ok")).route("/readyz", get(ready)).with_state(app)
}

/// Ready: the database answers and the program is not going away.
async fn ready(State(app): State<Shared>) -> (StatusCode, &'static str) {
    let reads = actions::is_readable(&app);
    match reads.await {
        Ok(_) if !*app.closing.borrow() => (StatusCode::OK, "ready"),
        Ok(_) => (StatusCode::SERVICE_UNAVAILABLE, "going away"),
        Err(error) => {
            tracing::error!(error = format!("{error:?}"), "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
        }
    }
}

pub(super) fn description(description: serde_json::Value) -> Router<Shared> {
    let description = std::sync::Arc::new(description);
    Router::new().route("/openapi.json", get(async move || Json(description)))
}
