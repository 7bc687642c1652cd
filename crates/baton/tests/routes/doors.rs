//! Who may come in where. What is out of reach is not there.

use reqwest::Method;
use serde_json::{Value, json};

use crate::desk::{Desk, Door};

/// Everything that only an admin, or the app's own key, may do.
fn configuring(desk: &Desk) -> Vec<(Method, String, Value)> {
    let assistant = format!("/assistants/{}", desk.assistant);
    vec![
        (Method::POST, desk.at("/assistants"), json!({ "name": "Second" })),
        (Method::PUT, desk.at(&assistant), json!({ "settings": { "name": "X", "command": "x" }, "version": 1 })),
        (Method::DELETE, desk.at(&assistant), json!({})),
        (Method::PUT, desk.at(&format!("{assistant}/webhook_secret")), json!({})),
        (Method::POST, desk.at("/agents"), json!({ "full_name": "Eve", "email": "eve@example.com" })),
        (Method::POST, desk.at("/users"), json!({ "full_name": "Eve" })),
        (Method::POST, desk.at("/users/1/tokens"), json!({})),
        (Method::POST, desk.at("/sources"), json!({ "kind": "text", "title": "T", "text": "t" })),
        (Method::PATCH, format!("/apps/{}", desk.app), json!({ "name": "Mine" })),
        (Method::PUT, desk.at("/authorization_secret"), json!({})),
        (Method::PUT, desk.at("/identity_secret"), json!({})),
        (Method::GET, desk.at("/keys"), json!({})),
        (Method::POST, desk.at("/keys"), json!({ "name": "mine" })),
    ]
}

async fn tries(door: &Door, (method, path, body): &(Method, String, Value)) -> u16 {
    let reply = door.send(door.request(method.clone(), path).json(body)).await;
    let status = reply.status;
    if status >= 400 {
        reply.problem(status);
    }
    status
}

#[tokio::test]
async fn customers_configure_nothing() {
    let desk = Desk::open().await;
    let ida = desk.customer("Ida").await;
    for attempt in configuring(&desk) {
        assert!([403, 404].contains(&tries(&ida.door, &attempt).await), "{attempt:?}");
    }
    for path in ["/agents", "/users", "/assistants", "/sources", "/unanswered", "/dialogs", "/dialogs/counts"] {
        ida.door.get(&desk.at(path)).await.problem(404);
    }
    ida.door.post("/apps", &json!({ "name": "Mine" })).await.problem(403);
}

#[tokio::test]
async fn agents_read_what_they_need_and_configure_nothing() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    for attempt in configuring(&desk) {
        assert_eq!(tries(&ana.door, &attempt).await, 403, "{attempt:?}");
    }
    for path in ["/agents", "/users", "/assistants", "/sources", "/unanswered", "/dialogs", "/dialogs/counts"] {
        ana.door.get(&desk.at(path)).await.ok();
    }
    ana.door.post("/apps", &json!({ "name": "Mine" })).await.problem(403);
}

#[tokio::test]
async fn nobody_reaches_another_app() {
    let desk = Desk::open().await;
    let other = desk.other_app().await;
    let key = desk.admin.post(&format!("/apps/{other}/keys"), &json!({ "name": "spy" })).await.ok();
    let spy = desk.nobody().with_token(key["key"].as_str().unwrap());
    let chat = desk.customer("Ida").await.asks("Can my yak fly?").await;
    for attempt in configuring(&desk) {
        assert!([403, 404].contains(&tries(&spy, &attempt).await), "{attempt:?}");
    }
    for path in [
        desk.at("/agents"),
        desk.at("/users"),
        desk.at(&format!("/users/{}", chat.customer.id)),
        desk.at(&format!("/assistants/{}", desk.assistant)),
        desk.at("/sources"),
        desk.at("/unanswered"),
        desk.at("/dialogs"),
        format!("/apps/{other}/users/{}", chat.customer.id),
        format!("/apps/{other}/assistants/{}", desk.assistant),
        chat.at(""),
        chat.at("/messages"),
        chat.at("/handovers"),
    ] {
        spy.get(&path).await.problem(404);
    }
    spy.post(&chat.at("/messages"), &json!({ "text": "Hi" })).await.problem(404);
    spy.put(&chat.at("/handover"), &json!({})).await.problem(404);
    spy.put(&chat.at("/resolution"), &json!({ "solved": true })).await.problem(404);
    let apps = spy.get("/apps").await.ok();
    assert_eq!(apps["items"].as_array().unwrap().iter().map(|app| &app["id"]).collect::<Vec<_>>(), [&json!(other)]);
}

#[tokio::test]
async fn customers_reach_only_their_own_dialogs() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.asks("Can my yak fly?").await;
    let spy = desk.customer("Olav").await.door;
    for path in ["", "/messages"] {
        spy.get(&chat.at(path)).await.problem(404);
    }
    spy.post(&chat.at("/messages"), &json!({ "text": "Hi" })).await.problem(404);
    spy.put(&chat.at("/marks"), &json!({ "read_seq": 1 })).await.problem(404);
    spy.put(&chat.at("/handover"), &json!({})).await.problem(404);
    assert!([403, 404].contains(&spy.put(&chat.at("/resolution"), &json!({ "solved": true })).await.status));
    assert!([403, 404].contains(&spy.put(&chat.at("/assignee"), &json!({ "agent": null })).await.status));
    assert!([403, 404].contains(&spy.delete(&chat.at("/claim")).await.status));
    assert_eq!(spy.get("/dialogs").await.ok()["items"], json!([]));
    assert_eq!(chat.messages().await.len(), 2);
}

#[tokio::test]
async fn agents_see_support_dialogs_and_no_others() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    let (ida, olav) = (desk.member("Ida").await, desk.member("Olav").await);
    let support = ida.opens().await;
    ana.door.get(&support.at("/messages")).await.ok();
    let private = ida.door.post("/dialogs", &json!({ "type": 3, "occupants": [olav.id] })).await.ok();
    let path = format!("/dialogs/{}", private["id"].as_str().unwrap());
    ana.door.get(&path).await.problem(404);
    desk.admin.get(&path).await.problem(404);
}

#[tokio::test]
async fn a_key_acts_for_its_app_until_it_is_removed() {
    let desk = Desk::open().await;
    let made = desk.admin.post(&desk.at("/keys"), &json!({ "name": "crm" })).await.ok();
    let program = desk.nobody().with_token(made["key"].as_str().unwrap());
    assert_eq!(program.get("/sessions/current").await.ok()["kind"], "key");
    program.post(&desk.at("/users"), &json!({ "full_name": "Ida" })).await.ok();
    program.post("/apps", &json!({ "name": "Mine" })).await.problem(403);
    program.post(&desk.at("/keys"), &json!({ "name": "more" })).await.problem(403);
    let listed = desk.admin.get(&desk.at("/keys")).await.ok()["items"][0].clone();
    assert_eq!((&listed["name"], listed["last_used_at"].is_i64()), (&json!("crm"), true));
    assert_eq!(desk.admin.delete(&desk.at(&format!("/keys/{}", made["id"]))).await.status, 204);
    program.get("/sessions/current").await.problem(401);
}

#[tokio::test]
async fn other_sites_may_call_with_a_token_but_never_with_the_cookie() {
    let desk = Desk::open().await;
    let door = desk.nobody();
    let asks = door
        .request(Method::OPTIONS, &desk.at("/visitors"))
        .header("origin", "https://shop.example")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "content-type,authorization");
    let reply = door.send(asks).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("access-control-allow-origin"), "*");
    assert!(reply.header("access-control-allow-methods").contains("PUT"), "{reply:?}");
    assert!(reply.header("access-control-allow-headers").contains("authorization"), "{reply:?}");
    assert!(!reply.header("access-control-allow-headers").contains("x-baton-csrf"), "{reply:?}");
    assert_eq!(reply.header("access-control-allow-credentials"), "");
}

#[tokio::test]
async fn browsers_are_told_to_be_careful() {
    let desk = Desk::open().await;
    let reply = desk.admin.get("/apps").await;
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    assert_eq!(reply.header("cache-control"), "no-store");
    assert!(reply.header("content-security-policy").contains("default-src 'none'"), "{reply:?}");
}
