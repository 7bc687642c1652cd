//! Nobody can be assigned: business hours, what the admin wants then, and where a reply reaches the customer.

use serde_json::{Value, json};

use crate::desk::{Chat, Desk};

const QUESTION: &str = "Can my yak fly?";

/// Open on no day of the week but by a holiday long ago.
fn never_open() -> Value {
    json!({ "weekly": { "time_zone": "Europe/Oslo", "week": {} } })
}

async fn asks(desk: &Desk, changes: Value) -> Chat {
    desk.hands_over_to(&[], changes).await;
    desk.customer("Ida").await.asks(QUESTION).await
}

#[tokio::test]
async fn outside_business_hours_the_customer_reads_so() {
    let desk = Desk::open().await;
    let closed = json!({ "hours": never_open(), "closed_message": { "default": "We are closed." } });
    let chat = asks(&desk, closed).await;
    assert_eq!(chat.heard_by_customer().await, ["We are closed."]);
    assert_eq!(chat.phase().await, "waiting");
}

#[tokio::test]
async fn the_customer_reads_in_their_language_when_the_team_is_back() {
    let desk = Desk::open().await;
    let week = json!({ "tuesday": [{ "from": "08:30", "to": "16:00" }] });
    let message = json!({ "default": "We are back {opens}.", "de": "Wir sind {opens} wieder da." });
    let hours = json!({ "weekly": { "time_zone": "Europe/Oslo", "week": week } });
    let chat = asks(&desk, json!({ "hours": hours, "closed_message": message })).await;
    assert_eq!(chat.heard_by_customer().await, ["We are back tomorrow at 08:30."]);
    let german = desk.customer_speaking("Uwe", "de-AT").await.asks(QUESTION).await;
    assert_eq!(german.heard_by_customer().await, ["Wir sind morgen um 08:30 wieder da."]);
    let french = desk.customer_speaking("Léa", "fr").await.asks(QUESTION).await;
    assert_eq!(french.heard_by_customer().await, ["We are back tomorrow at 08:30."], "one sentence, one language");
}

#[tokio::test]
async fn who_is_online_is_assigned_whatever_the_hours() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({ "hours": never_open() })).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
}

#[tokio::test]
async fn hours_that_cannot_be_are_refused_with_their_place() {
    let desk = Desk::open().await;
    let week = json!({ "monday": [{ "from": "25:00", "to": "26:00" }] });
    let hours = json!({ "weekly": { "time_zone": "Europe/Oslo", "week": week } });
    let refused = desk.tries_to_set(json!({ "unanswered": { "handover": { "hours": hours } } })).await;
    let problem = refused.problem(422);
    assert!(problem["fields"][0]["field"].as_str().unwrap().contains("monday"), "{problem}");
}

#[tokio::test]
async fn an_address_is_asked_for_kept_and_asked_for_no_more() {
    let desk = Desk::open().await;
    let chat = asks(&desk, json!({ "when_nobody": "leave_contact" })).await;
    assert_eq!(chat.last().await["ai"]["kind"], "leave_contact");
    let path = chat.at("/contact");
    chat.customer.door.put(&path, &json!({ "email": "nonsense" })).await.problem(422);
    chat.customer.door.put(&path, &json!({ "email": "ida@home.example" })).await.ok();
    assert_eq!(chat.last().await["ai"]["kind"], "reply_to_contact");
    let path = desk.at(&format!("/users/{}", chat.customer.id));
    assert_eq!(desk.admin.get(&path).await.ok()["email"], "ida@home.example");
    let again = chat.customer.asks(QUESTION).await;
    assert_eq!(again.last().await["ai"]["kind"], "reply_to_contact");
}

#[tokio::test]
async fn back_to_the_ai_agent_no_handover_stays_open() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let chat = asks(&desk, json!({ "when_nobody": "back_to_assistant" })).await;
    assert_eq!(chat.last().await["ai"]["kind"], "still_here");
    assert_eq!(chat.handovers(&desk.admin).await[0]["outcome"], "returned");
    chat.asks("Do you repair tents?").await;
    assert!(chat.last().await["text"].as_str().unwrap().contains("workshop"));
}

#[tokio::test]
async fn the_same_old_question_is_not_handed_over_again_but_a_wish_is() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    ana.returns(&chat).await.ok();
    chat.asks(QUESTION).await;
    assert_eq!((chat.phase().await.as_str(), chat.handovers(&desk.admin).await.len()), ("assistant", 1));
    assert_eq!(chat.last().await["ai"]["kind"], "dont_know");
    chat.asks("I want to talk to a person").await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
}
