//! How a live connection begins, and why it may end at once.

use serde_json::{Value, json};
use tokio_tungstenite::{
    connect_async,
    tungstenite::{Error, client::IntoClientRequest},
};

use crate::desk::{Desk, Ear, PASSWORD};

#[tokio::test]
async fn a_token_says_who_listens() {
    let desk = Desk::open().await;
    let ida = desk.customer("Ida").await;
    let ear = Ear::open(&ida.door, json!({})).await;
    assert_eq!(ear.welcome["me"]["full_name"], "Ida");
    assert!(ear.welcome["seq"].is_i64(), "{}", ear.welcome);
}

/// The code with which this first frame is answered.
async fn code(desk: &Desk, first: &str) -> u16 {
    let mut ear = Ear::connect(&desk.nobody()).await;
    ear.says_text(first).await;
    ear.closes().await
}

#[tokio::test]
async fn who_is_not_signed_in_is_told_so() {
    let desk = Desk::open().await;
    assert_eq!(code(&desk, r#"{"type":"hello"}"#).await, 4401);
    assert_eq!(code(&desk, r#"{"type":"hello","token":"bs_nonsense"}"#).await, 4401);
    assert_eq!(code(&desk, r#"{"type":"hello","token":"bk_nonsense"}"#).await, 4401);
}

#[tokio::test]
async fn a_first_frame_that_is_no_hello_ends_it() {
    let desk = Desk::open().await;
    for first in ["", "hello", "{}", "[]", r#"{"type":"say"}"#, r#"{"type":"hello","watch":["nonsense"]}"#] {
        assert_eq!(code(&desk, first).await, 1008, "{first}");
    }
}

#[tokio::test]
async fn an_admin_says_which_app() {
    let desk = Desk::open().await;
    let mut ear = Ear::connect(&desk.admin).await;
    ear.says(&json!({ "type": "hello", "token": desk.admin.token })).await;
    assert_eq!(ear.closes().await, 1008);
    let ear = Ear::open(&desk.admin, json!({ "app": desk.app })).await;
    assert_eq!(ear.welcome["me"]["kind"], "admin");
}

#[tokio::test]
async fn silence_ends_it_after_ten_seconds() {
    let desk = Desk::open().await;
    let mut ear = Ear::connect(&desk.nobody()).await;
    assert_eq!(ear.closes_within(15).await, 4408);
}

#[tokio::test]
async fn one_user_cannot_open_any_number() {
    let desk = Desk::open_with(|config| config.limits.connections_per_user = 1).await;
    let ida = desk.customer("Ida").await;
    let _first = Ear::open(&ida.door, json!({})).await;
    let mut second = Ear::connect(&ida.door).await;
    second.says(&json!({ "type": "hello", "token": ida.door.token })).await;
    assert_eq!(second.closes().await, 1013);
}

#[tokio::test]
async fn a_program_that_goes_away_says_so() {
    let desk = Desk::open().await;
    let mut ear = Ear::open(&desk.customer("Ida").await.door, json!({})).await;
    desk.goes_away();
    assert_eq!(ear.closes().await, 1001);
}

#[tokio::test]
async fn an_agent_who_is_disabled_is_cut_off() {
    let desk = Desk::open_with(|config| config.patience.heartbeat_ms = 100).await;
    let ana = desk.agent("Ana").await;
    let mut ear = ana.listens().await;
    let (path, disabled) = (desk.at(&format!("/agents/{}", ana.id)), json!({ "disabled": true }));
    // Whoever does not listen meanwhile answers no ping, and is taken for gone.
    let (code, changed) = tokio::join!(ear.closes(), desk.admin.patch(&path, &disabled));
    changed.ok();
    assert_eq!(code, 4401);
}

/// A socket as a browser opens it: with the session's cookie, from a page of this origin.
async fn from_page(desk: &Desk, origin: &str) -> Result<(), u16> {
    let signed_in = json!({ "email": "root@example.com", "password": PASSWORD });
    let cookie = desk.nobody().post("/sessions", &signed_in).await.cookie();
    let mut request = format!("ws://{}/api/v1/live", desk.nobody().host).into_client_request().unwrap();
    request.headers_mut().insert("cookie", format!("baton_session={cookie}").parse().unwrap());
    request.headers_mut().insert("origin", origin.parse().unwrap());
    match connect_async(request).await {
        Ok(_) => Ok(()),
        Err(Error::Http(response)) => Err(response.status().as_u16()),
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test]
async fn pages_of_other_sites_cannot_use_the_cookie() {
    let desk = Desk::open().await;
    assert_eq!(from_page(&desk, "https://evil.example").await, Err(403));
    let own = format!("http://{}", desk.nobody().host);
    assert_eq!(from_page(&desk, &own).await, Ok(()));
}

#[tokio::test]
async fn the_cookie_signs_in() {
    let desk = Desk::open().await;
    let mut ear = Ear::connect_with_cookie(&desk.admin).await;
    ear.says(&json!({ "type": "hello", "app": desk.app })).await;
    assert_eq!(ear.hears("welcome").await["me"]["kind"], "admin");
    assert_eq!(ear.hears("watching").await["dialogs"], Value::from(Vec::<Value>::new()));
}
