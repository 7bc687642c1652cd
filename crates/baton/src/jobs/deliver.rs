//! Posting to a webhook. It may be nowhere but on the public internet, or where the settings allow.

use url::Url;

use crate::{actions::Delivered, fetch::Guard, store::Attempt};

pub(super) async fn post(client: &reqwest::Client, guard: &Guard, request: Delivered) -> Result<(), String> {
    match attempt(client, guard, request).await.error {
        Some(error) => Err(format!("the webhook failed: {error}")),
        None => Ok(()),
    }
}

/// Anything but a status of 2xx is a failure.
pub(super) async fn attempt(client: &reqwest::Client, guard: &Guard, request: Delivered) -> Attempt {
    let failed = |why: String| Attempt { status: None, error: Some(why) };
    match Url::parse(&request.url).map(|url| guard.check_url(&url)) {
        Ok(Ok(())) => {}
        Ok(Err(why)) => return failed(why.to_string()),
        Err(_) => return failed("its address is none".into()),
    }
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
        Err(error) if error.is_timeout() => failed("it did not answer in time".into()),
        Err(_) => failed("it cannot be reached".into()),
    }
}
