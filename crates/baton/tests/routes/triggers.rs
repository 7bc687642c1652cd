//! What calls for a person besides a question that cannot be answered.

use serde_json::{Value, json};

use crate::desk::{Chat, Desk};

const KNOWN: &str = "Do you repair tents?";
const UNKNOWN: &str = "Can my yak fly?";

/// The shop's AI Agent hands over as the changes say; Ana is there.
async fn shop(changes: Value) -> (Desk, crate::desk::Agent) {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], changes).await;
    (desk, ana)
}

fn rule(what: Value) -> Value {
    let mut rule = json!({ "name": "Refunds" });
    rule.as_object_mut().unwrap().extend(what.as_object().unwrap().clone());
    json!({ "rules": [rule] })
}

async fn reason(chat: &Chat, desk: &Desk) -> Option<String> {
    let handovers = chat.handovers(&desk.admin).await;
    handovers.first().map(|handover| handover["reason"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn a_rule_calls_a_person_although_the_ai_agent_knows() {
    let (desk, ana) = shop(rule(json!({ "words": ["tents", "zips"] }))).await;
    let chat = desk.customer("Ida").await.asks(KNOWN).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
    let handover = &chat.handovers(&ana.door).await[0];
    assert_eq!(handover["reason"], "rule");
    assert_eq!(handover["packet"]["why"], "The rule “Refunds” asks for a person here.");
    assert!(!handover["packet"]["passages"].as_array().unwrap().is_empty(), "what is known is in the packet");
    let other = desk.customer("Kai").await.asks("What does shipping cost?").await;
    assert_eq!(reason(&other, &desk).await, None);
}

#[tokio::test]
async fn all_that_a_rule_says_must_fit() {
    let (desk, _ana) = shop(rule(json!({ "pattern": "repair(s|ed)?", "tags": ["VIP"], "page": "/checkout" }))).await;
    let ida = desk.customer("Ida").await;
    assert_eq!(reason(&ida.asks(KNOWN).await, &desk).await, None);
    let path = desk.at(&format!("/users/{}", ida.id));
    desk.admin.patch(&path, &json!({ "tags": ["vip"] })).await.ok();
    assert_eq!(reason(&ida.asks(KNOWN).await, &desk).await, None);
    let custom = json!({ "page": "https://shop.example/checkout?step=2" });
    desk.admin.patch(&path, &json!({ "custom": custom })).await.ok();
    assert_eq!(reason(&ida.asks(KNOWN).await, &desk).await.as_deref(), Some("rule"));
}

#[tokio::test]
async fn a_rule_can_be_for_the_time_outside_business_hours() {
    let closed = json!({ "weekly": { "time_zone": "Europe/Oslo", "week": {} } });
    let mut changes = rule(json!({ "during": "outside_business_hours" }));
    let (desk, ana) = shop(changes.clone()).await;
    assert_eq!(reason(&desk.customer("Ida").await.asks(KNOWN).await, &desk).await, None);
    changes["hours"] = closed;
    desk.hands_over_to(&[&ana], changes).await;
    assert_eq!(reason(&desk.customer("Kai").await.asks(KNOWN).await, &desk).await.as_deref(), Some("rule"));
}

#[tokio::test]
async fn a_rule_that_cannot_be_is_refused_with_its_place() {
    let (desk, _ana) = shop(json!({})).await;
    for (what, field) in [
        (json!({}), "unanswered.handover.rules[0]"),
        (json!({ "pattern": "(" }), "unanswered.handover.rules[0].pattern"),
        (json!({ "pattern": "(a{1000}){1000}" }), "unanswered.handover.rules[0].pattern"),
        (json!({ "words": [""] }), "unanswered.handover.rules[0].words[0]"),
    ] {
        let refused = desk.tries_to_set(json!({ "unanswered": { "handover": rule(what) } })).await;
        let problem = refused.problem(422);
        assert_eq!(problem["fields"][0]["field"], field, "{problem}");
    }
}

#[tokio::test]
async fn who_knows_what_the_rule_asks_for_comes_first() {
    let (desk, ana) = shop(json!({})).await;
    let ben = desk.agent("Ben").await.online().await;
    let path = desk.at(&format!("/agents/{}", ben.id));
    desk.admin.patch(&path, &json!({ "skills": ["Billing"] })).await.ok();
    let mut changes = rule(json!({ "words": ["tents"], "skill": "billing" }));
    changes["choice"] = json!("round_robin");
    desk.hands_over_to(&[&ana, &ben], changes).await;
    for _ in 0..2 {
        let chat = desk.customer("Ida").await.asks(KNOWN).await;
        assert_eq!(chat.holder().await.as_deref(), Some("Ben"));
    }
    desk.admin.patch(&path, &json!({ "skills": ["x".repeat(61)] })).await.problem(422);
}

#[tokio::test]
async fn an_urgent_one_waits_before_those_that_are_not() {
    let (desk, ana) = shop(json!({})).await;
    ana.away(true).await;
    let mut changes = rule(json!({ "words": ["broken"] }));
    changes["rules"][0]["urgent"] = json!(true);
    desk.hands_over_to(&[&ana], changes).await;
    let first = desk.customer("Ida").await.asks(UNKNOWN).await;
    let urgent = desk.customer("Kai").await.asks("My tent is broken").await;
    assert_eq!(urgent.control().await["position"], 1);
    assert_eq!(first.control().await["position"], 2);
}

#[tokio::test]
async fn answers_that_did_not_help_call_a_person_after_so_many_in_a_row() {
    let (desk, _ana) = shop(json!({ "unhelpful_max": 2 })).await;
    let chat = desk.customer("Ida").await.asks(KNOWN).await;
    let rate = async |helpful: bool| {
        let answer = chat.last().await;
        let path = chat.at(&format!("/messages/{}/feedback", answer["id"].as_str().unwrap()));
        chat.customer.door.put(&path, &json!({ "helpful": helpful })).await.ok();
    };
    rate(false).await;
    assert_eq!(chat.phase().await, "assistant");
    chat.asks("What does shipping cost?").await;
    rate(true).await;
    rate(false).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"), "the last word counts");
    assert_eq!(reason(&chat, &desk).await.as_deref(), Some("repeated_question"));
}

#[tokio::test]
async fn an_admin_may_want_people_only_for_those_who_ask_for_one() {
    let (desk, _ana) = shop(json!({ "on_unknown": false })).await;
    let chat = desk.customer("Ida").await.asks(UNKNOWN).await;
    assert_eq!(chat.last().await["ai"]["kind"], "dont_know");
    assert_eq!(chat.phase().await, "assistant");
    chat.asks("I want to talk to a person").await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
}
