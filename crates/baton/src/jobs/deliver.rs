//! Posting to a webhook.

use std::time::Duration;

use crate::actions::Delivered;

pub(super) fn client(timeout: Duration) -> anyhow::Result<reqwest::Client> {
    let client = reqwest::Client::builder()
        .timeout(timeout)
        .redirect(reqwest::redirect::Policy::none())
        .user_agent("Baton")
        .build()?;
    Ok(client)
}

/// Anything but a status of 2xx is a failure.
pub(super) async fn post(client: &reqwest::Client, request: Delivered) -> Result<(), String> {
    let mut sending = client.post(&request.url).header("content-type", "application/json").body(request.body);
    for (name, value) in request.headers {
        sending = sending.header(name, value);
    }
    let response = sending.send().await.map_err(|error| {
        let kind = if error.is_timeout() { "it did not answer in time" } else { "it cannot be reached" };
        format!("the webhook failed: {kind}")
    })?;
    let status = response.status();
    if status.is_success() { Ok(()) } else { Err(format!("the webhook answered with status {status}")) }
}
