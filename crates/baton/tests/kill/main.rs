//! What if the program is killed? The real one, by SIGKILL, again and again, while customers ask known and
//! unknown questions and press for a person. Afterwards everything must go on by itself, once each.
#![allow(clippy::unwrap_used, reason = "these are tests")]

#[path = "../place/database.rs"]
mod database;

mod crowd;
mod line;
mod outcome;
mod program;
mod shop;

use database::Database;
use program::Program;
use rand::{RngExt, SeedableRng, rngs::StdRng};

const KILLS: usize = 6;
/// Calls between two kills.
const CALLS: std::ops::Range<usize> = 8..40;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_kills_at_any_point_everything_goes_on_by_itself_on_sqlite() {
    killed_again_and_again(&Database::sqlite(), 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_kills_at_any_point_everything_goes_on_by_itself_on_postgres() {
    killed_again_and_again(&Database::postgres().await, 2).await;
}

async fn killed_again_and_again(database: &Database, seed: u64) {
    let mut chance = StdRng::seed_from_u64(seed);
    let (line, mut calls) = line::line();
    let mut program = Program::start(database, &line).await;
    let shop = shop::open(&line).await;
    let crowd = crowd::comes(&line, &shop, chance.random());
    for _ in 0..KILLS {
        let after = *calls.borrow() + chance.random_range(CALLS);
        calls.wait_for(|made| *made >= after).await.unwrap();
        program.kill().await;
        program = Program::start(database, &line).await;
    }
    let asked = crowd.await.unwrap();
    outcome::settles(database).await;
    program.kill().await;
    outcome::is_right(database, &shop, &asked).await;
}

#[tokio::test]
async fn a_second_program_on_the_same_file_says_so_and_leaves() {
    let database = Database::sqlite();
    let (line, _) = line::line();
    let first = Program::start(&database, &line).await;
    let said = Program::fails_to_start(&database).await;
    assert!(said.contains("another Baton runs on the data"), "{said}");
    first.kill().await;
    Program::start(&database, &line).await.kill().await;
}
