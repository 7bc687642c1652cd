//! Kills Baton in the middle of saturation, starts it again, and looks whether everything that somebody
//! had heard is still there, once.

use std::{collections::HashSet, time::Duration};

use anyhow::Context;
use serde_json::Value;
use tokio::time::sleep;

use crate::{
    api::{Api, number, text},
    bench::Bench,
    contender::Contender,
    figures::whole,
    line::{Seat, message_id},
    load::{Heard, Load},
    server::Server,
    start::until_first_message,
    table::{Report, Row},
    world::World,
};

const LOADED: Duration = Duration::from_secs(2);
const PAGE: usize = 100;
/// Numbers of messages that nobody says under load.
const BEFORE: u32 = u32::MAX - 1;
const AFTERWARDS: u32 = u32::MAX;

pub async fn measure(bench: &Bench) -> anyhow::Result<Report> {
    let rows = match &bench.world {
        Some(world) => run(bench, world, &bench.contenders[0]).await?,
        None => vec![Row::ours("kill-9", "skipped".into(), "", None)],
    };
    Ok(Report { rows, ..Report::default() })
}

async fn run(bench: &Bench, world: &World, baton: &Contender) -> anyhow::Result<Vec<Row>> {
    let data = world.copy()?;
    let [seat, ..] = world.conversations.last().context("there is no conversation")?;
    let (server, cold) = until_first_message(baton, data.path(), seat, BEFORE).await?;
    let load = Load::start(bench.all_lines(baton, &server).await?);
    sleep(LOADED).await;
    server.kill()?;
    let heard = load.finish().await;
    let (server, again) = until_first_message(baton, data.path(), seat, AFTERWARDS).await?;
    let mut found = Found::default();
    for conversation in &heard {
        let mut customers = world.conversations.iter().map(|[customer, ..]| customer);
        let customer = customers.find(|customer| customer.dialog == conversation.dialog);
        found.look(conversation, &stored(&server, customer.context("nobody had this conversation")?).await?);
    }
    server.stop().await?;
    Ok(rows(&found, cold, again))
}

#[derive(Default)]
struct Found {
    acknowledged: usize,
    missing: usize,
    doubled: usize,
}

impl Found {
    fn look(&mut self, heard: &Heard, stored: &[String]) {
        let distinct: HashSet<&String> = stored.iter().collect();
        let missing = |number: &u32| !distinct.contains(&message_id(&heard.dialog, *number));
        self.acknowledged += heard.acknowledged() as usize;
        self.missing += (0..heard.acknowledged()).filter(missing).count();
        self.doubled += stored.len() - distinct.len();
    }
}

/// The ids of all messages in this conversation, as a GET tells them.
async fn stored(server: &Server, seat: &Seat) -> anyhow::Result<Vec<String>> {
    let api = Api::new(server.address, &seat.pass);
    let (mut ids, mut after) = (Vec::new(), 0);
    loop {
        let page = api.get(&format!("/dialogs/{}/messages?after={after}&limit={PAGE}", seat.dialog)).await?;
        let messages = page["items"].as_array().context("a page has items")?;
        for message in messages {
            ids.push(text(message, "/id")?);
            after = number(message, "/seq")?;
        }
        if messages.is_empty() || page["more"] == Value::Bool(false) {
            return Ok(ids);
        }
    }
}

fn rows(found: &Found, cold: Duration, again: Duration) -> Vec<Row> {
    let Found { acknowledged, missing, doubled } = found;
    let kept = format!("{missing} missing, {doubled} doubled of {}", whole(*acknowledged as f64));
    let millis = |time: Duration| time.as_secs_f64() * 1000.0;
    let (cold, again) = (millis(cold), millis(again));
    let serving = format!("{again:.0} ms (before: {cold:.0} ms)");
    vec![
        Row::ours("kill-9: heard before, there afterwards", kept, "0 missing", Some(missing + doubled == 0)),
        Row::ours("kill-9: serving again", serving, "≤ 2 × cold start", Some(again <= 2.0 * cold)),
    ]
}
