//! With an embedding model: passages are encoded in the background, and its coming and going never stops answers.

use serde_json::json;

use crate::desk::{Desk, Tiny, until};

const QUESTION: &str = "Do you repair tents?";
const ANSWER: &str = "Yes, our workshop repairs tents and zips all year.";

async fn desk_with(tiny: &Tiny) -> Desk {
    let folder = tiny.folder().to_str().unwrap().to_owned();
    Desk::open_with(|config| config.model.folder = folder).await
}

/// Waits until all passages are encoded; answers by which model.
async fn is_encoded(desk: &Desk) -> String {
    let encoded = || async {
        desk.passes(1);
        let overview = desk.overview().await;
        let done = overview["model"]["state"] == "ready" && overview["encoded"] == overview["passages"];
        done.then(|| overview["model"]["name"].as_str().unwrap().to_owned())
    };
    until("everything is encoded", encoded).await.unwrap()
}

#[tokio::test]
async fn passages_are_encoded_as_they_come_and_answers_go_on() {
    let tiny = Tiny::make();
    let desk = desk_with(&tiny).await;
    let mut ear = desk.agent("Ana").await.listens().await;
    desk.knows_the_shop().await;
    is_encoded(&desk).await;
    while ear.hears("source").await["body"]["encoded"] != 1 {}
    let overview = desk.overview().await;
    assert_eq!((&overview["encoded"], &overview["remaining_ms"]), (&json!(6), &json!(null)));
    let verdict = desk.verdict(QUESTION).await;
    assert_eq!((&verdict["by_meaning"], &verdict["evidence"][0]["title"]), (&json!(true), &json!(QUESTION)));
    assert!(verdict["signals"].as_array().unwrap().iter().any(|signal| signal["name"] == "question"), "{verdict}");
    let source = desk.knows("Do you rent skis?", "Skis are 20 euros a day.").await;
    is_encoded(&desk).await;
    let path = desk.at(&format!("/sources/{}", source["id"].as_str().unwrap()));
    assert_eq!(desk.admin.get(&path).await.ok()["encoded"], 1);
    desk.admin.delete(&path).await.ok();
    assert_ne!(desk.verdict("Do you rent skis?").await["evidence"][0]["title"], "Do you rent skis?");
}

#[tokio::test]
async fn what_was_learned_by_meaning_says_so() {
    let tiny = Tiny::make();
    let desk = desk_with(&tiny).await;
    desk.knows_the_shop().await;
    is_encoded(&desk).await;
    desk.learns("it is learned by meaning", |curve| curve["by_meaning"] == true).await;
}

#[tokio::test]
async fn a_model_that_goes_and_another_that_comes_stop_no_answer() {
    let tiny = Tiny::make();
    let desk = desk_with(&tiny).await;
    desk.knows_the_shop().await;
    let first = is_encoded(&desk).await;
    desk.loses_model();
    let overview = desk.overview().await;
    assert_eq!((&overview["model"]["state"], &overview["encoded"]), (&json!("absent"), &json!(0)));
    let verdict = desk.verdict(QUESTION).await;
    assert_eq!((&verdict["by_meaning"], &verdict["text"]), (&json!(false), &json!(ANSWER)));
    tiny.trains(0.4);
    desk.admin.put(&desk.at("/knowledge/model"), &json!({})).await.ok();
    let second = is_encoded(&desk).await;
    assert_ne!(first, second);
    assert_eq!(desk.verdict(QUESTION).await["by_meaning"], true);
}

#[tokio::test]
async fn a_model_that_is_damaged_says_what_to_do_and_stops_no_answer() {
    let tiny = Tiny::make();
    std::fs::write(tiny.folder().join("model.safetensors"), b"half").unwrap();
    let desk = desk_with(&tiny).await;
    desk.knows_the_shop().await;
    let failed = until("the model failed", || async {
        Some(desk.overview().await).filter(|overview| overview["model"]["state"] == "failed")
    });
    let error = failed.await.unwrap()["model"]["error"].as_str().unwrap().to_owned();
    assert!(error.contains("damaged"), "{error}");
    assert_eq!(desk.verdict(QUESTION).await["text"], ANSWER);
}
