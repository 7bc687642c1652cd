//! Signing in and out, the cookie of the screens, passwords, and too many tries.

use reqwest::Method;
use serde_json::json;

use crate::desk::{Desk, Door, PASSWORD, Reply};

async fn signs_in(desk: &Desk, email: &str, password: &str) -> Reply {
    desk.nobody().post("/sessions", &json!({ "email": email, "password": password })).await
}

#[tokio::test]
async fn an_agent_signs_in_and_out() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    let new = json!({ "email": " ANA@example.com ", "password": PASSWORD, "bearer": true });
    let session = desk.nobody().post("/sessions", &new).await.ok();
    let door = desk.nobody().with_token(session["token"].as_str().unwrap());
    let me = door.get("/sessions/current").await.ok();
    assert_eq!((&me["kind"], &me["id"], &me["app"]["name"]), (&json!("agent"), &json!(ana.id), &json!("Shop")));
    assert_eq!(door.delete("/sessions/current").await.status, 204);
    assert_eq!(door.get("/sessions/current").await.reason(401), "not_signed_in");
}

#[tokio::test]
async fn a_wrong_password_and_a_wrong_email_are_told_alike() {
    let desk = Desk::open().await;
    let wrong = signs_in(&desk, "root@example.com", "wrong horse").await.problem(422);
    let unknown = signs_in(&desk, "nobody@example.com", PASSWORD).await.problem(422);
    assert_eq!(wrong, unknown);
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
    let desk = Desk::open().await;
    let reply = signs_in(&desk, "root@example.com", PASSWORD).await;
    let cookie = reply.header("set-cookie").to_owned();
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(!cookie.contains("Secure"), "{cookie}");
    assert_eq!(reply.body["token"], json!(null));
    let secure = Desk::open_with(|config| config.server.https = true).await;
    assert!(signs_in(&secure, "root@example.com", PASSWORD).await.header("set-cookie").contains("; Secure"));
}

/// As a browser with this session sends it.
async fn with_cookie(door: &Door, method: Method, path: &str, csrf: bool) -> Reply {
    let cookie = format!("other=1; baton_session={}; more=2", door.token.as_deref().unwrap());
    let browser = door.without_token();
    let mut request = browser.request(method, path).header("cookie", cookie).json(&json!({ "name": "Second" }));
    if csrf {
        request = request.header("x-baton-csrf", "1");
    }
    browser.send(request).await
}

#[tokio::test]
async fn with_the_cookie_every_change_needs_the_header() {
    let desk = Desk::open().await;
    with_cookie(&desk.admin, Method::GET, "/apps", false).await.ok();
    let problem = with_cookie(&desk.admin, Method::POST, "/apps", false).await.problem(403);
    assert_eq!(problem["code"], "forbidden");
    assert_eq!(desk.admin.get("/apps").await.ok()["items"].as_array().unwrap().len(), 1);
    assert_eq!(with_cookie(&desk.admin, Method::POST, "/apps", true).await.status, 201);
}

#[tokio::test]
async fn nobody_is_let_in_with_anything_else() {
    let desk = Desk::open().await;
    let nobody = desk.nobody();
    for path in ["/apps", "/dialogs", "/sessions/current", &desk.at("/agents"), &desk.at("/users")] {
        assert_eq!(nobody.get(path).await.reason(401), "not_signed_in", "{path}");
        for token in ["", "nonsense", "bs_nonsense", "bk_nonsense"] {
            assert_eq!(nobody.with_token(token).get(path).await.reason(401), "not_signed_in", "{path} {token}");
        }
    }
}

#[tokio::test]
async fn a_new_password_ends_all_other_sessions() {
    let desk = Desk::open().await;
    let other = desk.nobody().with_token(&signs_in(&desk, "root@example.com", PASSWORD).await.cookie());
    let change = |current: &str, new: &str| json!({ "current": current, "new": new });
    let problem = desk.admin.put("/me/password", &change("wrong horse", "battery staple")).await.problem(422);
    assert_eq!(problem["fields"][0]["field"], "current");
    desk.admin.put("/me/password", &change(PASSWORD, "short")).await.problem(422);
    other.get("/sessions/current").await.ok();
    assert_eq!(desk.admin.put("/me/password", &change(PASSWORD, "battery staple")).await.status, 204);
    desk.admin.get("/sessions/current").await.ok();
    other.get("/sessions/current").await.problem(401);
    signs_in(&desk, "root@example.com", PASSWORD).await.problem(422);
    signs_in(&desk, "root@example.com", "battery staple").await.ok();
}

#[tokio::test]
async fn sessions_run_out() {
    const DAY_MS: i64 = 24 * 3_600_000;
    let desk = Desk::open().await;
    let (ana, ida) = (desk.agent("Ana").await, desk.customer("Ida").await);
    desk.passes(15 * DAY_MS);
    ana.door.get("/sessions/current").await.problem(401);
    ida.door.get("/sessions/current").await.ok();
    desk.passes(76 * DAY_MS);
    ida.door.get("/sessions/current").await.problem(401);
}

#[tokio::test]
async fn too_many_tries_are_told_to_wait() {
    let desk = Desk::open_with(|config| config.server.sign_ins_per_minute = 3).await;
    signs_in(&desk, "root@example.com", "wrong horse").await.problem(422);
    signs_in(&desk, "root@example.com", "wrong horse").await.problem(422);
    let refused = signs_in(&desk, "root@example.com", PASSWORD).await;
    let wait: u64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    let problem = refused.problem(429);
    assert_eq!(problem["code"], "busy");
    desk.admin.get("/apps").await.ok();
}

#[tokio::test]
async fn too_many_visitors_are_told_to_wait() {
    let desk = Desk::open_with(|config| config.server.visitors_per_minute = 2).await;
    let path = desk.at("/visitors");
    for _ in 0..2 {
        desk.nobody().post(&path, &json!({})).await.ok();
    }
    let refused = desk.nobody().post(&path, &json!({})).await;
    assert_ne!(refused.header("retry-after"), "");
    refused.problem(429);
}

#[tokio::test]
async fn behind_a_proxy_each_address_counts_for_itself() {
    let change = |config: &mut baton::config::Config| {
        config.server.visitors_per_minute = 1;
        config.server.behind_proxy = true;
    };
    let desk = Desk::open_with(change).await;
    let comes_from = async |forwarded: &str| {
        let door = desk.nobody();
        let request = door.request(Method::POST, &desk.at("/visitors")).header("x-forwarded-for", forwarded);
        door.send(request.json(&json!({}))).await.status
    };
    assert_eq!(comes_from("10.0.0.1").await, 201);
    assert_eq!(comes_from("10.0.0.2").await, 201);
    assert_eq!(comes_from("10.0.0.9, 10.0.0.1").await, 429, "only the proxy's own word counts");
}
