//! A thousand agents and ten thousand who wait: how soon the next one is somebody's when an agent resolves a
//! conversation or comes online, and what asking for a person takes then.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use anyhow::Context;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{
    api::Api,
    bench::Bench,
    contender::Contender,
    crowd::{self, Pattern, Size},
    figures::{percentile_ms, whole},
    founder::Founder,
    line::Live,
    queue,
    server::Server,
    table::{Report, Row},
    usage::Watch,
    world::World,
};

const SIZE: Size = Size { busy: 950, away: 50, waiting: 10_000 };
const RESOLVED: usize = 200;
/// So many agents resolve in turn.
const RESOLVING: usize = 20;
const ASKED: usize = 20;
/// What has not been measured within this is not measured.
const RESOLVING_MAX: Duration = Duration::from_secs(8);
const COMING_MAX: Duration = Duration::from_secs(3);
const ASKING_MAX: Duration = Duration::from_secs(2);
const ASSIGNED_MAX_MS: f64 = 50.0;

pub async fn measure(bench: &Bench) -> anyhow::Result<Report> {
    let Some(world) = &bench.world else { return Ok(Report::skipped("assignment")) };
    let baton = &bench.contenders[0];
    let (data, agents) = prepare(baton, world).await?;
    let mut server = Server::start(baton, data.path())?;
    server.ready().await?;
    let founder = world.founder(server.address);
    let order = queue::waiting(&founder, RESOLVED).await?;
    let watch = Watch::start(server.pid())?;
    let (busy, away) = agents.split_at(SIZE.busy as usize);
    let resolved = resolve(&founder, server.address, busy).await?;
    let came = come(&founder, server.address, away).await?;
    let asked = ask(&founder).await?;
    let noisy = watch.finish()?.spoiled();
    server.stop().await?;
    let in_order = resolved.next.iter().zip(&order).filter(|(next, oldest)| next == oldest).count();
    Ok(Report { noisy, ..report(resolved, in_order, (came, asked)) })
}

/// The data with everybody in it, and who the agents are: the busy ones first.
async fn prepare(baton: &Contender, world: &World) -> anyhow::Result<(TempDir, Vec<i64>)> {
    let data = world.copy()?;
    let mut server = Server::start(baton, data.path())?;
    server.ready().await?;
    let founder = world.founder(server.address);
    let (agent, token) = founder.agent("crowd", 1).await?;
    let set = |settings: &mut Value| {
        settings["unanswered"]["action"] = json!("human_handover");
        settings["unanswered"]["handover"]["agents"] = json!([agent]);
    };
    let assistant = founder.assistant(CROWD, set).await?;
    let seats = founder.with_assistant(&assistant, 2).await?;
    for seat in &seats {
        queue::ask(&founder.api, seat).await?;
    }
    let [held, waiting] = [&seats[0].dialog, &seats[1].dialog];
    founder.api.with_token(&token).put(&format!("/dialogs/{held}/claim"), json!({})).await?;
    server.stop().await?;
    let agents = crowd::fill(data.path(), Pattern { assistant: &assistant, agent, held, waiting }, SIZE)?;
    Ok((data, agents))
}

const CROWD: &str = "Crowd";

#[derive(Default)]
struct Resolved {
    /// Until the agent's own socket says that they have the next one.
    times: Vec<Duration>,
    next: Vec<String>,
}

struct Agent {
    id: i64,
    api: Api,
    hears: Live,
    has: String,
}

async fn resolve(founder: &Founder, address: SocketAddr, busy: &[i64]) -> anyhow::Result<Resolved> {
    let mut agents = Vec::with_capacity(RESOLVING);
    for id in busy.iter().take(RESOLVING) {
        let token = founder.token(*id).await?;
        let api = founder.api.with_token(&token);
        let has = queue::held(founder, &api).await?.pop().context("an agent has no conversation")?;
        agents.push(Agent { id: *id, api, hears: Live::sign_in(address, &token).await?, has });
    }
    let (mut resolved, began) = (Resolved::default(), Instant::now());
    while resolved.times.len() < RESOLVED && began.elapsed() < RESOLVING_MAX {
        let agent = &mut agents[resolved.times.len() % RESOLVING];
        let (next, took) = queue::next_of(&agent.api, &mut agent.hears, (agent.id, &agent.has)).await?;
        agent.has.clone_from(&next);
        resolved.times.push(took);
        resolved.next.push(next);
    }
    Ok(resolved)
}

/// Agents connect; what they get is assigned before they are welcome.
async fn come(founder: &Founder, address: SocketAddr, away: &[i64]) -> anyhow::Result<Vec<Duration>> {
    let (mut times, mut open, coming) = (Vec::new(), Vec::new(), Instant::now());
    for id in away {
        if coming.elapsed() > COMING_MAX {
            break;
        }
        let token = founder.token(*id).await?;
        let began = Instant::now();
        open.push(Live::sign_in(address, &token).await?);
        times.push(began.elapsed());
        let has = queue::held(founder, &founder.api.with_token(&token)).await?;
        anyhow::ensure!(has.len() == 1, "an agent who came has {} conversations", has.len());
    }
    Ok(times)
}

/// Customers ask although everybody is busy, and are told their place.
async fn ask(founder: &Founder) -> anyhow::Result<Vec<Duration>> {
    let assistants = founder.api.get(&format!("/apps/{}/assistants", founder.app)).await?;
    let assistants = assistants["items"].as_array().context("a page has items")?;
    let crowd = assistants.iter().find(|assistant| assistant["settings"]["name"] == CROWD);
    let crowd = crowd.and_then(|crowd| crowd["id"].as_str()).context("the crowd's AI Agent is gone")?;
    let (mut times, asking) = (Vec::new(), Instant::now());
    for seat in founder.with_assistant(crowd, ASKED).await? {
        if asking.elapsed() > ASKING_MAX {
            break;
        }
        let began = Instant::now();
        let dialog = queue::ask(&founder.api, &seat).await?;
        times.push(began.elapsed());
        anyhow::ensure!(dialog["control"]["position"].is_i64(), "nobody said at which place: {dialog}");
    }
    Ok(times)
}

fn report(mut resolved: Resolved, in_order: usize, (mut came, mut asked): (Vec<Duration>, Vec<Duration>)) -> Report {
    let row = |what: &str, times: &mut [Duration], aim, met: fn(f64) -> Option<bool>| {
        let (p50, p99) = (percentile_ms(times, 0.5), percentile_ms(times, 0.99));
        Row::ours(format!("assignment: {what}"), format!("{p50:.1} / {p99:.1} ms"), aim, met(p99))
    };
    let judge = |p99: f64| Some(p99 < ASSIGNED_MAX_MS);
    let counts = [resolved.times.len(), came.len(), asked.len()];
    let rows = vec![
        row("resolved → the agent has the next one, p50 / p99", &mut resolved.times, "p99 < 50 ms", judge),
        row("came online → has one, p50 / p99", &mut came, "p99 < 50 ms", judge),
        row("asked, all busy → told the place, p50 / p99", &mut asked, "", |_| None),
        Row::ours(
            "assignment: the oldest first",
            format!("{in_order} of {}", counts[0]),
            "all",
            Some(in_order == counts[0]),
        ),
    ];
    let [resolved, came, asked] = counts;
    let note = format!(
        "assignment: 1,000 agents in the pool, {} of them busy and {} not there, {} who wait. Measured {resolved} times of \
         {RESOLVED}, {came} of {} and {asked} of {ASKED}, as far as there was time.",
        SIZE.busy,
        SIZE.away,
        whole(SIZE.waiting as f64),
        SIZE.away,
    );
    Report { rows, notes: vec![note], noisy: None }
}
