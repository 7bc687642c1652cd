//! What strangers, onlookers and people who have left cannot do.

use serde_json::json;

use crate::desk::{Agent, Chat, Desk, Ear, PushService};

const QUESTION: &str = "Can my yak fly?";

#[tokio::test]
async fn a_visitor_brings_nobody_else_into_a_conversation() {
    let desk = Desk::open().await;
    let (ida, olav) = (desk.customer("Ida").await, desk.member("Olav").await);
    for occupants in [json!([olav.id]), json!([999_999])] {
        let refused = ida.door.post("/dialogs", &json!({ "occupants": occupants })).await;
        assert_eq!(refused.reason(403), "identity_required", "which users there are is not told either");
    }
    assert_eq!(olav.door.get("/dialogs").await.ok()["items"], json!([]));
}

#[tokio::test]
async fn what_staff_keep_beside_conversations_is_not_for_private_ones() {
    let desk = Desk::open().await;
    let (ana, ben, ida) = (desk.agent("Ana").await, desk.agent("Ben").await, desk.member("Ida").await);
    let private = ana.door.post("/dialogs", &json!({ "type": 3, "occupants": [ida.id] })).await.ok();
    let chat = Chat::new(ida, private["id"].as_str().unwrap());
    chat.says("My secret parcel").await;
    let note = ana.door.post(&chat.at("/notes"), &json!({ "text": "A secret" })).await;
    assert_eq!(note.reason(409), "no_support");
    assert_eq!(ana.door.put(&chat.at("/labels"), &json!({ "labels": [] })).await.reason(409), "no_support");
    assert_eq!(ben.door.get(&desk.at("/search?q=secret")).await.ok()["items"], json!([]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_has_left_is_told_nothing_more() {
    let service = PushService::open().await;
    let desk = Desk::open_with(|config| config.crawl.allow = "127.0.0.1".into()).await;
    let (ana, ben) = (desk.agent("Ana").await, desk.agent("Ben").await);
    ben.door.get("/me/push").await.ok();
    ben.door.put("/me/push", &service.browser("phone")).await.ok();
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    desk.admin.patch(&desk.at(&format!("/agents/{}", ben.id)), &json!({ "disabled": true })).await.ok();
    ana.door.post(&chat.at("/notes"), &json!({ "text": "Look, Ben", "mentions": [ben.id] })).await.problem(422);
    desk.admin.patch(&desk.at(&format!("/agents/{}", ben.id)), &json!({ "disabled": false })).await.ok();
    let back = desk.agent("Ben").await;
    back.door.put("/me/push", &service.browser("laptop")).await.ok();
    ana.door.post(&chat.at("/notes"), &json!({ "text": "Look, Ben", "mentions": [ben.id] })).await.ok();
    assert_eq!(service.gets(1).await.len(), 1, "the browser of before is forgotten");
}

#[tokio::test]
async fn who_is_asked_and_leaves_is_asked_no_more() {
    let desk = Desk::open().await;
    let (ana, ben) = (desk.agent("Ana").await.online().await, desk.agent("Ben").await.online().await);
    desk.hands_over_to(&[&ana, &ben], json!({ "offers": true })).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    let asked = async |by: &Agent| by.door.get(&chat.at("")).await.ok()["offer"]["agent"]["full_name"].clone();
    let first = asked(&ana).await;
    let (leaver, stayer) = if first == "Ana" { (&ana, &ben) } else { (&ben, &ana) };
    desk.admin.patch(&desk.at(&format!("/agents/{}", leaver.id)), &json!({ "disabled": true })).await.ok();
    assert_eq!(asked(stayer).await, stayer.name.as_str());
}

#[tokio::test]
async fn a_token_ends_with_the_key_that_made_it() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    let key = desk.admin.post(&desk.at("/keys"), &json!({ "name": "leaked" })).await.ok();
    let program = desk.nobody().with_token(key["key"].as_str().unwrap());
    let token = program.post(&desk.at(&format!("/users/{}/tokens", ana.id)), &json!({})).await.ok();
    let thief = desk.nobody().with_token(token["token"].as_str().unwrap());
    thief.get("/sessions/current").await.ok();
    let id = desk.admin.get(&desk.at("/keys")).await.ok()["items"][0]["id"].clone();
    desk.admin.delete(&desk.at(&format!("/keys/{id}"))).await.ok();
    thief.get("/sessions/current").await.problem(401);
    ana.door.get("/sessions/current").await.ok();
}

#[tokio::test]
async fn an_onlooker_of_a_public_group_moves_nothing_in_it() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let (ida, olav) = (desk.customer("Ida").await, desk.customer("Olav").await);
    let opened = ida.door.post("/dialogs", &json!({ "type": 1, "assistant": desk.assistant })).await.ok();
    let chat = Chat::new(ida, opened["id"].as_str().unwrap());
    olav.door.put(&chat.at("/handover"), &json!({})).await.problem(403);
    chat.wants_a_person().await.ok();
    olav.door.delete(&chat.at("/handover")).await.problem(403);
    assert_eq!(chat.phase().await, "waiting");
}

#[tokio::test]
async fn what_changes_about_customers_and_labels_is_heard() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    let mut ear: Ear = ana.listens().await;
    chat.customer.door.put(&chat.at("/contact"), &json!({ "email": "ida@example.com" })).await.ok();
    assert_eq!(ear.hears("customer").await["body"]["email"], "ida@example.com");
    let label = desk.admin.post(&desk.at("/labels"), &json!({ "name": "Late", "colour": "red" })).await.ok();
    let path = desk.at(&format!("/labels/{}", label["id"]));
    desk.admin.patch(&path, &json!({ "name": "Very late" })).await.ok();
    desk.admin.delete(&path).await.ok();
    assert_eq!(ear.hears("label").await["body"]["label"]["name"], "Late");
    assert_eq!(ear.hears("label").await["body"]["label"]["name"], "Very late");
    assert_eq!(ear.hears("label").await["body"], json!({ "id": label["id"], "label": null }));
}
