//! A customer says how a person helped them.

use serde_json::{Value, json};

use crate::desk::{Agent, Chat, Desk, until};

const UNKNOWN: &str = "Can my yak fly?";
const DAY_MS: i64 = 86_400_000;

/// A conversation that Ana has resolved, and the id of its handover.
async fn resolved(desk: &Desk, ana: &Agent, customer: &str) -> (Chat, String) {
    desk.hands_over_to(&[ana], json!({})).await;
    let chat = desk.customer(customer).await.asks(UNKNOWN).await;
    ana.says(&chat, "It cannot.").await.ok();
    ana.resolves(&chat).await.ok();
    let handover = chat.handovers(&ana.door).await[0]["id"].as_str().unwrap().to_owned();
    (chat, handover)
}

async fn rates(chat: &Chat, handover: &str, score: i64, comment: Option<&str>) -> crate::desk::Reply {
    let rating = json!({ "handover": handover, "score": score, "comment": comment });
    chat.customer.door.put(&chat.at("/rating"), &rating).await
}

#[tokio::test]
async fn the_customer_is_asked_once_and_staff_see_what_was_said() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    let (chat, handover) = resolved(&desk, &ana, "Ida").await;
    let asked = chat.dialog().await["to_rate"].clone();
    assert_eq!((&asked["handover"], &asked["agent"]["full_name"]), (&json!(handover), &json!("Ana")));
    let mut ear = ana.listens().await;
    assert_eq!(rates(&chat, &handover, 5, Some("  Thank you! ")).await.status, 204);
    let said = json!({ "handover": handover, "score": 5, "comment": "Thank you!" });
    ear.hears_that("rating", &said).await;
    let seen = chat.dialog().await;
    assert_eq!((&seen["to_rate"], &seen["rating"]), (&Value::Null, &Value::Null));
    let staff = ana.door.get(&chat.at("")).await.ok();
    assert_eq!(staff["rating"], json!({ "score": 5, "comment": "Thank you!" }));
    assert_eq!(staff["to_rate"], Value::Null);
    let listed = ana.door.get(&desk.at("/dialogs")).await.ok()["items"][0].clone();
    assert_eq!(listed["rating"]["score"], 5);
}

#[tokio::test]
async fn what_was_said_may_be_changed_for_a_week() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    let (chat, handover) = resolved(&desk, &ana, "Ida").await;
    rates(&chat, &handover, 2, Some("Hm")).await.ok();
    desk.passes(6 * DAY_MS);
    rates(&chat, &handover, 4, None).await.ok();
    rates(&chat, &handover, 4, None).await.ok();
    let shown = ana.door.get(&chat.at("")).await.ok()["rating"].clone();
    assert_eq!(shown, json!({ "score": 4, "comment": null }));
    let record = ana.door.get(&chat.at("/record?limit=200")).await.ok();
    let told = record["items"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "rating").count();
    assert_eq!(told, 2, "saying the same again is nothing new");
    desk.passes(DAY_MS + 1_000);
    assert_eq!(rates(&chat, &handover, 1, None).await.reason(409), "too_late");
}

#[tokio::test]
async fn only_the_customer_rates_and_only_what_a_person_resolved() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    let (chat, handover) = resolved(&desk, &ana, "Ida").await;
    let (other, theirs) = resolved(&desk, &ana, "Olav").await;
    let rating = json!({ "handover": handover, "score": 5 });
    for door in [&ana.door, &desk.admin, &desk.program().await] {
        door.put(&chat.at("/rating"), &rating).await.problem(403);
    }
    other.customer.door.put(&chat.at("/rating"), &rating).await.problem(404);
    rates(&chat, &theirs, 5, None).await.problem(404);
    rates(&chat, &desk.message_id(), 5, None).await.problem(404);
    for (score, comment) in [(0, String::new()), (6, String::new()), (3, "x".repeat(2_001))] {
        rates(&chat, &handover, score, Some(&comment)).await.problem(422);
    }
    let going_on = desk.customer("Mia").await.asks(UNKNOWN).await;
    let open = going_on.handovers(&ana.door).await[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(going_on.dialog().await["to_rate"], Value::Null);
    assert_eq!(rates(&going_on, &open, 5, None).await.reason(409), "not_ended");
    ana.returns(&going_on).await.ok();
    assert_eq!(going_on.dialog().await["to_rate"], Value::Null);
    assert_eq!(rates(&going_on, &open, 5, None).await.reason(409), "not_resolved");
}

#[tokio::test]
async fn another_member_of_the_group_is_not_its_customer() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let (ida, olav) = (desk.member("Ida").await, desk.member("Olav").await);
    let new = json!({ "type": 2, "assistant": desk.assistant, "occupants": [olav.id] });
    let dialog = ida.door.post("/dialogs", &new).await.ok();
    let chat = Chat::new(ida, dialog["id"].as_str().unwrap());
    ana.claims(&chat).await.ok();
    ana.resolves(&chat).await.ok();
    let handover = chat.dialog().await["to_rate"]["handover"].as_str().unwrap().to_owned();
    assert_eq!(olav.door.get(&chat.at("")).await.ok()["to_rate"], Value::Null);
    let rating = json!({ "handover": handover, "score": 1 });
    olav.door.put(&chat.at("/rating"), &rating).await.problem(403);
}

#[tokio::test]
async fn nobody_is_asked_where_the_admin_does_not_want_it() {
    let desk = Desk::open().await;
    desk.set(json!({ "widget": { "ask_rating": false } })).await;
    let ana = desk.agent("Ana").await.online().await;
    let (chat, handover) = resolved(&desk, &ana, "Ida").await;
    assert_eq!(chat.dialog().await["to_rate"], Value::Null);
    rates(&chat, &handover, 5, None).await.ok();
}

#[tokio::test]
async fn reports_count_ratings_by_agent_and_by_ai_agent() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    for (name, score) in [("Ida", 5), ("Kai", 4), ("Lea", 1)] {
        let (chat, handover) = resolved(&desk, &ana, name).await;
        rates(&chat, &handover, score, None).await.ok();
    }
    let report = async |query: &str| desk.admin.get(&desk.at(&format!("/report{query}"))).await.ok();
    let all = report("").await;
    let third = json!({ "count": 3, "average": 10.0 / 3.0, "by_score": [1, 0, 0, 1, 1] });
    assert_eq!(all["ratings"], third);
    assert_eq!((&all["agents"][0]["handovers"], &all["agents"][0]["ratings"]), (&json!(3), &third));
    assert_eq!((&all["assistants"][0]["handed_over"], &all["assistants"][0]["ratings"]), (&json!(3), &third));
    let (late, handover) = resolved(&desk, &ana, "Mia").await;
    desk.passes(2 * DAY_MS);
    rates(&late, &handover, 2, None).await.ok();
    let now = crate::desk::MORNING_MS + 2 * DAY_MS;
    let only_rated = || async {
        let day = report(&format!("?from={}&to={}", now - DAY_MS, now + DAY_MS)).await;
        Some(day).filter(|day| day["ratings"]["count"] == 1)
    };
    let day = until("the rating is counted", only_rated).await.unwrap();
    let one = json!({ "count": 1, "average": 2.0, "by_score": [0, 1, 0, 0, 0] });
    assert_eq!((&day["agents"][0]["handovers"], &day["agents"][0]["ratings"]), (&json!(0), &one));
    assert_eq!((&day["assistants"][0]["ended"], &day["assistants"][0]["ratings"]), (&json!(0), &one));
    let none = report(&format!("?from={}&to={}", now + DAY_MS, now + 2 * DAY_MS)).await;
    assert_eq!(none["ratings"], json!({ "count": 0, "average": null, "by_score": [0, 0, 0, 0, 0] }));
}
