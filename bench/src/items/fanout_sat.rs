//! How many messages a second 50 busy conversations get out of one core.

use std::time::Duration;

use tokio::time::sleep;

use crate::{
    bench::Bench,
    contender::Contender,
    figures::whole,
    load::{Heard, Load},
    rounds::rounds,
    table::Report,
    tally::Faults,
    usage::{Usage, Watch},
};

const ROUNDS: usize = 3;
const WARM_UP: Duration = Duration::from_secs(1);
const MEASURED: Duration = Duration::from_secs(5);
const LIMIT_SPREAD_MAX: f64 = 0.4;

struct Run {
    messages: u64,
    usage: Usage,
    faults: Faults,
}

impl Run {
    fn rate(&self) -> f64 {
        self.messages as f64 / self.usage.wall.as_secs_f64()
    }

    fn cpu_us(&self) -> f64 {
        self.usage.cpu_us_per(self.messages)
    }
}

pub async fn measure(bench: &Bench) -> Report {
    let mut rounds = rounds(bench, ROUNDS, async |contender| run(bench, contender).await).await;
    let mut report = Report { notes: std::mem::take(&mut rounds.failures), ..Report::default() };
    let mut clean = true;
    for (contender, run) in rounds.all().filter(|(_, run)| !run.faults.none()) {
        clean &= !matches!(contender, Contender::Baton(_));
        report.notes.push(format!("fanout-sat, {}: {}.", contender.name(), run.faults));
    }
    let aim = "≥ 0.45 × limit, ≥ 3 × ejabberd, ≥ 15 × Prosody, none lost, doubled or out of order";
    report.rows.push(rounds.medians(Run::rate).row("fanout-sat: msg/s on one core", whole, aim, |_, all| {
        let beats = |other, times| all.over(other).is_none_or(|ratio| ratio >= times);
        Some(clean && all.over(all.limit)? >= 0.45 && beats(all.ejabberd, 3.0) && beats(all.prosody, 15.0))
    }));
    let micros = |value| format!("{value:.1} µs");
    report.rows.push(
        rounds
            .medians(Run::cpu_us)
            .row("fanout-sat: CPU a message", micros, "≤ 90 µs", |ours, _| Some(ours <= 90.0)),
    );
    let spread = rounds.limit_spread(Run::rate);
    let uneven = (spread > LIMIT_SPREAD_MAX).then(|| format!("limit's rounds differ by {:.0} %", spread * 100.0));
    report.noisy = rounds.all().find_map(|(_, run)| run.usage.spoiled()).or(uneven);
    report
}

async fn run(bench: &Bench, contender: &Contender) -> anyhow::Result<Run> {
    let stage = bench.stage(contender).await?;
    let load = Load::start(bench.all_lines(contender, &stage.server).await?);
    sleep(WARM_UP).await;
    let (watch, before) = (Watch::start(stage.server.pid())?, load.back());
    sleep(MEASURED).await;
    let (messages, usage) = (load.back() - before, watch.finish()?);
    let faults = load.finish().await.iter().map(Heard::faults).sum();
    Ok(Run { messages, usage, faults })
}
