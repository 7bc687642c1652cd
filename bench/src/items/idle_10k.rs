//! What an open socket costs that says nothing: memory, and processor time for its heartbeats.

use std::time::Duration;

use anyhow::Context;
use tokio::{task::JoinSet, time::sleep};

use crate::{
    bench::Bench, contender::Contender, line::Line, process::pss_kib, rounds::rounds, server::Server, table::Report,
    usage::Watch,
};

const OURS: usize = 10_000;
const PEERS: usize = 2_000;
const AT_ONCE: usize = 64;
const SETTLE: Duration = Duration::from_secs(1);
const PEERS_IDLE: Duration = Duration::from_secs(5);
/// Baton's heartbeat comes every 30 s; each socket has one within this.
const HEARTBEAT: Duration = Duration::from_secs(30);

struct Run {
    kib_per_socket: f64,
    cpu_percent: f64,
}

pub async fn measure(bench: &Bench) -> Report {
    let mut rounds = rounds(bench, 1, async |contender| run(bench, contender).await).await;
    let kib = |value| format!("{value:.1} KiB");
    let percent = |value| format!("{value:.2} %");
    let aim = "≤ 2 × limit, ≤ 0.6 × Prosody, ≤ 0.35 × ejabberd";
    let rows = vec![
        rounds.medians(|run| run.kib_per_socket).row("idle-10k: memory a socket", kib, aim, |_, all| {
            let below = |other, times| all.over(other).is_none_or(|ratio| ratio <= times);
            Some(all.over(all.limit)? <= 2.0 && below(all.prosody, 0.6) && below(all.ejabberd, 0.35))
        }),
        rounds
            .medians(|run| run.cpu_percent)
            .row("idle-10k: of a core", percent, "≤ 2 %", |ours, _| Some(ours <= 2.0)),
    ];
    let mut notes = std::mem::take(&mut rounds.failures);
    notes.push(format!("idle-10k: peers with {PEERS} sockets; Baton over one heartbeat, the others without any."));
    Report { rows, notes, noisy: None }
}

async fn run(bench: &Bench, contender: &Contender) -> anyhow::Result<Run> {
    let stage = bench.stage(contender).await?;
    let (sockets, idle) = match contender {
        Contender::Baton(_) => (OURS, HEARTBEAT),
        Contender::Limit => (OURS, PEERS_IDLE),
        Contender::Ejabberd | Contender::Prosody => (PEERS, PEERS_IDLE),
    };
    let passes = passes(bench, contender, &stage.server, sockets).await?;
    sleep(SETTLE).await;
    let before = pss_kib(stage.server.pid())?;
    let open = connect(contender, &stage.server, passes).await?;
    sleep(SETTLE).await;
    let watch = Watch::start(stage.server.pid())?;
    sleep(idle).await;
    let usage = watch.finish()?;
    let after = pss_kib(stage.server.pid())?;
    anyhow::ensure!(open.len() == sockets, "sockets were closed");
    Ok(Run {
        kib_per_socket: after.saturating_sub(before) as f64 / sockets as f64,
        cpu_percent: usage.server_cpu.as_secs_f64() / usage.wall.as_secs_f64() * 100.0,
    })
}

/// A customer of their own for each socket, in no conversation yet.
async fn passes(bench: &Bench, contender: &Contender, server: &Server, count: usize) -> anyhow::Result<Vec<String>> {
    match (contender, &bench.world) {
        (Contender::Baton(_), Some(world)) => {
            let visitors = world.founder(server.address).visitors(count).await?;
            Ok(visitors.into_iter().map(|visitor| visitor.token).collect())
        }
        (Contender::Baton(_) | Contender::Limit | Contender::Ejabberd | Contender::Prosody, _) => {
            Ok((0..count).map(|place| format!("{place}-idle")).collect())
        }
    }
}

/// Each socket is listened to, so that heartbeats are answered.
async fn connect(contender: &Contender, server: &Server, passes: Vec<String>) -> anyhow::Result<JoinSet<()>> {
    let mut open = JoinSet::new();
    for some in passes.chunks(AT_ONCE) {
        let lines: JoinSet<_> =
            some.iter().map(|pass| enter(contender.clone(), server.address, pass.clone())).collect();
        for line in lines.join_all().await {
            let mut line = line.context("cannot open so many sockets")?;
            open.spawn(async move { while line.hear().await.is_ok() {} });
        }
    }
    Ok(open)
}

async fn enter(contender: Contender, address: std::net::SocketAddr, pass: String) -> anyhow::Result<Line> {
    Line::sign_in(&contender, address, &pass).await
}
