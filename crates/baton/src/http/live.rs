//! The live WebSocket: numbered events to the client, in order and without gaps, and what it says back.

mod ears;
mod frames;
mod socket;

use axum::{
    Router,
    extract::{
        State,
        ws::{WebSocketUpgrade, rejection::WebSocketUpgradeRejection},
    },
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
    routing::get,
};

use super::signed_in::cookie;
use crate::{app::Shared, error::Error};

const READ_BUFFER: usize = 4 * 1024;
const FRAME_MAX: usize = 64 * 1024;
const WRITE_BUFFER_MAX: usize = 1024 * 1024;

pub(super) fn routes() -> Router<Shared> {
    Router::new().route("/live", get(upgrade))
}

async fn upgrade(
    State(app): State<Shared>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    let Ok(upgrade) = upgrade else {
        return Error::invalid("this address speaks WebSocket only").into_response();
    };
    let session = cookie(&headers).map(ToOwned::to_owned);
    // A page of another site may not open a socket with our cookie.
    if session.is_some() && !is_same_site(&headers) {
        return Error::Forbidden("a socket with a session cookie must come from this site's own pages").into_response();
    }
    upgrade
        .read_buffer_size(READ_BUFFER)
        .write_buffer_size(0)
        .max_write_buffer_size(WRITE_BUFFER_MAX)
        .max_message_size(FRAME_MAX)
        .max_frame_size(FRAME_MAX)
        .on_upgrade(move |socket| socket::run(app, socket, session))
}

/// Programs send no Origin; browsers always do.
fn is_same_site(headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()) else { return true };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    origin.split_once("://").is_some_and(|(_, from)| from.eq_ignore_ascii_case(host))
}
