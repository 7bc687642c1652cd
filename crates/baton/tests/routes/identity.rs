//! A website vouches for its visitors: the same person is the same customer, wherever they come from.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::desk::{Customer, Desk, MORNING_MS, Reply};

const NOW: i64 = MORNING_MS / 1_000;

/// As a website's own server makes it.
fn token(secret: &str, header: &Value, claims: &Value) -> String {
    let encode = |part: &Value| URL_SAFE_NO_PAD.encode(part.to_string());
    let signed = format!("{}.{}", encode(header), encode(claims));
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

fn signed(secret: &str, claims: &Value) -> String {
    token(secret, &json!({ "alg": "HS256", "typ": "JWT" }), claims)
}

async fn secret(desk: &Desk) -> String {
    let made = desk.admin.put(&desk.at("/identity_secret"), &json!({})).await.ok();
    made["identity_secret"].as_str().unwrap().to_owned()
}

async fn comes(desk: &Desk, identity: &str) -> Reply {
    desk.nobody().post(&desk.at("/visitors"), &json!({ "identity": identity })).await
}

fn customer(desk: &Desk, visitor: &Value) -> Customer {
    let door = desk.nobody().with_token(visitor["token"].as_str().unwrap());
    Customer::new(door, &visitor["user"], &desk.assistant)
}

#[tokio::test]
async fn the_same_person_is_the_same_customer_with_their_conversations() {
    let desk = Desk::open().await;
    let secret = secret(&desk).await;
    assert_eq!(desk.admin.get(&desk.at("")).await.ok()["has_identity_secret"], true);
    let claims = json!({ "sub": "crm-7", "name": "Ida Berg", "email": "IDA@shop.example", "exp": NOW + 60 });
    let phone = comes(&desk, &signed(&secret, &claims)).await.ok();
    let user = &phone["user"];
    assert_eq!((&user["external_id"], &user["full_name"]), (&json!("crm-7"), &json!("Ida Berg")));
    assert_eq!(user["email"], "ida@shop.example");
    let chat = customer(&desk, &phone).asks("Can my yak fly?").await;
    desk.passes(86_400_000);
    let later = json!({ "sub": "crm-7", "name": "Ida Bergset", "exp": NOW + 2 * 86_400 });
    let visit = json!({
        "identity": signed(&secret, &later), "language": "nb", "page": "https://shop.example/tents",
        "full_name": "Somebody Else", "email": "else@example.com",
    });
    let laptop = desk.nobody().post(&desk.at("/visitors"), &visit).await.ok();
    assert_eq!(laptop["user"]["id"], user["id"]);
    assert_ne!(laptop["token"], phone["token"], "each device has a session of its own");
    let known = &laptop["user"];
    assert_eq!((&known["full_name"], &known["email"]), (&json!("Ida Bergset"), &json!("ida@shop.example")));
    assert_eq!((&known["language"], &known["custom"]["page"]), (&json!("nb"), &visit["page"]));
    let laptop = customer(&desk, &laptop);
    assert_eq!(laptop.door.get("/dialogs").await.ok()["items"][0]["id"], chat.id);
    customer(&desk, &phone).door.get(&chat.at("")).await.ok();
}

#[tokio::test]
async fn a_token_that_says_nothing_lets_nobody_in() {
    let desk = Desk::open().await;
    let claims = json!({ "sub": "crm-7", "exp": NOW + 60 });
    assert_eq!(comes(&desk, &signed("is_guessed", &claims)).await.reason(403), "identity", "there is no secret yet");
    let secret = secret(&desk).await;
    let none = token(&secret, &json!({ "alg": "none" }), &claims);
    let (unsigned, _) = none.rsplit_once('.').unwrap();
    let good = signed(&secret, &claims);
    let (said, signature) = good.rsplit_once('.').unwrap();
    let forged = json!({ "sub": "crm-1", "exp": NOW + 60 });
    let forged = format!("{}.{signature}", signed(&secret, &forged).rsplit_once('.').unwrap().0);
    for wrong in [
        none.clone(),
        format!("{unsigned}."),
        unsigned.to_owned(),
        forged,
        format!("{said}."),
        signed("", &claims),
        signed("is_guessed", &claims),
        token(&secret, &json!({ "alg": "HS512" }), &claims),
        signed(&secret, &json!({ "sub": "crm-7", "exp": NOW })),
        signed(&secret, &json!({ "sub": "crm-7", "exp": NOW + 31 * 86_400 })),
        signed(&secret, &json!({ "sub": "crm-7" })),
        signed(&secret, &json!({ "exp": NOW + 60 })),
        signed(&secret, &json!({ "sub": "x".repeat(201), "exp": NOW + 60 })),
        "a.b.c".into(),
        "".into(),
        "x".repeat(9_000),
    ] {
        let problem = comes(&desk, &wrong).await.problem(403);
        assert_eq!(problem["reason"], "identity", "{problem}");
        assert!(!problem.to_string().contains(&secret));
    }
    assert_eq!(desk.admin.get(&desk.at("/users")).await.ok()["items"], json!([]));
    comes(&desk, &good).await.ok();
}

#[tokio::test]
async fn a_secret_of_one_app_says_nothing_in_another() {
    let desk = Desk::open().await;
    let secret = secret(&desk).await;
    let other = desk.other_app().await;
    desk.admin.put(&format!("/apps/{other}/identity_secret"), &json!({})).await.ok();
    let identity = signed(&secret, &json!({ "sub": "crm-7", "exp": NOW + 60 }));
    let path = format!("/apps/{other}/visitors");
    let refused = desk.nobody().post(&path, &json!({ "identity": identity })).await;
    assert_eq!(refused.reason(403), "identity");
}

#[tokio::test]
async fn a_new_secret_ends_the_old_one() {
    let desk = Desk::open().await;
    let (old, new) = (secret(&desk).await, secret(&desk).await);
    let claims = json!({ "sub": "crm-7", "exp": NOW + 60 });
    assert_eq!(comes(&desk, &signed(&old, &claims)).await.reason(403), "identity");
    let visitor = comes(&desk, &signed(&new, &claims)).await.ok();
    secret(&desk).await;
    let ida = customer(&desk, &visitor);
    ida.door.get("/sessions/current").await.ok();
    let program = desk.program().await;
    program.put(&desk.at("/identity_secret"), &json!({})).await.ok();
}

#[tokio::test]
async fn two_first_visits_at_once_make_one_customer() {
    let desk = Desk::open().await;
    let secret = secret(&desk).await;
    let identity = signed(&secret, &json!({ "sub": "crm-7", "name": "Ida", "exp": NOW + 60 }));
    let come = (0..12).map(|_| comes(&desk, &identity));
    let visitors = futures_util::future::join_all(come).await.into_iter().map(Reply::ok);
    let mut ids: Vec<i64> = visitors.map(|visitor| visitor["user"]["id"].as_i64().unwrap()).collect();
    ids.dedup();
    assert_eq!(ids.len(), 1, "{ids:?}");
    assert_eq!(desk.admin.get(&desk.at("/users")).await.ok()["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_somebody_asked_before_they_signed_in_stays_theirs_alone() {
    let desk = Desk::open().await;
    let secret = secret(&desk).await;
    let anonymous = desk.customer("Ida").await;
    let chat = anonymous.asks("Can my yak fly?").await;
    let visitor = comes(&desk, &signed(&secret, &json!({ "sub": "crm-7", "exp": NOW + 60 }))).await.ok();
    let ida = customer(&desk, &visitor);
    assert_ne!(ida.id, anonymous.id);
    ida.door.get(&chat.at("")).await.problem(404);
    assert_eq!(ida.door.get("/dialogs").await.ok()["items"], json!([]));
}

#[tokio::test]
async fn a_customer_whom_a_program_made_is_met_again() {
    let desk = Desk::open().await;
    let secret = secret(&desk).await;
    let known =
        json!({ "full_name": "Ida Berg", "external_id": "crm-7", "tags": ["vip"], "custom": { "plan": "gold" } });
    let known = desk.admin.post(&desk.at("/users"), &known).await.ok();
    let visit = json!({
        "identity": signed(&secret, &json!({ "sub": "crm-7", "email": "not an address", "exp": NOW + 60 })),
        "page": "https://shop.example",
    });
    let met = desk.nobody().post(&desk.at("/visitors"), &visit).await.ok()["user"].clone();
    assert_eq!((&met["id"], &met["full_name"], &met["tags"]), (&known["id"], &known["full_name"], &known["tags"]));
    assert_eq!(met["custom"], json!({ "plan": "gold", "page": "https://shop.example" }));
    assert_eq!(met["email"], Value::Null);
}

#[tokio::test]
async fn where_identity_is_required_nobody_asks_without_it() {
    let desk = Desk::open().await;
    let before = desk.customer("Olav").await;
    let asked_before = before.opens().await;
    let warned = desk.set(json!({ "widget": { "identity": "required" } })).await;
    let codes = |saved: &Value| saved["warnings"].to_string();
    assert!(codes(&warned).contains("identity_secret_missing"), "{warned}");
    let secret = secret(&desk).await;
    assert!(!codes(&desk.ai_agent().await).contains("identity_secret_missing"));
    let visitors = desk.at("/visitors");
    let refused = desk.nobody().post(&visitors, &json!({})).await;
    assert_eq!(refused.reason(403), "identity_required", "the only AI Agent wants to know who it is");
    let open = json!({ "type": 2, "assistant": desk.assistant });
    assert_eq!(before.door.post("/dialogs", &open).await.reason(403), "identity_required");
    asked_before.asks("Can my yak fly?").await;
    let visitor = comes(&desk, &signed(&secret, &json!({ "sub": "crm-7", "exp": NOW + 60 }))).await.ok();
    customer(&desk, &visitor).asks("Can my yak fly?").await;
    let second = desk.admin.post(&desk.at("/assistants"), &json!({ "name": "Second" })).await.ok();
    desk.nobody().post(&visitors, &json!({ "assistant": second["id"] })).await.ok();
    let named = desk.nobody().post(&visitors, &json!({ "assistant": desk.assistant })).await;
    assert_eq!(named.reason(403), "identity_required");
    desk.nobody().post(&visitors, &json!({})).await.ok();
    desk.nobody().post(&visitors, &json!({ "assistant": desk.message_id() })).await.problem(404);
}
