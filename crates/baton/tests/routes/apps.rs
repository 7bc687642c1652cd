//! Apps are isolated tenants of one installation.

use serde_json::{Value, json};

use crate::desk::Desk;

#[tokio::test]
async fn an_admin_creates_renames_and_lists_apps() {
    let desk = Desk::open().await;
    let created = desk.admin.post("/apps", &json!({ "name": "  Second " })).await.ok();
    let id = created["app"]["id"].clone();
    assert_eq!(created["app"]["name"], "Second");
    assert!(created["authorization_secret"].as_str().is_some_and(|secret| secret.len() > 30), "{created}");
    let renamed = desk.admin.patch(&format!("/apps/{id}"), &json!({ "name": "Third" })).await.ok();
    assert_eq!(desk.admin.get(&format!("/apps/{id}")).await.ok(), renamed);
    let first = desk.admin.get("/apps?limit=1").await.ok();
    let second = desk.admin.get(&format!("/apps?limit=1&after={}", first["next"].as_str().unwrap())).await.ok();
    let names = [&first, &second].map(|page| page["items"][0]["name"].clone());
    assert_eq!((names, &second["next"]), ([json!("Shop"), json!("Third")], &Value::Null));
}

#[tokio::test]
async fn a_name_is_needed() {
    let desk = Desk::open().await;
    for name in ["", "   ", &"n".repeat(121)] {
        desk.admin.post("/apps", &json!({ "name": name })).await.problem(422);
        desk.admin.patch(&format!("/apps/{}", desk.app), &json!({ "name": name })).await.problem(422);
    }
    assert_eq!(desk.admin.get(&format!("/apps/{}", desk.app)).await.ok()["name"], "Shop");
}

#[tokio::test]
async fn what_one_app_knows_no_other_app_answers() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let other = desk.other_app().await;
    let path = format!("/apps/{other}/assistants");
    let assistant = desk.admin.post(&path, &json!({ "name": "Fjell" })).await.ok();
    let ask = format!("{path}/{}/ask", assistant["id"].as_str().unwrap());
    let verdict = desk.admin.post(&ask, &json!({ "question": "Do you repair tents?" })).await.ok();
    assert_eq!((&verdict["outcome"], &verdict["evidence"]), (&json!("unknown"), &json!([])));
}
