//! A client that reads slowly loses nothing: what did not fit into its queue is read from the database.

use serde_json::json;

use crate::desk::{Desk, Ear};

#[tokio::test]
async fn a_slow_reader_hears_everything_once_and_in_order() {
    let desk = Desk::open_with(|config| config.limits.live_queue = 2).await;
    let (ida, olav) = (desk.member("Ida").await, desk.member("Olav").await);
    let dialog =
        ida.door.post("/dialogs", &json!({ "occupants": [olav.id] })).await.ok()["id"].as_str().unwrap().to_owned();
    let mut slow = Ear::open(&olav.door, json!({})).await;
    let path = format!("/dialogs/{dialog}/messages");
    let long = "long ".repeat(1_000);
    for _ in 0..10 {
        let message = json!({ "text": long });
        let burst = (0..40).map(|_| ida.door.post(&path, &message));
        for reply in futures_util::future::join_all(burst).await {
            reply.ok();
        }
    }
    let last = ida.door.get(&format!("/dialogs/{dialog}")).await.ok()["seq"].as_i64().unwrap();
    let heard: Vec<i64> = slow.up_to(last).await.iter().map(|event| event["seq"].as_i64().unwrap()).collect();
    assert_eq!(heard.len(), 400);
    assert!(heard.is_sorted_by(|one, next| one < next), "{heard:?}");
}
