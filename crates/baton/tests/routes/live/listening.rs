//! Who hears what.

use serde_json::{Value, json};

use crate::desk::{Desk, Ear};

const QUESTION: &str = "Can my yak fly?";

fn kinds(frames: &[Value]) -> Vec<&str> {
    frames.iter().map(|frame| frame["kind"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn customers_hear_their_own_dialogs_and_nothing_that_is_for_staff() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    desk.hands_over_to(&[&ana], json!({ "notify_assigned": true })).await;
    let (ida, olav) = (desk.customer("Ida").await, desk.customer("Olav").await);
    let (mut of_ida, mut of_olav) = (Ear::open(&ida.door, json!({})).await, Ear::open(&olav.door, json!({})).await);
    let chat = ida.asks(QUESTION).await;
    let ana = ana.online().await;
    desk.knows("Do you rent skis?", "Yes.").await;
    let last = ana.says(&chat, "No.").await.ok()["seq"].as_i64().unwrap();
    let heard = of_ida.up_to(last).await;
    assert_eq!(
        kinds(&heard),
        ["dialog", "message", "control", "message", "control", "occupants", "message", "control", "message"]
    );
    assert!(heard.iter().all(|event| event["dialog"] == chat.id));
    assert_eq!(of_olav.everything().await, [] as [Value; 0]);
}

#[tokio::test]
async fn staff_hear_of_every_support_dialog_but_read_only_what_they_watch() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    let mut ear = ana.listens().await;
    let ida = desk.customer("Ida").await;
    let (watched, other) = (ida.opens().await, ida.opens().await);
    ear.says(&json!({ "type": "watch", "dialogs": [watched.id] })).await;
    assert_eq!(ear.hears("watching").await["dialogs"], json!([watched.id]));
    other.asks(QUESTION).await;
    watched.asks(QUESTION).await;
    let last = watched.last().await["seq"].as_i64().unwrap();
    let heard = ear.up_to(last).await;
    let messages = heard.iter().filter(|event| event["kind"] == "message");
    assert!(messages.clone().count() == 2 && messages.clone().all(|event| event["dialog"] == watched.id), "{heard:?}");
    assert!(heard.iter().any(|event| event["kind"] == "control" && event["dialog"] == other.id), "{heard:?}");
    ear.says(&json!({ "type": "watch", "dialogs": [] })).await;
    ear.hears("watching").await;
    watched.says("Hello?").await;
    assert!(!ear.kinds().await.contains(&"message".to_owned()));
}

#[tokio::test]
async fn customers_watch_nothing() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let mut spy = Ear::open(&desk.customer("Olav").await.door, json!({ "watch": [chat.id] })).await;
    spy.says(&json!({ "type": "watch", "dialogs": [chat.id] })).await;
    assert_eq!(spy.hears("watching").await["dialogs"], json!([]));
    chat.asks(QUESTION).await;
    assert_eq!(spy.everything().await, [] as [Value; 0]);
}

#[tokio::test]
async fn staff_of_another_app_hear_nothing() {
    let desk = Desk::open().await;
    let other = desk.other_app().await;
    let key = desk.admin.post(&format!("/apps/{other}/keys"), &json!({ "name": "spy" })).await.ok();
    let spy = desk.nobody().with_token(key["key"].as_str().unwrap());
    let chat = desk.customer("Ida").await.opens().await;
    let mut ear = Ear::open(&spy, json!({ "after": 0, "watch": [chat.id] })).await;
    chat.asks(QUESTION).await;
    assert_eq!(ear.everything().await, [] as [Value; 0]);
}

#[tokio::test]
async fn nobody_watches_more_than_twenty_at_once() {
    let desk = Desk::open().await;
    let ida = desk.customer("Ida").await;
    let mut chats = Vec::new();
    for _ in 0..21 {
        chats.push(ida.opens().await.id);
    }
    let mut ear = desk.agent("Ana").await.listens().await;
    ear.says(&json!({ "type": "watch", "dialogs": chats })).await;
    assert_eq!(ear.hears("watching").await["dialogs"].as_array().unwrap().len(), 20);
}

#[tokio::test]
async fn typing_is_heard_by_the_others() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    let chat = desk.customer("Ida").await.opens().await;
    ana.claims(&chat).await.ok();
    let stranger = desk.customer("Olav").await;
    let (mut of_ida, mut of_ana) = (Ear::open(&chat.customer.door, json!({})).await, ana.listens().await);
    let mut of_olav = Ear::open(&stranger.door, json!({})).await;
    of_ida.says(&json!({ "type": "typing", "dialog": chat.id, "on": true })).await;
    let person = json!({ "id": chat.customer.id, "kind": "customer", "full_name": "Ida" });
    let typing = json!({ "kind": "typing", "dialog": chat.id, "user": person, "on": true });
    assert_eq!(of_ana.hears("typing").await, typing);
    assert_eq!(of_ida.everything().await, [] as [Value; 0]);
    of_olav.says(&json!({ "type": "typing", "dialog": chat.id, "on": true })).await;
    assert_eq!(of_olav.everything().await, [] as [Value; 0]);
    assert!(!of_ida.kinds().await.contains(&"typing".to_owned()), "strangers do not type here");
}

#[tokio::test]
async fn marks_are_heard() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let ana = desk.agent("Ana").await;
    ana.claims(&chat).await.ok();
    let mut of_ida = Ear::open(&chat.customer.door, json!({})).await;
    let seq = chat.says("Hello").await["seq"].clone();
    let mut of_ana = ana.listens().await;
    of_ana.says(&json!({ "type": "mark", "dialog": chat.id, "delivered_seq": seq, "read_seq": seq })).await;
    let marks = of_ida.hears("marks").await;
    assert_eq!(marks["body"], json!({ "user": ana.id, "delivered_seq": seq, "read_seq": seq }));
}

#[tokio::test]
async fn staff_hear_who_comes_and_goes() {
    let desk = Desk::open().await;
    let mut ear = desk.agent("Ben").await.listens().await;
    let ana = desk.agent("Ana").await.online().await;
    ear.hears_that("presence", &json!({ "agent": ana.id, "online": true, "away": false, "away_reason": null })).await;
    ana.away(true).await;
    ear.hears_that("presence", &json!({ "agent": ana.id, "online": false, "away": true, "away_reason": null })).await;
}

#[tokio::test]
async fn a_socket_never_says_what_a_get_could_not_have_told() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let mut ear = Ear::open(&chat.customer.door, json!({})).await;
    chat.asks(QUESTION).await;
    let last = chat.last().await;
    let heard = ear.up_to(last["seq"].as_i64().unwrap()).await;
    let said: Vec<Value> =
        heard.iter().filter(|event| event["kind"] == "message").map(|event| event["body"].clone()).collect();
    assert_eq!(said, chat.messages().await);
}
