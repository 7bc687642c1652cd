//! Each way in which something was asked counts, and is asked again when there is an answer.

use serde_json::{Value, json};

use crate::desk::Desk;

const FIRST: &str = "Do you sell canoes?";
const SECOND: &str = "canoes: do you sell a canoe?";

async fn asked_twice(desk: &Desk) -> String {
    for question in [FIRST, SECOND, SECOND] {
        desk.customer("Ida").await.asks(question).await;
    }
    let open = desk.admin.get(&desk.at("/unanswered")).await.ok();
    assert_eq!(open["items"].as_array().unwrap().len(), 1, "{open}");
    open["items"][0]["id"].as_str().unwrap().to_owned()
}

async fn wordings(desk: &Desk, id: &str) -> Vec<Value> {
    let shown = desk.admin.get(&desk.at(&format!("/unanswered/{id}"))).await.ok();
    shown["wordings"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_question_shows_how_it_was_asked() {
    let desk = Desk::open().await;
    let id = asked_twice(&desk).await;
    let wordings = wordings(&desk, &id).await;
    let counted: Vec<_> = wordings.iter().map(|wording| (&wording["question"], &wording["times"])).collect();
    assert_eq!(counted, [(&json!(SECOND), &json!(2)), (&json!(FIRST), &json!(1))]);
    assert!(wordings.iter().all(|wording| wording["outcome"].is_null() && wording["replayed_at"].is_null()));
    let shown = desk.admin.get(&desk.at(&format!("/unanswered/{id}"))).await.ok();
    assert_eq!((&shown["question"], &shown["times"], &shown["source"]), (&json!(FIRST), &json!(3), &Value::Null));
}

#[tokio::test]
async fn an_answer_is_tried_on_each_of_them() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let id = asked_twice(&desk).await;
    let answer = json!({
        "question": "Do you sell canoes or kayaks?", "phrasings": ["Are there kayaks?"], "answer": "Only folding canoes.",
    });
    let fixed = desk.admin.put(&desk.at(&format!("/unanswered/{id}/answer")), &answer).await.ok();
    assert_eq!(fixed["source"]["question"], "Do you sell canoes or kayaks?");
    assert_eq!(fixed["source"]["phrasings"], json!(["Are there kayaks?"]));
    let replayed = fixed["replayed"].as_array().unwrap();
    assert_eq!(replayed.iter().map(|one| &one["question"]).collect::<Vec<_>>(), [SECOND, FIRST]);
    let kept = wordings(&desk, &id).await;
    for (again, wording) in replayed.iter().zip(&kept) {
        assert_eq!((&again["outcome"], &again["score"]), (&wording["outcome"], &wording["score"]));
        assert!(wording["replayed_at"].is_i64(), "{wording}");
    }
    assert_eq!(fixed["verdict"]["text"], "Only folding canoes.");
    assert_eq!(desk.verdict("Are there kayaks?").await["text"], "Only folding canoes.");
    let shown = desk.admin.get(&desk.at(&format!("/unanswered/{id}"))).await.ok();
    assert_eq!((&shown["state"], &shown["source"]), (&json!("answered"), &fixed["source"]["id"]));
}

#[tokio::test]
async fn days_are_counted_from_the_oldest_to_today() {
    const DAY_MS: i64 = 86_400_000;
    let desk = Desk::open().await;
    desk.customer("Ida").await.asks(FIRST).await;
    desk.passes(DAY_MS);
    desk.customer("Ida").await.asks("Can my yak fly?").await;
    desk.customer("Ida").await.asks("Is there a moon?").await;
    let trend = desk.admin.get(&desk.at("/unanswered/trend?days=3")).await.ok();
    let items = trend["items"].as_array().unwrap();
    let times: Vec<_> = items.iter().map(|day| day["times"].as_i64().unwrap()).collect();
    assert_eq!(times, [0, 1, 2]);
    assert!(items.iter().all(|day| day["day"].as_i64().unwrap() % DAY_MS == 0), "{trend}");
    let whole = desk.admin.get(&desk.at("/unanswered/trend")).await.ok();
    assert_eq!(whole["items"].as_array().unwrap().len(), 14);
}

#[tokio::test]
async fn a_question_of_another_app_is_out_of_reach() {
    let desk = Desk::open().await;
    let id = asked_twice(&desk).await;
    let other = desk.other_app().await;
    desk.admin.get(&format!("/apps/{other}/unanswered/{id}")).await.problem(404);
    desk.customer("Olav").await.door.get(&desk.at(&format!("/unanswered/{id}"))).await.problem(404);
}
