//! Agents who supervise act on what colleagues have.

use serde_json::json;

use crate::desk::{Agent, Chat, Desk};

/// Ana has it; Sam supervises.
async fn held_by_ana(desk: &Desk) -> (Chat, Agent, Agent) {
    let (ana, sam) = (desk.agent("Ana").await.online().await, desk.agent("Sam").await.online().await);
    desk.admin.patch(&desk.at(&format!("/agents/{}", sam.id)), &json!({ "supervises": true })).await.ok();
    desk.hands_over_to(&[&ana], json!({ "notify_assigned": true })).await;
    let chat = desk.customer("Ida").await.asks("Can my yak fly?").await;
    (chat, ana, sam)
}

#[tokio::test]
async fn a_supervisor_takes_over_and_the_customer_is_told() {
    let desk = Desk::open().await;
    let (chat, ana, sam) = held_by_ana(&desk).await;
    assert_eq!(sam.says(&chat, "Hello").await.reason(409), "held_by_another", "not without taking it");
    assert_eq!(sam.claims(&chat).await.reason(409), "held_by_another", "nor by chance");
    sam.transfers(&chat, &sam).await.ok();
    assert_eq!(chat.holder().await.as_deref(), Some("Sam"));
    assert_eq!(chat.heard_by_customer().await.last().map(String::as_str), Some("Sam has joined the chat."));
    assert_eq!(ana.transfers(&chat, &ana).await.reason(409), "held_by_another", "Ana does not supervise");
    assert_eq!(chat.handovers(&sam.door).await.len(), 1);
}

#[tokio::test]
async fn a_supervisor_hands_on_returns_and_ends_what_others_have() {
    let desk = Desk::open().await;
    let (chat, _ana, sam) = held_by_ana(&desk).await;
    let ben = desk.agent("Ben").await.online().await;
    sam.transfers(&chat, &ben).await.ok();
    assert_eq!(chat.holder().await.as_deref(), Some("Ben"));
    sam.returns(&chat).await.ok();
    assert_eq!(chat.phase().await, "assistant");
    chat.asks("I want to talk to a person").await;
    sam.resolves(&chat).await.ok();
    assert_eq!(chat.phase().await, "closed");
}

#[tokio::test]
async fn who_supervises_is_told_so_and_only_admins_say_who_does() {
    let desk = Desk::open().await;
    let (_chat, ana, sam) = held_by_ana(&desk).await;
    assert_eq!(sam.door.get("/sessions/current").await.ok()["supervises"], true);
    assert_eq!(ana.door.get("/sessions/current").await.ok()["supervises"], false);
    let path = desk.at(&format!("/agents/{}", ana.id));
    ana.door.patch(&path, &json!({ "supervises": true })).await.problem(403);
}
