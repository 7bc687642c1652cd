//! What is shown once is never shown again.

use serde_json::json;

use crate::desk::{Desk, PASSWORD};

#[tokio::test]
async fn no_get_shows_a_secret() {
    let desk = Desk::open().await;
    let made = desk.admin.post("/apps", &json!({ "name": "Second" })).await.ok();
    let authorization_secret = made["authorization_secret"].as_str().unwrap().to_owned();
    let second = made["app"]["id"].clone();
    let rotated = desk.admin.put(&format!("/apps/{second}/authorization_secret"), &json!({})).await.ok();
    let key = desk.admin.post(&desk.at("/keys"), &json!({ "name": "crm" })).await.ok();
    let path = desk.at(&format!("/assistants/{}", desk.assistant));
    let identity = desk.admin.put(&desk.at("/identity_secret"), &json!({})).await.ok();
    let webhook = desk.admin.put(&format!("{path}/webhook_secret"), &json!({})).await.ok();
    let now = desk.ai_agent().await;
    let saved = json!({ "settings": now["settings"], "version": now["version"], "model_key": "sk-very-secret" });
    desk.save(saved).await.ok();
    let (ana, chat) = (desk.agent("Ana").await, desk.customer("Ida").await.asks("Can my yak fly?").await);
    ana.claims(&chat).await.ok();
    let secrets = [
        authorization_secret.as_str(),
        rotated["authorization_secret"].as_str().unwrap(),
        key["key"].as_str().unwrap(),
        webhook["webhook_secret"].as_str().unwrap(),
        identity["identity_secret"].as_str().unwrap(),
        "sk-very-secret",
        PASSWORD,
        "$argon2",
        ana.door.token.as_deref().unwrap(),
        desk.admin.token.as_deref().unwrap(),
    ];
    for door in [&desk.admin, &ana.door, &chat.customer.door] {
        for get in [
            "/setup".into(),
            "/sessions/current".into(),
            "/apps".into(),
            "/dialogs".into(),
            format!("/apps/{second}"),
            format!("/apps/{}", desk.app),
            desk.at("/keys"),
            desk.at("/assistants"),
            path.clone(),
            format!("{path}/widget"),
            desk.at("/agents"),
            desk.at("/users"),
            desk.at(&format!("/users/{}", ana.id)),
            desk.at("/dialogs"),
            chat.at(""),
            chat.at("/handovers"),
        ] {
            let shown = door.get(&get).await.body.to_string();
            for secret in secrets {
                assert!(!shown.contains(secret), "{get} shows {secret}: {shown}");
            }
        }
    }
    assert!(desk.ai_agent().await["has_model_key"] == true && desk.ai_agent().await["has_webhook_secret"] == true);
}

#[tokio::test]
async fn the_models_key_is_kept_until_it_is_removed() {
    let desk = Desk::open().await;
    let save = async |key: Option<serde_json::Value>| {
        let now = desk.ai_agent().await;
        let mut saved = json!({ "settings": now["settings"], "version": now["version"] });
        if let Some(key) = key {
            saved["model_key"] = key;
        }
        desk.save(saved).await.ok()["has_model_key"].clone()
    };
    assert_eq!(save(Some(json!("sk-1"))).await, true);
    assert_eq!(save(None).await, true);
    assert_eq!(save(Some(json!(null))).await, false);
}

#[tokio::test]
async fn the_models_key_goes_to_nobody_but_whom_it_was_given_for() {
    let desk = Desk::open().await;
    let save = async |endpoint: &str, key: Option<&str>| {
        let now = desk.ai_agent().await;
        let mut saved = json!({ "settings": now["settings"], "version": now["version"] });
        saved["settings"]["model"] =
            json!({ "endpoint": endpoint, "name": "m", "temperature": 0.0, "max_tokens": 100, "timeout_ms": 1000 });
        if let Some(key) = key {
            saved["model_key"] = key.into();
        }
        desk.save(saved).await.ok()["has_model_key"].clone()
    };
    assert_eq!(save("https://model.example/v1", Some("sk-1")).await, true);
    assert_eq!(save("https://model.example/v2", None).await, true, "the same provider");
    assert_eq!(save("https://elsewhere.example/v1", None).await, false);
}

#[tokio::test]
async fn a_problem_repeats_no_secret() {
    let desk = Desk::open().await;
    let now = desk.ai_agent().await;
    let saved = json!({ "settings": now["settings"], "version": 999, "model_key": "sk-very-secret" });
    let problem = desk.save(saved).await.problem(409).to_string();
    assert!(!problem.contains("sk-very-secret"), "{problem}");
    let wrong = json!({ "email": 7, "password": "hunter-two-hunter" });
    let problem = desk.nobody().post("/sessions", &wrong).await.problem(422).to_string();
    assert!(!problem.contains("hunter"), "{problem}");
}

#[tokio::test]
async fn the_widgets_face_shows_what_anybody_may_see() {
    let desk = Desk::open().await;
    let welcome = json!({ "on": true, "text": { "default": "Hello!", "de": "Hallo!" } });
    desk.set(json!({ "welcome": welcome, "suggested_questions": ["Do you repair tents?"] })).await;
    let path = desk.at(&format!("/assistants/{}/widget", desk.assistant));
    let face = desk.nobody().get(&format!("{path}?language=de")).await.ok();
    assert_eq!(
        face,
        json!({
            "name": "Fjell", "avatar_url": null, "welcome": "Hallo!",
            "suggested_questions": ["Do you repair tents?"], "online": false,
            "appearance": {
                "colour": null, "position": "right", "launcher": "bubble", "launcher_text": null, "title": null,
                "theme": "auto",
            },
            "identity_required": false, "ask_rating": true, "attachments": true, "max_attachment_bytes": 10_485_760,
        })
    );
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    assert_eq!(desk.nobody().get(&path).await.ok()["online"], true);
}
