//! One conversation at a fixed pace, whether or not the server keeps up; how long each message takes to
//! reach those who listen.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use tokio::{
    task::JoinSet,
    time::{MissedTickBehavior, interval, timeout},
};

use crate::{
    line::Line,
    tally::{Faults, Tally},
};

const SILENCE: Duration = Duration::from_secs(3);

/// How many messages, how far apart. The first ones warm up and are not timed.
#[derive(Clone, Copy)]
pub struct Pace {
    /// The number of the first message.
    pub first: u32,
    pub every: Duration,
    pub warm_up: u32,
    pub messages: u32,
}

pub struct Delivered {
    pub times: Vec<Duration>,
    pub faults: Faults,
}

type Said = Arc<Mutex<Vec<Instant>>>;

pub async fn run<const LISTENERS: usize>(
    talker: Line,
    listeners: [Line; LISTENERS],
    pace: Pace,
) -> anyhow::Result<Delivered> {
    let said = Said::default();
    let listeners: JoinSet<(Tally, Vec<Duration>)> =
        listeners.map(|line| listen(line, pace, said.clone())).into_iter().collect();
    let own = talk(talker, pace, &said).await?;
    let mut delivered = Delivered { times: Vec::new(), faults: own.faults(pace.messages) };
    for (tally, times) in listeners.join_all().await {
        delivered.faults += tally.faults(pace.messages);
        delivered.times.extend(times);
    }
    Ok(delivered)
}

async fn talk(mut line: Line, pace: Pace, said: &Said) -> anyhow::Result<Tally> {
    let (mut sent, mut own) = (0, Tally::default());
    let mut ticks = interval(pace.every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
    while sent < pace.messages {
        tokio::select! {
            _ = ticks.tick() => {
                said.lock().unwrap_or_else(PoisonError::into_inner).push(Instant::now());
                line.say(pace.first + sent).await?;
                sent += 1;
            }
            number = line.hear() => own.hear(number?.saturating_sub(pace.first)),
        }
    }
    while own.next() < sent {
        match timeout(SILENCE, line.hear()).await {
            Ok(number) => own.hear(number?.saturating_sub(pace.first)),
            Err(_) => break,
        }
    }
    Ok(own)
}

async fn listen(mut line: Line, pace: Pace, said: Said) -> (Tally, Vec<Duration>) {
    let (mut heard, mut times) = (Tally::default(), Vec::new());
    while heard.next() < pace.messages {
        let Ok(Ok(number)) = timeout(SILENCE, line.hear()).await else { break };
        let number = number.saturating_sub(pace.first);
        heard.hear(number);
        let since = said.lock().unwrap_or_else(PoisonError::into_inner).get(number as usize).map(Instant::elapsed);
        times.extend(since.filter(|_| number >= pace.warm_up));
    }
    (heard, times)
}
