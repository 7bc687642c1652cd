//! A question that makes sense only with the one before it is understood.

use serde_json::{Value, json};

use crate::desk::Desk;

const NORWAY: &str = "What does shipping to Norway cost?";
const SWEDEN: &str = "What does shipping to Sweden cost?";

async fn ships() -> Desk {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.knows(NORWAY, "Shipping to Norway costs 4 euros.").await;
    desk.knows(SWEDEN, "Shipping to Sweden costs 9 euros.").await;
    desk
}

#[tokio::test]
async fn a_follow_up_is_answered_as_the_question_it_means() {
    let desk = ships().await;
    let chat = desk.customer("Ida").await.asks(NORWAY).await;
    chat.asks("and to Sweden?").await;
    let said = chat.last().await;
    assert_eq!(said["text"], "Shipping to Sweden costs 9 euros.");
    assert_eq!(said["ai"]["sources"][0]["title"], SWEDEN);
}

#[tokio::test]
async fn without_anything_before_it_nothing_is_completed() {
    let desk = ships().await;
    assert_eq!(desk.verdict("and to Sweden?").await["understood"], Value::Null);
}

#[tokio::test]
async fn a_question_on_the_side_brings_its_history() {
    let desk = ships().await;
    let path = desk.at(&format!("/assistants/{}/ask", desk.assistant));
    let history = json!([{ "question": NORWAY, "answer": "Shipping to Norway costs 4 euros." }]);
    let asked = json!({ "question": "and to Sweden?", "history": history });
    let verdict = desk.admin.post(&path, &asked).await.ok();
    assert_eq!((&verdict["outcome"], &verdict["understood"]), (&json!("answer"), &json!(SWEDEN)));
    let alone = desk.verdict(SWEDEN).await;
    assert_eq!(alone["understood"], Value::Null);
}

#[tokio::test]
async fn what_is_handed_over_is_the_customers_own_question() {
    let desk = ships().await;
    let chat = desk.customer("Ida").await.asks("Do you sell canoes?").await;
    desk.hands_over_to(&[], json!({})).await;
    chat.asks("and kayaks?").await;
    assert_eq!(chat.phase().await, "waiting");
    assert_eq!(chat.handovers(&desk.admin).await[0]["packet"]["question"], "and kayaks?");
    let open = desk.admin.get(&desk.at("/unanswered")).await.ok();
    assert_eq!(open["items"][0]["question"], "Do you sell canoes? and kayaks?", "it is counted as it was understood");
}

#[tokio::test]
async fn a_model_completes_the_question_before_it_reads() {
    let desk = ships().await;
    let chat = desk.customer("Ida").await.asks(NORWAY).await;
    desk.uses_model().await;
    desk.model.completes_then_knows(SWEDEN, "Shipping to Sweden costs 9 euros.");
    chat.asks("and to Sweden?").await;
    assert_eq!(chat.last().await["text"], "Shipping to Sweden costs 9 euros.");
    let asked = desk.model.asked();
    assert_eq!(asked.len(), 2);
    let given: Value = serde_json::from_str(asked[1].body["messages"][1]["content"].as_str().unwrap()).unwrap();
    assert_eq!(given["question"], SWEDEN);
}

#[tokio::test]
async fn a_model_that_completes_nothing_leaves_it_to_the_rules() {
    let desk = ships().await;
    let chat = desk.customer("Ida").await.asks(NORWAY).await;
    desk.uses_model().await;
    desk.model.knows("Shipping to Sweden costs 9 euros.");
    chat.asks("and to Sweden?").await;
    assert_eq!(chat.last().await["text"], "Shipping to Sweden costs 9 euros.");
}
