//! An unanswered question goes to the admin's webhook, signed by the Standard Webhooks scheme
//! (<https://www.standardwebhooks.com>).

use base64::{Engine, engine::general_purpose::STANDARD};
use handover::Timestamp;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::change::Matter;
use crate::{
    app::{App, Shared},
    domain::{AssistantId, DialogSummary},
    error::Error,
    secrets::Secrets,
};

const SECRET_PREFIX: &str = "whsec_";

/// The job of delivering a question to a webhook.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Delivery {
    pub app: i64,
    pub assistant: AssistantId,
    pub payload: String,
}

/// A request to send.
pub struct Delivered {
    pub url: String,
    pub headers: Vec<(&'static str, String)>,
    pub body: String,
}

impl Delivery {
    pub const KIND: &'static str = "webhook";
}

pub(super) fn new_secret(secrets: &Secrets) -> String {
    format!("{SECRET_PREFIX}{}", STANDARD.encode(secrets.bytes::<32>()))
}

pub(super) fn payload(dialog: &DialogSummary, assistant: AssistantId, matter: &Matter, now: Timestamp) -> String {
    let verdict = matter.found.as_ref().map(|found| &found.verdict);
    serde_json::json!({
        "type": "question.unanswered",
        "timestamp": now.0,
        "data": {
            "app": dialog.app,
            "assistant": assistant,
            "dialog": dialog.id,
            "customer": dialog.customer,
            "question": matter.question,
            "score": verdict.map(|verdict| verdict.score),
            "passages": verdict.map(|verdict| &verdict.evidence),
        }
    })
    .to_string()
}

/// The signed request, or nothing when the AI Agent or its webhook is gone.
///
/// # Errors
/// When the database fails.
pub async fn deliver(app: &Shared, job: &str, delivery: &Delivery) -> Result<Option<Delivered>, Error> {
    let mut tx = app.store.read().await?;
    let Some(assistant) = tx.assistant(delivery.app, delivery.assistant).await? else { return Ok(None) };
    let Some(url) = assistant.settings.unanswered.webhook_url else { return Ok(None) };
    let id = format!("msg_{}_{job}", delivery.assistant);
    signed(app, (url, assistant.webhook_secret), id, delivery.payload.clone()).map(Some)
}

/// A request with the headers of the scheme. `id` is the same for every try, so that the receiver can drop what it
/// has seen.
pub(super) fn signed(
    app: &App,
    (url, secret): (String, Option<String>),
    id: String,
    body: String,
) -> Result<Delivered, Error> {
    let seconds = (app.now().0 / 1000).to_string();
    let mut headers = vec![("webhook-id", id.clone()), ("webhook-timestamp", seconds.clone())];
    if let Some(secret) = secret {
        headers.push(("webhook-signature", signature(&secret, &id, &seconds, &body)?));
    }
    Ok(Delivered { url, headers, body })
}

fn signature(secret: &str, id: &str, seconds: &str, body: &str) -> Result<String, Error> {
    let key = STANDARD.decode(secret.trim_start_matches(SECRET_PREFIX)).map_err(Error::internal)?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).map_err(Error::internal)?;
    mac.update(format!("{id}.{seconds}.{body}").as_bytes());
    Ok(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the scheme's own documentation.
    #[test]
    fn the_signature_is_that_of_the_scheme() {
        let signed = signature(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "1614265330",
            r#"{"test": 2432232314}"#,
        );
        assert_eq!(signed.unwrap(), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
