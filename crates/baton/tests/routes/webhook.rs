//! An unanswered question goes to a webhook, signed, at least once; its receiver may answer.

use baton::config::Config;
use serde_json::{Value, json};

use crate::desk::{Desk, signature, until};

const QUESTION: &str = "Can my yak fly?";

/// Webhooks may be on this machine.
fn nearby(config: &mut Config) {
    config.crawl.allow = "127.0.0.1".into();
}

/// Sends unanswered questions to the webhook; answers its secret.
async fn calls_webhook(desk: &Desk) -> String {
    desk.set(json!({ "unanswered": { "action": "webhook", "webhook_url": desk.webhook.url } })).await;
    let path = desk.at(&format!("/assistants/{}/webhook_secret", desk.assistant));
    desk.admin.put(&path, &json!({})).await.ok()["webhook_secret"].as_str().unwrap().to_owned()
}

/// Lets time pass until the webhook was called so often.
async fn waits_for_tries(desk: &Desk, count: usize) {
    let tried = || async {
        desk.passes(1_000);
        (desk.webhook.got().len() >= count).then_some(())
    };
    until("the webhook is tried again", tried).await.unwrap();
}

#[tokio::test]
async fn the_question_is_sent_signed_and_nothing_is_posted() {
    let desk = Desk::open_with(nearby).await;
    let secret = calls_webhook(&desk).await;
    let ida = desk.customer("Ida").await;
    let chat = ida.asks(QUESTION).await;
    let got = desk.webhook.gets(1).await;
    assert_eq!(got[0].signature, signature(&secret, &got[0]));
    assert!(got[0].id.starts_with("msg_"), "{:?}", got[0]);
    assert_eq!(got[0].body["type"], "question.unanswered");
    let data = &got[0].body["data"];
    assert_eq!(data["question"], QUESTION);
    assert_eq!(
        [&data["dialog"], &data["assistant"], &data["customer"], &data["app"]],
        [&json!(chat.id), &json!(desk.assistant), &json!(ida.id), &json!(desk.app)]
    );
    assert_eq!(chat.heard_by_customer().await, [] as [&str; 0]);
}

#[tokio::test]
async fn a_new_secret_signs_at_once() {
    let desk = Desk::open_with(nearby).await;
    let old = calls_webhook(&desk).await;
    let new = calls_webhook(&desk).await;
    desk.customer("Ida").await.asks(QUESTION).await;
    let got = desk.webhook.gets(1).await;
    assert_eq!(got[0].signature, signature(&new, &got[0]));
    assert_ne!(got[0].signature, signature(&old, &got[0]));
}

#[tokio::test]
async fn a_delivery_that_failed_is_tried_again_with_the_same_id() {
    let desk = Desk::open_with(nearby).await;
    let secret = calls_webhook(&desk).await;
    desk.webhook.answers(&[500, 302, 429]);
    desk.customer("Ida").await.asks(QUESTION).await;
    waits_for_tries(&desk, 4).await;
    let got = desk.webhook.got();
    assert!(got.iter().all(|delivery| delivery.id == got[0].id && delivery.text == got[0].text), "{got:?}");
    assert!(got.iter().all(|delivery| delivery.signature == signature(&secret, delivery)), "{got:?}");
}

#[tokio::test]
async fn a_webhook_that_never_answers_is_set_aside_after_its_tries() {
    let desk = Desk::open_with(|config| {
        nearby(config);
        config.answers.webhook_tries = 2;
    })
    .await;
    desk.tolerates("webhook");
    calls_webhook(&desk).await;
    desk.webhook.answers(&[500, 500, 500]);
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    waits_for_tries(&desk, 2).await;
    chat.asks("Can my goat swim?").await;
    let last = until("the next question is sent", || async {
        desk.passes(1_000);
        desk.webhook.got().into_iter().rfind(|delivery| delivery.body["data"]["question"] == "Can my goat swim?")
    });
    last.await.unwrap();
}

#[tokio::test]
async fn its_receiver_answers_through_the_api() {
    let desk = Desk::open_with(nearby).await;
    calls_webhook(&desk).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    desk.webhook.gets(1).await;
    let program = desk.program().await;
    let answer = json!({ "id": desk.message_id(), "text": "Yaks cannot fly.", "custom": { "from": "crm" } });
    assert_eq!(program.post(&chat.at("/messages"), &answer).await.status, 201);
    assert_eq!(program.post(&chat.at("/messages"), &answer).await.status, 200);
    assert_eq!(chat.heard_by_customer().await, ["Yaks cannot fly."]);
    let said = chat.last().await;
    assert_eq!((&said["ai"]["kind"], &said["custom"]["from"]), (&json!("external"), &json!("crm")));
    assert_eq!(said["sender"]["id"], desk.assistant_user);
}

#[tokio::test]
async fn a_receiver_that_answers_after_an_agent_took_over_is_refused() {
    let desk = Desk::open_with(nearby).await;
    calls_webhook(&desk).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    desk.agent("Ana").await.claims(&chat).await.ok();
    let program = desk.program().await;
    let refused = program.post(&chat.at("/messages"), &json!({ "text": "Yaks cannot fly." })).await;
    assert_eq!(refused.reason(409), "answer_is_stale");
    assert_eq!(chat.heard_by_customer().await, [] as [&str; 0]);
}

#[tokio::test]
async fn without_a_url_that_is_warned_about_and_nothing_is_left_behind() {
    let desk = Desk::open_with(nearby).await;
    let saved = desk.set(json!({ "unanswered": { "action": "webhook" } })).await;
    let codes: Vec<&Value> = saved["warnings"].as_array().unwrap().iter().map(|warning| &warning["code"]).collect();
    assert!(codes.contains(&&json!("webhook_url_missing")), "{saved}");
    desk.customer("Ida").await.asks(QUESTION).await;
}

#[tokio::test]
async fn when_the_model_fails_the_customer_is_told_and_the_webhook_called() {
    let desk = Desk::open_with(nearby).await;
    desk.knows_the_shop().await;
    desk.uses_model().await;
    calls_webhook(&desk).await;
    desk.model.sends(400, "");
    let chat = desk.customer("Ida").await.asks("Do you repair tents?").await;
    assert_eq!(chat.last().await["ai"]["kind"], "dont_know");
    assert_eq!(desk.webhook.gets(1).await[0].body["data"]["question"], "Do you repair tents?");
}
