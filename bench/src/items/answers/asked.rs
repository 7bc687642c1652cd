//! The same questions, asked of two servers in turn.

use std::time::{Duration, Instant};

use anyhow::ensure;

use super::{By, Pair, stand::Stand};
use crate::{
    figures::percentile_ms,
    prose::Prose,
    usage::{Usage, Watch},
};

const QUESTIONS: usize = 200;
const WARM_UP: usize = 5;
/// Of the questions, which are the same at every size.
const SEED: u64 = 2;

/// One server's answers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub p50_ms: f64,
    pub p99_ms: f64,
    /// Processor time of the server for one question.
    pub cpu_ms: f64,
}

/// The figures, and why they cannot be trusted, if they cannot.
pub(super) async fn ask_both(ours: &Stand, baseline: &Stand, by: By) -> anyhow::Result<(Pair, Option<String>)> {
    let mut prose = Prose::new(SEED);
    for _ in 0..WARM_UP {
        let question = prose.question();
        ask(baseline, &question, by).await?;
        ask(ours, &question, by).await?;
    }
    let (our_watch, their_watch) = (Watch::start(ours.server.pid())?, Watch::start(baseline.server.pid())?);
    let (mut our_times, mut their_times) = (Vec::new(), Vec::new());
    for _ in 0..QUESTIONS {
        let question = prose.question();
        their_times.push(ask(baseline, &question, by).await?);
        our_times.push(ask(ours, &question, by).await?);
    }
    let (our_usage, their_usage) = (our_watch.finish()?, their_watch.finish()?);
    let pair =
        Pair { ours: Asked::of(&mut our_times, &our_usage), baseline: Asked::of(&mut their_times, &their_usage) };
    Ok((pair, our_usage.spoiled()))
}

async fn ask(stand: &Stand, question: &str, by: By) -> anyhow::Result<Duration> {
    let began = Instant::now();
    let verdict = stand.knowledge.ask(question).await?;
    let took = began.elapsed();
    // Anything else was not the work that is to be measured.
    ensure!(verdict["by_meaning"] == (by == By::Meaning), "{question} was not answered {}: {verdict}", by.name());
    Ok(took)
}

impl Asked {
    fn of(times: &mut [Duration], usage: &Usage) -> Self {
        Self {
            p50_ms: percentile_ms(times, 0.5),
            p99_ms: percentile_ms(times, 0.99),
            cpu_ms: usage.cpu_us_per(times.len() as u64) / 1000.0,
        }
    }
}
