//! Asking for a person by the button, and what the agent gets to go on.

use serde_json::{Value, json};

use crate::desk::Desk;

#[tokio::test]
async fn the_packet_says_why_and_with_what_to_go_on() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let ida = desk.customer_speaking("Ida", "en").await;
    let earlier = ida.asks("What does shipping cost?").await;
    let chat = ida.asks("Do you repair submarines and wash cameras?").await;
    let handover = &chat.handovers(&ana.door).await[0];
    assert_eq!((&handover["reason"], &handover["state"]), (&json!("unknown_answer"), &json!("agent")));
    assert_eq!(handover["agent"]["full_name"], "Ana");
    let packet = &handover["packet"];
    assert_eq!(packet["question"], "Do you repair submarines and wash cameras?");
    assert!(packet["why"].as_str().unwrap().starts_with("The AI Agent found no answer in the knowledge."), "{packet}");
    let best = &packet["passages"][0];
    assert_eq!(best["title"], "Do you repair tents?");
    assert!(best["score"].as_f64().unwrap() < packet["threshold"].as_f64().unwrap(), "{packet}");
    assert_eq!(packet["summary"], "Ida wrote one message: “Do you repair submarines and wash cameras?”");
    assert_eq!((&packet["customer"]["full_name"], &packet["language"]), (&json!("Ida"), &json!("en")));
    assert_eq!(packet["earlier"][0]["dialog"], earlier.id);
    assert_eq!(packet["earlier"][0]["last_text"], "Shipping costs 4 euros; from 80 euros on it is free.");
}

#[tokio::test]
async fn the_button_brings_a_person_with_a_draft_of_what_is_known() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.hands_over_to(&[], json!({})).await;
    let chat = desk.customer("Ida").await.asks("Do you repair tents?").await;
    let dialog = chat.wants_a_person().await.ok();
    assert_eq!(dialog["control"]["phase"], "waiting");
    let handover = &chat.handovers(&desk.admin).await[0];
    assert_eq!(handover["reason"], "asked_for_human");
    assert_eq!(handover["packet"]["question"], "Do you repair tents?");
}

#[tokio::test]
async fn pressing_the_button_twice_is_pressing_it_once() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({})).await;
    let chat = desk.customer("Ida").await.opens().await;
    let first = chat.wants_a_person().await.ok();
    assert_eq!(chat.wants_a_person().await.ok()["control"], first["control"]);
    assert_eq!(chat.handovers(&desk.admin).await.len(), 1);
    assert_eq!(chat.heard_by_customer().await.len(), 1);
}

#[tokio::test]
async fn the_button_says_when_there_is_no_handover() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    assert_eq!(chat.wants_a_person().await.reason(409), "handover_is_off");
    desk.hands_over_to(&[], json!({})).await;
    let private = desk.customer("Ida").await.opens_privately().await;
    assert_eq!(private.wants_a_person().await.ok()["control"]["phase"], "assistant");
    assert_eq!(private.last().await["ai"]["kind"], "dont_know");
}

#[tokio::test]
async fn a_program_may_ask_for_a_person_too() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({})).await;
    let chat = desk.customer("Ida").await.opens().await;
    desk.program().await.put(&chat.at("/handover"), &json!({})).await.ok();
    assert_eq!(chat.handovers(&desk.admin).await[0]["reason"], "rule");
}

#[tokio::test]
async fn handovers_are_for_staff() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({})).await;
    let chat = desk.customer("Ida").await.asks("Can my yak fly?").await;
    chat.customer.door.get(&chat.at("/handovers")).await.problem(403);
    let stranger = desk.customer("Olav").await;
    let refused = stranger.door.get(&chat.at("/handovers")).await;
    assert!([403, 404].contains(&refused.status), "{refused:?}");
}

#[tokio::test]
async fn many_episodes_of_one_dialog_come_in_pages() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({})).await;
    let ana = desk.agent("Ana").await;
    let chat = desk.customer("Ida").await.opens().await;
    for _ in 0..3 {
        chat.wants_a_person().await.ok();
        ana.claims(&chat).await.ok();
        ana.resolves(&chat).await.ok();
    }
    let first = ana.door.get(&chat.at("/handovers?limit=2")).await.ok();
    assert_eq!(first["items"].as_array().unwrap().len(), 2);
    let next = first["next"].as_str().unwrap();
    let second = ana.door.get(&chat.at(&format!("/handovers?limit=2&after={next}"))).await.ok();
    assert_eq!((second["items"].as_array().unwrap().len(), &second["next"]), (1, &Value::Null));
}
