//! An app at a glance: numbers that agree with each other, and what somebody should do.

use serde_json::{Value, json};

use crate::desk::{Desk, MORNING_MS, PostOffice, until};

const QUESTION: &str = "Can my yak fly?";
const MINUTE_MS: i64 = 60_000;

async fn overview(desk: &Desk) -> Value {
    desk.admin.get(&desk.at("/overview")).await.ok()
}

/// What needs attention: kind and how many.
async fn attention(desk: &Desk) -> Vec<(String, i64)> {
    let overview = overview(desk).await;
    let items = overview["attention"].as_array().unwrap();
    for item in items {
        let sentence = item["sentence"].as_str().unwrap();
        assert!(sentence.ends_with('.') && sentence.len() > 30, "{item}");
    }
    items.iter().map(|item| (item["kind"].as_str().unwrap().to_owned(), item["count"].as_i64().unwrap())).collect()
}

async fn count_of(desk: &Desk, kind: &str) -> i64 {
    attention(desk).await.into_iter().find(|(found, _)| found == kind).map_or(0, |(_, count)| count)
}

#[tokio::test]
async fn a_new_app_shows_what_is_still_to_be_set_up() {
    let desk = Desk::open().await;
    let start = async || overview(&desk).await["start"].clone();
    let nothing = json!({ "has_assistant": true, "has_knowledge": false, "has_agent": false, "has_pool": false, "handed_over": false });
    assert_eq!(start().await, nothing);
    let mut warned = overview(&desk).await["attention"].as_array().unwrap().clone();
    assert_eq!((&warned[0]["kind"], &warned[0]["assistant"]), (&json!("assistant_warning"), &json!(desk.assistant)));
    assert!(warned.remove(0)["sentence"].as_str().unwrap().starts_with("Fjell: There is no knowledge yet"));
    desk.knows_the_shop().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    desk.customer("Ida").await.asks(QUESTION).await;
    let everything = json!({ "has_assistant": true, "has_knowledge": true, "has_agent": true, "has_pool": true, "handed_over": true });
    assert_eq!(start().await, everything);
    assert_eq!(attention(&desk).await, [("unanswered".to_owned(), 1)]);
}

#[tokio::test]
async fn the_numbers_of_today_agree_with_what_happened() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    desk.admin.patch(&desk.at(&format!("/agents/{}", ana.id)), &json!({ "capacity": 2 })).await.ok();
    let answered = desk.customer("Kai").await.asks("Do you repair tents?").await;
    let message = answered.last().await["id"].as_str().unwrap().to_owned();
    answered
        .customer
        .door
        .put(&answered.at(&format!("/messages/{message}/feedback")), &json!({ "helpful": true }))
        .await
        .ok();
    let first = desk.customer("Ida").await.asks(QUESTION).await;
    desk.customer("Olav").await.asks(QUESTION).await;
    desk.passes(2 * MINUTE_MS);
    desk.customer("Nora").await.asks(QUESTION).await;
    ana.says(&first, "Yaks do not fly.").await.ok();
    let today = overview(&desk).await["today"].clone();
    assert_eq!(
        today,
        json!({
            "from": MORNING_MS - 9 * 60 * MINUTE_MS, "conversations": 4, "answered_by_ai": 1, "handed_over": 3,
            "waiting_now": 1, "longest_waiting_since": MORNING_MS + 2 * MINUTE_MS, "agents_online": 1, "free_places": 0,
            "open_with_agents": 2, "first_reply_p50_ms": 2 * MINUTE_MS,
        })
    );
    let later = desk.admin.get(&desk.at(&format!("/overview?from={}", MORNING_MS + MINUTE_MS))).await.ok();
    assert_eq!((&later["today"]["conversations"], &later["today"]["answered_by_ai"]), (&json!(1), &json!(0)));
    desk.admin.get(&desk.at("/overview?from=5")).await.problem(422);
}

#[tokio::test]
async fn who_waits_while_nobody_is_there_needs_attention() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let ana = desk.agent("Ana").await;
    desk.hands_over_to(&[&ana], json!({})).await;
    assert_eq!(attention(&desk).await, [("nobody_online".to_owned(), 0)]);
    desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!((count_of(&desk, "nobody_online").await, count_of(&desk, "waiting_long").await), (1, 0));
    desk.passes(5 * MINUTE_MS + 1);
    assert_eq!((count_of(&desk, "nobody_online").await, count_of(&desk, "waiting_long").await), (1, 1));
    assert_eq!(overview(&desk).await["attention"][0]["assistant"], desk.assistant.as_str());
    let ana = ana.online().await;
    let taken = || async { (attention(&desk).await == [("unanswered".to_owned(), 1)]).then_some(()) };
    until("Ana has it", taken).await.unwrap();
    // Nobody is missed outside the business hours.
    let hours = json!({ "weekly": { "time_zone": "UTC", "week": { "monday": [{ "from": "10:00", "to": "18:00" }] } } });
    desk.hands_over_to(&[&ana], json!({ "hours": hours })).await;
    ana.away(true).await;
    assert_eq!(count_of(&desk, "nobody_online").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_could_not_be_delivered_needs_attention() {
    let office = PostOffice::open().await;
    let url = office.url();
    let desk = Desk::open_with(|config| {
        config.notify.smtp_url = url;
        config.notify.mail_from = "Shop <help@shop.example>".into();
        config.notify.address = "https://support.shop.example".into();
    })
    .await;
    office.refuse_with(550);
    let wish = json!({ "email": "zoe@example.com", "full_name": "Zoe", "role": "agent" });
    desk.admin.post(&desk.at("/invitations"), &wish).await.ok();
    let told = || async { (count_of(&desk, "dead_letters").await == 1).then_some(()) };
    until("it is given up", told).await.unwrap();
    let letter = desk.admin.get(&desk.at("/dead_letters")).await.ok()["items"][0].clone();
    assert_eq!(letter["kind"], "invitation");
    desk.admin.delete(&desk.at(&format!("/dead_letters/{}", letter["id"]))).await.ok();
    assert_eq!(count_of(&desk, "dead_letters").await, 0);
}

#[tokio::test]
async fn only_who_configures_the_app_sees_it() {
    let desk = Desk::open().await;
    let other = desk.other_app().await;
    let key = desk.admin.post(&format!("/apps/{other}/keys"), &json!({ "name": "spy" })).await.ok();
    let spy = desk.nobody().with_token(key["key"].as_str().unwrap());
    desk.agent("Ana").await.door.get(&desk.at("/overview")).await.problem(403);
    desk.customer("Ida").await.door.get(&desk.at("/overview")).await.problem(404);
    spy.get(&desk.at("/overview")).await.problem(404);
    desk.admin.get("/apps/999/overview").await.problem(404);
    assert!(desk.program().await.get(&desk.at("/overview")).await.ok()["today"].is_object());
}
