//! Numbers people can trust: every episode has one ending, and they add up.

use serde_json::{Value, json};

use crate::desk::{Desk, until};

const KNOWN: &str = "Do you repair tents?";
const UNKNOWN: &str = "Can my yak fly?";
const HOUR_MS: i64 = 3_600_000;

async fn report(desk: &Desk) -> Value {
    desk.admin.get(&desk.at("/report")).await.ok()
}

fn count(report: &Value, ending: &str) -> i64 {
    let endings = report["episodes"]["endings"].as_array().unwrap();
    endings.iter().find(|counted| counted["ending"] == ending).unwrap()["count"].as_i64().unwrap()
}

/// Waits until so many episodes have ended.
async fn ended(desk: &Desk, episodes: i64) -> Value {
    let all = || async { Some(report(desk).await).filter(|report| report["episodes"]["ended"] == episodes) };
    until("the episodes have ended", all).await.unwrap()
}

#[tokio::test]
async fn every_episode_ends_once_and_the_endings_add_up() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    // Nobody asks a second time after the AI Agent was asked.
    let confirmed = desk.customer("Ida").await.asks(KNOWN).await;
    let answer = confirmed.last().await;
    let feedback = confirmed.at(&format!("/messages/{}/feedback", answer["id"].as_str().unwrap()));
    confirmed.customer.door.put(&feedback, &json!({ "helpful": true })).await.ok();
    desk.customer("Kai").await.asks(KNOWN).await;
    desk.customer("Lea").await.asks(UNKNOWN).await;
    desk.hands_over_to(&[], json!({ "when_nobody": "leave_contact" })).await;
    let gave_up = desk.customer("Mia").await.asks(UNKNOWN).await;
    gave_up.customer.door.delete(&gave_up.at("/handover")).await.ok();
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let solved = desk.customer("Noa").await.asks(UNKNOWN).await;
    desk.passes(60_000);
    ana.says(&solved, "It cannot.").await.ok();
    ana.resolves(&solved).await.ok();
    let unsolved = desk.customer("Ole").await.asks(UNKNOWN).await;
    ana.door.put(&unsolved.at("/resolution"), &json!({ "solved": false })).await.ok();
    assert_eq!(report(&desk).await["episodes"]["ended"], 2, "the others may go on");
    desk.passes(HOUR_MS);
    let report = ended(&desk, 6).await;
    for (ending, expected) in [
        ("answered_confirmed", 1),
        ("answered_silent", 1),
        ("abandoned_unanswered", 1),
        ("abandoned_waiting", 1),
        ("handed_over_solved", 1),
        ("handed_over_not_solved", 1),
        ("contact_left", 0),
    ] {
        assert_eq!(count(&report, ending), expected, "{ending}: {report}");
    }
    assert_eq!(report["episodes"]["open"], 0);
    assert_eq!(report["handovers"]["began"], 3);
    assert_eq!(report["handovers"]["reasons"], json!([{ "reason": "unknown_answer", "count": 3 }]));
    assert_eq!(report["handovers"]["rate"], json!(0.5));
    assert_eq!(
        report["handovers"]["to_reply"],
        json!({ "count": 1, "p50_ms": 60_000, "p90_ms": 60_000, "p99_ms": 60_000 })
    );
    assert_eq!(report["agents"][0]["agent"]["full_name"], "Ana");
    assert_eq!(report["agents"][0]["solved"], 1);
    assert_eq!(report["assistants"][0]["answered"], 2);
}

#[tokio::test]
async fn who_left_an_address_and_was_not_helped_is_counted_as_such_while_waiting() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({ "when_nobody": "leave_contact" })).await;
    let chat = desk.customer("Ida").await.asks(UNKNOWN).await;
    chat.customer.door.put(&chat.at("/contact"), &json!({ "email": "ida@home.example" })).await.ok();
    desk.passes(HOUR_MS);
    assert_eq!(report(&desk).await["episodes"]["open"], 1, "somebody still owes a reply");
    chat.customer.door.delete(&chat.at("/handover")).await.ok();
    desk.passes(HOUR_MS);
    assert_eq!(count(&ended(&desk, 1).await, "contact_left"), 1);
}

#[tokio::test]
async fn the_waiting_clock_starts_with_the_customers_message() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({})).await;
    let chat = desk.customer("Ida").await.opens().await;
    chat.asks(UNKNOWN).await;
    desk.passes(120_000);
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
    let report = report(&desk).await;
    assert_eq!(report["handovers"]["to_assign"]["p50_ms"], 120_000);
    assert_eq!(report["handovers"]["to_reply"]["count"], 0, "nobody has replied yet");
    assert_eq!(report["handovers"]["outcomes"], json!([{ "outcome": null, "count": 1 }]));
}

#[tokio::test]
async fn a_window_must_be_one() {
    let desk = Desk::open().await;
    for query in ["?from=5&to=5", "?from=0&to=99999999999999", "?from=x"] {
        desk.admin.get(&desk.at(&format!("/report{query}"))).await.problem(422);
    }
    let ida = desk.customer("Ida").await;
    ida.door.get(&desk.at("/report")).await.problem(404);
}

#[tokio::test]
async fn the_record_tells_staff_what_was_decided_and_customers_nothing() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = desk.customer("Ida").await.asks(UNKNOWN).await;
    let record = ana.door.get(&chat.at("/record?limit=200")).await.ok();
    let kinds: Vec<&str> =
        record["items"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
    let decided = record["items"].as_array().unwrap().iter().find(|entry| entry["kind"] == "decision").unwrap();
    assert_eq!(decided["body"]["reason"], "unknown_answer");
    let place = |kind| kinds.iter().position(|known| *known == kind).unwrap();
    assert!(place("message") < place("decision") && place("decision") < place("handover"), "{kinds:?}");
    chat.customer.door.get(&chat.at("/record")).await.problem(403);
}
