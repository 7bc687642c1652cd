//! Everything that is measured of one way to find passages.

use std::{
    path::Path,
    time::{Duration, Instant},
};

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
/// Then what has been indexed so far counts.
const INDEXING_MAX: Duration = Duration::from_secs(45);
/// Of the texts that are indexed.
const SEED: u64 = 3;

pub(super) struct Measured {
    /// By size.
    pub asked: Vec<Pair>,
    pub indexed: Indexed,
    /// For 1,000 passages.
    pub memory_mb: f64,
    pub start: Start,
    pub noisy: Option<String>,
}

pub(super) struct Indexed {
    /// Passages a second.
    pub per_s: f64,
    /// What is to be said about it.
    pub note: Option<String>,
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
    let indexed = index(setting, original.path()).await?;
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
        indexed,
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

/// From the first source's coming in until everything can be found.
async fn index(setting: Setting<'_>, original: &Path) -> anyhow::Result<Indexed> {
    let data = copied(original)?;
    let Stand { server, knowledge, .. } = setting.start(data.path()).await?;
    let by_meaning = setting.by == By::Meaning;
    let documents = documents(if by_meaning { INDEXED_BY_MEANING } else { INDEXED_BY_WORDS }, SEED);
    let count = documents.len();
    let before = knowledge.until_indexed(by_meaning, Instant::now()).await?.found;
    let began = Instant::now();
    knowledge.add(documents).await?;
    let progress = knowledge.until_indexed(by_meaning, began + INDEXING_MAX).await?;
    let took_s = began.elapsed().as_secs_f64();
    server.stop().await?;
    let (by, passages) = (setting.by.name(), progress.found - before);
    eprintln!("  {passages} passages indexed {by}: {took_s:.1} s");
    let note = (!progress.is_done).then(|| {
        format!("answers, {by}: of {count} sources with {PASSAGES} passages each, {passages} were indexed after {took_s:.0} s")
    });
    Ok(Indexed { per_s: passages as f64 / took_s, note })
}
