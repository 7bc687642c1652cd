//! Several programs at one PostgreSQL: one numbering, heard by all; and a connection that breaks.

use std::{
    sync::Mutex,
    time::{Duration, Instant},
};

use crate::{
    Database, Desk,
    commits::{hold, stored_events},
    desk,
};

/// Ends every connection but its own.
const BREAK: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_programs_number_their_events_together_and_hear_all_of_them() {
    let database = Database::postgres().await;
    let Desk { store: one, heard: by_one, app, .. } = Desk::open(&database).await;
    let (other, by_other) = desk::open(&database, 64).await;
    for _ in 0..20 {
        let writes = [&one, &other].map(|store| store.write(move |tx| Box::pin(desk::record(tx, app))));
        for written in futures_util::future::join_all(writes).await {
            written.unwrap();
        }
    }
    let expected: Vec<i64> = (1..=40).collect();
    assert_eq!(stored_events(&database).await, expected);
    for heard_by in [by_one, by_other] {
        heard(&heard_by, &expected).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_writer_goes_on_after_its_connection_broke() {
    let database = Database::postgres().await;
    let Desk { store, app, .. } = Desk::open(&database).await;
    store.write(move |tx| Box::pin(desk::record(tx, app))).await.unwrap();
    database.run(BREAK).await;
    let lost = store.write(move |tx| Box::pin(desk::record(tx, app))).await;
    assert!(lost.is_err(), "the broken connection was not noticed");
    assert_eq!(store.write(move |tx| Box::pin(desk::record(tx, app))).await.unwrap(), 2);
    assert_eq!(stored_events(&database).await, [1, 2]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn readers_go_on_after_their_connections_broke() {
    let database = Database::postgres().await;
    let Desk { store, app, .. } = Desk::open(&database).await;
    assert!(store.read().await.unwrap().app(app).await.unwrap().is_some());
    database.run(BREAK).await;
    assert!(store.read().await.unwrap().app(app).await.unwrap().is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_writer_goes_on_after_its_transaction_was_cancelled() {
    const CANCEL: &str = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event = 'advisory'";
    let database = Database::postgres().await;
    let Desk { store: one, app, .. } = Desk::open(&database).await;
    let (other, _) = desk::open(&database, 64).await;
    let release = hold(&one).await;
    // Once for each connection that it may have, and once more.
    for _ in 0..3 {
        let waiting = tokio::spawn(other.write(move |tx| Box::pin(desk::record(tx, app))));
        let begun = Instant::now();
        while database.rows::<(bool,)>(CANCEL).await.is_empty() {
            assert!(begun.elapsed() < Duration::from_secs(10), "nobody waits for the other program");
        }
        assert!(waiting.await.unwrap().is_err());
    }
    release.send(()).unwrap();
    for expected in 1..=3 {
        assert_eq!(other.write(move |tx| Box::pin(desk::record(tx, app))).await.unwrap(), expected);
    }
}

async fn heard(numbers: &Mutex<Vec<i64>>, expected: &[i64]) {
    let begun = Instant::now();
    while *numbers.lock().unwrap() != expected {
        assert!(
            begun.elapsed() < Duration::from_secs(10),
            "heard {:?} instead of {expected:?}",
            numbers.lock().unwrap()
        );
        tokio::task::yield_now().await;
    }
}
