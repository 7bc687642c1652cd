//! How long a message takes to reach the others in its conversation when the server is not busy.

use std::time::Duration;

use crate::{
    bench::Bench,
    contender::Contender,
    figures::percentile_ms,
    pace::{self, Pace},
    rounds::rounds,
    table::Report,
    tally::Faults,
    usage::{Usage, Watch},
};

const ROUNDS: usize = 3;
const PACE: Pace = Pace { first: 0, every: Duration::from_millis(5), warm_up: 100, messages: 1000 };
const LIMIT_SPREAD_MAX: f64 = 0.4;

struct Run {
    p50: f64,
    p99: f64,
    usage: Usage,
    faults: Faults,
}

impl Run {
    fn cpu_us(&self) -> f64 {
        self.usage.cpu_us_per(PACE.messages.into())
    }
}

pub async fn measure(bench: &Bench) -> Report {
    let mut rounds = rounds(bench, ROUNDS, async |contender| run(bench, contender).await).await;
    let mut report = Report { notes: std::mem::take(&mut rounds.failures), ..Report::default() };
    let faulty = rounds.all().filter(|(_, run)| !run.faults.none());
    report.notes.extend(faulty.map(|(contender, run)| format!("deliver-200, {}: {}.", contender.name(), run.faults)));
    let millis = |value| format!("{value:.2} ms");
    report.rows = vec![
        rounds.medians(|run| run.p50).row("deliver-200: p50", millis, "≤ 1.5 × limit, ≤ Prosody", |_, all| {
            Some(all.over(all.limit)? <= 1.5 && all.over(all.prosody).is_none_or(|ratio| ratio <= 1.0))
        }),
        rounds
            .medians(|run| run.p99)
            .row("deliver-200: p99", millis, "≤ 2 × limit", |_, all| Some(all.over(all.limit)? <= 2.0)),
        rounds.medians(Run::cpu_us).row(
            "deliver-200: CPU a message",
            |value| format!("{value:.0} µs"),
            "",
            |_, _| None,
        ),
    ];
    let spread = rounds.limit_spread(|run| run.p50);
    let uneven = (spread > LIMIT_SPREAD_MAX).then(|| format!("limit's rounds differ by {:.0} %", spread * 100.0));
    report.noisy = rounds.all().find_map(|(_, run)| run.usage.spoiled()).or(uneven);
    report
}

async fn run(bench: &Bench, contender: &Contender) -> anyhow::Result<Run> {
    let stage = bench.stage(contender).await?;
    let seats = bench.seats(contender);
    let [talker, agent, observer] = bench.lines(contender, &stage.server, &seats[0]).await?;
    let watch = Watch::start(stage.server.pid())?;
    let mut delivered = pace::run(talker, [agent, observer], PACE).await?;
    let usage = watch.finish()?;
    let (p50, p99) = (percentile_ms(&mut delivered.times, 0.5), percentile_ms(&mut delivered.times, 0.99));
    Ok(Run { p50, p99, usage, faults: delivered.faults })
}
