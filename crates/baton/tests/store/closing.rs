//! A store that is full says so at once; one that closes finishes what was asked of it.

use baton::{error::Error, store::StoreError};

use crate::{
    Database, Desk,
    commits::{hold, stored_events},
    desk, on_both,
};

on_both![
    a_full_queue_refuses_at_once,
    closing_finishes_what_was_asked_before,
    a_closed_store_refuses_and_opens_again_with_everything_in_it,
];

async fn a_full_queue_refuses_at_once(database: &Database) {
    let shop = Desk::open(database).await;
    let app = shop.app;
    shop.store.close().await;
    let (store, _) = desk::open(database, 2).await;
    let release = hold(&store).await;
    let mut made: Vec<_> = (0..3).map(|_| store.write(move |tx| Box::pin(desk::record(tx, app)))).collect();
    let refused = made.pop().unwrap().await.unwrap_err();
    assert!(matches!(refused, StoreError::Full), "{refused}");
    assert!(matches!(Error::from(refused), Error::Busy(_)));
    release.send(()).unwrap();
    for waited in made {
        waited.await.unwrap();
    }
    assert_eq!(stored_events(database).await, [1, 2]);
}

async fn closing_finishes_what_was_asked_before(database: &Database) {
    let Desk { store, app, .. } = Desk::open(database).await;
    let release = hold(&store).await;
    let made: Vec<_> = (0..300).map(|_| tokio::spawn(store.write(move |tx| Box::pin(desk::record(tx, app))))).collect();
    drop(release);
    store.close().await;
    for asked in made {
        asked.await.unwrap().unwrap();
    }
    assert_eq!(stored_events(database).await.len(), 300);
}

async fn a_closed_store_refuses_and_opens_again_with_everything_in_it(database: &Database) {
    let Desk { store, app, .. } = Desk::open(database).await;
    store.write(move |tx| Box::pin(desk::record(tx, app))).await.unwrap();
    store.close().await;
    store.close().await;
    let refused = store.write(move |tx| Box::pin(desk::record(tx, app))).await.unwrap_err();
    assert!(matches!(refused, StoreError::Closed), "{refused}");
    assert!(store.read().await.is_err());
    let (again, _) = desk::open(database, 8).await;
    assert_eq!(again.read().await.unwrap().app(app).await.unwrap().unwrap().name, "Shop");
    assert_eq!(again.write(move |tx| Box::pin(desk::record(tx, app))).await.unwrap(), 2);
}
