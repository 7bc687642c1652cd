//! The first start: creating the admin, once.

use serde_json::json;

use crate::desk::{Desk, PASSWORD};

#[tokio::test]
async fn there_is_one_first_admin() {
    let desk = Desk::open().await;
    let nobody = desk.nobody();
    assert_eq!(nobody.get("/setup").await.ok()["needs_admin"], false);
    let second = json!({ "full_name": "Eve", "email": "eve@example.com", "password": PASSWORD });
    assert_eq!(nobody.post("/setup", &second).await.reason(409), "admin_exists");
    let eve = json!({ "email": "eve@example.com", "password": PASSWORD });
    nobody.post("/sessions", &eve).await.problem(422);
}

#[tokio::test]
async fn of_many_who_try_at_once_one_becomes_the_admin() {
    let (server, nobody) = crate::desk::bare();
    assert_eq!(nobody.get("/setup").await.ok()["needs_admin"], true);
    let tries: Vec<_> = (0..5)
        .map(|number| json!({ "full_name": "Root", "email": format!("r{number}@example.com"), "password": PASSWORD }))
        .collect();
    let replies = futures_util::future::join_all(tries.iter().map(|new| nobody.post("/setup", new))).await;
    let mut statuses: Vec<u16> = replies.iter().map(|reply| reply.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409, 409, 409]);
    let winner = replies.iter().find(|reply| reply.status == 201).unwrap();
    assert_eq!(nobody.with_token(&winner.cookie()).get("/sessions/current").await.ok()["kind"], "admin");
    drop(server);
}

#[tokio::test]
async fn what_does_not_fit_creates_nobody() {
    let (server, nobody) = crate::desk::bare();
    for (name, email, password, field) in [
        ("", "root@example.com", PASSWORD, "full_name"),
        ("Root", "not an address", PASSWORD, "email"),
        ("Root", "root@example.com", "short", "password"),
    ] {
        let new = json!({ "full_name": name, "email": email, "password": password });
        assert_eq!(nobody.post("/setup", &new).await.problem(422)["fields"][0]["field"], field);
    }
    assert_eq!(nobody.get("/setup").await.ok()["needs_admin"], true);
    drop(server);
}
