//! How long it takes to make what an agent is given with a conversation: the question, passages with their scores, a
//! summary, a draft. From the customer's wish for a person until it is stored, with much knowledge and no model.

use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use serde_json::json;

use super::answers::{By, Setting};
use crate::{
    api::{Api, text},
    bench::Bench,
    figures::percentile_ms,
    prose::Prose,
    table::{Report, Row},
};

const PASSAGES: u32 = 10_000;
const WARM_UP: usize = 5;
const ROUNDS: usize = 200;
const SEED: u64 = 4;
const P95_MAX_MS: f64 = 50.0;

pub async fn measure(bench: &Bench) -> anyhow::Result<Report> {
    let world = bench.world.as_ref().context("Baton is not there")?;
    let baton = bench.contenders.first().context("Baton is not there")?;
    let setting = Setting { world, baton, by: By::Words };
    let original = setting.original().await?;
    let data = setting.filled(original.path(), PASSAGES)?;
    let stand = setting.start(data.path()).await?;
    let customer = Api::new(stand.server.address, &world.desk.customer_token);
    let agent = Api::new(stand.server.address, &world.desk.agent_token);
    let (mut prose, mut times) = (Prose::new(SEED), Vec::with_capacity(ROUNDS));
    for round in 0..WARM_UP + ROUNDS {
        let took = one(&customer, &agent, &world.desk.assistant, &prose.question()).await?;
        times.extend(took.filter(|_| round >= WARM_UP));
    }
    ensure!(times.len() * 10 >= ROUNDS * 9, "only {} of {ROUNDS} packets held passages", times.len());
    stand.server.stop().await?;
    let [p50, p95, p99] = [0.5, 0.95, 0.99].map(|part| percentile_ms(&mut times, part));
    let ours = format!("{p50:.2} / {p95:.2} / {p99:.2} ms");
    let what = format!("packet: person wanted → packet stored, {PASSAGES} passages, p50 / p95 / p99");
    Ok(Report { rows: vec![Row::ours(what, ours, "p95 < 50 ms", Some(p95 < P95_MAX_MS))], ..Report::default() })
}

/// Absent when the question, made by lot, had no word to look for.
async fn one(customer: &Api, agent: &Api, assistant: &str, question: &str) -> anyhow::Result<Option<Duration>> {
    let dialog = text(&customer.post("/dialogs", json!({ "type": 2, "assistant": assistant })).await?, "/id")?;
    customer.post(&format!("/dialogs/{dialog}/messages"), json!({ "text": question })).await?;
    let began = Instant::now();
    customer.put(&format!("/dialogs/{dialog}/handover"), json!({})).await?;
    let took = began.elapsed();
    let handovers = agent.get(&format!("/dialogs/{dialog}/handovers")).await?;
    let packet = &handovers["items"][0]["packet"];
    ensure!(packet["question"] == question, "the packet is about something else: {packet}");
    let found = packet["passages"].as_array().is_some_and(|passages| !passages.is_empty());
    Ok(found.then_some(took))
}
