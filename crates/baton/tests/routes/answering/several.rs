//! Several questions in one message: all are answered, or a person gets the whole message.

use serde_json::{Value, json};

use crate::desk::Desk;

const BOTH: &str = "What does shipping cost and do you repair tents?";
const HALF: &str = "Do you repair tents? And can my yak fly?";

#[tokio::test]
async fn each_is_answered_with_its_source() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let chat = desk.customer("Ida").await.asks(BOTH).await;
    let said = chat.last().await;
    let expected =
        "Shipping costs 4 euros; from 80 euros on it is free.\n\nYes, our workshop repairs tents and zips all year.";
    assert_eq!(said["text"], expected);
    let titles: Vec<&Value> = said["ai"]["sources"].as_array().unwrap().iter().map(|source| &source["title"]).collect();
    assert_eq!(titles, ["What does shipping cost?", "Do you repair tents?"]);
}

#[tokio::test]
async fn a_verdict_says_how_each_was_judged() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let verdict = desk.verdict(HALF).await;
    assert_eq!(verdict["outcome"], "unknown");
    let parts: Vec<_> = verdict["parts"].as_array().unwrap().iter().map(|part| &part["outcome"]).collect();
    assert_eq!(parts, ["answer", "unknown"]);
    assert_eq!(desk.verdict("Do you repair tents?").await["parts"], json!([]));
}

#[tokio::test]
async fn when_one_is_unknown_all_are_handed_over() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.hands_over_to(&[], json!({})).await;
    let chat = desk.customer("Ida").await.asks(HALF).await;
    assert_eq!(chat.phase().await, "waiting");
    let handover = &chat.handovers(&desk.admin).await[0];
    assert_eq!((&handover["reason"], &handover["packet"]["question"]), (&json!("unknown_answer"), &json!(HALF)));
    assert!(!chat.heard_by_customer().await.concat().contains("workshop"));
}

#[tokio::test]
async fn a_model_reads_the_passages_of_all_of_them() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.uses_model().await;
    desk.model.does_not_know();
    desk.customer("Ida").await.asks(BOTH).await;
    let given = desk.model.asked()[0].body["messages"][1]["content"].as_str().unwrap().to_owned();
    assert!(given.contains("from 80 euros on") && given.contains("repairs tents and zips"), "{given}");
}
