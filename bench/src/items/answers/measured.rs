//! Everything that is measured of one way to find passages.

use std::{path::Path, time::Instant};

use anyhow::Context;

use super::{
    By, Pair,
    asked::ask_both,
    stand::{Setting, Stand, Start, documents},
};
use crate::{process::pss_kib, shelves::PASSAGES, world::copied};

pub(super) const SIZES: [u32; 3] = [1_000, START_SIZE, LARGEST];
/// Where starts are measured.
pub(super) const START_SIZE: u32 = 10_000;
/// Where memory is measured.
pub(super) const LARGEST: u32 = 100_000;
const STARTS: usize = 3;
/// Sources of ten passages that are indexed: encoding takes longer.
const INDEXED_BY_WORDS: usize = 300;
const INDEXED_BY_MEANING: usize = 30;
/// Of the texts that are indexed.
const SEED: u64 = 3;

pub(super) struct Measured {
    /// By size.
    pub asked: Vec<Pair>,
    pub indexed_per_s: f64,
    /// For 1,000 passages.
    pub memory_mb: f64,
    pub start: Start,
    pub noisy: Option<String>,
}

/// With so many passages.
struct Sized {
    asked: Pair,
    memory_mb: f64,
    start: Start,
    noisy: Option<String>,
}

pub(super) async fn measure(setting: Setting<'_>) -> anyhow::Result<Measured> {
    let original = setting.original().await?;
    let indexed_per_s = index(setting, original.path()).await?;
    // Only so that no job waits in it either.
    let small = setting.filled(original.path(), PASSAGES)?;
    let mut sized = Vec::with_capacity(SIZES.len());
    for size in SIZES {
        let began = Instant::now();
        sized.push(at(setting, original.path(), small.path(), size).await?);
        eprintln!("  {size} passages {}: {:.1} s", setting.by.name(), began.elapsed().as_secs_f64());
    }
    let of = |size| SIZES.iter().position(|known| *known == size).context("that size is not measured");
    Ok(Measured {
        indexed_per_s,
        memory_mb: sized[of(LARGEST)?].memory_mb,
        start: sized[of(START_SIZE)?].start,
        noisy: sized.iter().find_map(|sized| sized.noisy.clone()),
        asked: sized.into_iter().map(|sized| sized.asked).collect(),
    })
}

async fn at(setting: Setting<'_>, original: &Path, small: &Path, size: u32) -> anyhow::Result<Sized> {
    let began = Instant::now();
    let data = setting.filled(original, size)?;
    eprintln!("  {size} passages filled in: {:.1} s", began.elapsed().as_secs_f64());
    let mut starts = if size == START_SIZE { start_often(setting, data.path()).await? } else { Vec::new() };
    let baseline = setting.start(small).await?;
    let ours = setting.start(data.path()).await?;
    // Both run, so that what they share is divided in the same way.
    let kib = pss_kib(ours.server.pid())?.saturating_sub(pss_kib(baseline.server.pid())?);
    let memory_mb = kib as f64 * 1024.0 / 1e6 / f64::from(size - PASSAGES) * 1000.0;
    let (asked, noisy) = ask_both(&ours, &baseline, setting.by).await?;
    starts.push(ours.start);
    ours.server.stop().await?;
    baseline.server.stop().await?;
    Ok(Sized { asked, memory_mb, start: Start::middle(&starts), noisy })
}

/// Besides the one that stays.
async fn start_often(setting: Setting<'_>, data: &Path) -> anyhow::Result<Vec<Start>> {
    let mut starts = Vec::with_capacity(STARTS);
    for _ in 1..STARTS {
        let Stand { server, start, .. } = setting.start(data).await?;
        server.stop().await?;
        starts.push(start);
    }
    Ok(starts)
}

/// Passages a second, from the first source's coming in until everything can be found.
async fn index(setting: Setting<'_>, original: &Path) -> anyhow::Result<f64> {
    let data = copied(original)?;
    let Stand { server, knowledge, .. } = setting.start(data.path()).await?;
    let by_meaning = setting.by == By::Meaning;
    let documents = documents(if by_meaning { INDEXED_BY_MEANING } else { INDEXED_BY_WORDS }, SEED);
    let before = knowledge.until_indexed(by_meaning).await?;
    let began = Instant::now();
    knowledge.add(documents).await?;
    let passages = knowledge.until_indexed(by_meaning).await? - before;
    let took = began.elapsed();
    server.stop().await?;
    eprintln!("  {passages} passages indexed {}: {:.1} s", setting.by.name(), took.as_secs_f64());
    Ok(passages as f64 / took.as_secs_f64())
}
