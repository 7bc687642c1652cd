//! Two thousand customers lose their connections at once and come back at once, each to hear what was said meanwhile:
//! how long until all have it, whether it is all there, and how long others wait for their messages while it happens.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use anyhow::Context;
use futures_util::future::try_join_all;
use tokio::{task::JoinSet, time::timeout};

use crate::{
    bench::{Bench, Stage},
    bystander::Bystander,
    contender::Contender,
    figures::percentile_ms,
    founder::{Founder, Visitor, each},
    line::{BODY, Live},
    pace::{Delivered, Pace},
    table::{Report, Row},
    tally::{Faults, Tally},
    usage::Watch,
    world::World,
};

const CUSTOMERS: usize = 2_000;
/// Each talks to as many of the customers.
const SPEAKERS: usize = 20;
const MISSED: u32 = 20;
/// What one speaker says before it has come back.
const IN_FLIGHT: usize = 16;
/// Two seconds: as long as it may take.
const PACE: Pace = Pace { first: 0, every: Duration::from_millis(5), warm_up: 0, messages: 400 };
const PATIENCE: Duration = Duration::from_secs(20);

const BACK_MAX_S: f64 = 2.0;
const OTHERS_MAX: f64 = 3.0;

pub async fn measure(bench: &Bench) -> anyhow::Result<Report> {
    let Some(world) = &bench.world else { return Ok(Report::skipped("reconnect-storm")) };
    run(bench, world).await
}

/// Somebody who comes back.
struct Customer {
    token: String,
    dialog: String,
}

struct Back {
    /// Since the cut, in order.
    times: Vec<Duration>,
    faults: Faults,
}

async fn run(bench: &Bench, world: &World) -> anyhow::Result<Report> {
    let baton = &bench.contenders[0];
    let stage = bench.stage(baton).await?;
    let address = stage.server.address;
    let customers = customers(&world.founder(address)).await?;
    let (customers, before) = said_meanwhile(address, customers).await?;
    let connect = async |customer: &Customer| Live::sign_in(address, &customer.token).await;
    let open = each(&customers, connect).await?;
    let calm = Bystander::start(baton, address, &world.conversations[0], PACE).finish().await?;
    let (watch, busy) = (Watch::start(stage.server.pid())?, beside(baton, &stage, world));
    let began = Instant::now();
    drop(open);
    let back = timeout(PATIENCE, come_back(address, customers, (before, began))).await;
    let usage = watch.finish()?;
    let busy = busy.finish().await?;
    let mut report = report(back.context("not everybody came back")??, calm, busy);
    report.notes.push(format!(
        "reconnect-storm: {:.2} ms of the server's processor a customer; the others' messages: 200 a second for 2 s.",
        usage.cpu_us_per(CUSTOMERS as u64) / 1000.0
    ));
    report.noisy = usage.spoiled();
    Ok(report)
}

fn beside(baton: &Contender, stage: &Stage, world: &World) -> Bystander {
    Bystander::start(baton, stage.server.address, &world.conversations[1], PACE)
}

/// Who talks to whom: a token, and the customers.
type Talks = Vec<(String, Vec<Customer>)>;

async fn customers(founder: &Founder) -> anyhow::Result<Talks> {
    let visitors = founder.visitors(CUSTOMERS).await?;
    let mut talks = Vec::with_capacity(SPEAKERS);
    for (place, some) in visitors.chunks(CUSTOMERS / SPEAKERS).enumerate() {
        let (speaker, token) = founder.customer(&format!("speaker{place}")).await?;
        let with = async |visitor: &Visitor| {
            let dialog = founder.dialog([speaker, visitor.id]).await?;
            Ok(Customer { token: visitor.token.clone(), dialog })
        };
        talks.push((token, each(some, with).await?));
    }
    Ok(talks)
}

/// Says what the customers miss; they were last there at this event's number.
async fn said_meanwhile(address: SocketAddr, talks: Talks) -> anyhow::Result<(Vec<Customer>, i64)> {
    let mut speakers = Vec::with_capacity(SPEAKERS);
    for (token, _) in &talks {
        speakers.push(Live::sign_in(address, token).await?);
    }
    let before = speakers.iter().map(|live| live.newest).max().context("nobody speaks")?;
    try_join_all(speakers.iter_mut().zip(&talks).map(|(live, (_, customers))| speak(live, customers))).await?;
    Ok((talks.into_iter().flat_map(|(_, customers)| customers).collect(), before))
}

async fn speak(live: &mut Live, customers: &[Customer]) -> anyhow::Result<()> {
    let mut in_flight = 0;
    for number in 0..MISSED {
        for Customer { dialog, .. } in customers {
            live.say_in(dialog, number, BODY).await?;
            in_flight += 1;
            if in_flight == IN_FLIGHT {
                live.hear().await?;
                in_flight -= 1;
            }
        }
    }
    for _ in 0..in_flight {
        live.hear().await?;
    }
    Ok(())
}

async fn come_back(
    address: SocketAddr,
    customers: Vec<Customer>,
    (before, began): (i64, Instant),
) -> anyhow::Result<Back> {
    let returns = customers.into_iter().map(|customer| catch_up(address, customer, (before, began)));
    let returns: JoinSet<_> = returns.collect();
    let mut back = Back { times: Vec::with_capacity(CUSTOMERS), faults: Faults::default() };
    for returned in returns.join_all().await {
        let (took, tally) = returned?;
        back.times.push(took);
        back.faults += tally.faults(MISSED);
    }
    Ok(back)
}

async fn catch_up(
    address: SocketAddr,
    customer: Customer,
    (before, began): (i64, Instant),
) -> anyhow::Result<(Duration, Tally)> {
    let mut live = Live::resume(address, &customer.token, before).await?;
    let (tally, at) = live.hear_all(MISSED).await?;
    Ok((at.duration_since(began), tally))
}

fn report(mut back: Back, mut calm: Delivered, mut busy: Delivered) -> Report {
    let all_s = percentile_ms(&mut back.times, 1.0) / 1000.0;
    let half_s = percentile_ms(&mut back.times, 0.5) / 1000.0;
    let (before, during) = (percentile_ms(&mut calm.times, 0.99), percentile_ms(&mut busy.times, 0.99));
    let what = |what: &str| format!("reconnect-storm: {what}");
    let is_whole = back.faults.none() && back.times.len() == CUSTOMERS;
    let others_are_whole = calm.faults.none() && busy.faults.none();
    let others = format!("{during:.2} ms (before: {before:.2} ms)");
    let rows = vec![
        Row::ours(
            what("2,000 back, with 20 messages each"),
            format!("{all_s:.2} s (half of them: {half_s:.2} s)"),
            "≤ 2 s",
            Some(all_s <= BACK_MAX_S),
        ),
        Row::ours(what("what they missed"), back.faults.to_string(), "0 lost, 0 doubled", Some(is_whole)),
        Row {
            ratio: format!("{:.2}", during / before),
            ..Row::ours(
                what("others' p99 meanwhile"),
                others,
                "≤ 3 × before, none lost",
                Some(during <= OTHERS_MAX * before && others_are_whole),
            )
        },
    ];
    Report { rows, ..Report::default() }
}
