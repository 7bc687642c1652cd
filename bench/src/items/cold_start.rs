//! From starting the process to the first message delivered to an authenticated socket, with next to
//! nothing in the database and with very much.

use anyhow::Context;

use crate::{
    bench::Bench,
    contender::Contender,
    figures::median,
    filler,
    line::Line,
    rounds::rounds,
    start::until_first_message,
    table::{Report, Row},
    world::World,
};

const ROUNDS: usize = 3;
const STARTS: u32 = 5;

pub async fn measure(bench: &Bench) -> anyhow::Result<Report> {
    let mut empty = rounds(bench, ROUNDS, async |contender| start_empty(bench, contender).await).await;
    let millis = |value| format!("{value:.0} ms");
    let medians = empty.medians(|value| *value);
    let mut report = Report { notes: std::mem::take(&mut empty.failures), ..Report::default() };
    report.rows.push(medians.row("cold-start: empty", millis, "≤ 110 ms, ≤ 0.6 × Prosody", |ours, all| {
        Some(ours <= 110.0 && all.over(all.prosody).is_none_or(|ratio| ratio <= 0.6))
    }));
    if let (Some(world), Some(ours)) = (&bench.world, medians.ours) {
        let large = start_large(bench, world).await?;
        let what = format!("cold-start: {} messages", crate::figures::whole(bench.messages.into()));
        report.rows.push(Row::ours(what, millis(large), "≤ 2 × empty", Some(large <= 2.0 * ours)));
    }
    Ok(report)
}

async fn start_empty(bench: &Bench, contender: &Contender) -> anyhow::Result<f64> {
    let data = bench.data(contender)?;
    let seats = bench.seats(contender);
    let [seat, ..] = seats.first().context("there is no conversation")?;
    let (server, took) = until_first_message(contender, data.path(), seat, 0).await?;
    server.stop().await?;
    Ok(took.as_secs_f64() * 1000.0)
}

/// The median of several starts on the same data.
async fn start_large(bench: &Bench, world: &World) -> anyhow::Result<f64> {
    let baton = bench.contenders.first().context("Baton is not there")?;
    let data = world.copy()?;
    let seats: Vec<_> = world.conversations.iter().map(|[customer, ..]| customer.clone()).collect();
    let mut server = crate::server::Server::start(baton, data.path())?;
    server.ready().await?;
    for seat in &seats {
        let mut line = Line::open(baton, server.address, seat).await?;
        line.say(0).await?;
        line.hear().await?;
    }
    server.stop().await?;
    filler::fill(data.path(), &seats, bench.messages)?;
    let mut times = Vec::new();
    for number in 1..=STARTS {
        let (server, took) = until_first_message(baton, data.path(), &seats[0], number).await?;
        server.stop().await?;
        times.push(took.as_secs_f64() * 1000.0);
    }
    median(times).context("nothing was started")
}
