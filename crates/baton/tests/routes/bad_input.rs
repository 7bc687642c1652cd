//! Whatever is sent, the answer is a clear problem, and nothing is stored halfway.

use reqwest::Method;
use serde_json::{Value, json};

use crate::desk::{Desk, Door, Reply};

async fn sends(door: &Door, path: &str, kind: &str, body: &str) -> Reply {
    let request = door.request(Method::POST, path).header("content-type", kind).body(body.to_owned());
    door.send(request).await
}

#[tokio::test]
async fn what_is_no_json_is_told_so() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let (door, path) = (&chat.customer.door, chat.at("/messages"));
    for body in ["", "nonsense", "{", "{\"text\": \"a\"", "\u{0}", "{\"text\": \"a\"} more", "[[[["] {
        assert_eq!(sends(door, &path, "application/json", body).await.problem(422)["code"], "invalid", "{body}");
    }
    for kind in ["text/plain", "application/x-www-form-urlencoded"] {
        assert_eq!(sends(door, &path, kind, "{\"text\": \"a\"}").await.problem(415)["code"], "invalid", "{kind}");
    }
    let deep = format!("{{\"text\":\"a\",\"custom\":{{\"a\":{}{}}}}}", "[".repeat(10_000), "]".repeat(10_000));
    sends(door, &path, "application/json", &deep).await.problem(422);
    assert_eq!(chat.messages().await, [] as [Value; 0]);
}

#[tokio::test]
async fn wrong_types_are_told_so() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let (door, path) = (&chat.customer.door, chat.at("/messages"));
    for body in [
        json!({}),
        json!([]),
        json!({ "text": 7 }),
        json!({ "text": null }),
        json!({ "text": "a", "id": "short" }),
        json!({ "text": "a", "id": 7 }),
        json!({ "text": "a", "custom": "text" }),
        json!({ "text": "a", "custom": [1] }),
        json!({ "text": "   " }),
    ] {
        assert_eq!(door.post(&path, &body).await.problem(422)["code"], "invalid", "{body}");
    }
    door.put(&chat.at("/marks"), &json!({ "read_seq": "x" })).await.problem(422);
    desk.admin.put(&chat.at("/resolution"), &json!({})).await.problem(422);
    desk.admin.put(&chat.at("/assignee"), &json!({ "agent": "Ana" })).await.problem(422);
    assert_eq!(chat.messages().await, [] as [Value; 0]);
}

#[tokio::test]
async fn what_is_too_much_is_refused() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let (door, path) = (&chat.customer.door, chat.at("/messages"));
    let problem = door.post(&path, &json!({ "text": "é".repeat(8_001) })).await.problem(422);
    assert_eq!(problem["fields"][0]["field"], "text");
    door.post(&path, &json!({ "text": "a", "custom": { "x": "x".repeat(16_400) } })).await.problem(422);
    // Its connection is closed with the answer, so it is a connection of its own.
    let other = Door::new(&door.host).with_token(door.token.as_deref().unwrap());
    let large = other.post(&path, &json!({ "text": "a".repeat(300_000) })).await.problem(413);
    assert_eq!(large["code"], "invalid");
    assert_eq!(chat.messages().await, [] as [Value; 0]);
    door.post(&path, &json!({ "text": "é".repeat(8_000) })).await.ok();
    chat.settles().await;
}

#[tokio::test]
async fn signs_that_a_database_cannot_keep_do_no_harm() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let says = async |body: Value| chat.customer.door.post(&chat.at("/messages"), &body).await;
    assert_eq!(says(json!({ "text": "a\u{0}b" })).await.problem(422)["fields"][0]["field"], "text");
    let custom = json!({ "key\u{0}": "value\u{0}" });
    assert_eq!(says(json!({ "text": "a", "custom": custom })).await.ok()["custom"], custom);
    chat.settles().await;
    for (path, body) in [
        ("/visitors", json!({ "full_name": "I\u{0}da" })),
        ("/users", json!({ "full_name": "I\u{0}da" })),
        ("/assistants", json!({ "name": "Fj\u{0}ell" })),
    ] {
        desk.admin.post(&desk.at(path), &body).await.problem(422);
    }
    for query in ["/users?q=%00", "/agents?q=%00", "/users?after=%00", "/assistants?after=%00", "/sources?after=%00"] {
        let reply = desk.admin.get(&desk.at(query)).await;
        assert!([200, 422].contains(&reply.status), "{query}: {reply:?}");
    }
    assert_eq!(chat.messages().await.len(), 2);
}

#[tokio::test]
async fn what_is_no_id_is_not_there() {
    let desk = Desk::open().await;
    for path in [
        "/dialogs/nonsense".to_owned(),
        "/dialogs/0123456789abcdef01234567".to_owned(),
        "/dialogs/0123456789abcdef01234567/messages".to_owned(),
        "/apps/nonsense".to_owned(),
        "/apps/999999".to_owned(),
        "/apps/-1".to_owned(),
        "/apps/99999999999999999999".to_owned(),
        desk.at("/assistants/nonsense"),
        desk.at("/assistants/0123456789abcdef01234567"),
        desk.at("/sources/0123456789abcdef01234567"),
        desk.at("/users/999999"),
        "/nothing/here".to_owned(),
    ] {
        assert_eq!(desk.admin.get(&path).await.problem(404)["code"], "not_found", "{path}");
    }
    for path in ["/agents", "/users", "/sources", "/keys", "/assistants", "/dialogs", "/unanswered"] {
        let reply = desk.admin.get(&format!("/apps/999999{path}")).await;
        assert!(reply.status == 404 || reply.body["items"] == json!([]), "{path}: {reply:?}");
    }
}

#[tokio::test]
async fn nothing_is_made_in_an_app_that_is_not_there() {
    let desk = Desk::open().await;
    for (path, body) in [
        ("assistants", json!({ "name": "X" })),
        ("agents", json!({ "full_name": "X", "email": "x@example.com" })),
        ("users", json!({ "full_name": "X" })),
        ("sources", json!({ "kind": "text", "title": "t", "text": "t" })),
        ("keys", json!({ "name": "x" })),
        ("visitors", json!({})),
    ] {
        desk.admin.post(&format!("/apps/999999/{path}"), &body).await.problem(404);
    }
}

#[tokio::test]
async fn wrong_queries_are_told_so_or_do_no_harm() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.asks("Hello").await;
    for query in ["limit=x", "limit=-1", "before=x"] {
        chat.customer.door.get(&chat.at(&format!("/messages?{query}"))).await.problem(422);
    }
    for query in ["limit=0", "limit=999999", "before=-5", "after=999999999", "unknown=1"] {
        chat.customer.door.get(&chat.at(&format!("/messages?{query}"))).await.ok();
    }
    desk.admin.get(&desk.at("/dialogs?list=nonsense")).await.problem(422);
    desk.admin.get(&desk.at("/unanswered?state=nonsense")).await.problem(422);
    for query in ["after=nonsense", "after=%F0%9F%98%80", "after=-1", "after=999999999999999999999"] {
        for list in ["/dialogs?list=queue", "/dialogs?list=all", "/users?", "/agents?", "/sources?", "/unanswered?"] {
            desk.admin.get(&desk.at(&format!("{list}&{query}"))).await.ok();
        }
    }
}

#[tokio::test]
async fn the_live_address_speaks_only_websocket() {
    let desk = Desk::open().await;
    desk.admin.get("/live").await.problem(422);
}

#[tokio::test]
async fn a_method_that_an_address_does_not_know_is_told_so() {
    let desk = Desk::open().await;
    for (method, path) in [(Method::DELETE, "/apps"), (Method::PATCH, "/setup"), (Method::POST, "/sessions/current")] {
        let reply = desk.admin.send(desk.admin.request(method, path)).await;
        assert_eq!(reply.problem(405)["code"], "invalid", "{path}");
    }
}
