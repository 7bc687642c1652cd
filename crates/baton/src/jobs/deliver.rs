//! Posting to a webhook.

use std::time::Duration;

use crate::{actions::Delivered, store::Attempt};

pub(super) fn client(timeout: Duration) -> anyhow::Result<reqwest::Client> {
    let client = reqwest::Client::builder()
        .timeout(timeout)
        .redirect(reqwest::redirect::Policy::none())
        .user_agent("Baton")
        .build()?;
    Ok(client)
}

pub(super) async fn post(client: &reqwest::Client, request: Delivered) -> Result<(), String> {
    match attempt(client, request).await.error {
        Some(error) => Err(format!("the webhook failed: {error}")),
        None => Ok(()),
    }
}

/// Anything but a status of 2xx is a failure.
pub(super) async fn attempt(client: &reqwest::Client, request: Delivered) -> Attempt {
    let mut sending = client.post(&request.url).header("content-type", "application/json").body(request.body);
    for (name, value) in request.headers {
        sending = sending.header(name, value);
    }
    match sending.send().await {
        Ok(response) => {
            let status = response.status();
            let error = (!status.is_success()).then(|| format!("it answered with status {status}"));
            Attempt { status: Some(status.as_u16().into()), error }
        }
        Err(error) => {
            let why = if error.is_timeout() { "it did not answer in time" } else { "it cannot be reached" };
            Attempt { status: None, error: Some(why.into()) }
        }
    }
}
