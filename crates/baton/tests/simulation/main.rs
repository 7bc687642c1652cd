//! What if things come late, twice, or not at all? The real program on a virtual clock, driven by chance:
//! workers are lost, answers come doubled and late, agents vanish, customers write in bursts, the program
//! is started again. After every step the eight nevers are looked for in what is stored.
//!
//! BATON_SIMULATION_SEEDS=500 tries more; a failure says its seed, and BATON_SIMULATION_SEED=17 tries that one.
#![allow(clippy::unwrap_used, reason = "these are tests")]

#[path = "../place/database.rs"]
mod database;
#[path = "../desk/reader.rs"]
mod reader;

mod nevers;
mod planted;
mod steps;
mod stories;
mod world;

use std::{
    sync::atomic::{AtomicU64, Ordering},
    thread,
};

use nevers::Nevers;
use world::World;

const SEEDS: u64 = 20;
/// Of two nodes on one PostgreSQL, which take ten times as long.
const SEEDS_OF_TWO: u64 = 4;
const STEPS: usize = 150;

#[test]
fn nothing_that_must_never_happen_happens() {
    try_seeds(SEEDS, async |seed| simulate(World::open(seed).await).await);
}

/// What two nodes do at the same time is not in the seed; that nothing forbidden comes of it is looked at all the same.
#[test]
fn nor_where_two_nodes_race() {
    try_seeds(SEEDS_OF_TWO, async |seed| simulate(World::open_with_two_nodes(seed).await).await);
}

fn try_seeds(usual: u64, simulate: impl AsyncFn(u64) + Sync) {
    let (first, last) = match (setting("BATON_SIMULATION_SEED"), setting("BATON_SIMULATION_SEEDS")) {
        (Some(seed), _) => (seed, seed),
        (None, count) => (1, count.unwrap_or(usual)),
    };
    let next = AtomicU64::new(first);
    thread::scope(|threads| {
        for _ in 0..thread::available_parallelism().unwrap().get() {
            threads.spawn(|| {
                let seeds = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|seed| *seed <= last);
                while let Some(seed) = seeds() {
                    let _told = Told { seed };
                    alone(simulate(seed));
                }
            });
        }
    });
}

/// On one thread, so that chance is all in the seed.
fn alone(story: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(story);
}

async fn simulate(mut world: World) {
    let mut nevers = Nevers::begin(&world).await;
    for _ in 0..STEPS {
        let did = steps::step(&mut world).await;
        nevers.look(&world, &did).await;
    }
    stories::everything_goes_on_by_itself(&mut world, &mut nevers).await;
    stories::nobody_is_forgotten(&mut world, &mut nevers).await;
    stories::the_records_tell_it_all(&world, &nevers).await;
}

#[allow(clippy::disallowed_methods, reason = "how long to try is for who runs it to say")]
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|value| value.parse().unwrap())
}

/// Says which seed it was when a test fails.
struct Told {
    seed: u64,
}

impl Drop for Told {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("try it again with BATON_SIMULATION_SEED={}", self.seed);
        }
    }
}
