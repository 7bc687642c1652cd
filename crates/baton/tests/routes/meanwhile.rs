//! Before and while a person is called: the customer is asked first, answered meanwhile, and heard when upset.

use serde_json::json;

use crate::desk::{Chat, Desk};

const QUESTION: &str = "Can my yak fly?";

#[tokio::test]
async fn asked_first_a_yes_is_a_handover_with_the_question_that_was_asked() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({ "ask_first": true })).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    let asked = chat.last().await;
    assert_eq!((&asked["ai"]["kind"], chat.phase().await.as_str()), (&json!("ask_first"), "assistant"));
    assert_eq!(asked["ai"]["suggestions"], json!(["Yes, please", "No, thanks"]));
    chat.asks("Yes, please").await;
    assert_eq!(chat.phase().await, "waiting");
    assert_eq!(chat.handovers(&desk.admin).await[0]["packet"]["question"], QUESTION);
}

#[tokio::test]
async fn who_waits_is_answered_what_can_be_answered_and_nothing_else() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.hands_over_to(&[], json!({ "answer_while_waiting": true })).await;
    let ana = desk.agent("Ana").await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    chat.asks("Do you repair tents?").await;
    assert!(chat.last().await["text"].as_str().unwrap().contains("workshop"));
    assert_eq!(chat.phase().await, "waiting");
    let heard = chat.heard_by_customer().await;
    chat.asks("Can my yak swim?").await;
    assert_eq!(chat.heard_by_customer().await, heard, "what it does not know it leaves to the person");
    ana.claims(&chat).await.ok();
    let heard = chat.heard_by_customer().await;
    chat.asks("What does shipping cost?").await;
    assert_eq!(chat.heard_by_customer().await, heard, "it is silent once an agent has control");
}

async fn reason(chat: &Chat, desk: &Desk) -> String {
    chat.handovers(&desk.admin).await[0]["reason"].as_str().unwrap().into()
}

#[tokio::test]
async fn a_customer_who_is_upset_gets_a_person() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.hands_over_to(&[], json!({})).await;
    let chat = desk.customer("Ida").await.asks("This is useless!!! Do you repair tents or not?!").await;
    assert_eq!(reason(&chat, &desk).await, "frustrated");
}

#[tokio::test]
async fn who_asks_again_what_was_answered_gets_a_person_where_that_is_wanted() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.hands_over_to(&[], json!({ "on_repeat": true })).await;
    let chat = desk.customer("Ida").await.asks("Do you repair tents?").await;
    assert_eq!(chat.phase().await, "assistant");
    chat.asks("do you repair tents").await;
    assert_eq!(reason(&chat, &desk).await, "repeated_question");
}
