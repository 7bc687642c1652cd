//! What passages mean: saved batch by batch, of the text as it is, and never mixed with another model's.

use baton::{domain::SourceId, store::NewVectors};
use handover::Timestamp;

use crate::{
    Database, Desk,
    desk::NOW,
    on_both,
    sources::{ready, said},
};

on_both![
    passages_are_encoded_in_batches_until_none_is_left,
    the_newest_source_is_encoded_first,
    vectors_of_an_earlier_text_are_not_saved,
    another_model_encodes_everything_again,
    a_source_that_is_indexed_again_has_no_vectors,
    passages_and_vectors_are_read_page_by_page,
];

const MODEL: &str = "aabbccddeeff";

fn vectors(source: SourceId, place: i64) -> NewVectors {
    NewVectors { source, place, whole: vec![127, 0], questions: Vec::new(), words: vec![1, 2, 3] }
}

async fn save(shop: &Desk, (source, updated_at): (SourceId, i64), model: &'static str, places: &'static [i64]) {
    let app = shop.app;
    shop.write(move |tx| {
        Box::pin(async move {
            let made: Vec<_> = places.iter().map(|place| vectors(source, *place)).collect();
            tx.save_vectors(app, (source, updated_at), model, &made).await
        })
    })
    .await;
}

async fn next(shop: &Desk, model: &str) -> Option<(SourceId, Vec<i64>)> {
    let next = shop.read().await.to_encode(shop.app, model, 2).await.unwrap();
    next.map(|(source, _, passages)| (source, passages.iter().map(|passage| passage.place).collect()))
}

async fn passages_are_encoded_in_batches_until_none_is_left(database: &Database) {
    let shop = Desk::open(database).await;
    let id = ready(&shop, &["One.", "Two.", "Three."]).await;
    assert_eq!(next(&shop, MODEL).await, Some((id, vec![0, 1])));
    save(&shop, (id, NOW.0), MODEL, &[0, 1]).await;
    assert_eq!(shop.read().await.passages_encoded(shop.app, MODEL).await.unwrap(), (3, 2));
    assert_eq!(next(&shop, MODEL).await, Some((id, vec![2])));
    // A job that is done twice saves once.
    save(&shop, (id, NOW.0), MODEL, &[1, 2]).await;
    assert_eq!(next(&shop, MODEL).await, None);
    assert_eq!(shop.read().await.apps_to_encode(MODEL).await.unwrap(), [0; 0]);
    assert_eq!(shop.read().await.passages_encoded(shop.app, MODEL).await.unwrap(), (3, 3));
    let words = shop.read().await.word_vectors(id, 2, MODEL).await.unwrap();
    assert_eq!(words, Some(vec![1, 2, 3]));
}

async fn the_newest_source_is_encoded_first(database: &Database) {
    let shop = Desk::open(database).await;
    ready(&shop, &["One."]).await;
    let newest = ready(&shop, &["Two."]).await;
    said(&shop, "Not indexed.").await;
    assert_eq!(next(&shop, MODEL).await, Some((newest, vec![0])));
}

async fn vectors_of_an_earlier_text_are_not_saved(database: &Database) {
    let shop = Desk::open(database).await;
    let (app, id) = (shop.app, ready(&shop, &["One."]).await);
    let later: Timestamp = NOW.plus(1);
    shop.write(move |tx| Box::pin(async move { tx.source_ready(app, id, &[(None, "Two.".into())], later).await }))
        .await;
    save(&shop, (id, NOW.0), MODEL, &[0]).await;
    assert!(shop.read().await.vectors(id, MODEL).await.unwrap().is_empty());
    save(&shop, (id, later.0), MODEL, &[0]).await;
    assert_eq!(shop.read().await.vectors(id, MODEL).await.unwrap().len(), 1);
    shop.write(move |tx| Box::pin(async move { tx.remove_source(app, id).await })).await;
    save(&shop, (id, later.0), MODEL, &[0]).await;
}

async fn another_model_encodes_everything_again(database: &Database) {
    let shop = Desk::open(database).await;
    let id = ready(&shop, &["One."]).await;
    save(&shop, (id, NOW.0), MODEL, &[0]).await;
    assert_eq!(shop.read().await.passages_encoded(shop.app, "other").await.unwrap(), (1, 0));
    assert_eq!(shop.read().await.apps_to_encode("other").await.unwrap(), [shop.app]);
    assert!(shop.read().await.vectors(id, "other").await.unwrap().is_empty());
    let before = shop.read().await.ready_sources(shop.app, "other").await.unwrap();
    save(&shop, (id, NOW.0), "other", &[0]).await;
    assert_ne!(shop.read().await.ready_sources(shop.app, "other").await.unwrap(), before);
    assert_eq!(shop.read().await.passages_encoded(shop.app, "other").await.unwrap(), (1, 1));
    assert_eq!(shop.read().await.vectors(id, "other").await.unwrap().len(), 1);
}

async fn a_source_that_is_indexed_again_has_no_vectors(database: &Database) {
    let shop = Desk::open(database).await;
    let (app, id) = (shop.app, ready(&shop, &["One."]).await);
    save(&shop, (id, NOW.0), MODEL, &[0]).await;
    let before = shop.read().await.ready_sources(app, MODEL).await.unwrap();
    shop.write(move |tx| {
        Box::pin(async move { tx.source_ready(app, id, &[(None, "Two.".into())], NOW.plus(1)).await })
    })
    .await;
    assert!(shop.read().await.vectors(id, MODEL).await.unwrap().is_empty());
    assert_ne!(shop.read().await.ready_sources(app, MODEL).await.unwrap(), before);
    assert_eq!(next(&shop, MODEL).await, Some((id, vec![0])));
}

async fn passages_and_vectors_are_read_page_by_page(database: &Database) {
    let shop = Desk::open(database).await;
    let (first, second) = (ready(&shop, &["One.", "Two."]).await, ready(&shop, &["Three."]).await);
    save(&shop, (first, NOW.0), MODEL, &[0, 1]).await;
    save(&shop, (second, NOW.0), MODEL, &[0]).await;
    let mut tx = shop.read().await;
    let all = [(first.hex(), 0), (first.hex(), 1), (second.hex(), 0)];
    let mut read: Vec<(String, i64)> = Vec::new();
    let mut last = (String::new(), -1);
    for at in 0..2 {
        let passages = tx.all_passages(shop.app, (&last.0, last.1), 2).await.unwrap();
        let vectors = tx.all_vectors((shop.app, MODEL), (&last.0, last.1), 2).await.unwrap();
        let places: Vec<_> = passages.iter().map(|passage| (passage.source.clone(), passage.place)).collect();
        assert_eq!(places, vectors.iter().map(|vector| (vector.source.clone(), vector.place)).collect::<Vec<_>>());
        assert_eq!(places.len(), [2, 1][at]);
        read.extend(places);
        last = read.last().unwrap().clone();
    }
    assert_eq!(read, all);
}
