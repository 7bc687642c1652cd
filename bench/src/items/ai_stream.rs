//! Fifty customers are answered by a model at the same time: what Baton adds to each statement before the customer sees it, what
//! a token costs, and how soon there is silence when a person takes over in the middle.
//! `model` is the provider, `reply` what it writes, `visit` one customer.

mod model;
mod reply;
mod visit;

use std::time::{Duration, Instant};

use anyhow::Context;
use futures_util::future::try_join_all;
use serde_json::{Value, json};

use crate::{
    bench::{Bench, Stage},
    figures::percentile_ms,
    founder::{Founder, each},
    knowledge::Knowledge,
    line::Seat,
    table::{Report, Row},
    usage::{Usage, Watch},
    world::World,
};
use model::{Model, Reply};
use reply::{SENTENCES, TITLE};
use visit::{Taken, Visit};

const REPLIES: usize = 50;
const INDEXED_WITHIN: Duration = Duration::from_secs(10);
const TOKENS_MAX: i64 = 2_000;

const ADDED_MAX_MS: f64 = 10.0;
const TOKEN_MAX_US: f64 = 60.0;
const SILENCE_MAX_MS: f64 = 50.0;

pub async fn measure(bench: &Bench) -> anyhow::Result<Report> {
    let Some(world) = &bench.world else { return Ok(Report::skipped("ai-stream")) };
    let (stage, model) = (bench.stage(&bench.contenders[0]).await?, Model::start().await?);
    let founder = world.founder(stage.server.address);
    let assistant = assistant(&founder, &model).await?;
    let knowledge = Knowledge::new(stage.server.address, world);
    knowledge.add(vec![(TITLE.into(), SENTENCES.join(" "))]).await?;
    let indexed = knowledge.until_indexed(false, Instant::now() + INDEXED_WITHIN).await?;
    anyhow::ensure!(indexed.is_done, "the knowledge is not indexed");
    knowledge.until_learned().await?;
    let mut seats = founder.with_assistant(&assistant, 2 * REPLIES).await?;
    let interrupted = seats.split_off(REPLIES);
    let answered = answer(&stage, seats, &model).await?;
    let silenced = silence(&stage, world, (interrupted, &model)).await?;
    Ok(report(answered, silenced))
}

async fn assistant(founder: &Founder, model: &Model) -> anyhow::Result<String> {
    let endpoint = model.endpoint.clone();
    let set = |settings: &mut Value| {
        settings["model"] = json!({
            "endpoint": endpoint, "name": "even-pace", "temperature": 0.0, "max_tokens": TOKENS_MAX,
            "timeout_ms": 60_000,
        });
        settings["confidence_min"] = json!(0.0);
        settings["clarify_from"] = json!(0.0);
    };
    founder.assistant("Streaming", set).await
}

struct Answered {
    /// From the last token of a statement to the customer who sees it.
    added: Vec<Duration>,
    tokens: u64,
    usage: Usage,
}

async fn answer(stage: &Stage, seats: Vec<Seat>, model: &Model) -> anyhow::Result<Answered> {
    let visits = visits(stage, seats, 0).await?;
    let watch = Watch::start(stage.server.pid())?;
    let shown = try_join_all(visits.into_iter().map(Visit::read)).await?;
    let usage = watch.finish()?;
    let (mut added, mut tokens) = (Vec::new(), 0);
    for (number, shown) in shown.iter().enumerate() {
        let Reply { stated, tokens: written, .. } = model.reply(number)?;
        anyhow::ensure!(stated.len() == SENTENCES.len() && shown.len() == stated.len(), "a statement was not shown");
        added.extend(shown.iter().zip(&stated).map(|(shown, stated)| shown.saturating_duration_since(*stated)));
        tokens += written;
    }
    Ok(Answered { added, tokens, usage })
}

struct Silenced {
    /// From an agent's wish to take over until the model was let go.
    let_go: Vec<Duration>,
    /// And to the last statement that a customer was shown.
    shown: Vec<Duration>,
    too_late: usize,
}

async fn silence(stage: &Stage, world: &World, (seats, model): (Vec<Seat>, &Model)) -> anyhow::Result<Silenced> {
    let api = world.founder(stage.server.address).api;
    let agents = world.conversations.iter().map(|[_, agent, _]| api.with_token(&agent.pass));
    // So that no agent has to connect first.
    let agents = each(agents, async |agent| agent.get("/sessions/current").await.map(|_| agent)).await?;
    let visits = visits(stage, seats, REPLIES).await?;
    let interrupted = visits.into_iter().zip(agents).map(|(visit, agent)| visit.interrupt(agent));
    let mut silenced = Silenced { let_go: Vec::new(), shown: Vec::new(), too_late: 0 };
    for (taken, number) in try_join_all(interrupted).await?.into_iter().zip(REPLIES..) {
        let Taken { wanted, last_shown, too_late } = taken;
        let closed = model.reply(number)?.closed.context("the model was never let go")?;
        silenced.let_go.push(closed.saturating_duration_since(wanted));
        silenced.shown.push(last_shown.saturating_duration_since(wanted));
        silenced.too_late += too_late;
    }
    Ok(silenced)
}

async fn visits(stage: &Stage, seats: Vec<Seat>, first: usize) -> anyhow::Result<Vec<Visit>> {
    let numbered = seats.into_iter().zip(first..);
    each(numbered, async |(seat, number)| Visit::open(stage.server.address, seat, number).await).await
}

fn report(mut answered: Answered, mut silenced: Silenced) -> Report {
    let what = |what: &str| format!("ai-stream: {what}");
    let pair = |times: &mut [Duration]| (percentile_ms(times, 0.5), percentile_ms(times, 0.99));
    let (added_p50, added) = pair(&mut answered.added);
    let (let_go_p50, let_go) = pair(&mut silenced.let_go);
    let shown = percentile_ms(&mut silenced.shown, 1.0);
    let token = answered.usage.cpu_us_per(answered.tokens);
    let rows = vec![
        Row::ours(
            what("last token of a statement → shown, p50 / p99"),
            format!("{added_p50:.2} / {added:.2} ms"),
            "p99 ≤ 10 ms",
            Some(added <= ADDED_MAX_MS),
        ),
        Row::ours(what("CPU a token"), format!("{token:.1} µs"), "≤ 60 µs", Some(token <= TOKEN_MAX_US)),
        Row::ours(
            what("a person takes over → model let go, p50 / p99"),
            format!("{let_go_p50:.1} / {let_go:.1} ms"),
            "p99 ≤ 50 ms",
            Some(let_go <= SILENCE_MAX_MS),
        ),
        Row::ours(
            what("shown or said after the customer was told"),
            format!("{} (last shown {shown:.1} ms after the wish)", silenced.too_late),
            "0",
            Some(silenced.too_late == 0),
        ),
    ];
    let note = format!(
        "ai-stream: {REPLIES} replies at the same time, 50 tokens a second each, begun 20 ms apart, {} tokens in all. Baton shows whole statements \
         after their check and no single tokens, so a statement is timed against its last token. The processor time is \
         that of the answers as a whole: question, search, check, storing, telling.",
        answered.tokens
    );
    Report { rows, notes: vec![note], noisy: answered.usage.spoiled() }
}
