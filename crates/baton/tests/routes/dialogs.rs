//! Opening conversations and listing them.

use serde_json::{Value, json};

use crate::desk::Desk;

#[tokio::test]
async fn a_conversation_begins_with_the_welcome_and_the_suggested_questions() {
    let desk = Desk::open().await;
    let welcome = json!({ "on": true, "text": { "default": "Hei {customer}!" } });
    desk.set(json!({ "welcome": welcome, "suggested_questions": ["Do you repair tents?"] })).await;
    let chat = desk.customer("Ida").await.opens().await;
    let said = chat.last().await;
    assert_eq!(said["text"], "Hei Ida!");
    assert_eq!(
        (&said["ai"]["kind"], &said["ai"]["suggestions"]),
        (&json!("welcome"), &json!(["Do you repair tents?"]))
    );
    let dialog = chat.dialog().await;
    assert_eq!(dialog["control"], json!({ "phase": "assistant", "turn": 0, "answering": false }));
    assert_eq!((&dialog["type"], &dialog["assistant"]["id"]), (&json!(2), &json!(desk.assistant)));
    assert_eq!(dialog["customer"]["full_name"], "Ida");
    assert_eq!(dialog["last_message"]["text"], "Hei Ida!");
}

#[tokio::test]
async fn with_the_welcome_off_nothing_is_posted() {
    let desk = Desk::open().await;
    assert_eq!(desk.customer("Ida").await.opens().await.messages().await, [] as [Value; 0]);
}

#[tokio::test]
async fn customers_list_their_own_newest_first() {
    let desk = Desk::open().await;
    let (ida, olav) = (desk.customer("Ida").await, desk.customer("Olav").await);
    olav.opens().await;
    let mut opened = Vec::new();
    for _ in 0..3 {
        opened.insert(0, json!(ida.opens().await.id));
    }
    let first = ida.door.get("/dialogs?limit=2").await.ok();
    let next = first["next"].as_str().unwrap();
    let second = ida.door.get(&format!("/dialogs?limit=2&after={next}")).await.ok();
    let pages = [&first, &second].map(|page| page["items"].as_array().unwrap());
    let listed: Vec<Value> = pages.into_iter().flatten().map(|dialog| dialog["id"].clone()).collect();
    assert_eq!(listed, opened);
    assert_eq!(second["next"], Value::Null);
}

#[tokio::test]
async fn agents_list_what_they_hold() {
    let desk = Desk::open().await;
    let (ana, ben) = (desk.agent("Ana").await, desk.agent("Ben").await);
    let chat = desk.customer("Ida").await.opens().await;
    desk.customer("Olav").await.opens().await;
    ana.claims(&chat).await.ok();
    let mine = ana.door.get(&desk.at("/dialogs?list=mine")).await.ok();
    assert_eq!(mine["items"].as_array().unwrap().iter().map(|one| &one["id"]).collect::<Vec<_>>(), [&json!(chat.id)]);
    assert_eq!(ben.door.get(&desk.at("/dialogs?list=mine")).await.ok()["items"], json!([]));
    assert_eq!(ben.door.get(&desk.at("/dialogs?list=all")).await.ok()["items"].as_array().unwrap().len(), 2);
    assert_eq!(
        ana.door.get(&desk.at("/dialogs/counts")).await.ok(),
        json!({ "queue": 0, "mine": 1, "all": 2, "assistant": 1, "resolved": 0, "snoozed": 0 })
    );
}

#[tokio::test]
async fn a_program_opens_a_conversation_for_a_customer() {
    let desk = Desk::open().await;
    let program = desk.program().await;
    let ida = program.post(&desk.at("/users"), &json!({ "full_name": "Ida", "external_id": "crm-7" })).await.ok();
    let new = json!({ "assistant": desk.assistant, "occupants": [ida["id"]], "custom": { "order": 7 } });
    let dialog = program.post("/dialogs", &new).await.ok();
    assert_eq!((&dialog["customer"]["id"], &dialog["custom"]["order"]), (&ida["id"], &json!(7)));
    let token = program.post(&desk.at(&format!("/users/{}/tokens", ida["id"])), &json!({})).await.ok();
    let door = desk.nobody().with_token(token["token"].as_str().unwrap());
    assert_eq!(door.get("/dialogs").await.ok()["items"][0]["id"], dialog["id"]);
}

#[tokio::test]
async fn what_does_not_fit_opens_nothing() {
    let desk = Desk::open().await;
    let ida = desk.member("Ida").await;
    let other = desk.other_app().await;
    let stranger = desk.nobody().post(&format!("/apps/{other}/visitors"), &json!({})).await.ok()["user"]["id"].clone();
    for (wrong, status) in [
        (json!({ "type": 4 }), 422),
        (json!({ "type": "2" }), 422),
        (json!({ "type": 3 }), 422),
        (json!({ "type": 3, "occupants": [ida.id] }), 422),
        (json!({ "occupants": [stranger] }), 422),
        (json!({ "occupants": [999_999] }), 422),
        (json!({ "assistant": "0123456789abcdef01234567" }), 404),
        (json!({ "assistant": "nonsense" }), 422),
        (json!({ "name": "n".repeat(121) }), 422),
        (json!({ "custom": { "big": "x".repeat(20_000) } }), 422),
    ] {
        ida.door.post("/dialogs", &wrong).await.problem(status);
    }
    assert_eq!(ida.door.get("/dialogs").await.ok()["items"], json!([]));
}

#[tokio::test]
async fn conversations_outlive_their_ai_agent() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.asks("Can my yak fly?").await;
    desk.admin.delete(&desk.at(&format!("/assistants/{}", desk.assistant))).await.ok();
    assert_eq!(chat.messages().await.len(), 2);
    assert_eq!(chat.dialog().await["assistant"]["full_name"], "Fjell");
    chat.asks("Hello?").await;
    desk.agent("Ana").await.claims(&chat).await.ok();
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
}
