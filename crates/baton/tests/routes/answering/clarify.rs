//! A question that could be one of several is asked back, once; then a person comes.

use serde_json::{Value, json};

use crate::desk::{Chat, Desk};

const UNCLEAR: &str = "I want to return it";
const TENT: &str = "How do I return a tent by post?";
const JACKET: &str = "How do I return a jacket in the store?";

/// A desk on which the unclear question is neither clear nor hopeless.
async fn unsure() -> Desk {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.knows(TENT, "Send the tent to our warehouse.").await;
    desk.knows(JACKET, "Bring the jacket to the counter.").await;
    let unclear = desk.verdict(UNCLEAR).await["score"].as_f64().unwrap();
    let clear = desk.verdict(TENT).await["score"].as_f64().unwrap();
    assert!(0.0 < unclear && unclear < clear, "{unclear} {clear}");
    desk.set(json!({ "confidence_min": (unclear + clear) / 2.0, "clarify_from": unclear / 2.0 })).await;
    desk
}

async fn asked_back(desk: &Desk) -> (Chat, Vec<String>) {
    let chat = desk.customer("Ida").await.asks(UNCLEAR).await;
    let said = chat.last().await;
    assert_eq!(said["ai"]["kind"], "clarify", "{said}");
    let choices = said["ai"]["suggestions"].as_array().unwrap();
    let choices: Vec<String> = choices.iter().map(|choice| choice.as_str().unwrap().to_owned()).collect();
    assert!((2..=3).contains(&choices.len()), "{said}");
    for choice in &choices {
        assert!(said["text"].as_str().unwrap().contains(choice.as_str()), "{said}");
    }
    (chat, choices)
}

fn answer_to(choice: &str) -> &'static str {
    match choice {
        TENT => "Send the tent to our warehouse.",
        JACKET => "Bring the jacket to the counter.",
        _ => "You can return anything within 60 days.",
    }
}

#[tokio::test]
async fn a_choice_that_is_picked_is_answered() {
    let desk = unsure().await;
    let (chat, choices) = asked_back(&desk).await;
    chat.asks(&choices[0]).await;
    assert_eq!(chat.last().await["text"], answer_to(&choices[0]));
    assert_eq!(chat.phase().await, "assistant");
}

#[tokio::test]
async fn a_choice_is_picked_in_words_too() {
    let desk = unsure().await;
    let (chat, choices) = asked_back(&desk).await;
    chat.asks("the second one please").await;
    assert_eq!(chat.last().await["text"], answer_to(&choices[1]));
}

#[tokio::test]
async fn it_is_asked_back_once_and_then_a_person_comes() {
    let desk = unsure().await;
    desk.hands_over_to(&[], json!({})).await;
    let (chat, _) = asked_back(&desk).await;
    assert_eq!(chat.phase().await, "assistant");
    assert_eq!(desk.admin.get(&desk.at("/unanswered")).await.ok()["items"], json!([]));
    chat.asks(UNCLEAR).await;
    assert_eq!(chat.phase().await, "waiting");
    assert_eq!(chat.handovers(&desk.admin).await[0]["reason"], "unknown_answer");
}

#[tokio::test]
async fn a_zone_that_is_empty_asks_nobody_back() {
    let desk = unsure().await;
    desk.set(json!({ "clarify_from": 1.0 })).await;
    let chat = desk.customer("Ida").await.asks(UNCLEAR).await;
    assert_eq!(chat.last().await["ai"]["kind"], "dont_know");
    let refused = desk.tries_to_set(json!({ "clarify_from": 1.5 })).await;
    assert_ne!(refused.problem(422)["fields"], Value::Null);
}

#[tokio::test]
async fn a_choice_that_is_offered_on_the_side_is_picked_there() {
    let desk = unsure().await;
    let verdict = desk.verdict(UNCLEAR).await;
    assert_eq!(verdict["outcome"], "clarify");
    assert!(verdict["suggestions"].as_array().unwrap().len() >= 2, "{verdict}");
}

#[tokio::test]
async fn where_it_would_ask_back_a_person_can_come_instead() {
    let desk = unsure().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({ "on_low_confidence": true })).await;
    let chat = desk.customer("Ida").await.asks(UNCLEAR).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
    assert_eq!(chat.handovers(&ana.door).await[0]["reason"], "low_confidence");
}
