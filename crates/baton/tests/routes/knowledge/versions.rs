//! A source changes: what it says now is answered, what it said before is kept; indexing begins again or is given up.

use serde_json::{Value, json};

use crate::desk::{Desk, until};

const QUESTION: &str = "Do you rent skis?";

async fn rents(desk: &Desk) -> String {
    let source = desk.knows(QUESTION, "Skis are 20 euros a day.").await;
    // Nobody changes a source in the millisecond in which it was indexed.
    desk.passes(10);
    source["id"].as_str().unwrap().to_owned()
}

async fn change(desk: &Desk, id: &str, change: Value) -> Value {
    let changed = desk.admin.put(&desk.at(&format!("/sources/{id}")), &change).await.ok();
    desk.has_read_everything().await;
    desk.passes(10);
    changed
}

async fn versions(desk: &Desk, id: &str) -> Vec<Value> {
    let page = desk.admin.get(&desk.at(&format!("/sources/{id}/versions"))).await.ok();
    page["items"].as_array().unwrap().clone()
}

async fn answer(desk: &Desk, question: &str) -> Value {
    desk.verdict(question).await["text"].clone()
}

#[tokio::test]
async fn a_changed_source_answers_anew_and_keeps_what_it_said() {
    let desk = Desk::open().await;
    let id = rents(&desk).await;
    assert_eq!(answer(&desk, QUESTION).await, "Skis are 20 euros a day.");
    let changed = change(&desk, &id, json!({ "answer": "Skis are 25 euros a day." })).await;
    assert_eq!((&changed["version"], &changed["state"]), (&json!(2), &json!("pending")));
    assert_eq!(answer(&desk, QUESTION).await, "Skis are 25 euros a day.");
    change(&desk, &id, json!({ "phrasings": ["Can I hire skis?"], "title": "Ski hire" })).await;
    assert_eq!(answer(&desk, "Can I hire skis?").await, "Skis are 25 euros a day.");
    let versions = versions(&desk, &id).await;
    let texts: Vec<_> = versions.iter().map(|version| (&version["version"], &version["text"])).collect();
    let expected = [(json!(2), json!("Skis are 25 euros a day.")), (json!(1), json!("Skis are 20 euros a day."))];
    assert_eq!(texts, expected.each_ref().map(|(version, text)| (version, text)));
    assert_eq!((&versions[1]["title"], &versions[1]["question"]), (&json!(QUESTION), &json!(QUESTION)));
}

#[tokio::test]
async fn versions_are_read_page_by_page() {
    let desk = Desk::open().await;
    let id = rents(&desk).await;
    for price in [21, 22, 23] {
        change(&desk, &id, json!({ "answer": format!("Skis are {price} euros a day.") })).await;
    }
    let path = desk.at(&format!("/sources/{id}/versions"));
    let first = desk.admin.get(&format!("{path}?limit=2")).await.ok();
    let next = first["next"].as_str().unwrap();
    let second = desk.admin.get(&format!("{path}?limit=2&after={next}")).await.ok();
    let numbers = |page: &Value| -> Vec<Value> {
        page["items"].as_array().unwrap().iter().map(|version| version["version"].clone()).collect()
    };
    assert_eq!((numbers(&first), numbers(&second)), (vec![json!(3), json!(2)], vec![json!(1)]));
    assert_eq!(second["next"], Value::Null);
}

#[tokio::test]
async fn a_change_that_does_not_fit_changes_nothing() {
    let desk = Desk::open().await;
    let id = rents(&desk).await;
    desk.knows("Do you rent sleds?", "Not any more.").await;
    let path = desk.at(&format!("/sources/{id}"));
    for wrong in [
        json!({ "answer": "  " }),
        json!({ "question": "" }),
        json!({ "title": "" , "answer": "a\u{0}b" }),
        json!({ "question": "Do you rent sleds?", "answer": "Not any more." }),
    ] {
        desk.admin.put(&path, &wrong).await.problem(422);
    }
    desk.agent("Ana").await.door.put(&path, &json!({ "answer": "Free." })).await.problem(403);
    desk.admin.put(&desk.at("/sources/69220000aaaaaaaaaa000041"), &json!({})).await.problem(404);
    assert_eq!(versions(&desk, &id).await, [] as [Value; 0]);
    assert_eq!(answer(&desk, QUESTION).await, "Skis are 20 euros a day.");
}

#[tokio::test]
async fn a_source_is_indexed_again() {
    let desk = Desk::open().await;
    let id = rents(&desk).await;
    let path = desk.at(&format!("/sources/{id}/indexing"));
    let again = desk.admin.put(&path, &json!({})).await;
    assert_eq!((again.status, &again.body["state"]), (202, &json!("pending")));
    desk.has_read_everything().await;
    assert_eq!(answer(&desk, QUESTION).await, "Skis are 20 euros a day.");
    assert_eq!(versions(&desk, &id).await, [] as [Value; 0]);
    let ready = desk.admin.delete(&path).await.ok();
    assert_eq!(ready["state"], "ready", "there is nothing to cancel");
}

#[tokio::test]
async fn indexing_that_still_waits_can_be_cancelled() {
    let desk = Desk::open_with(|config| config.answers.at_once = 1).await;
    desk.knows_the_shop().await;
    desk.uses_model().await;
    desk.model.thinks();
    let chat = desk.customer("Ida").await.opens().await;
    chat.says("Do you repair tents?").await;
    desk.model.is_asked(1).await;
    // The one place for jobs is taken by the question.
    let pair = json!({ "kind": "qa", "question": QUESTION, "answer": "Skis are 20 euros a day." });
    let source = desk.admin.post(&desk.at("/sources"), &pair).await.ok();
    assert_eq!(desk.overview().await["waiting"], 1);
    let path = desk.at(&format!("/sources/{}/indexing", source["id"].as_str().unwrap()));
    let cancelled = desk.admin.delete(&path).await.ok();
    assert_eq!(cancelled["state"], "failed");
    assert!(cancelled["error"].as_str().unwrap().contains("cancelled"), "{cancelled}");
    desk.model.answers("Yes, our workshop repairs tents.").await;
    chat.settles().await;
    desk.passes(1);
    desk.admin.put(&path, &json!({})).await.ok();
    desk.has_read_everything().await;
    desk.model.does_not_know();
    let known = until("it is known", || async {
        Some(desk.verdict(QUESTION).await).filter(|verdict| verdict["evidence"][0]["title"] == QUESTION)
    });
    known.await.unwrap();
}
