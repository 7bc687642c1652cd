//! The four things that can be done with a question that the AI Agent cannot answer.

use serde_json::json;

use crate::desk::Desk;

const QUESTION: &str = "Can my yak fly?";

#[tokio::test]
async fn dont_know_is_said_and_marked() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    let said = chat.last().await;
    assert_eq!(said["text"], "I could not find an answer to that. Could you put it in other words?");
    let ai = json!({
        "kind": "dont_know", "found": false, "sources": [], "suggestions": [], "statements": [], "feedback": null,
    });
    assert_eq!(said["ai"], ai);
}

#[tokio::test]
async fn dont_know_suggests_what_it_surely_can_answer() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let chat = desk.customer("Ida").await.asks("Do you repair yaks?").await;
    let said = chat.last().await;
    assert_eq!(said["ai"]["kind"], "dont_know");
    let suggestions = said["ai"]["suggestions"].as_array().unwrap();
    assert!((1..=3).contains(&suggestions.len()), "{said}");
    for suggestion in suggestions {
        let verdict = desk.verdict(suggestion.as_str().unwrap()).await;
        assert_eq!(verdict["outcome"], "answer", "{suggestion}");
    }
}

#[tokio::test]
async fn the_general_model_answers_what_is_not_in_the_knowledge_and_that_is_marked() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.uses_model().await;
    desk.set(json!({ "unanswered": { "action": "general_model" } })).await;
    desk.model.knows_only_in_general("Yaks cannot fly.");
    let chat = desk.customer("Ida").await.asks("Which tents do yaks return?").await;
    let said = chat.last().await;
    assert_eq!(said["text"], "Yaks cannot fly.");
    assert_eq!((&said["ai"]["kind"], &said["ai"]["found"]), (&json!("general_answer"), &json!(false)));
    assert_eq!((&said["ai"]["sources"], &said["ai"]["statements"]), (&json!([]), &json!([])));
    let asked = desk.model.asked();
    assert_eq!(asked.len(), 2);
    assert!(!asked[1].body.to_string().contains("passages\\\":"), "the second question goes without the knowledge");
}

#[tokio::test]
async fn without_any_passage_the_general_model_is_asked_at_once() {
    let desk = Desk::open().await;
    desk.uses_model().await;
    desk.set(json!({ "unanswered": { "action": "general_model" } })).await;
    desk.model.knows("Yaks cannot fly.");
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.heard_by_customer().await, ["Yaks cannot fly."]);
    assert_eq!(chat.last().await["ai"]["kind"], "general_answer");
    assert_eq!(desk.model.asked().len(), 1);
}

#[tokio::test]
async fn a_general_model_that_does_not_know_either_says_so() {
    let desk = Desk::open().await;
    desk.uses_model().await;
    desk.set(json!({ "unanswered": { "action": "general_model" } })).await;
    desk.model.does_not_know();
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.last().await["ai"]["kind"], "dont_know");
}

#[tokio::test]
async fn without_a_model_the_general_model_says_dont_know() {
    let desk = Desk::open().await;
    let saved = desk.set(json!({ "unanswered": { "action": "general_model" } })).await;
    assert!(saved["warnings"].as_array().unwrap().iter().any(|warning| warning["code"] == "model_missing"), "{saved}");
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.last().await["ai"]["kind"], "dont_know");
}

#[tokio::test]
async fn human_handover_brings_a_person() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
    ana.says(&chat, "No, it cannot.").await.ok();
    assert_eq!(chat.heard_by_customer().await, ["Let me connect you with one of our team.", "No, it cannot."]);
}
