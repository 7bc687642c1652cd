//! Follows the events for webhooks, beside whatever is done for messages.

use std::time::Duration;

use crate::{actions, app::Shared};

/// What happens within that time is looked at together.
const GATHER: Duration = Duration::from_millis(50);
/// Heals a bell that was not heard.
const SLEEP_MAX: Duration = Duration::from_secs(5);

/// Until the program closes.
pub(super) async fn run(app: Shared) {
    let mut closing = app.closing.subscribe();
    while !*closing.borrow() {
        if let Err(error) = actions::follow_events(&app).await {
            tracing::error!(error = format!("{error:?}"), "events were not followed; trying again");
        }
        tokio::select! {
            () = app.news.notified() => tokio::time::sleep(GATHER).await,
            () = tokio::time::sleep(SLEEP_MAX) => {}
            () = async { drop(closing.wait_for(|closing| *closing).await) } => {}
        }
    }
}
