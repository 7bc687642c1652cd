//! What customers make of answers teaches the AI Agent how sure it may be.

use serde_json::{Value, json};

use crate::desk::{Chat, Desk, Door, Ear, Reply};

const QUESTION: &str = "Do you repair tents?";

async fn answered(desk: &Desk) -> Chat {
    desk.knows_the_shop().await;
    desk.customer("Ida").await.asks(QUESTION).await
}

async fn rates(door: &Door, chat: &Chat, message: &Value, helpful: bool) -> Reply {
    let path = chat.at(&format!("/messages/{}/feedback", message["id"].as_str().unwrap()));
    door.put(&path, &json!({ "helpful": helpful })).await
}

#[tokio::test]
async fn what_a_customer_says_of_an_answer_is_seen_and_learned_from() {
    let desk = Desk::open().await;
    let chat = answered(&desk).await;
    let answer = chat.last().await;
    assert_eq!(answer["ai"]["feedback"], Value::Null);
    assert_eq!(answer["ai"]["basis"], Value::Null, "nobody is told what it rests on");
    let mut ear = Ear::open(&chat.customer.door, json!({})).await;
    assert_eq!(rates(&chat.customer.door, &chat, &answer, false).await.status, 204);
    assert_eq!(
        ear.hears("feedback").await["body"],
        json!({ "message": answer["id"], "helpful": false, "by": "customer" })
    );
    assert_eq!(chat.last().await["ai"]["feedback"], false);
    desk.learns("the feedback is learned from", |curve| curve["taught"] == 1).await;
}

#[tokio::test]
async fn saying_it_again_is_saying_it_once_and_the_last_word_counts() {
    let desk = Desk::open().await;
    let chat = answered(&desk).await;
    let answer = chat.last().await;
    for helpful in [true, true, false] {
        assert_eq!(rates(&chat.customer.door, &chat, &answer, helpful).await.status, 204);
    }
    assert_eq!(chat.last().await["ai"]["feedback"], false);
    chat.asks("What does shipping cost?").await;
    rates(&chat.customer.door, &chat, &chat.last().await, true).await.ok();
    desk.learns("both answers are learned from", |curve| curve["taught"] == 2).await;
}

#[tokio::test]
async fn answers_that_do_not_help_make_it_less_sure() {
    let desk = Desk::open().await;
    let chat = answered(&desk).await;
    desk.learns("the knowledge is measured", |curve| curve["state"] != "making").await;
    let before = desk.verdict(QUESTION).await["score"].as_f64().unwrap();
    for _ in 0..5 {
        chat.asks(QUESTION).await;
        rates(&chat.customer.door, &chat, &chat.last().await, false).await.ok();
    }
    desk.learns("all are learned from", |curve| curve["taught"] == 5).await;
    let after = desk.verdict(QUESTION).await["score"].as_f64().unwrap();
    assert!(after < before, "{before} {after}");
}

#[tokio::test]
async fn only_answers_are_rated_and_only_in_reach() {
    let desk = Desk::open().await;
    let chat = answered(&desk).await;
    let answer = chat.last().await;
    let own = &chat.messages().await[0];
    rates(&chat.customer.door, &chat, own, true).await.problem(422);
    rates(&desk.customer("Olav").await.door, &chat, &answer, true).await.problem(404);
    rates(&desk.nobody(), &chat, &answer, true).await.problem(401);
    let nowhere = json!({ "id": "69220000aaaaaaaaaa000031" });
    rates(&chat.customer.door, &chat, &nowhere, true).await.problem(404);
    chat.asks("Can my yak fly?").await;
    rates(&chat.customer.door, &chat, &chat.last().await, true).await.problem(422);
    assert_eq!(chat.messages().await[1]["ai"]["feedback"], Value::Null);
}
