//! Agents who are asked before they get a conversation: who takes it, who lets it go, and what the customer hears.

use serde_json::{Value, json};

use crate::desk::{Agent, Chat, Desk, until};

const QUESTION: &str = "Can my yak fly?";

async fn offered_to(chat: &Chat, staff: &Agent) -> Option<String> {
    let dialog = staff.door.get(&chat.at("")).await.ok();
    dialog["offer"]["agent"]["full_name"].as_str().map(String::from)
}

async fn declines(chat: &Chat, agent: &Agent) -> crate::desk::Reply {
    agent.door.delete(&chat.at("/offer")).await
}

/// Ana and Ben are online, and asked first.
async fn asked_first(desk: &Desk) -> (Agent, Agent) {
    let (ana, ben) = (desk.agent("Ana").await.online().await, desk.agent("Ben").await.online().await);
    desk.hands_over_to(&[&ana, &ben], json!({ "offers": true, "notify_assigned": true })).await;
    (ana, ben)
}

#[tokio::test]
async fn who_accepts_joins_and_only_then_the_customer_is_told() {
    let desk = Desk::open().await;
    let (ana, _ben) = asked_first(&desk).await;
    let mut ear = ana.listens().await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(ear.hears("offer").await["body"]["offer"]["agent"]["full_name"], "Ana");
    assert_eq!(chat.phase().await, "waiting");
    assert_eq!(chat.heard_by_customer().await, ["Let me connect you with one of our team."]);
    assert!(chat.dialog().await["offer"].is_null(), "the customer does not see who is asked");
    ana.claims(&chat).await.ok();
    assert_eq!(chat.heard_by_customer().await[1..], ["Ana has joined the chat."]);
}

#[tokio::test]
async fn declined_by_everybody_it_waits_more_urgently_and_comes_to_nobody_twice() {
    let desk = Desk::open().await;
    let (ana, ben) = asked_first(&desk).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(declines(&chat, &ben).await.reason(409), "not_offered");
    declines(&chat, &ana).await.ok();
    assert_eq!(offered_to(&chat, &ana).await.as_deref(), Some("Ben"));
    declines(&chat, &ben).await.ok();
    assert_eq!(offered_to(&chat, &ana).await, None);
    assert_eq!(chat.phase().await, "waiting");
    assert_eq!(chat.handovers(&desk.admin).await[0]["priority"], 1);
    let heard = chat.heard_by_customer().await;
    assert_eq!(heard.len(), 2, "{heard:?}");
    assert!(heard[1].starts_with("Nobody is available"), "{heard:?}");
}

#[tokio::test]
async fn who_does_not_answer_in_time_has_let_it_go() {
    let desk = Desk::open_with(|config| config.patience.heartbeat_ms = 3_600_000).await;
    let (ana, _ben) = asked_first(&desk).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    desk.passes(30_000);
    let asked = || async { offered_to(&chat, &ana).await.filter(|name| name == "Ben") };
    until("Ben is asked", asked).await.unwrap();
}

#[tokio::test]
async fn a_colleague_may_be_faster_and_the_one_who_was_asked_is_free_again() {
    let desk = Desk::open().await;
    let (ana, ben) = asked_first(&desk).await;
    let full = json!({ "capacity": 1 });
    desk.admin.patch(&desk.at(&format!("/agents/{}", ana.id)), &full).await.ok();
    desk.admin.patch(&desk.at(&format!("/agents/{}", ben.id)), &full).await.ok();
    let cleo = desk.agent("Cleo").await.online().await;
    let chats = [
        desk.customer("Ida").await.asks(QUESTION).await,
        desk.customer("Jon").await.asks(QUESTION).await,
        desk.customer("Kim").await.asks(QUESTION).await,
    ];
    assert_eq!(offered_to(&chats[0], &ana).await.as_deref(), Some("Ana"));
    assert_eq!(offered_to(&chats[2], &ana).await, None, "two places, two offers");
    cleo.claims(&chats[0]).await.ok();
    assert_eq!(offered_to(&chats[2], &ana).await.as_deref(), Some("Ana"));
}

#[tokio::test]
async fn who_no_longer_wants_a_person_is_the_ai_agents_again() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    chat.customer.door.delete(&chat.at("/handover")).await.ok();
    assert_eq!(chat.phase().await, "assistant");
    assert_eq!(chat.handovers(&desk.admin).await[0]["outcome"], "abandoned_waiting");
    let again = chat.customer.door.delete(&chat.at("/handover")).await;
    assert_eq!(again.reason(409), "not_in_control");
}

#[tokio::test]
async fn of_those_who_speak_the_customers_language_one_is_chosen() {
    let desk = Desk::open().await;
    let (ana, ben) = (desk.agent("Ana").await.online().await, desk.agent("Ben").await.online().await);
    desk.hands_over_to(&[&ana, &ben], json!({})).await;
    for (agent, languages) in [(&ana, json!(["en"])), (&ben, json!(["de", "en"]))] {
        let changed =
            desk.admin.patch(&desk.at(&format!("/agents/{}", agent.id)), &json!({ "languages": languages })).await;
        assert_eq!(changed.ok()["languages"], languages);
    }
    let bad = desk.admin.patch(&desk.at(&format!("/agents/{}", ana.id)), &json!({ "languages": ["<b>"] })).await;
    bad.problem(422);
    let ida = desk.customer("Ida").await;
    let path = desk.at(&format!("/users/{}", ida.id));
    desk.admin.patch(&path, &json!({ "language": "de-AT" })).await.ok();
    let chat = ida.asks(QUESTION).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ben"));
}

#[tokio::test]
async fn an_offer_to_a_stranger_is_not_seen_by_customers_in_events() {
    let desk = Desk::open().await;
    let (_ana, _ben) = asked_first(&desk).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    let mut ear =
        crate::desk::Ear::open(&chat.customer.door, json!({ "type": "hello", "after": 0, "watch": [] })).await;
    let kinds: Vec<Value> = ear.everything().await.into_iter().map(|event| event["kind"].clone()).collect();
    assert!(!kinds.contains(&json!("offer")), "{kinds:?}");
}
