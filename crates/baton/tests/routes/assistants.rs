//! AI Agents: their settings are saved whole or not at all, and what cannot work is warned about.

use serde_json::{Value, json};

use crate::desk::Desk;

fn warnings(assistant: &Value) -> Vec<&str> {
    assistant["warnings"].as_array().unwrap().iter().map(|warning| warning["code"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_new_one_has_safe_defaults_and_a_login_of_its_own() {
    let desk = Desk::open().await;
    let path = desk.at("/assistants");
    let created = desk.admin.post(&path, &json!({ "name": "Fjell & Fjord — Hjelp!" })).await.ok();
    assert_eq!(created["login"], "fjell-fjord-hjelp");
    let settings = &created["settings"];
    assert_eq!(settings["unanswered"]["action"], "dont_know");
    assert_eq!(settings["unanswered"]["handover"]["assign_to"], "online_only");
    assert_eq!(settings["unanswered"]["handover"]["notify_assigned"], false);
    assert_eq!((&settings["welcome"]["on"], &settings["model"]), (&json!(true), &Value::Null));
    let twin = desk.admin.post(&path, &json!({ "name": "Fjell & Fjord — Hjelp!" })).await.ok();
    assert_ne!((&created["login"], &created["settings"]["command"]), (&twin["login"], &twin["settings"]["command"]));
    let nameless = desk.admin.post(&path, &json!({ "name": "山" })).await.ok();
    assert_eq!(nameless["login"], "assistant");
}

#[tokio::test]
async fn a_new_name_keeps_the_login() {
    let desk = Desk::open().await;
    let renamed = desk.set(json!({ "name": "Fjord" })).await;
    assert_eq!((&renamed["settings"]["name"], &renamed["login"]), (&json!("Fjord"), &json!("fjell")));
    let chat = desk.customer("Ida").await.asks("Hello").await;
    assert_eq!(chat.last().await["sender"]["full_name"], "Fjord");
}

#[tokio::test]
async fn who_saves_second_is_told_to_load_again() {
    let desk = Desk::open().await;
    let now = desk.ai_agent().await;
    desk.set(json!({ "instructions": "Be brief." })).await;
    let stale = json!({ "settings": now["settings"], "version": now["version"] });
    assert_eq!(desk.save(stale).await.reason(409), "version");
    assert_eq!(desk.ai_agent().await["settings"]["instructions"], "Be brief.");
}

#[tokio::test]
async fn what_cannot_work_is_saved_and_warned_about() {
    let desk = Desk::open().await;
    assert_eq!(warnings(&desk.ai_agent().await), ["no_knowledge"]);
    desk.knows_the_shop().await;
    assert_eq!(warnings(&desk.ai_agent().await), [] as [&str; 0]);
    assert_eq!(warnings(&desk.hands_over_to(&[], json!({})).await), ["empty_pool"]);
    let ana = desk.agent("Ana").await;
    assert_eq!(warnings(&desk.hands_over_to(&[&ana], json!({})).await), [] as [&str; 0]);
    desk.admin.patch(&desk.at(&format!("/agents/{}", ana.id)), &json!({ "disabled": true })).await.ok();
    assert_eq!(warnings(&desk.ai_agent().await), ["no_active_agent"]);
    assert_eq!(warnings(&desk.set(json!({ "use_knowledge": false })).await), ["no_active_agent", "knowledge_off"]);
}

#[tokio::test]
async fn what_does_not_fit_is_named_and_nothing_is_saved() {
    let desk = Desk::open().await;
    let before = desk.ai_agent().await;
    let model = |change: Value| {
        let mut model = json!({ "endpoint": "https://x.example/v1", "name": "m", "temperature": 0, "max_tokens": 500, "timeout_ms": 5000 });
        model.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        json!({ "model": model })
    };
    for (field, changes) in [
        ("name", json!({ "name": "  " })),
        ("name", json!({ "name": "n".repeat(81) })),
        ("command", json!({ "command": "two words" })),
        ("command", json!({ "command": "" })),
        ("confidence_min", json!({ "confidence_min": 1.5 })),
        ("avatar_url", json!({ "avatar_url": "javascript:alert(1)" })),
        ("suggested_questions", json!({ "suggested_questions": vec!["?"; 7] })),
        ("instructions", json!({ "instructions": "x".repeat(8_001) })),
        ("model.endpoint", model(json!({ "endpoint": "file:///etc/passwd" }))),
        ("model.timeout_ms", model(json!({ "timeout_ms": 0 }))),
        ("model.max_tokens", model(json!({ "max_tokens": 0 }))),
        ("unanswered.dont_know_message", json!({ "unanswered": { "dont_know_message": { "default": "" } } })),
        ("unanswered.webhook_url", json!({ "unanswered": { "webhook_url": "ftp://x.example" } })),
        (
            "unanswered.handover.message",
            json!({ "unanswered": { "handover": { "message": { "default": "m".repeat(2_001) } } } }),
        ),
        (
            "unanswered.handover.no_agent_message",
            json!({ "unanswered": { "handover": { "no_agent_message": { "default": " " } } } }),
        ),
        ("settings.unanswered.handover.agents", json!({ "unanswered": { "handover": { "agents": [999_999] } } })),
    ] {
        let problem = desk.tries_to_set(changes).await.problem(422);
        let named = problem["fields"][0]["field"].as_str().unwrap();
        assert!(named.starts_with(field), "{named} for {field}");
    }
    assert_eq!(desk.ai_agent().await, before);
}

#[tokio::test]
async fn an_empty_offline_message_fits() {
    let desk = Desk::open().await;
    desk.set(json!({ "unanswered": { "handover": { "offline_message": { "default": "" } } } })).await;
}

#[tokio::test]
async fn a_command_belongs_to_one_ai_agent() {
    let desk = Desk::open().await;
    desk.admin.post(&desk.at("/assistants"), &json!({ "name": "Fjord" })).await.ok();
    let problem = desk.tries_to_set(json!({ "command": "fjord" })).await.problem(422);
    assert_eq!(problem["fields"][0]["field"], "settings.command");
}

#[tokio::test]
async fn the_pool_keeps_its_order_and_takes_only_agents_of_the_app() {
    let desk = Desk::open().await;
    let (ana, ben) = (desk.agent("Ana").await, desk.agent("Ben").await);
    let saved = desk.hands_over_to(&[&ben, &ana], json!({})).await;
    assert_eq!(saved["settings"]["unanswered"]["handover"]["agents"], json!([ben.id, ana.id]));
    let ida = desk.customer("Ida").await;
    let pool = json!({ "unanswered": { "handover": { "agents": [ana.id, ida.id] } } });
    desk.tries_to_set(pool).await.problem(422);
    assert_eq!(desk.ai_agent().await["settings"]["unanswered"]["handover"]["agents"], json!([ben.id, ana.id]));
}

#[tokio::test]
async fn a_removed_one_is_gone_from_the_lists() {
    let desk = Desk::open().await;
    let path = desk.at(&format!("/assistants/{}", desk.assistant));
    assert_eq!(desk.admin.delete(&path).await.status, 204);
    desk.admin.get(&path).await.problem(404);
    desk.admin.delete(&path).await.problem(404);
    assert_eq!(desk.admin.get(&desk.at("/assistants")).await.ok()["items"], json!([]));
    desk.nobody().get(&format!("{path}/widget")).await.problem(404);
}
