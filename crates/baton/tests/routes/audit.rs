//! Who changed what is noted with it, for admins to read; what customers write, and secrets, are never in it.

use serde_json::{Value, json};

use crate::desk::{Desk, PASSWORD};

const QUESTION: &str = "Can my yak fly?";

/// What was done, newest first.
async fn entries(desk: &Desk, filter: &str) -> Vec<Value> {
    desk.admin.get(&desk.at(&format!("/audit?limit=200{filter}"))).await.ok()["items"].as_array().unwrap().clone()
}

async fn actions(desk: &Desk, filter: &str) -> Vec<String> {
    let entries = entries(desk, filter).await;
    entries.iter().rev().map(|entry| entry["action"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn saved_settings_are_noted_field_by_field_and_by_whom() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    let message = json!({ "default": "One moment, please.", "de": "Einen Moment, bitte." });
    desk.hands_over_to(&[&ana], json!({ "message": message })).await;
    let entry = entries(&desk, "&action=assistant.saved").await.remove(0);
    assert_eq!((&entry["actor"]["kind"], &entry["actor"]["name"]), (&json!("admin"), &json!("Root")));
    assert_eq!(entry["target"], json!({ "kind": "assistant", "id": desk.assistant, "name": "Fjell" }));
    assert_eq!(
        entry["changes"],
        json!([
            { "field": "unanswered.action", "before": "dont_know", "after": "human_handover" },
            { "field": "unanswered.handover.agents", "before": [], "after": [ana.id] },
            {
                "field": "unanswered.handover.message.de",
                "before": null, "after": "Einen Moment, bitte.",
            },
            {
                "field": "unanswered.handover.message.default",
                "before": "Let me connect you with one of our team.", "after": "One moment, please.",
            },
        ])
    );
}

#[tokio::test]
async fn whatever_configures_the_app_leaves_an_entry() {
    let desk = Desk::open_with(|config| config.crawl.allow = "127.0.0.1".into()).await;
    let (admin, app) = (&desk.admin, format!("/apps/{}", desk.app));
    let begun = entries(&desk, "").await[0]["id"].as_i64().unwrap();
    admin.patch(&app, &json!({ "name": "Store" })).await.ok();
    admin.put(&desk.at("/authorization_secret"), &json!({})).await.ok();
    let key = admin.post(&desk.at("/keys"), &json!({ "name": "crm" })).await.ok();
    admin.delete(&desk.at(&format!("/keys/{}", key["id"]))).await.ok();
    let second = admin.post(&desk.at("/assistants"), &json!({ "name": "Second" })).await.ok();
    let second = desk.at(&format!("/assistants/{}", second["id"].as_str().unwrap()));
    admin.put(&format!("{second}/webhook_secret"), &json!({})).await.ok();
    admin.delete(&second).await.ok();
    let new = json!({ "full_name": "Ana", "email": "ana@example.com" });
    let ana = admin.post(&desk.at("/agents"), &new).await.ok()["agent"]["id"].clone();
    admin.patch(&desk.at(&format!("/agents/{ana}")), &json!({ "capacity": 3 })).await.ok();
    admin.put(&desk.at(&format!("/agents/{ana}/password")), &json!({})).await.ok();
    admin.post(&desk.at(&format!("/users/{ana}/tokens")), &json!({})).await.ok();
    let team = admin.post(&desk.at("/teams"), &json!({ "name": "Billing", "agents": [ana] })).await.ok();
    let team = desk.at(&format!("/teams/{}", team["id"]));
    admin.patch(&team, &json!({ "agents": [] })).await.ok();
    admin.delete(&team).await.ok();
    admin.put(&desk.at("/notifications"), &json!({ "push_after": 30 })).await.ok();
    admin.post(&desk.at("/notifications/secret"), &json!({})).await.ok();
    let wish = json!({ "email": "zoe@example.com", "full_name": "Zoe", "role": "agent" });
    let invited = admin.post(&desk.at("/invitations"), &wish).await.ok();
    let invitation = desk.at(&format!("/invitations/{}", invited["invitation"]["id"]));
    let link = admin.put(&format!("{invitation}/link"), &json!({})).await.ok()["link_path"].clone();
    let door = link.as_str().unwrap().replace("/join/", "/invitations/");
    desk.nobody().put(&door, &json!({ "full_name": "Zoe", "password": PASSWORD })).await.ok();
    let hook = json!({ "url": desk.webhook.url, "events": ["rating"] });
    let hook = admin.post(&desk.at("/webhooks"), &hook).await.ok()["webhook"]["id"].clone();
    let hook = desk.at(&format!("/webhooks/{hook}"));
    admin.patch(&hook, &json!({ "enabled": false })).await.ok();
    admin.put(&format!("{hook}/secret"), &json!({})).await.ok();
    admin.delete(&hook).await.ok();
    let source = desk.knows("Do you repair tents?", "Yes.").await;
    let source = desk.at(&format!("/sources/{}", source["id"].as_str().unwrap()));
    admin.put(&source, &json!({ "text": "Yes, always." })).await.ok();
    admin.delete(&source).await.ok();
    let label = admin.post(&desk.at("/labels"), &json!({ "name": "Late", "colour": "red" })).await.ok();
    let label = desk.at(&format!("/labels/{}", label["id"]));
    admin.patch(&label, &json!({ "name": "Too late" })).await.ok();
    admin.delete(&label).await.ok();
    let reply = admin.post(&desk.at("/canned_replies"), &json!({ "shortcut": "hi", "text": "Hello!" })).await.ok();
    let reply = desk.at(&format!("/canned_replies/{}", reply["id"]));
    admin.put(&reply, &json!({ "shortcut": "hi", "text": "Hello there!" })).await.ok();
    admin.delete(&reply).await.ok();
    let noted = entries(&desk, "").await;
    let noted: Vec<&str> = noted
        .iter()
        .rev()
        .filter(|entry| entry["id"].as_i64().unwrap() > begun)
        .map(|entry| entry["action"].as_str().unwrap())
        .collect();
    assert_eq!(
        noted,
        [
            "app.renamed",
            "app.secret_replaced",
            "key.created",
            "key.removed",
            "assistant.created",
            "assistant.secret_replaced",
            "assistant.removed",
            "agent.created",
            "agent.changed",
            "agent.password_reset",
            "token.created",
            "team.created",
            "team.changed",
            "team.removed",
            "notifications.saved",
            "notifications.secret_replaced",
            "invitation.created",
            "invitation.link_replaced",
            "invitation.accepted",
            "webhook.created",
            "webhook.changed",
            "webhook.secret_replaced",
            "webhook.removed",
            "source.added",
            "source.changed",
            "source.removed",
            "label.created",
            "label.changed",
            "label.removed",
            "canned_reply.created",
            "canned_reply.changed",
            "canned_reply.removed",
        ]
    );
}

#[tokio::test]
async fn secrets_are_named_and_never_shown() {
    let desk = Desk::open_with(|config| config.crawl.allow = "127.0.0.1".into()).await;
    let now = desk.ai_agent().await;
    let saved = json!({ "settings": now["settings"], "version": now["version"], "model_key": "sk-very-secret" });
    desk.save(saved).await.ok();
    let secret = desk.admin.put(&desk.at("/authorization_secret"), &json!({})).await.ok();
    let key = desk.admin.post(&desk.at("/keys"), &json!({ "name": "crm" })).await.ok();
    let address = format!("{}?token=in-the-address", desk.webhook.url);
    let hook = json!({ "url": address, "events": ["rating"] });
    let hook = desk.admin.post(&desk.at("/webhooks"), &hook).await.ok();
    let wish = json!({ "email": "zoe@example.com", "full_name": "Zoe", "role": "agent" });
    let link = desk.admin.post(&desk.at("/invitations"), &wish).await.ok()["link_path"].clone();
    let settings = json!({ "webhook_url": "https://hooks.example/x?key=in-the-query" });
    desk.admin.put(&desk.at("/notifications"), &settings).await.ok();
    let log = json!(entries(&desk, "").await).to_string();
    for hidden in [
        "sk-very-secret",
        "in-the-address",
        "in-the-query",
        secret["authorization_secret"].as_str().unwrap(),
        key["key"].as_str().unwrap(),
        hook["secret"].as_str().unwrap(),
        link.as_str().unwrap().trim_start_matches("/join/"),
        PASSWORD,
    ] {
        assert!(!log.contains(hidden), "{hidden} is in {log}");
    }
    let entry = entries(&desk, "&action=assistant.saved").await.remove(0);
    assert_eq!(entry["changes"], json!([{ "field": "model_key", "before": null, "after": null }]));
    assert!(log.contains("https://hooks.example/x?…"), "{log}");
}

#[tokio::test]
async fn what_customers_write_and_who_they_are_is_never_in_it() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let chat = desk.customer("Ida Unmistakable").await.asks(QUESTION).await;
    let asked = desk.admin.get(&desk.at("/unanswered")).await.ok()["items"][0]["id"].clone();
    let path = desk.at(&format!("/unanswered/{}/answer", asked.as_str().unwrap()));
    desk.admin.put(&path, &json!({ "answer": "Yaks do not fly." })).await.ok();
    desk.has_read_everything().await;
    let token = desk.at(&format!("/users/{}/tokens", chat.customer.id));
    desk.admin.post(&token, &json!({})).await.ok();
    let log = entries(&desk, "").await;
    assert_eq!(log[0]["target"], json!({ "kind": "user", "id": chat.customer.id.to_string(), "name": null }));
    assert_eq!((&log[1]["action"], &log[1]["target"]["name"]), (&json!("source.added"), &json!(null)));
    let log = json!(log).to_string();
    assert!(!log.contains("yak") && !log.contains("Unmistakable"), "{log}");
}

#[tokio::test]
async fn what_was_not_done_is_not_noted() {
    let desk = Desk::open().await;
    let before = entries(&desk, "").await.len();
    let now = desk.ai_agent().await;
    desk.save(json!({ "settings": now["settings"], "version": 999 })).await.problem(409);
    desk.admin.delete(&desk.at("/keys/999")).await.problem(404);
    desk.admin.delete(&desk.at("/sources/69220000aaaaaaaaaa000041")).await.problem(404);
    desk.admin.patch(&desk.at("/agents/999"), &json!({ "capacity": 3 })).await.problem(404);
    assert_eq!(entries(&desk, "").await.len(), before);
}

#[tokio::test]
async fn entries_are_found_by_who_what_and_when() {
    let desk = Desk::open().await;
    let program = desk.program().await;
    let noon = 1_772_442_000_000_i64;
    desk.passes(60_000);
    program.post(&desk.at("/teams"), &json!({ "name": "Billing" })).await.ok();
    let team = program.post(&desk.at("/teams"), &json!({ "name": "Sales" })).await.ok();
    program.delete(&desk.at(&format!("/teams/{}", team["id"]))).await.ok();
    assert_eq!(actions(&desk, "&actor=key").await, ["team.created", "team.created", "team.removed"]);
    let actor = entries(&desk, "&actor=key").await[0]["actor"].clone();
    assert_eq!(actor["name"], "program");
    assert_eq!(actions(&desk, &format!("&actor=key:{}&action=team.removed", actor["id"])).await, ["team.removed"]);
    assert_eq!(actions(&desk, "&actor=key:999").await, [""; 0]);
    assert_eq!(actions(&desk, "&action=team").await.len(), 3);
    assert_eq!(actions(&desk, "&action=te").await, [""; 0], "a part of a word is no action");
    assert_eq!(actions(&desk, &format!("&from={}", noon + 1)).await.len(), 3);
    assert!(actions(&desk, &format!("&to={}", noon + 1)).await.iter().all(|action| !action.starts_with("team")));
    let page = desk.admin.get(&desk.at("/audit?action=team&limit=2")).await.ok();
    let next = format!("/audit?action=team&limit=2&after={}", page["next"].as_str().unwrap());
    let rest = desk.admin.get(&desk.at(&next)).await.ok();
    assert_eq!((page["items"].as_array().unwrap().len(), rest["items"].as_array().unwrap().len()), (2, 1));
    assert_eq!(rest["next"], json!(null));
    desk.admin.get(&desk.at("/audit?actor=boss")).await.problem(422);
    desk.admin.get(&desk.at("/audit?actor=key:x")).await.problem(422);
}

#[tokio::test]
async fn only_admins_read_it() {
    let desk = Desk::open().await;
    let other = desk.other_app().await;
    let key = desk.admin.post(&format!("/apps/{other}/keys"), &json!({ "name": "spy" })).await.ok();
    let spy = desk.nobody().with_token(key["key"].as_str().unwrap());
    desk.agent("Ana").await.door.get(&desk.at("/audit")).await.problem(403);
    desk.program().await.get(&desk.at("/audit")).await.problem(403);
    desk.customer("Ida").await.door.get(&desk.at("/audit")).await.problem(404);
    spy.get(&desk.at("/audit")).await.problem(404);
    desk.admin.get("/apps/999/audit").await.problem(404);
    let others = desk.admin.get(&format!("/apps/{other}/audit")).await.ok();
    let seen: Vec<&Value> = others["items"].as_array().unwrap().iter().map(|entry| &entry["action"]).collect();
    assert_eq!(seen, ["key.created", "app.created", "admin.created"], "and what is about the whole installation");
}
