//! A client that was away asks for what came after its last number.

use serde_json::{Value, json};

use crate::desk::{Chat, Desk, Ear};

fn seqs(events: &[Value]) -> Vec<i64> {
    events.iter().map(|event| event["seq"].as_i64().unwrap()).collect()
}

async fn says_many(chat: &Chat, count: usize) -> i64 {
    let mut last = 0;
    for number in 0..count {
        last = chat.says(&format!("message {number}")).await["seq"].as_i64().unwrap();
    }
    last
}

/// Two people without an AI Agent, so that nothing happens by itself.
async fn quiet_chat(desk: &Desk) -> Chat {
    let (ida, olav) = (desk.member("Ida").await, desk.member("Olav").await);
    let dialog = ida.door.post("/dialogs", &json!({ "occupants": [olav.id] })).await.ok();
    Chat::new(ida, dialog["id"].as_str().unwrap())
}

#[tokio::test]
async fn what_was_missed_comes_once_and_in_order_and_then_what_is_new() {
    let desk = Desk::open().await;
    let chat = quiet_chat(&desk).await;
    let door = &chat.customer.door;
    let mut ear = Ear::open(door, json!({})).await;
    let seen = says_many(&chat, 3).await;
    ear.up_to(seen).await;
    drop(ear);
    let missed = says_many(&chat, 20).await;
    let mut ear = Ear::open(door, json!({ "after": seen })).await;
    assert_eq!(ear.welcome["resumed"], true);
    let mut events = ear.up_to(missed).await;
    events.extend(ear.up_to(says_many(&chat, 3).await).await);
    let texts: Vec<&str> = events.iter().map(|event| event["body"]["text"].as_str().unwrap()).collect();
    let expected: Vec<String> = (0..20).chain(0..3).map(|number| format!("message {number}")).collect();
    assert_eq!(texts, expected);
    assert!(seqs(&events).is_sorted_by(|one, next| one < next), "{events:?}");
}

#[tokio::test]
async fn what_happens_while_a_client_resumes_is_not_missed() {
    let desk = Desk::open().await;
    let chat = quiet_chat(&desk).await;
    let first = says_many(&chat, 1).await;
    says_many(&chat, 50).await;
    let writing = says_many(&chat, 30);
    let resuming = async {
        let mut heard = Vec::new();
        let mut after = first;
        for _ in 0..5 {
            let mut ear = Ear::open(&chat.customer.door, json!({ "after": after })).await;
            let events = ear.everything().await;
            heard.extend(seqs(&events));
            after = heard.last().copied().unwrap_or(after);
        }
        (heard, after)
    };
    let (last, (mut heard, after)) = tokio::join!(writing, resuming);
    if after < last {
        heard.extend(seqs(&Ear::open(&chat.customer.door, json!({ "after": after })).await.up_to(last).await));
    }
    assert!(heard.is_sorted_by(|one, next| one < next), "{heard:?}");
    assert_eq!(heard.len(), 80);
}

#[tokio::test]
async fn without_a_number_only_what_is_new_comes() {
    let desk = Desk::open().await;
    let chat = quiet_chat(&desk).await;
    let before = says_many(&chat, 3).await;
    let mut ear = Ear::open(&chat.customer.door, json!({ "after": null })).await;
    assert_eq!((&ear.welcome["seq"], &ear.welcome["resumed"]), (&json!(before), &json!(false)));
    let last = says_many(&chat, 1).await;
    assert_eq!(seqs(&ear.up_to(last).await), [last]);
}

#[tokio::test]
async fn a_number_from_the_future_means_load_afresh() {
    let desk = Desk::open().await;
    let chat = quiet_chat(&desk).await;
    for after in [1_000_000, -1] {
        let ear = Ear::open(&chat.customer.door, json!({ "after": after })).await;
        assert_eq!(ear.welcome["resumed"], false, "{after}");
    }
}

#[tokio::test]
async fn staff_who_resume_hear_what_they_would_have_heard() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    desk.hands_over_to(&[], json!({})).await;
    let mut live = ana.listens().await;
    let after = live.welcome["seq"].as_i64().unwrap();
    let chat = desk.customer("Ida").await.asks("Can my yak fly?").await;
    ana.claims(&chat).await.ok();
    let last = ana.says(&chat, "No.").await.ok()["seq"].as_i64().unwrap();
    let live = live.up_to(last).await;
    let mut again = Ear::open(&ana.door, json!({ "after": after })).await;
    let again: Vec<Value> = again.up_to(last).await;
    let in_order = |events: &[Value]| seqs(events).is_sorted_by(|one, next| one < next);
    assert!(in_order(&live) && in_order(&again));
    for event in &live {
        if event["kind"] != "presence" {
            assert!(again.contains(event), "not heard again: {event}");
        }
    }
}
