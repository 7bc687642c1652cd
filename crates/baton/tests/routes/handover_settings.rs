//! The texts of a handover in the customer's language, with their placeholders filled in.

use serde_json::json;

use crate::desk::Desk;

const QUESTION: &str = "Can my yak fly?";

#[tokio::test]
async fn customers_read_their_own_language() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    let texts = json!({
        "message": { "default": "One moment.", "de": "Einen Moment.", "pt-br": "Um momento." },
        "notify_assigned": true,
        "assigned_message": { "default": "{agent} is here.", "de": "{agent} ist da." },
    });
    desk.hands_over_to(&[&ana], texts).await;
    for (language, expected) in [
        ("de", ["Einen Moment.", "Ana ist da."]),
        ("de-AT", ["Einen Moment.", "Ana ist da."]),
        ("pt-BR", ["Um momento.", "Ana is here."]),
        ("fr", ["One moment.", "Ana is here."]),
    ] {
        let chat = desk.customer_speaking("Ida", language).await.asks(QUESTION).await;
        assert_eq!(chat.heard_by_customer().await, expected, "{language}");
    }
}

#[tokio::test]
async fn the_dont_know_message_and_the_welcome_have_languages_too() {
    let desk = Desk::open().await;
    let changes = json!({
        "welcome": { "on": true, "text": { "default": "Hello {customer}!", "de": "Hallo {customer}!" } },
        "unanswered": { "dont_know_message": { "default": "No idea.", "de": "Keine Ahnung." } },
    });
    desk.set(changes).await;
    let chat = desk.customer_speaking("Ida", "de").await.asks(QUESTION).await;
    assert_eq!(chat.heard_by_customer().await, ["Hallo Ida!", "Keine Ahnung."]);
}

#[tokio::test]
async fn those_who_wait_are_told_their_place() {
    let desk = Desk::open().await;
    let text = "{customer}, you are number {position}. It takes {wait}. {agent}{unknown}";
    desk.hands_over_to(&[], json!({ "no_agent_message": { "default": text } })).await;
    for (name, place) in [("Ida", 1), ("Olav", 2)] {
        let chat = desk.customer(name).await.asks(QUESTION).await;
        let expected = format!("{name}, you are number {place}. It takes a while (we can't say yet). {{unknown}}");
        assert_eq!(chat.heard_by_customer().await, [expected]);
    }
}

#[tokio::test]
async fn the_wait_is_told_from_who_is_there_and_how_long_conversations_took() {
    let desk = Desk::open_with(|config| config.patience.heartbeat_ms = 3_600_000).await;
    let ana = desk.agent("Ana").await.online().await;
    desk.admin.patch(&desk.at(&format!("/agents/{}", ana.id)), &json!({ "capacity": 1 })).await.ok();
    desk.hands_over_to(&[&ana], json!({ "no_agent_message": { "default": "It takes {wait}." } })).await;
    for _ in 0..12 {
        let chat = desk.customer("Ida").await.asks(QUESTION).await;
        desk.passes(180_000);
        ana.resolves(&chat).await.ok();
    }
    let _held = desk.customer("Kim").await.asks(QUESTION).await;
    let chat = desk.customer("Olav").await.asks(QUESTION).await;
    let heard = chat.heard_by_customer().await;
    assert!(heard[0].starts_with("It takes ") && heard[0].ends_with(" minutes."), "{heard:?}");
    let wait = &chat.control().await["wait"];
    assert!(wait["p50_ms"].as_i64().unwrap() > 60_000 && wait["p50_ms"].as_i64() <= wait["p90_ms"].as_i64(), "{wait}");
}

#[tokio::test]
async fn what_people_are_called_is_not_read_as_a_placeholder() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({ "no_agent_message": { "default": "Sorry, {customer}." } })).await;
    let chat = desk.customer("{position} <b>").await.asks(QUESTION).await;
    assert_eq!(chat.heard_by_customer().await, ["Sorry, {position} <b>."]);
}
