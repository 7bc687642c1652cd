//! The check must not stand in the way of a good model: what it says faithfully comes through.

use baton::llm::{Brief, Passage, Reading};
use serde::Deserialize;
use serde_json::json;

use super::provider::{Provider, llm, streamed};

#[derive(Deserialize)]
struct Faithful {
    question: String,
    passage: String,
    text: String,
    quote: String,
}

/// Of faithful statements that are put in the model's own words, so many must come through. The others end in
/// "I don't know", which costs an agent's time but misleads nobody.
const SHARE_MIN: f64 = 0.9;

#[tokio::test]
async fn faithful_statements_come_through() {
    let llm = llm();
    let statements: Vec<Faithful> = serde_json::from_str(include_str!("faithful.json")).unwrap();
    let mut held_back = Vec::new();
    for said in &statements {
        let statement = json!({ "text": said.text, "passage": 1, "quote": said.quote });
        let reply = json!({ "answerable": true, "statements": [statement] }).to_string();
        let provider = Provider::start([streamed(&reply)]).await;
        let passages = [Passage { title: "Shop", heading: None, text: &said.passage }];
        let brief = Brief { question: &said.question, history: &[], passages: &passages };
        let read = llm.read(&provider.call(), &brief, |_| {}).await.unwrap();
        if let Reading::Unsupported { why } = read {
            held_back.push(format!("{why}: {}", said.text));
        }
    }
    let share = 1.0 - held_back.len() as f64 / statements.len() as f64;
    assert!(share >= SHARE_MIN, "{share:.2} came through; not:\n{}", held_back.join("\n"));
    println!("{share:.2} of {} came through; not:\n{}", statements.len(), held_back.join("\n"));
}
