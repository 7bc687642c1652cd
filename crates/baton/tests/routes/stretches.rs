//! A human stretch goes from hand to hand and ends: transfer, return, resolve, and agents who are lost.

use serde_json::{Value, json};

use crate::desk::{Agent, Chat, Desk};

const QUESTION: &str = "Can my yak fly?";

/// Ana has the conversation; Ben is there too, and in the pool.
async fn held_by_ana(desk: &Desk) -> (Chat, Agent, Agent) {
    let (ana, ben) = (desk.agent("Ana").await.online().await, desk.agent("Ben").await.online().await);
    desk.hands_over_to(&[&ana, &ben], json!({ "notify_assigned": true })).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
    (chat, ana, ben)
}

#[tokio::test]
async fn a_transfer_to_a_colleague_is_announced() {
    let desk = Desk::open().await;
    let (chat, ana, ben) = held_by_ana(&desk).await;
    ana.transfers(&chat, &ben).await.ok();
    assert_eq!(chat.holder().await.as_deref(), Some("Ben"));
    assert_eq!(chat.heard_by_customer().await[1..], ["Ana has joined the chat.", "Ben has joined the chat."]);
    assert_eq!(ana.says(&chat, "Bye!").await.reason(409), "held_by_another");
    let in_it: Vec<Value> =
        chat.dialog().await["occupants"].as_array().unwrap().iter().map(|one| one["full_name"].clone()).collect();
    assert!(in_it.contains(&json!("Ben")) && !in_it.contains(&json!("Ana")), "{in_it:?}");
    assert_eq!(chat.handovers(&ben.door).await.len(), 1, "it is still the same handover");
}

#[tokio::test]
async fn only_who_has_it_transfers_it_or_an_admin() {
    let desk = Desk::open().await;
    let (chat, _ana, ben) = held_by_ana(&desk).await;
    assert_eq!(ben.transfers(&chat, &ben).await.reason(409), "held_by_another");
    assert_eq!(ben.gives_to_pool(&chat).await.reason(409), "held_by_another");
    assert_eq!(ben.returns(&chat).await.reason(409), "held_by_another");
    assert_eq!(ben.resolves(&chat).await.reason(409), "held_by_another");
    desk.admin.put(&chat.at("/assignee"), &json!({ "agent": ben.id })).await.ok();
    assert_eq!(chat.holder().await.as_deref(), Some("Ben"));
}

#[tokio::test]
async fn nobody_transfers_to_somebody_who_cannot_answer() {
    let desk = Desk::open().await;
    let (chat, ana, _ben) = held_by_ana(&desk).await;
    let cleo = desk.agent("Cleo").await;
    desk.admin.patch(&desk.at(&format!("/agents/{}", cleo.id)), &json!({ "disabled": true })).await.ok();
    for nobody in [cleo.id, chat.customer.id, desk.assistant_user, 999_999] {
        let refused = ana.door.put(&chat.at("/assignee"), &json!({ "agent": nobody })).await;
        assert_eq!(refused.reason(409), "not_eligible", "{nobody}");
    }
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
}

#[tokio::test]
async fn back_in_the_pool_it_goes_to_somebody_else() {
    let desk = Desk::open().await;
    let (chat, ana, ben) = held_by_ana(&desk).await;
    ana.gives_to_pool(&chat).await.ok();
    assert_eq!(chat.holder().await.as_deref(), Some("Ben"));
    ben.away(true).await;
    ana.away(true).await;
    ben.gives_to_pool(&chat).await.ok();
    assert_eq!(chat.phase().await, "waiting");
    ben.away(false).await;
    assert_eq!(chat.phase().await, "waiting", "Ben has just given it up");
    ben.claims(&chat).await.ok();
    assert_eq!(chat.holder().await.as_deref(), Some("Ben"), "but he may take it");
}

#[tokio::test]
async fn returned_it_is_the_ai_agents_again() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let (chat, ana, _ben) = held_by_ana(&desk).await;
    ana.returns(&chat).await.ok();
    assert_eq!(chat.phase().await, "assistant");
    let handover = &chat.handovers(&ana.door).await[0];
    assert_eq!((&handover["state"], &handover["outcome"]), (&json!("ended"), &json!("returned")));
    chat.asks("Do you repair tents?").await;
    assert_eq!(chat.last().await["ai"]["kind"], "answer");
}

#[tokio::test]
async fn resolved_it_is_closed_until_the_customer_writes() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let (chat, ana, _ben) = held_by_ana(&desk).await;
    let turn = ana.resolves(&chat).await.ok()["control"]["turn"].as_i64().unwrap();
    assert_eq!(chat.phase().await, "closed");
    let handover = &chat.handovers(&ana.door).await[0];
    assert_eq!((&handover["state"], &handover["outcome"]), (&json!("ended"), &json!("solved")));
    chat.asks("Do you repair tents?").await;
    assert_eq!(chat.last().await["ai"]["kind"], "answer");
    assert!(chat.control().await["turn"].as_i64().unwrap() > turn, "the turn only grows");
    chat.asks(QUESTION).await;
    let handovers = chat.handovers(&ana.door).await;
    assert_eq!(handovers.len(), 2, "a new episode");
    assert_eq!(handovers[0]["state"], "agent");
}

#[tokio::test]
async fn what_is_not_solved_is_on_record() {
    let desk = Desk::open().await;
    let (chat, ana, _ben) = held_by_ana(&desk).await;
    ana.door.put(&chat.at("/resolution"), &json!({ "solved": false })).await.ok();
    assert_eq!(chat.handovers(&ana.door).await[0]["outcome"], "not_solved");
}

#[tokio::test]
async fn a_disabled_agents_conversations_go_back_to_the_pool() {
    let desk = Desk::open().await;
    let (chat, ana, ben) = held_by_ana(&desk).await;
    let disabled = desk.admin.patch(&desk.at(&format!("/agents/{}", ana.id)), &json!({ "disabled": true })).await.ok();
    assert_eq!((&disabled["disabled"], &disabled["load"]), (&json!(true), &json!(0)));
    assert_eq!(chat.holder().await.as_deref(), Some("Ben"));
    assert_eq!(ana.door.get("/sessions/current").await.reason(401), "not_signed_in");
    desk.admin.patch(&desk.at(&format!("/agents/{}", ben.id)), &json!({ "disabled": true })).await.ok();
    assert_eq!(chat.phase().await, "waiting");
    assert_eq!(chat.handovers(&desk.admin).await[0]["state"], "waiting");
}

#[tokio::test]
async fn an_agents_reply_is_noted_once() {
    let desk = Desk::open().await;
    let (chat, ana, _ben) = held_by_ana(&desk).await;
    assert_ne!(chat.control().await["owes_reply_since"], Value::Null);
    desk.passes(60_000);
    ana.says(&chat, "No.").await.ok();
    assert_eq!(chat.control().await["owes_reply_since"], Value::Null);
    desk.passes(60_000);
    ana.says(&chat, "Really not.").await.ok();
    let handover = &chat.handovers(&ana.door).await[0];
    assert_eq!(handover["first_reply_at"].as_i64().unwrap() - handover["began_at"].as_i64().unwrap(), 60_000);
}
