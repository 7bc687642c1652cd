//! One writer, many commands in a transaction: each is carried out wholly or not at all, in the order
//! in which they came.

use baton::store::{Store, StoreError};
use tokio::sync::oneshot;

use crate::{Database, Desk, desk, on_both};

on_both![
    commands_that_come_together_are_committed_together,
    a_command_that_fails_or_panics_takes_nobody_along,
    a_command_that_fails_alone_leaves_no_trace,
    commands_are_carried_out_in_the_order_in_which_they_were_made,
    events_of_many_callers_are_numbered_without_doubles_and_heard_in_order,
    nobody_reads_half_a_transaction,
];

/// Keeps the writer busy until the answer is used, so that what comes meanwhile waits together.
pub async fn hold(store: &Store) -> oneshot::Sender<()> {
    let (release, released) = oneshot::channel::<()>();
    let (begin, begun) = oneshot::channel();
    let holding = store.write(move |_| {
        Box::pin(async move {
            begin.send(()).unwrap();
            // Dropping the other end releases the writer too.
            let _ = released.await;
            Ok::<_, StoreError>(())
        })
    });
    tokio::spawn(holding);
    begun.await.unwrap();
    release
}

async fn commands_that_come_together_are_committed_together(database: &Database) {
    let Desk { store, app, .. } = Desk::open(database).await;
    let release = hold(&store).await;
    let first = tokio::spawn(store.write(move |tx| Box::pin(desk::record(tx, app))));
    let (begin, begun) = oneshot::channel();
    let (go_on, gone_on) = oneshot::channel::<()>();
    let second = tokio::spawn(store.write(move |tx| {
        Box::pin(async move {
            begin.send(()).unwrap();
            gone_on.await.unwrap();
            desk::record(tx, app).await
        })
    }));
    release.send(()).unwrap();
    begun.await.unwrap();
    // The first has done its work; it is answered only when both are safe.
    assert_eq!(store.read().await.unwrap().newest_event().await.unwrap(), 0);
    assert!(!first.is_finished());
    go_on.send(()).unwrap();
    assert_eq!((first.await.unwrap().unwrap(), second.await.unwrap().unwrap()), (1, 2));
}

async fn a_command_that_fails_or_panics_takes_nobody_along(database: &Database) {
    let Desk { store, app, heard, .. } = Desk::open(database).await;
    let release = hold(&store).await;
    let commands: Vec<_> = ["good", "fails", "good", "panics", "good"]
        .map(|kind| {
            tokio::spawn(store.write(move |tx| {
                Box::pin(async move {
                    let seq = desk::record(tx, app).await?;
                    tx.rename_app(app, kind).await?;
                    match kind {
                        "fails" => Err(StoreError::Full),
                        "panics" => panic!("planted by a test"),
                        _ => Ok(seq),
                    }
                })
            }))
        })
        .into();
    release.send(()).unwrap();
    let mut answers = Vec::new();
    for command in commands {
        answers.push(match command.await.unwrap() {
            Ok(seq) => format!("event {seq}"),
            Err(error) => error.to_string(),
        });
    }
    let refused = "too many commands are waiting for the database";
    let lost = "a command was not carried out; the log says why";
    assert_eq!(answers, ["event 1", refused, "event 2", lost, "event 3"]);
    assert_eq!(stored_events(database).await, [1, 2, 3]);
    assert_eq!(store.read().await.unwrap().app(app).await.unwrap().unwrap().name, "good");
    store.close().await;
    assert_eq!(*heard.lock().unwrap(), [1, 2, 3]);
}

async fn a_command_that_fails_alone_leaves_no_trace(database: &Database) {
    let Desk { store, app, heard, .. } = Desk::open(database).await;
    for panics in [false, true] {
        let failing = store.write(move |tx| {
            Box::pin(async move {
                desk::record(tx, app).await?;
                assert!(!panics, "planted by a test");
                Err::<(), _>(StoreError::Full)
            })
        });
        assert!(failing.await.is_err());
    }
    assert_eq!(stored_events(database).await, [0; 0]);
    assert_eq!(store.write(move |tx| Box::pin(desk::record(tx, app))).await.unwrap(), 1);
    store.close().await;
    assert_eq!(*heard.lock().unwrap(), [1]);
}

async fn commands_are_carried_out_in_the_order_in_which_they_were_made(database: &Database) {
    let Desk { store, app, .. } = Desk::open(database).await;
    let made: Vec<_> = (0..600).map(|_| store.write(move |tx| Box::pin(desk::record(tx, app)))).collect();
    // Whoever awaits last has asked no later.
    let answers = futures_util::future::join_all(made.into_iter().rev()).await;
    let numbers: Vec<i64> = answers.into_iter().rev().map(Result::unwrap).collect();
    assert_eq!(numbers, (1..=600).collect::<Vec<i64>>());
}

async fn events_of_many_callers_are_numbered_without_doubles_and_heard_in_order(database: &Database) {
    let Desk { store, app, heard, .. } = Desk::open(database).await;
    let store = std::sync::Arc::new(store);
    let callers: Vec<_> = (0..40)
        .map(|caller| {
            let store = store.clone();
            tokio::spawn(async move {
                for round in 0..10 {
                    let fails = (caller + round) % 4 == 0;
                    let answer = store.write(move |tx| {
                        Box::pin(async move {
                            let seq = desk::record(tx, app).await?;
                            if fails { Err(StoreError::Full) } else { Ok(seq) }
                        })
                    });
                    assert_eq!(answer.await.is_err(), fails);
                }
            })
        })
        .collect();
    for caller in callers {
        caller.await.unwrap();
    }
    let expected: Vec<i64> = (1..=300).collect();
    assert_eq!(stored_events(database).await, expected);
    store.close().await;
    assert_eq!(*heard.lock().unwrap(), expected);
}

async fn nobody_reads_half_a_transaction(database: &Database) {
    let shop = Desk::open(database).await;
    let (dialog, id, ida) = (shop.dialog().await, shop.id(), shop.ida);
    let (half, half_done) = oneshot::channel();
    let (go_on, gone_on) = oneshot::channel::<()>();
    let saying = tokio::spawn(shop.store.write(move |tx| {
        Box::pin(async move {
            let seq = desk::say(tx, (dialog, id), ida, "Where is my parcel?").await?.unwrap();
            half.send(()).unwrap();
            gone_on.await.unwrap();
            tx.mark(dialog, ida, seq, seq).await
        })
    }));
    half_done.await.unwrap();
    let mut reader = shop.read().await;
    let before = (reader.message(dialog, id).await.unwrap().is_some(), reader.marks(dialog, ida).await.unwrap());
    assert_eq!(before, (false, (0, 0)));
    assert_eq!(shop.summary(dialog).await.last_message_seq, None);
    go_on.send(()).unwrap();
    saying.await.unwrap().unwrap();
    let after = (reader.message(dialog, id).await.unwrap().is_some(), reader.marks(dialog, ida).await.unwrap());
    assert_eq!(after, (true, (1, 1)));
}

pub async fn stored_events(database: &Database) -> Vec<i64> {
    let rows: Vec<(i64,)> = database.rows("SELECT seq FROM events ORDER BY seq").await;
    rows.into_iter().map(|(seq,)| seq).collect()
}
