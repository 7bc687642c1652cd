//! Beside a conversation, for staff alone: notes, snoozing, canned replies, drafts, who is looking.

use serde_json::{Value, json};

use crate::desk::{Desk, PushService};

const QUESTION: &str = "Can my yak fly?";
const HOUR_MS: i64 = 3_600_000;

#[tokio::test]
async fn a_note_is_for_staff_alone_and_stored_once() {
    let desk = Desk::open().await;
    let (ana, ben) = (desk.agent("Ana").await, desk.agent("Ben").await);
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    let mut colleague = ben.listens().await;
    let mut customer = crate::desk::Ear::open(&chat.customer.door, json!({})).await;
    let note = json!({ "id": desk.message_id(), "text": "She called before, @Ben.", "mentions": [ben.id] });
    let left = ana.door.post(&chat.at("/notes"), &note).await;
    assert_eq!(left.status, 201);
    let left = left.ok();
    assert_eq!(left["mentions"][0]["full_name"], "Ben");
    assert_eq!(colleague.hears("note").await["body"], left);
    let again = ana.door.post(&chat.at("/notes"), &note).await;
    assert_eq!((again.status, again.ok()["id"].clone()), (200, left["id"].clone()));
    assert_eq!(ben.door.get(&chat.at("/notes")).await.ok()["items"], json!([left]));
    chat.customer.door.get(&chat.at("/notes")).await.problem(403);
    chat.customer.door.post(&chat.at("/notes"), &note).await.problem(403);
    let heard = customer.everything().await;
    assert!(!heard.iter().any(|frame| frame.to_string().contains("She called")), "{heard:?}");
    assert_eq!(chat.phase().await, "waiting", "a note moves nothing");
    for wrong in [json!({ "text": " " }), json!({ "text": "x", "mentions": [chat.customer.id] })] {
        ana.door.post(&chat.at("/notes"), &wrong).await.problem(422);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_mentioned_is_told_by_their_browser() {
    let service = PushService::open().await;
    let desk = Desk::open_with(|config| config.crawl.allow = "127.0.0.1".into()).await;
    let (ana, ben) = (desk.agent("Ana").await, desk.agent("Ben").await);
    ben.door.get("/me/push").await.ok();
    ben.door.put("/me/push", &service.browser("phone")).await.ok();
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    ana.door.post(&chat.at("/notes"), &json!({ "text": "Have a look?", "mentions": [ben.id] })).await.ok();
    assert_eq!(service.gets(1).await.len(), 1);
}

#[tokio::test]
async fn what_is_snoozed_comes_back_by_itself() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    ana.claims(&chat).await.ok();
    ana.says(&chat, "I will ask the yaks.").await.ok();
    let mut ear = ana.listens().await;
    let until = chat.last().await["sent_at"].as_i64().unwrap() + HOUR_MS;
    ana.door.put(&chat.at("/snooze"), &json!({ "until": until })).await.ok();
    ear.hears_that("snooze", &json!({ "until": until })).await;
    assert_eq!(ana.door.get(&chat.at("")).await.ok()["snoozed_until"], until);
    assert_eq!(chat.dialog().await["snoozed_until"], Value::Null, "that is nothing to the customer");
    let lists = async || {
        let counts = ana.door.get(&desk.at("/dialogs/counts")).await.ok();
        (counts["mine"].clone(), counts["snoozed"].clone())
    };
    assert_eq!(lists().await, (json!(0), json!(1)));
    desk.passes(HOUR_MS + 1);
    ear.hears_that("snooze", &json!({ "until": null })).await;
    assert_eq!(lists().await, (json!(1), json!(0)));
}

#[tokio::test]
async fn a_customer_who_writes_is_not_kept_snoozed() {
    let desk = Desk::open().await;
    let (ana, ben) = (desk.agent("Ana").await, desk.agent("Ben").await);
    desk.hands_over_to(&[&ana, &ben], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    let later = json!({ "until": chat.last().await["sent_at"].as_i64().unwrap() + HOUR_MS });
    assert_eq!(ana.door.put(&chat.at("/snooze"), &later).await.reason(409), "not_yours");
    ana.claims(&chat).await.ok();
    ana.door.put(&chat.at("/snooze"), &json!({ "until": 1 })).await.problem(422);
    let is_snoozed = async || !ana.door.get(&chat.at("")).await.ok()["snoozed_until"].is_null();
    ana.door.put(&chat.at("/snooze"), &later).await.ok();
    chat.says("Are you there?").await;
    assert!(!is_snoozed().await);
    ana.door.put(&chat.at("/snooze"), &later).await.ok();
    ana.transfers(&chat, &ben).await.ok();
    assert!(!is_snoozed().await);
    ben.door.put(&chat.at("/snooze"), &later).await.ok();
    ben.door.delete(&chat.at("/snooze")).await.ok();
    assert!(!is_snoozed().await);
}

#[tokio::test]
async fn canned_replies_are_shared_and_their_shortcuts_unique() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    let path = desk.at("/canned_replies");
    let hello = ana.door.post(&path, &json!({ "shortcut": "/Hello", "text": "Hello {customer}!" })).await.ok();
    assert_eq!(hello["shortcut"], "hello");
    let taken = desk.admin.post(&path, &json!({ "shortcut": "HELLO", "text": "Hi" })).await;
    assert_eq!(taken.reason(409), "taken");
    for wrong in [json!({ "shortcut": "two words", "text": "x" }), json!({ "shortcut": "x", "text": " " })] {
        ana.door.post(&path, &wrong).await.problem(422);
    }
    let one = desk.at(&format!("/canned_replies/{}", hello["id"]));
    let changed = ana.door.put(&one, &json!({ "shortcut": "hi", "text": "Hi!" })).await.ok();
    assert_eq!(ana.door.get(&path).await.ok()["items"], json!([changed]));
    let ida = desk.customer("Ida").await;
    ida.door.get(&path).await.problem(404);
    let elsewhere = format!("/apps/{}/canned_replies/{}", desk.other_app().await, hello["id"]);
    desk.admin.delete(&elsewhere).await.problem(404);
    ana.door.delete(&one).await.ok();
    assert_eq!(ana.door.get(&path).await.ok()["items"], json!([]));
}

#[tokio::test]
async fn without_a_model_a_draft_is_what_the_knowledge_says() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let ana = desk.agent("Ana").await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = desk.customer("Ida").await.asks("What does shipping cost?").await;
    ana.claims(&chat).await.ok();
    let draft = ana.door.post(&chat.at("/draft"), &json!({ "task": "answer" })).await.ok();
    assert_eq!(draft["from_model"], false);
    assert_eq!(draft["sources"].as_array().unwrap().len(), 1, "{draft}");
    let heard = chat.heard_by_customer().await;
    let summary = ana.door.post(&chat.at("/draft"), &json!({ "task": "summarise" })).await.ok();
    assert!(summary["text"].as_str().unwrap().contains("What does shipping cost?"), "{summary}");
    let shorter = ana.door.post(&chat.at("/draft"), &json!({ "task": "shorten", "text": "Hello there" })).await;
    assert_eq!(shorter.reason(409), "needs_model");
    assert_eq!(chat.heard_by_customer().await, heard, "nothing is sent");
    chat.customer.door.post(&chat.at("/draft"), &json!({ "task": "summarise" })).await.problem(403);
}

#[tokio::test]
async fn with_a_model_a_text_is_reworded_and_an_address_that_nobody_wrote_is_refused() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    desk.uses_model().await;
    desk.model.writes(r#"{"text": "Yaks stay on the ground."}"#);
    let wish = json!({ "task": "translate", "text": "Yaks fliegen nicht.", "language": "en" });
    let draft = ana.door.post(&chat.at("/draft"), &wish).await.ok();
    assert_eq!(draft, json!({ "text": "Yaks stay on the ground.", "from_model": true, "sources": [] }));
    desk.model.writes(r#"{"text": "Pay at https://evil.example now."}"#);
    ana.door.post(&chat.at("/draft"), &wish).await.problem(503);
    desk.model.sends(500, "no");
    ana.door.post(&chat.at("/draft"), &json!({ "task": "summarise" })).await.problem(503);
    ana.door.post(&chat.at("/draft"), &json!({ "task": "translate", "text": "x", "language": "" })).await.problem(422);
    ana.door.post(&chat.at("/draft"), &json!({ "task": "rephrase", "text": " " })).await.problem(422);
}

#[tokio::test]
async fn colleagues_see_who_looks_and_why_somebody_is_away() {
    let desk = Desk::open().await;
    let (ana, ben) = (desk.agent("Ana").await, desk.agent("Ben").await);
    let chat = desk.customer("Ida").await.opens().await;
    let watch = json!({ "watch": [chat.id] });
    let mut anas = crate::desk::Ear::open(&ana.door, watch.clone()).await;
    let mut bens = crate::desk::Ear::open(&ben.door, watch).await;
    let mut idas = crate::desk::Ear::open(&chat.customer.door, json!({})).await;
    anas.says(&json!({ "type": "viewing", "dialog": chat.id, "on": true })).await;
    let heard = bens.hears("viewing").await;
    assert_eq!((&heard["user"]["full_name"], &heard["on"]), (&json!("Ana"), &json!(true)));
    idas.says(&json!({ "type": "viewing", "dialog": chat.id, "on": true })).await;
    let kinds = idas.kinds().await;
    assert!(!kinds.iter().any(|kind| kind == "viewing"), "{kinds:?}");
    ana.door.put("/me/presence", &json!({ "away": true, "reason": " Lunch " })).await.ok();
    let told = bens.hears("presence").await;
    assert_eq!((&told["body"]["away"], &told["body"]["away_reason"]), (&json!(true), &json!("Lunch")));
    assert_eq!(ana.door.get("/sessions/current").await.ok()["away_reason"], "Lunch");
    ana.door.put("/me/presence", &json!({ "away": false, "reason": "Lunch" })).await.ok();
    assert_eq!(bens.hears("presence").await["body"]["away_reason"], Value::Null);
    ana.door.put("/me/presence", &json!({ "away": true, "reason": "x".repeat(81) })).await.problem(422);
}

#[tokio::test]
async fn an_agent_corrects_what_is_known_of_a_customer_and_colleagues_see_it() {
    let desk = Desk::open().await;
    let (ana, ben) = (desk.agent("Ana").await, desk.agent("Ben").await);
    let ida = desk.customer("Ida").await;
    let mut ear = ben.listens().await;
    let path = desk.at(&format!("/users/{}", ida.id));
    let change = json!({ "full_name": "Ida Lind", "email": "ida@home.example", "tags": ["vip"] });
    let changed = ana.door.patch(&path, &change).await.ok();
    assert_eq!(changed["full_name"], "Ida Lind");
    assert_eq!(ear.hears("customer").await["body"], changed);
    let removed = ana.door.patch(&path, &json!({ "email": "" })).await.ok();
    assert_eq!((&removed["email"], &removed["full_name"]), (&Value::Null, &json!("Ida Lind")));
    ida.door.patch(&path, &json!({ "full_name": "Admin" })).await.problem(404);
    let colleague = desk.at(&format!("/users/{}", ben.id));
    ana.door.patch(&colleague, &json!({ "full_name": "X" })).await.problem(404);
}
