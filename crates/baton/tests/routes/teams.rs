//! A pool may consist of teams; who joins a team gets what waits for it.

use serde_json::json;

use crate::desk::Desk;

const QUESTION: &str = "Can my yak fly?";

#[tokio::test]
async fn who_joins_a_team_gets_what_waits_for_it() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    let team = desk.admin.post(&desk.at("/teams"), &json!({ "name": " Billing " })).await.ok();
    assert_eq!(team["name"], "Billing");
    let set = desk.hands_over_to(&[], json!({ "teams": [team["id"]] })).await;
    assert_eq!(set["settings"]["unanswered"]["handover"]["teams"], json!([team["id"]]));
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.phase().await, "waiting");
    let path = desk.at(&format!("/teams/{}", team["id"]));
    let joined = desk.admin.patch(&path, &json!({ "agents": [ana.id] })).await.ok();
    assert_eq!(joined["agents"][0]["full_name"], "Ana");
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
    desk.admin.patch(&path, &json!({ "agents": [] })).await.ok();
    let other = desk.customer("Kai").await.asks(QUESTION).await;
    assert_eq!(other.phase().await, "waiting", "who has left gets nothing more");
}

#[tokio::test]
async fn who_is_named_and_in_a_team_is_in_the_pool_once() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    let team = desk.admin.post(&desk.at("/teams"), &json!({ "name": "Billing", "agents": [ana.id] })).await.ok();
    desk.admin.patch(&desk.at(&format!("/agents/{}", ana.id)), &json!({ "capacity": 1 })).await.ok();
    desk.hands_over_to(&[&ana], json!({ "teams": [team["id"], team["id"]] })).await;
    let first = desk.customer("Ida").await.asks(QUESTION).await;
    let second = desk.customer("Kai").await.asks(QUESTION).await;
    assert_eq!(first.holder().await.as_deref(), Some("Ana"));
    assert_eq!(second.control().await["position"], 1);
    ana.resolves(&first).await.ok();
    assert_eq!(second.holder().await.as_deref(), Some("Ana"));
}

#[tokio::test]
async fn a_team_in_a_pool_is_not_removed_and_strangers_are_refused() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    let team = desk.admin.post(&desk.at("/teams"), &json!({ "name": "Billing" })).await.ok();
    let path = desk.at(&format!("/teams/{}", team["id"]));
    assert_eq!(desk.admin.post(&desk.at("/teams"), &json!({ "name": "Billing" })).await.reason(409), "taken");
    desk.admin.post(&desk.at("/teams"), &json!({})).await.problem(422);
    let ida = desk.customer("Ida").await;
    desk.admin.patch(&path, &json!({ "agents": [ana.id, ida.id] })).await.problem(422);
    let listed = desk.admin.get(&desk.at("/teams")).await.ok();
    assert_eq!(listed["items"][0]["agents"], json!([]), "nothing is half-done");
    desk.hands_over_to(&[], json!({ "teams": [team["id"]] })).await;
    assert_eq!(desk.admin.delete(&path).await.reason(409), "in_use");
    desk.hands_over_to(&[], json!({ "teams": [] })).await;
    desk.admin.delete(&path).await.ok();
    let gone = json!({ "unanswered": { "handover": { "teams": [team["id"]] } } });
    desk.tries_to_set(gone).await.problem(422);
    ana.door.post(&desk.at("/teams"), &json!({ "name": "Mine" })).await.problem(403);
    let elsewhere = format!("/apps/{}/teams/{}", desk.other_app().await, team["id"]);
    desk.admin.patch(&elsewhere, &json!({ "name": "X" })).await.problem(404);
}
