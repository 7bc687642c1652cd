//! In each of 50 rooms one member stops reading: how long the others wait for their messages, how much memory the server
//! spends on those who do not read, and whether they have missed anything when they read again.

use std::time::{Duration, Instant};

use anyhow::Context;
use futures_util::future::try_join_all;
use tokio::{
    task::{JoinHandle, JoinSet},
    time::sleep,
};

use crate::{
    bench::Bench,
    contender::Contender,
    figures::percentile_ms,
    line::{Line, Live, Seat},
    pace::{self, Pace},
    process::pss_kib,
    table::{Report, Row},
    tally::{Faults, Tally},
    usage::Watch,
    world::CONVERSATIONS,
};

/// What comes first, so that the connections of those who do not read are full, and the server's queues for them too.
const FLOOD: u32 = 400;
const FLOOD_TEXT: usize = 2048;
const IN_FLIGHT: u32 = 4;
/// Rooms talk one after the other: 200 messages a second in all.
const BETWEEN_ROOMS: Duration = Duration::from_millis(5);
const PACE: Pace = Pace { first: FLOOD, every: Duration::from_millis(250), warm_up: 0, messages: 20 };

const OTHERS_MAX: f64 = 1.5;
const MEMORY_MAX_KIB: f64 = 1024.0;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Third {
    Reads,
    Stalls,
}

/// One measurement with third members who read, or do not.
struct Run {
    others_p99: f64,
    /// Of the two who read.
    faults: Faults,
    kib_per_room: f64,
    /// What the third members heard of everything in the end.
    third: Faults,
    /// From when they may read again until they have it all.
    caught_up: Duration,
    noisy: Option<String>,
}

pub async fn measure(bench: &Bench) -> anyhow::Result<Report> {
    if bench.world.is_none() {
        return Ok(Report::skipped("slow-reader"));
    }
    let reading = run(bench, Third::Reads).await?;
    let stalled = run(bench, Third::Stalls).await?;
    Ok(report(&reading, stalled))
}

async fn run(bench: &Bench, third: Third) -> anyhow::Result<Run> {
    let baton = &bench.contenders[0];
    let stage = bench.stage(baton).await?;
    let (mut rooms, mut thirds) = (Vec::new(), Vec::new());
    for [customer, agent, observer] in bench.seats(baton) {
        rooms.push(Room::open(baton, stage.server.address, [customer, agent]).await?);
        thirds.push(Live::open_narrow(stage.server.address, &observer).await?);
    }
    let before = pss_kib(stage.server.pid())?;
    let (reading, stalled) = match third {
        Third::Reads => (read(thirds), Vec::new()),
        Third::Stalls => (Vec::new(), thirds),
    };
    try_join_all(rooms.iter_mut().map(Room::flood)).await?;
    let watch = Watch::start(stage.server.pid())?;
    let (mut times, mut faults) = (Vec::new(), Faults::default());
    let talks: JoinSet<_> = rooms.into_iter().zip(0..).map(|(room, place)| room.talk(place)).collect();
    for delivered in talks.join_all().await {
        let delivered = delivered?;
        times.extend(delivered.times);
        faults += delivered.faults;
    }
    let noisy = watch.finish()?.spoiled();
    let kib = pss_kib(stage.server.pid())?.saturating_sub(before) as f64;
    let began = Instant::now();
    let mut third = Faults::default();
    for heard in reading.into_iter().chain(read(stalled)) {
        third += heard.await??.faults(FLOOD + PACE.messages);
    }
    Ok(Run {
        others_p99: percentile_ms(&mut times, 0.99),
        faults,
        kib_per_room: kib / CONVERSATIONS as f64,
        third,
        caught_up: began.elapsed(),
        noisy,
    })
}

/// The two who read.
struct Room {
    dialog: String,
    talker: Live,
    agent: Line,
}

impl Room {
    async fn open(
        baton: &Contender,
        address: std::net::SocketAddr,
        [customer, agent]: [Seat; 2],
    ) -> anyhow::Result<Self> {
        let (talker, agent) = (Live::open(address, &customer).await?, Line::open(baton, address, &agent).await?);
        Ok(Self { dialog: customer.dialog, talker, agent })
    }

    async fn flood(&mut self) -> anyhow::Result<()> {
        let text = "x".repeat(FLOOD_TEXT);
        let Self { dialog, talker, agent } = self;
        let talking = async {
            let mut sent = 0;
            for back in 0..FLOOD {
                while sent < FLOOD && sent < back + IN_FLIGHT {
                    talker.say_in(dialog, sent, &text).await?;
                    sent += 1;
                }
                talker.hear().await?;
            }
            anyhow::Ok(())
        };
        let listening = async {
            while agent.hear().await? < FLOOD - 1 {}
            anyhow::Ok(())
        };
        tokio::try_join!(talking, listening).map(drop)
    }

    async fn talk(self, place: u32) -> anyhow::Result<pace::Delivered> {
        sleep(BETWEEN_ROOMS * place).await;
        pace::run(Line::Live(Box::new(self.talker)), [self.agent], PACE).await.context("a room fell silent")
    }
}

/// Lets them hear everything that was ever said.
fn read(thirds: Vec<Live>) -> Vec<JoinHandle<anyhow::Result<Tally>>> {
    let read = |mut live: Live| async move { Ok(live.hear_all(FLOOD + PACE.messages).await?.0) };
    thirds.into_iter().map(|live| tokio::spawn(read(live))).collect()
}

fn report(reading: &Run, stalled: Run) -> Report {
    let what = |what: &str| format!("slow-reader: {what}");
    let (with, without) = (stalled.others_p99, reading.others_p99);
    let is_met = with <= OTHERS_MAX * without && stalled.faults.none();
    let others = Row::ours(
        what("others' p99"),
        format!("{with:.2} ms (all read: {without:.2} ms)"),
        "≤ 1.5 × all read, none lost",
        Some(is_met),
    );
    let (grown, usual) = (stalled.kib_per_room, reading.kib_per_room);
    let kib = grown - usual;
    let rows = vec![
        Row { ratio: format!("{:.2}", with / without), ..others },
        Row::ours(
            what("memory for each who does not read"),
            format!("{kib:.0} KiB ({grown:.0} a room, all read: {usual:.0})"),
            "≤ 1 MiB",
            Some(kib <= MEMORY_MAX_KIB),
        ),
        Row::ours(
            what("what they have once they read again"),
            format!("{}, after {:.1} s", stalled.third, stalled.caught_up.as_secs_f64()),
            "0 lost, 0 doubled, in order",
            Some(stalled.third.none()),
        ),
    ];
    let mut notes = vec![format!(
        "slow-reader: {FLOOD} messages of {} KiB in each of 50 rooms first, which fill the connections of those who do \
         not read; then 200 messages a second. Memory is what the server grew by, divided by the rooms, less what it \
         grew by when all read. Baton tells nobody to resume: what did not fit is read from the database once they read.",
        FLOOD_TEXT / 1024
    )];
    let faulty = [("all read", reading.faults), ("all read, third", reading.third), ("one stalls", stalled.faults)];
    let faulty = faulty.into_iter().filter(|(_, faults)| !faults.none());
    notes.extend(faulty.map(|(name, faults)| format!("slow-reader, {name}: {faults}.")));
    Report { rows, notes, noisy: reading.noisy.clone().or(stalled.noisy) }
}
