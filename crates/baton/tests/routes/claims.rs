//! Taking a conversation: one winner, and who has no control cannot write.

use serde_json::{Value, json};

use crate::desk::{Desk, Reply};

const QUESTION: &str = "Can my yak fly?";

#[tokio::test]
async fn whoever_comes_second_is_told_who_has_it() {
    let desk = Desk::open().await;
    let (ana, ben) = (desk.agent("Ana").await, desk.agent("Ben").await);
    desk.hands_over_to(&[], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(ana.claims(&chat).await.ok()["control"]["agent"]["full_name"], "Ana");
    let problem = ben.claims(&chat).await.problem(409);
    assert_eq!((&problem["code"], &problem["reason"]), (&json!("refused"), &json!("held_by_another")));
    assert_eq!(problem["holder"], json!({ "id": ana.id, "kind": "agent", "full_name": "Ana" }));
    assert_eq!(problem["detail"], "Ana has taken this conversation.");
}

#[tokio::test]
async fn claiming_twice_is_claiming_once() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    desk.hands_over_to(&[], json!({ "notify_assigned": true })).await;
    let chat = desk.customer("Ida").await.opens().await;
    let first = ana.claims(&chat).await.ok();
    assert_eq!(ana.claims(&chat).await.ok()["control"], first["control"]);
    assert_eq!(chat.heard_by_customer().await, ["Ana has joined the chat."]);
}

#[tokio::test]
async fn of_fifty_who_claim_at_once_exactly_one_wins() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({ "notify_assigned": true })).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    let mut agents = Vec::new();
    for number in 0..50 {
        agents.push(desk.agent(&format!("Agent{number}")).await);
    }
    let claims = agents.iter().map(|agent| agent.claims(&chat));
    let replies: Vec<Reply> = futures_util::future::join_all(claims).await;
    let (won, lost): (Vec<Reply>, Vec<Reply>) = replies.into_iter().partition(|reply| reply.status == 200);
    assert_eq!((won.len(), lost.len()), (1, 49));
    let winner = won[0].body["control"]["agent"]["full_name"].as_str().unwrap();
    for reply in lost {
        assert_eq!(reply.problem(409)["holder"]["full_name"], winner);
    }
    let joined = format!("{winner} has joined the chat.");
    assert_eq!(chat.heard_by_customer().await.into_iter().filter(|text| *text == joined).count(), 1);
}

#[tokio::test]
async fn an_agent_takes_over_from_the_ai_agent() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let ana = desk.agent("Ana").await;
    let chat = desk.customer("Ida").await.asks("Do you repair tents?").await;
    ana.claims(&chat).await.ok();
    let handover = &chat.handovers(&ana.door).await[0];
    assert_eq!((&handover["reason"], &handover["state"]), (&json!("agent_takeover"), &json!("agent")));
    let before = chat.heard_by_customer().await;
    chat.asks("What does shipping cost?").await;
    assert_eq!(chat.heard_by_customer().await, before, "the AI Agent is silent while Ana has it");
}

#[tokio::test]
async fn who_has_no_control_cannot_write() {
    let desk = Desk::open().await;
    let (ana, ben) = (desk.agent("Ana").await, desk.agent("Ben").await);
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    let heard = chat.heard_by_customer().await;
    assert_eq!(ana.says(&chat, "Hello!").await.reason(409), "not_in_control");
    ana.claims(&chat).await.ok();
    let problem = ben.says(&chat, "Hello!").await.problem(409);
    assert_eq!((&problem["reason"], &problem["holder"]["full_name"]), (&json!("held_by_another"), &json!("Ana")));
    ana.resolves(&chat).await.ok();
    assert_eq!(ana.says(&chat, "One more thing").await.reason(409), "is_closed");
    assert_eq!(chat.heard_by_customer().await, heard);
}

#[tokio::test]
async fn what_is_closed_or_private_cannot_be_claimed() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    let closed = desk.customer("Ida").await.opens().await;
    ana.claims(&closed).await.ok();
    ana.resolves(&closed).await.ok();
    assert_eq!(ana.claims(&closed).await.reason(409), "is_closed");
    let private = desk.customer("Ida").await.opens_privately().await;
    assert_eq!(ana.claims(&private).await.reason(409), "private_dialog");
}

#[tokio::test]
async fn only_agents_claim() {
    let desk = Desk::open().await;
    let ida = desk.customer("Ida").await;
    let chat = ida.opens().await;
    let program = desk.program().await;
    for (who, door) in [("customer", &ida.door), ("admin", &desk.admin), ("program", &program)] {
        let problem = door.put(&chat.at("/claim"), &json!({})).await.problem(403);
        assert_eq!(problem["code"], "forbidden", "{who}");
    }
}

#[tokio::test]
async fn a_dialog_without_an_ai_agent_has_no_control_to_claim() {
    let desk = Desk::open().await;
    let (ana, ida) = (desk.agent("Ana").await, desk.customer("Ida").await);
    let dialog = ana.door.post("/dialogs", &json!({ "occupants": [ida.id] })).await.ok();
    assert_eq!(dialog["control"], Value::Null);
    let path = format!("/dialogs/{}/claim", dialog["id"].as_str().unwrap());
    assert_eq!(ana.door.put(&path, &json!({})).await.reason(409), "no_control");
}
