//! Without a model: answers straight from the knowledge, small talk, and wishes for a person.

use serde_json::{Value, json};

use crate::desk::Desk;

#[tokio::test]
async fn a_known_question_is_answered_with_its_source() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let chat = desk.customer("Ida").await.asks("What does shipping cost?").await;
    let said = chat.last().await;
    assert_eq!(said["text"], "Shipping costs 4 euros; from 80 euros on it is free.");
    assert_eq!((&said["ai"]["kind"], &said["ai"]["found"]), (&json!("answer"), &json!(true)));
    assert_eq!(said["ai"]["sources"][0]["title"], "What does shipping cost?");
}

#[tokio::test]
async fn a_source_that_is_removed_is_gone_from_the_next_answer() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let source = desk.knows("Do you rent skis?", "Skis are 20 euros a day.").await;
    let chat = desk.customer("Ida").await.asks("Do you rent skis?").await;
    assert_eq!(chat.last().await["text"], "Skis are 20 euros a day.");
    let id = source["id"].as_str().unwrap();
    desk.admin.delete(&desk.at(&format!("/sources/{id}"))).await.ok();
    chat.asks("Do you rent skis?").await;
    assert_eq!(chat.last().await["ai"]["kind"], "dont_know");
    desk.admin.get(&desk.at(&format!("/sources/{id}"))).await.problem(404);
}

#[tokio::test]
async fn greetings_and_thanks_are_neither_answers_nor_unanswered_questions() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.hands_over_to(&[], json!({})).await;
    let chat = desk.customer("Ida").await.opens().await;
    for said in ["Hello", "thank you so much!", "bye"] {
        chat.asks(said).await;
        let ai = chat.last().await["ai"].clone();
        assert_eq!((&ai["kind"], &ai["sources"]), (&json!("small_talk"), &json!([])), "{said}");
    }
    assert_eq!(chat.phase().await, "assistant");
    assert_eq!(desk.admin.get(&desk.at("/unanswered")).await.ok()["items"], json!([]));
}

#[tokio::test]
async fn small_talk_is_in_the_customers_language() {
    let desk = Desk::open().await;
    let chat = desk.customer_speaking("Ida", "de").await.asks("Hallo!").await;
    assert_eq!(chat.heard_by_customer().await, ["Hallo! Wie kann ich helfen?"]);
}

#[tokio::test]
async fn whoever_asks_for_a_person_gets_one() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    for said in ["I want to talk to a human", "Kann ich mit einem Menschen sprechen?"] {
        let chat = desk.customer("Ida").await.asks(said).await;
        assert_eq!(chat.holder().await.as_deref(), Some("Ana"), "{said}");
        assert_eq!(chat.handovers(&desk.admin).await[0]["reason"], "asked_for_human", "{said}");
    }
    assert_eq!(desk.admin.get(&desk.at("/unanswered")).await.ok()["items"], json!([]));
}

#[tokio::test]
async fn without_handover_a_wish_for_a_person_is_not_met_with_silence() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.asks("I want to talk to a human").await;
    assert_eq!(chat.last().await["ai"]["kind"], "dont_know");
}

#[tokio::test]
async fn a_question_on_the_side_stores_and_posts_nothing() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let known = desk.verdict("Do you repair tents?").await;
    assert_eq!(known["outcome"], "answer");
    assert!(known["score"].as_f64().unwrap() >= known["threshold"].as_f64().unwrap(), "{known}");
    assert_eq!(known["evidence"][0]["title"], "Do you repair tents?");
    let unknown = desk.verdict("Can my yak fly?").await;
    assert_eq!((&unknown["outcome"], &unknown["text"]), (&json!("unknown"), &Value::Null));
    assert_eq!(desk.admin.get(&desk.at("/unanswered")).await.ok()["items"], json!([]));
}

#[tokio::test]
async fn the_threshold_decides() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.set(json!({ "confidence_min": 1.0 })).await;
    assert_eq!(desk.verdict("tents repaired").await["outcome"], "unknown");
    desk.set(json!({ "confidence_min": 0.0 })).await;
    assert_eq!(desk.verdict("tents repaired").await["outcome"], "answer");
}

#[tokio::test]
async fn with_knowledge_off_nothing_is_searched() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.set(json!({ "use_knowledge": false })).await;
    assert_eq!(desk.verdict("Do you repair tents?").await["outcome"], "unknown");
}
