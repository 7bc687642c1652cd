//! What could not be answered is counted, becomes knowledge, and is answered from then on.

mod replays;
mod wordings;

use serde_json::{Value, json};

use crate::desk::Desk;

async fn open_questions(desk: &Desk) -> Vec<Value> {
    desk.admin.get(&desk.at("/unanswered")).await.ok()["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn questions_with_the_same_meaning_are_counted_together() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    for question in ["Do you sell canoes?", "canoes: do you sell a canoe?", "Can I pay in kroner?"] {
        desk.customer("Ida").await.asks(question).await;
    }
    let open = open_questions(&desk).await;
    let counted: Vec<_> =
        open.iter().map(|one| (one["question"].as_str().unwrap(), one["times"].as_i64().unwrap())).collect();
    assert_eq!(counted, [("Do you sell canoes?", 2), ("Can I pay in kroner?", 1)]);
    assert_eq!(open[0]["reason"], "unknown_answer");
}

#[tokio::test]
async fn an_answer_becomes_knowledge_and_is_given_from_then_on() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let chat = desk.customer("Ida").await.asks("Do you sell canoes?").await;
    let id = open_questions(&desk).await[0]["id"].as_str().unwrap().to_owned();
    let answer = json!({ "answer": "Only folding canoes." });
    let answered = desk.admin.put(&desk.at(&format!("/unanswered/{id}/answer")), &answer).await.ok();
    assert_eq!(answered["verdict"]["outcome"], "answer", "{answered}");
    assert_eq!(answered["verdict"]["text"], "Only folding canoes.");
    assert_eq!((&answered["source"]["kind"], &answered["source"]["state"]), (&json!("qa"), &json!("ready")));
    chat.asks("Do you sell canoes?").await;
    assert_eq!(chat.last().await["text"], "Only folding canoes.");
    assert_eq!(open_questions(&desk).await, [] as [Value; 0]);
    let settled = desk.admin.get(&desk.at("/unanswered?state=answered")).await.ok();
    assert_eq!(settled["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_dismissed_question_is_gone_and_comes_back_when_it_is_asked_again() {
    let desk = Desk::open().await;
    desk.customer("Ida").await.asks("Do you sell canoes?").await;
    let path = desk.at(&format!("/unanswered/{}", open_questions(&desk).await[0]["id"].as_str().unwrap()));
    assert_eq!(desk.admin.delete(&path).await.status, 204);
    desk.admin.delete(&path).await.problem(404);
    assert_eq!(open_questions(&desk).await, [] as [Value; 0]);
    desk.customer("Ida").await.asks("Do you sell canoes?").await;
    assert_eq!(open_questions(&desk).await.len(), 1);
}

#[tokio::test]
async fn an_empty_answer_changes_nothing() {
    let desk = Desk::open().await;
    desk.customer("Ida").await.asks("Do you sell canoes?").await;
    let path = desk.at(&format!("/unanswered/{}/answer", open_questions(&desk).await[0]["id"].as_str().unwrap()));
    desk.admin.put(&path, &json!({ "answer": "  " })).await.problem(422);
    assert_eq!(open_questions(&desk).await.len(), 1);
    assert_eq!(desk.admin.get(&desk.at("/sources")).await.ok()["items"], json!([]));
}

#[tokio::test]
async fn questions_of_another_app_are_counted_there() {
    let desk = Desk::open().await;
    desk.customer("Ida").await.asks("Do you sell canoes?").await;
    let other = desk.other_app().await;
    assert_eq!(desk.admin.get(&format!("/apps/{other}/unanswered")).await.ok()["items"], json!([]));
    let id = open_questions(&desk).await[0]["id"].as_str().unwrap().to_owned();
    let path = format!("/apps/{other}/unanswered/{id}/answer");
    desk.admin.put(&path, &json!({ "answer": "Yes." })).await.problem(404);
}
