//! What a client says over its socket, and what it is told when that cannot be.

use serde_json::{Value, json};

use crate::desk::{Desk, Ear};

fn say(dialog: &str, id: &str, text: &str) -> Value {
    json!({ "type": "say", "dialog": dialog, "id": id, "text": text })
}

#[tokio::test]
async fn a_message_comes_back_as_its_own_event() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let mut ear = Ear::open(&chat.customer.door, json!({})).await;
    let id = desk.message_id();
    ear.says(&say(&chat.id, &id, "Hello")).await;
    let event = ear.hears("message").await;
    assert_eq!((&event["body"]["id"], &event["body"]["text"]), (&json!(id), &json!("Hello")));
    chat.settles().await;
    assert_eq!(chat.messages().await[0], event["body"]);
}

#[tokio::test]
async fn what_was_stored_before_is_said_to_be_stored() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let mut ear = Ear::open(&chat.customer.door, json!({})).await;
    let id = desk.message_id();
    ear.says(&say(&chat.id, &id, "Hello")).await;
    let seq = ear.hears("message").await["seq"].clone();
    ear.says(&say(&chat.id, &id, "Hello")).await;
    assert_eq!(ear.hears("stored").await, json!({ "kind": "stored", "id": id, "dialog": chat.id, "seq": seq }));
    chat.settles().await;
    assert_eq!(chat.messages().await.iter().filter(|message| message["text"] == "Hello").count(), 1);
}

#[tokio::test]
async fn what_one_says_is_stored_in_the_order_in_which_it_is_said() {
    let desk = Desk::open().await;
    let (ida, olav) = (desk.member("Ida").await, desk.member("Olav").await);
    let dialog =
        ida.door.post("/dialogs", &json!({ "occupants": [olav.id] })).await.ok()["id"].as_str().unwrap().to_owned();
    let mut ear = Ear::open(&ida.door, json!({})).await;
    let ids: Vec<String> = (0..60).map(|_| desk.message_id()).collect();
    for id in &ids {
        ear.says(&say(&dialog, id, "and another thing")).await;
    }
    for id in &ids {
        assert_eq!(ear.hears("message").await["body"]["id"], *id);
    }
}

/// The refusal of what this caller says.
async fn refused(ear: &mut Ear, frame: Value) -> Value {
    ear.says(&frame).await;
    let refused = ear.hears("refused").await;
    assert_eq!(refused["id"], frame["id"], "{refused}");
    refused["problem"].clone()
}

#[tokio::test]
async fn what_cannot_be_said_is_refused_with_its_id() {
    let desk = Desk::open_with(|config| config.limits.message_chars = 10).await;
    let ana = desk.agent("Ana").await;
    let chat = desk.customer("Ida").await.opens().await;
    let mut of_olav = Ear::open(&desk.customer("Olav").await.door, json!({})).await;
    let problem = refused(&mut of_olav, say(&chat.id, &desk.message_id(), "Hi")).await;
    assert_eq!((&problem["status"], &problem["code"]), (&json!(404), &json!("not_found")));
    let mut of_ana = ana.listens().await;
    let problem = refused(&mut of_ana, say(&chat.id, &desk.message_id(), "Hi")).await;
    assert_eq!((&problem["status"], &problem["reason"]), (&json!(409), &json!("not_in_control")));
    let mut of_ida = Ear::open(&chat.customer.door, json!({})).await;
    for text in ["", "much too long"] {
        let problem = refused(&mut of_ida, say(&chat.id, &desk.message_id(), text)).await;
        assert_eq!((&problem["status"], &problem["fields"][0]["field"]), (&json!(422), &json!("text")));
    }
    assert_eq!(chat.messages().await, [] as [Value; 0]);
}

#[tokio::test]
async fn frames_that_are_not_understood_are_refused_and_the_connection_stays() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let mut ear = Ear::open(&chat.customer.door, json!({})).await;
    let no_id = json!({ "type": "say", "dialog": chat.id, "text": "Hi" }).to_string();
    for frame in ["nonsense", "{}", "[1]", r#"{"type":"fly"}"#, &no_id] {
        ear.says_text(frame).await;
        assert_eq!(ear.hears("refused").await["problem"]["code"], "invalid", "{frame}");
    }
    ear.says_bytes(b"\x00\x01").await;
    assert_eq!(ear.hears("refused").await["problem"]["code"], "invalid");
    assert_eq!(ear.everything().await, [] as [Value; 0]);
}

#[tokio::test]
async fn a_mark_in_a_strangers_dialog_is_refused() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let mut ear = Ear::open(&desk.customer("Olav").await.door, json!({})).await;
    ear.says(&json!({ "type": "mark", "dialog": chat.id, "read_seq": 1 })).await;
    assert_eq!(ear.hears("refused").await["problem"]["code"], "not_found");
}
