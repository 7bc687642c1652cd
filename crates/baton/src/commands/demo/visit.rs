//! Two customers come by before anybody looks, so that the desk is not empty.

use std::time::Duration;

use anyhow::{Context, bail};
use serde_json::{Value, json};

use super::shop::{Api, Place};

const TRIES: u32 = 200;
const PAUSE: Duration = Duration::from_millis(50);

/// Ida is answered; Jonas asks what the AI Agent does not know, and waits for a person.
pub async fn pay(api: &Api, base: &str, token: &str, place: &Place) -> anyhow::Result<()> {
    ask(api, base, token, place, ("Ida Holm", "How long do I have to return something?")).await?;
    ask(api, base, token, place, ("Jonas Weber", "Do you ship to Australia?")).await
}

async fn ask(
    api: &Api,
    base: &str,
    token: &str,
    place: &Place,
    (full_name, question): (&str, &str),
) -> anyhow::Result<()> {
    let user = api.call("POST", &format!("{base}/users"), token, &json!({ "full_name": full_name })).await?;
    let path = format!("{base}/users/{}/tokens", user["id"]);
    let made = api.call("POST", &path, token, &Value::Null).await?;
    let customer = made["token"].as_str().context("no token")?;
    let dialog = api.call("POST", "/dialogs", customer, &json!({ "type": 2, "assistant": place.assistant })).await?;
    let messages = format!("/dialogs/{}/messages", dialog["id"].as_str().context("no dialog")?);
    api.call("POST", &messages, customer, &json!({ "text": question })).await?;
    until("the AI Agent has answered", async || {
        let heard = api.call("GET", &messages, customer, &Value::Null).await?;
        let last = heard["items"].as_array().and_then(|items| items.last()).cloned().unwrap_or_default();
        Ok(last["sender"]["kind"] == "assistant")
    })
    .await
}

/// Looks again and again, for ten seconds at most.
pub async fn until(what: &str, mut is_so: impl AsyncFnMut() -> anyhow::Result<bool>) -> anyhow::Result<()> {
    for _ in 0..TRIES {
        if is_so().await? {
            return Ok(());
        }
        tokio::time::sleep(PAUSE).await;
    }
    bail!("it took too long until {what}")
}
