//! What the customer reads at a handover: the table of the product's contract, row by row.

use serde_json::{Value, json};

use crate::desk::{Agent, Chat, Desk};

const HANDOVER: &str = "Let me connect you with one of our team.";
const JOINED: &str = "Ana has joined the chat.";
const OFFLINE: &str = "Ana will write tomorrow.";
const NOBODY: &str = "Nobody is available right now. We have your question and will get back to you.";
const DONT_KNOW: &str = "I could not find an answer to that. Could you put it in other words?";
const QUESTION: &str = "Can my yak fly?";

/// One row: the settings, and what is read.
type Row<'a> = ((&'a str, bool, &'a str), &'a [&'a str]);

/// Each row with a conversation of its own, resolved before the next one.
async fn reads(desk: &Desk, ana: &Agent, rows: &[Row<'_>]) {
    for ((assign_to, notify, offline), expected) in rows {
        let policy = json!({
            "assign_to": assign_to,
            "notify_assigned": notify,
            "offline_message": { "default": offline.replace("Ana", "{agent}") },
        });
        desk.hands_over_to(&[ana], policy).await;
        let chat = desk.customer("Ida").await.asks(QUESTION).await;
        assert_eq!(chat.heard_by_customer().await, *expected, "{assign_to}, notify {notify}, offline text {offline:?}");
        desk.admin.put(&chat.at("/resolution"), &json!({ "solved": true })).await.ok();
    }
}

#[tokio::test]
async fn an_online_agent_is_assigned() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    reads(
        &desk,
        &ana,
        &[
            (("online_only", false, ""), &[HANDOVER]),
            (("online_only", true, ""), &[HANDOVER, JOINED]),
            (("online_only", false, OFFLINE), &[HANDOVER]),
            (("online_only", true, OFFLINE), &[HANDOVER, JOINED]),
            (("online_and_offline", false, ""), &[HANDOVER]),
            (("online_and_offline", true, ""), &[HANDOVER, JOINED]),
            (("online_and_offline", false, OFFLINE), &[HANDOVER]),
            (("online_and_offline", true, OFFLINE), &[HANDOVER, JOINED]),
        ],
    )
    .await;
}

#[tokio::test]
async fn nobody_is_online() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    reads(
        &desk,
        &ana,
        &[
            (("online_and_offline", false, ""), &[HANDOVER]),
            (("online_and_offline", true, ""), &[HANDOVER, JOINED]),
            (("online_and_offline", false, OFFLINE), &[HANDOVER, OFFLINE]),
            (("online_and_offline", true, OFFLINE), &[HANDOVER, OFFLINE]),
            (("online_only", false, ""), &[NOBODY]),
            (("online_only", true, OFFLINE), &[NOBODY]),
        ],
    )
    .await;
}

#[tokio::test]
async fn an_online_agent_comes_before_an_offline_one() {
    let desk = Desk::open().await;
    let (ben, ana) = (desk.agent("Ben").await, desk.agent("Ana").await.online().await);
    desk.hands_over_to(&[&ben, &ana], json!({ "assign_to": "online_and_offline", "notify_assigned": true })).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.heard_by_customer().await, [HANDOVER, JOINED]);
}

#[tokio::test]
async fn with_an_empty_pool_nobody_can_be_assigned() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({ "assign_to": "online_and_offline" })).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.heard_by_customer().await, [NOBODY]);
    assert_eq!(chat.phase().await, "waiting");
}

#[tokio::test]
async fn agents_who_are_busy_cannot_be_assigned() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.admin.patch(&desk.at(&format!("/agents/{}", ana.id)), &json!({ "capacity": 1 })).await.ok();
    desk.hands_over_to(&[&ana], json!({ "assign_to": "online_and_offline" })).await;
    let first = desk.customer("Ida").await.asks(QUESTION).await;
    let second = desk.customer("Olav").await.asks(QUESTION).await;
    assert_eq!(first.heard_by_customer().await, [HANDOVER]);
    assert_eq!(second.heard_by_customer().await, [NOBODY]);
}

#[tokio::test]
async fn a_private_dialog_is_never_handed_over() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({ "notify_assigned": true })).await;
    let chat = desk.customer("Ida").await.opens_privately().await;
    chat.asks(QUESTION).await;
    assert_eq!(chat.heard_by_customer().await, [DONT_KNOW]);
    chat.asks("I want to talk to a person").await;
    assert_eq!(chat.heard_by_customer().await, [DONT_KNOW, DONT_KNOW]);
    assert_eq!(chat.phase().await, "assistant");
    assert_eq!(chat.handovers(&desk.admin).await, [] as [Value; 0]);
}

async fn asks_again(desk: &Desk, chat: &Chat) {
    let before = chat.heard_by_customer().await;
    chat.asks("Can my goat swim?").await;
    chat.asks("Talk to a human, please").await;
    assert_eq!(chat.heard_by_customer().await, before);
    assert_eq!(chat.handovers(&desk.admin).await.len(), 1);
}

#[tokio::test]
async fn a_second_question_while_waiting_changes_nothing() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    asks_again(&desk, &chat).await;
    assert_eq!(chat.phase().await, "waiting");
}

#[tokio::test]
async fn a_second_question_while_with_an_agent_changes_nothing() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({ "notify_assigned": true })).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    asks_again(&desk, &chat).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
}

#[tokio::test]
async fn nobody_hears_that_somebody_joined_who_has_not() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    desk.hands_over_to(&[&ana], json!({ "notify_assigned": true })).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.heard_by_customer().await, [NOBODY]);
    let _ana = ana.online().await;
    assert_eq!(chat.heard_by_customer().await, [NOBODY, JOINED]);
}

#[tokio::test]
async fn every_text_says_what_it_is() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({ "notify_assigned": true })).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    let kinds: Vec<Value> = chat.messages().await.iter().map(|message| message["ai"]["kind"].clone()).collect();
    assert_eq!(kinds, [Value::Null, "handover".into(), "assigned".into()]);
    assert!(chat.messages().await[1..].iter().all(|message| message["sender"]["kind"] == "assistant"));
}
