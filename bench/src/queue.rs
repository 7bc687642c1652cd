//! What waits for a person: who asks, who waits in what order, and who is next when an agent is free.

use std::time::{Duration, Instant};

use anyhow::Context;
use serde_json::{Value, json};

use crate::{
    api::{Api, text},
    founder::Founder,
    line::{Live, Seat, news::News},
};

/// The most that the API gives at once.
const PAGE: usize = 200;

/// A customer asks for a person.
pub async fn ask(api: &Api, seat: &Seat) -> anyhow::Result<Value> {
    api.with_token(&seat.pass).put(&format!("/dialogs/{}/handover", seat.dialog), json!({})).await
}

/// The dialogs that wait, in their order, from the first on.
pub async fn waiting(founder: &Founder, at_most: usize) -> anyhow::Result<Vec<String>> {
    dialogs(founder, &founder.api, "queue", at_most).await
}

/// The dialogs that the caller has.
pub async fn held(founder: &Founder, agent: &Api) -> anyhow::Result<Vec<String>> {
    dialogs(founder, agent, "mine", PAGE).await
}

async fn dialogs(founder: &Founder, caller: &Api, list: &str, at_most: usize) -> anyhow::Result<Vec<String>> {
    let (mut dialogs, mut after) = (Vec::new(), String::new());
    loop {
        let path = format!("/apps/{}/dialogs?list={list}&limit={PAGE}{after}", founder.app);
        let page = caller.get(&path).await?;
        for dialog in page["items"].as_array().context("a page has items")? {
            dialogs.push(text(dialog, "/id")?);
        }
        match page["next"].as_str() {
            Some(next) if dialogs.len() < at_most => after = format!("&after={next}"),
            _ => break,
        }
    }
    dialogs.truncate(at_most);
    Ok(dialogs)
}

/// An agent resolves a dialog and so has time for another one: which one they are told that they have now, and how
/// long after their wish.
pub async fn next_of(agent: &Api, hears: &mut Live, (me, dialog): (i64, &str)) -> anyhow::Result<(String, Duration)> {
    let (path, began) = (format!("/dialogs/{dialog}/resolution"), Instant::now());
    let next = async {
        loop {
            match News::of(&hears.frame().await?)? {
                News::Taken(next, agent) if agent == me => return anyhow::Ok((next, began.elapsed())),
                News::Taken(..) | News::Offered(..) | News::Waits(..) | News::Other => {}
            }
        }
    };
    let (_, next) = tokio::try_join!(agent.put(&path, json!({ "solved": true })), next)?;
    Ok(next)
}
