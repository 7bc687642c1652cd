//! With a model: answers from passages only, in time only, and one answer to a burst.

use serde_json::{Value, json};

use crate::desk::{Desk, Ear};

const QUESTION: &str = "Do you repair tents?";
const ANSWER: &str = "Yes, our workshop repairs tents.";

async fn reading_desk() -> Desk {
    let desk = Desk::open_with(|config| config.answers.burst_ms = 100).await;
    furnish(&desk).await;
    desk
}

async fn furnish(desk: &Desk) {
    desk.knows_the_shop().await;
    desk.uses_model().await;
}

/// The question as the model read it.
fn question(body: &Value) -> Value {
    let given = body["messages"][1]["content"].as_str().unwrap();
    serde_json::from_str::<Value>(given).unwrap()["question"].clone()
}

#[tokio::test]
async fn an_answer_names_the_sources_it_is_from() {
    let desk = Desk::open().await;
    furnish(&desk).await;
    desk.model.knows(ANSWER);
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    let said = chat.last().await;
    assert_eq!(said["text"], ANSWER);
    assert_eq!((&said["ai"]["kind"], &said["ai"]["found"]), (&json!("answer"), &json!(true)));
    assert_eq!(said["ai"]["sources"][0]["title"], QUESTION);
    assert_eq!(said["ai"]["sources"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_model_gets_the_passages_the_question_and_the_key_and_no_more() {
    let desk = Desk::open().await;
    furnish(&desk).await;
    let now = desk.ai_agent().await;
    let saved = json!({ "settings": now["settings"], "version": now["version"], "model_key": "sk-secret" });
    assert_eq!(desk.save(saved).await.ok()["has_model_key"], true);
    desk.model.knows(ANSWER);
    desk.customer("Ida").await.asks(QUESTION).await;
    let asked = &desk.model.asked()[0];
    assert_eq!(asked.authorization, "Bearer sk-secret");
    assert_eq!((&asked.body["model"], &asked.body["temperature"]), (&json!("fake-1"), &json!(0.0)));
    assert_eq!(question(&asked.body), QUESTION);
    let text = asked.body.to_string();
    assert!(text.contains("Yes, our workshop repairs tents and zips all year."), "{text}");
    assert!(!text.contains("Ida") && !text.contains("sk-secret"), "{text}");
}

#[tokio::test]
async fn what_is_not_in_the_passages_is_handed_over() {
    let desk = Desk::open().await;
    furnish(&desk).await;
    desk.hands_over_to(&[], json!({})).await;
    desk.model.does_not_know();
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.phase().await, "waiting");
    assert_eq!(chat.handovers(&desk.admin).await[0]["reason"], "unknown_answer");
}

#[tokio::test]
async fn a_provider_that_stumbles_once_is_asked_again() {
    let desk = Desk::open().await;
    furnish(&desk).await;
    desk.model.stumbles_then_knows(503, ANSWER);
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.heard_by_customer().await, [ANSWER]);
}

#[tokio::test]
async fn an_answer_that_comes_after_the_agent_is_not_delivered() {
    let desk = Desk::open().await;
    furnish(&desk).await;
    let ana = desk.agent("Ana").await;
    desk.hands_over_to(&[&ana], json!({ "notify_assigned": true })).await;
    desk.model.thinks();
    let chat = desk.customer("Ida").await.opens().await;
    chat.says(QUESTION).await;
    desk.model.is_asked(1).await;
    let mut ear = Ear::open(&desk.admin, json!({ "app": desk.app })).await;
    ana.claims(&chat).await.ok();
    desk.model.answers(ANSWER).await;
    let dropped = ear.hears("answer_dropped").await;
    assert_eq!(dropped["dialog"], chat.id);
    assert_eq!(chat.heard_by_customer().await, ["Ana has joined the chat."]);
}

#[tokio::test]
async fn an_answer_to_what_was_asked_before_is_not_delivered() {
    let desk = Desk::open().await;
    furnish(&desk).await;
    desk.model.thinks();
    let chat = desk.customer("Ida").await.opens().await;
    chat.says(QUESTION).await;
    desk.model.is_asked(1).await;
    chat.says("I mean tents for yaks").await;
    let asked = desk.model.is_asked(2).await;
    assert_eq!(question(&asked[1].body), format!("{QUESTION} I mean tents for yaks"));
    desk.model.answers("Our workshop repairs tents.").await;
    desk.model.answers(ANSWER).await;
    chat.settles().await;
    assert_eq!(chat.heard_by_customer().await, [ANSWER]);
}

#[tokio::test]
async fn an_answer_that_comes_after_the_customer_wanted_a_person_is_not_delivered() {
    let desk = Desk::open().await;
    furnish(&desk).await;
    desk.hands_over_to(&[], json!({ "no_agent_message": { "default": "Later." } })).await;
    desk.model.thinks();
    let chat = desk.customer("Ida").await.opens().await;
    chat.says(QUESTION).await;
    desk.model.is_asked(1).await;
    chat.wants_a_person().await.ok();
    let mut ear = Ear::open(&desk.admin, json!({ "app": desk.app })).await;
    desk.model.answers(ANSWER).await;
    ear.hears("answer_dropped").await;
    assert_eq!(chat.heard_by_customer().await, ["Later."]);
}

#[tokio::test]
async fn a_burst_of_messages_is_one_question() {
    let desk = reading_desk().await;
    desk.model.knows(ANSWER);
    let chat = desk.customer("Ida").await.opens().await;
    for text in ["Hi there", "one question:", QUESTION] {
        chat.says(text).await;
    }
    desk.passes(100);
    chat.settles().await;
    let asked = desk.model.asked();
    assert_eq!(asked.len(), 1);
    assert_eq!(question(&asked[0].body), format!("one question: {QUESTION}"));
    assert_eq!(chat.heard_by_customer().await, [ANSWER]);
}
