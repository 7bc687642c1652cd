//! Customers, as programs create them and as visitors come.

use serde_json::{Value, json};

use crate::desk::Desk;

fn everything() -> Value {
    json!({
        "full_name": "Ida Berg", "login": "ida", "email": "IDA@example.com", "external_id": "crm-7",
        "language": "nb", "tags": ["vip"], "custom": { "plan": "gold" },
    })
}

#[tokio::test]
async fn a_customer_is_created_shown_changed_and_found() {
    let desk = Desk::open().await;
    let created = desk.admin.post(&desk.at("/users"), &everything()).await.ok();
    let path = desk.at(&format!("/users/{}", created["id"]));
    assert_eq!(desk.admin.get(&path).await.ok(), created);
    assert_eq!((&created["kind"], &created["email"]), (&json!("customer"), &json!("ida@example.com")));
    let changed = desk.admin.patch(&path, &json!({ "tags": ["vip", "new"], "login": "other" })).await.ok();
    assert_eq!((&changed["tags"], &changed["login"]), (&json!(["vip", "new"]), &json!("ida")));
    assert_eq!((&changed["custom"], &changed["language"]), (&json!({ "plan": "gold" }), &json!("nb")));
    let renamed = desk.admin.patch(&path, &json!({ "full_name": "Özlem Berg" })).await.ok();
    assert_eq!(renamed["full_name"], "Özlem Berg");
    for q in ["berg", "ida%40example", "crm-7", "%C3%B6zlem", "%C3%96ZLEM", "ozlem"] {
        let found = desk.admin.get(&desk.at(&format!("/users?q={q}"))).await.ok();
        assert_eq!(found["items"].as_array().unwrap().len(), 1, "{q}");
    }
    assert_eq!(desk.admin.get(&desk.at("/users?q=nobody")).await.ok()["items"], json!([]));
}

#[tokio::test]
async fn a_login_and_an_external_id_are_taken_once() {
    let desk = Desk::open().await;
    desk.admin.post(&desk.at("/users"), &everything()).await.ok();
    for twin in [json!({ "full_name": "X", "login": "ida" }), json!({ "full_name": "X", "external_id": "crm-7" })] {
        assert_eq!(desk.admin.post(&desk.at("/users"), &twin).await.reason(409), "taken");
    }
    let other = desk.other_app().await;
    desk.admin.post(&format!("/apps/{other}/users"), &everything()).await.ok();
}

#[tokio::test]
async fn what_does_not_fit_is_named() {
    let desk = Desk::open().await;
    for (field, wrong) in [
        ("full_name", json!({})),
        ("full_name", json!({ "full_name": " " })),
        ("email", json!({ "full_name": "X", "email": "x" })),
        ("login", json!({ "full_name": "X", "login": "" })),
        ("tags", json!({ "full_name": "X", "tags": vec!["t"; 51] })),
        ("custom", json!({ "full_name": "X", "custom": { "big": "x".repeat(20_000) } })),
    ] {
        let problem = desk.admin.post(&desk.at("/users"), &wrong).await.problem(422);
        assert_eq!(problem["fields"][0]["field"], field);
    }
    assert_eq!(desk.admin.get(&desk.at("/users")).await.ok()["items"], json!([]));
}

#[tokio::test]
async fn a_visitor_is_somebody_at_once_and_says_little() {
    let desk = Desk::open().await;
    let page = json!({ "page": "https://shop.example/tents", "language": "de", "login": "root", "tags": ["vip"] });
    let visitor = desk.nobody().post(&desk.at("/visitors"), &page).await.ok();
    let user = &visitor["user"];
    assert!(user["full_name"].as_str().unwrap().starts_with("Visitor"), "{user}");
    assert_eq!(user["language"], "de");
    assert_eq!(user["custom"]["page"], "https://shop.example/tents");
    assert_eq!((&user["login"], &user["tags"]), (&Value::Null, &json!([])));
    let door = desk.nobody().with_token(visitor["token"].as_str().unwrap());
    assert_eq!(door.get("/sessions/current").await.ok()["id"], user["id"]);
    desk.nobody().post("/apps/999/visitors", &json!({})).await.problem(404);
}

#[tokio::test]
async fn nobody_gets_a_token_that_acts_as_the_ai_agent() {
    let desk = Desk::open().await;
    desk.admin.post(&desk.at(&format!("/users/{}/tokens", desk.assistant_user)), &json!({})).await.problem(403);
    desk.admin.post(&desk.at("/users/999999/tokens"), &json!({})).await.problem(404);
}

#[tokio::test]
async fn no_token_lets_a_disabled_agent_in() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    desk.admin.patch(&desk.at(&format!("/agents/{}", ana.id)), &json!({ "disabled": true })).await.ok();
    let made = desk.admin.post(&desk.at(&format!("/users/{}/tokens", ana.id)), &json!({})).await;
    let door = desk.nobody().with_token(made.body["token"].as_str().unwrap_or("none"));
    door.get("/sessions/current").await.problem(401);
}
