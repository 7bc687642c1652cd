//! The people who answer.

use serde_json::{Value, json};

use crate::desk::{Desk, PASSWORD};

#[tokio::test]
async fn a_password_that_was_made_is_shown_once_and_signs_in() {
    let desk = Desk::open().await;
    let new = json!({ "full_name": "Ana", "email": "Ana@Example.com" });
    let created = desk.admin.post(&desk.at("/agents"), &new).await.ok();
    assert_eq!(created["agent"]["email"], "ana@example.com");
    let signs_in = json!({ "email": "ana@example.com", "password": created["password"] });
    desk.nobody().post("/sessions", &signs_in).await.ok();
    let chosen = json!({ "full_name": "Ben", "email": "ben@example.com", "password": PASSWORD });
    assert_eq!(desk.admin.post(&desk.at("/agents"), &chosen).await.ok()["password"], Value::Null);
}

#[tokio::test]
async fn an_email_is_taken_once() {
    let desk = Desk::open().await;
    desk.agent("Ana").await;
    let twin = json!({ "full_name": "Ana Two", "email": "ANA@example.com" });
    assert_eq!(desk.admin.post(&desk.at("/agents"), &twin).await.reason(409), "taken");
    for wrong in [
        json!({ "full_name": "", "email": "x@example.com" }),
        json!({ "full_name": "X", "email": "x" }),
        json!({ "full_name": "X", "email": "x@example.com", "password": "short" }),
    ] {
        desk.admin.post(&desk.at("/agents"), &wrong).await.problem(422);
    }
    assert_eq!(desk.admin.get(&desk.at("/agents")).await.ok()["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn nobody_is_hired_with_an_admins_email() {
    let desk = Desk::open().await;
    let new = json!({ "full_name": "Root", "email": "ROOT@example.com" });
    assert_eq!(desk.admin.post(&desk.at("/agents"), &new).await.reason(409), "taken");
}

#[tokio::test]
async fn agents_are_searched_and_listed_in_pages() {
    let desk = Desk::open().await;
    for name in ["Ana", "Ben", "Anders"] {
        desk.agent(name).await;
    }
    let names = |page: &Value| -> Vec<Value> {
        page["items"].as_array().unwrap().iter().map(|agent| agent["full_name"].clone()).collect()
    };
    assert_eq!(names(&desk.admin.get(&desk.at("/agents?q=an")).await.ok()), ["Ana", "Anders"]);
    assert_eq!(names(&desk.admin.get(&desk.at("/agents?q=%25")).await.ok()), [] as [&str; 0]);
    let first = desk.admin.get(&desk.at("/agents?limit=2")).await.ok();
    let next = first["next"].as_str().unwrap();
    let second = desk.admin.get(&desk.at(&format!("/agents?limit=2&after={next}"))).await.ok();
    assert_eq!((names(&first), names(&second)), (vec![json!("Ana"), json!("Ben")], vec![json!("Anders")]));
}

#[tokio::test]
async fn an_agent_is_listed_as_they_are_now() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    let chat = desk.customer("Ida").await.opens().await;
    ana.claims(&chat).await.ok();
    let agents = desk.admin.get(&desk.at("/agents")).await.ok();
    let now = &agents["items"][0];
    assert_eq!((&now["online"], &now["away"], &now["load"]), (&json!(true), &json!(false), &json!(1)));
    ana.away(true).await;
    let agents = desk.admin.get(&desk.at("/agents")).await.ok();
    assert_eq!((&agents["items"][0]["online"], &agents["items"][0]["away"]), (&json!(false), &json!(true)));
}

#[tokio::test]
async fn a_reset_password_ends_every_session() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    let path = desk.at(&format!("/agents/{}/password", ana.id));
    let made = desk.admin.put(&path, &json!({})).await.ok()["password"].clone();
    ana.door.get("/sessions/current").await.problem(401);
    let old = json!({ "email": ana.email, "password": PASSWORD });
    desk.nobody().post("/sessions", &old).await.problem(422);
    desk.nobody().post("/sessions", &json!({ "email": ana.email, "password": made })).await.ok();
}

#[tokio::test]
async fn a_disabled_agent_cannot_sign_in() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    let path = desk.at(&format!("/agents/{}", ana.id));
    desk.admin.patch(&path, &json!({ "disabled": true })).await.ok();
    let signs_in = json!({ "email": ana.email, "password": PASSWORD });
    assert!(desk.nobody().post("/sessions", &signs_in).await.status >= 400);
    desk.admin.patch(&path, &json!({ "disabled": false })).await.ok();
    desk.nobody().post("/sessions", &signs_in).await.ok();
}

#[tokio::test]
async fn what_does_not_fit_changes_nothing() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    let path = desk.at(&format!("/agents/{}", ana.id));
    for wrong in [json!({ "capacity": -1 }), json!({ "capacity": 1_001 }), json!({ "full_name": " " })] {
        desk.admin.patch(&path, &wrong).await.problem(422);
    }
    desk.admin.patch(&desk.at("/agents/999999"), &json!({ "capacity": 1 })).await.problem(404);
    let ida = desk.customer("Ida").await;
    desk.admin.patch(&desk.at(&format!("/agents/{}", ida.id)), &json!({ "capacity": 1 })).await.problem(404);
    assert_eq!(desk.admin.get(&desk.at("/agents")).await.ok()["items"][0]["capacity"], 6);
}
