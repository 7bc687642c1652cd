//! Statements are heard as they are written, each with its source, and only as long as they are borne out.

use std::sync::{Arc, Mutex};

use baton::llm::{Brief, Line, Passage, Reading, Speaker, Unsupported};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::provider::{FIRST, PASSAGE, Provider, SECOND, answer, answer_of, live, llm, read, texts};

#[tokio::test]
async fn each_statement_is_heard_with_its_source() {
    let provider = Provider::writes(&answer()).await;
    let (found, heard) = provider.read().await;
    assert_eq!(texts(&heard), [FIRST, SECOND]);
    assert_eq!((heard[0].passage, heard[0].quote.as_str()), (0, "repairs tents and zips all year"));
    assert_eq!(found.unwrap(), Reading::Answer { statements: heard, cut_short: None });
}

#[tokio::test]
async fn a_statement_is_heard_while_the_model_still_writes() {
    let (reply, pen) = live();
    let provider = Provider::start([reply]).await;
    let (tell, mut told) = mpsc::unbounded_channel();
    let answer = answer();
    let (first, second) = answer.split_at(answer.find("},").unwrap() + 1);
    let passages = [Passage { title: "Workshop", heading: None, text: PASSAGE }];
    let brief = Brief { question: "Do you repair tents?", history: &[], passages: &passages };
    let (llm, call) = (llm(), provider.call());
    let reading = llm.read(&call, &brief, |statement| tell.send(statement.text.clone()).unwrap());
    let writing = async {
        pen.writes(first);
        assert_eq!(told.recv().await.unwrap(), FIRST);
        pen.writes(second);
        assert_eq!(told.recv().await.unwrap(), SECOND);
    };
    let (found, ()) = tokio::join!(reading, writing);
    assert!(matches!(found.unwrap(), Reading::Answer { .. }));
}

#[tokio::test]
async fn whoever_stops_reading_closes_the_connection() {
    let (reply, pen) = live();
    let provider = Provider::start([reply]).await;
    let heard = Arc::new(Mutex::new(Vec::new()));
    let passages = [Passage { title: "Workshop", heading: None, text: PASSAGE }];
    let brief = Brief { question: "Do you repair tents?", history: &[], passages: &passages };
    let (tell, mut told) = mpsc::unbounded_channel();
    let (llm, call) = (llm(), provider.call());
    let reading = llm.read(&call, &brief, |statement| {
        heard.lock().unwrap().push(statement.text.clone());
        tell.send(()).unwrap();
    });
    pen.writes(answer().split_once("},").unwrap().0);
    pen.writes("},");
    tokio::select! {
        found = reading => panic!("it ended: {found:?}"),
        _ = told.recv() => {}
    }
    pen.gets_put_down().await;
    assert_eq!(*heard.lock().unwrap(), [FIRST]);
}

#[tokio::test]
async fn the_connection_is_closed_when_enough_is_known() {
    let (reply, pen) = live();
    let provider = Provider::start([reply]).await;
    pen.writes("{\"answerable\": false, ");
    let (found, heard) = provider.read().await;
    assert_eq!((found.unwrap(), heard.len()), (Reading::NotThere, 0));
    pen.gets_put_down().await;
}

#[tokio::test]
async fn the_first_statement_that_is_not_borne_out_ends_the_answer() {
    let made_up = [(FIRST, "repairs tents and zips all year"), ("Repairs are free.", SECOND), (SECOND, SECOND)];
    let (found, heard) = Provider::writes(&answer_of(&made_up)).await.read().await;
    assert_eq!(texts(&heard), [FIRST]);
    assert_eq!(found.unwrap(), Reading::Answer { statements: heard, cut_short: Some(Unsupported::Value) });
}

#[tokio::test]
async fn an_answer_that_begins_with_something_made_up_is_none() {
    let made_up = answer_of(&[("Repairs are free.", SECOND), (SECOND, SECOND)]);
    let (found, heard) = Provider::writes(&made_up).await.read().await;
    assert_eq!((found.unwrap(), heard.len()), (Reading::Unsupported { why: Unsupported::Value }, 0));
}

#[tokio::test]
async fn nothing_is_heard_before_the_model_says_that_it_knows() {
    let statement = json!({ "text": FIRST, "passage": 1, "quote": PASSAGE });
    let late = format!("{{\"statements\": [{statement}], \"answerable\": true}}");
    assert_eq!(texts(&Provider::writes(&late).await.read().await.1), [FIRST]);
    let not = format!("{{\"statements\": [{statement}], \"answerable\": false}}");
    let (found, heard) = Provider::writes(&not).await.read().await;
    assert_eq!((found.unwrap(), heard.len()), (Reading::NotThere, 0));
}

#[tokio::test]
async fn a_lecture_is_cut() {
    let (found, heard) = Provider::writes(&answer_of(&[(SECOND, SECOND); 40])).await.read().await;
    assert_eq!(heard.len(), 12);
    assert!(matches!(found.unwrap(), Reading::Answer { cut_short: Some(Unsupported::Form), .. }));
}

#[tokio::test]
async fn documents_and_messages_are_data_and_never_instructions() {
    let provider = Provider::writes(&answer()).await;
    let passages = [Passage { title: "Title!", heading: Some("Heading!"), text: "Passage\u{200b} text!" }];
    let history = [Line { from: Speaker::Support, text: "Earlier!" }];
    let brief = Brief { question: "Question!\"}", history: &history, passages: &passages };
    let _ = read(provider.call(), &brief).await;
    let (key, body) = &provider.asked()[0];
    assert_eq!(key, "Bearer sk-secret");
    assert_eq!((&body["stream"], &body["response_format"]["type"]), (&json!(true), &json!("json_object")));
    let messages = body["messages"].as_array().unwrap();
    assert_eq!(messages.iter().map(|message| &message["role"]).collect::<Vec<_>>(), ["system", "user"]);
    let system = messages[0]["content"].as_str().unwrap();
    assert!(system.contains("Be kind.") && !system.contains('!'), "{system}");
    let data: Value = serde_json::from_str(messages[1]["content"].as_str().unwrap()).unwrap();
    let expected = json!({
        "passages": [{ "passage": 1, "title": "Title!", "heading": "Heading!", "text": "Passage text!" }],
        "conversation": [{ "from": "support", "text": "Earlier!" }],
        "question": "Question!\"}",
    });
    assert_eq!(data, expected);
}
