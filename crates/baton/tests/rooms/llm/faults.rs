//! However a provider fails, it is known in time, tried again where that may help, and no half answer stands.

use std::time::Duration;

use baton::llm::{Brief, LlmError, Passage, Reading, Supported};
use serde_json::json;

use super::provider::{
    FIRST, PASSAGE, Provider, Reply, SECOND, answer, answer_of, frame, frames, live, read, streamed, texts, whole,
};

async fn fails(replies: Vec<Reply>) -> (LlmError, Vec<Supported>) {
    let (found, heard) = Provider::start(replies).await.read().await;
    (found.unwrap_err(), heard)
}

fn sends(status: u16, body: &str) -> Reply {
    Reply::Sends(status, body.into())
}

#[tokio::test]
async fn what_is_no_answer_is_an_error_with_a_reason() {
    let nothing = || answer_of(&[]);
    let cases = [
        (vec![sends(401, "{}")], "status 401"),
        (vec![sends(302, "")], "status 302"),
        (vec![sends(400, "{}"), sends(400, "{}")], "status 400"),
        (vec![sends(200, "I am a teapot")], "the object it was asked for"),
        (vec![sends(200, "")], "no text"),
        (vec![sends(200, "{\"choices\":[{\"mess")], "not JSON"),
        (vec![sends(200, "{}")], "the object it was asked for"),
        (vec![whole(&json!({ "content": null }))], "the object it was asked for"),
        (vec![whole(&json!({ "refusal": "I cannot help with that." }))], "declined"),
        (vec![streamed("We repair tents.")], "the object it was asked for"),
        (vec![streamed("{\"answerable\": \"perhaps\"}")], "the object it was asked for"),
        (vec![streamed("{\"answerable\": true, \"answ")], "the object it was asked for"),
        (vec![streamed(&nothing())], "without statements"),
        (vec![streamed("{\"answerable\": true, \"answer\": \"Yes.\"}")], "without statements"),
    ];
    for (replies, reason) in cases {
        let (error, heard) = fails(replies).await;
        assert!(error.to_string().contains(reason), "{error} instead of {reason}");
        assert!(heard.is_empty(), "{reason}");
    }
}

#[tokio::test]
async fn a_provider_that_stumbles_once_is_asked_again() {
    let reported = || Reply::Pieces(vec![b"data: {\"error\": {\"code\": 503}}\n\n".to_vec()]);
    for stumbles in [sends(503, ""), sends(429, ""), reported(), Reply::Breaks(Vec::new())] {
        let provider = Provider::start([stumbles, streamed(&answer())]).await;
        let (found, heard) = provider.read().await;
        assert!(found.is_ok() && heard.len() == 2, "{found:?}");
    }
    assert!(matches!(fails(vec![sends(503, ""), sends(502, "")]).await.0, LlmError::Status(502)));
}

#[tokio::test]
async fn once_a_word_has_come_it_is_not_asked_again() {
    let provider = Provider::start([Reply::Breaks(vec![frame("{\"answ")]), streamed(&answer())]).await;
    let (found, heard) = provider.read().await;
    assert!(matches!(found, Err(LlmError::Unreachable(_))) && heard.is_empty());
    assert_eq!(provider.asked().len(), 1);
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_no_answer_but_what_was_said_is_known() {
    let answer = answer();
    let (first, _) = answer.split_at(answer.find("},").unwrap() + 2);
    let cut_off = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}\n\n";
    let filtered = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"content_filter\"}]}\n\n";
    let cases = [
        (Reply::Breaks(vec![frame(first)]), "the connection broke"),
        (Reply::Pieces(vec![frame(first)]), "the object it was asked for"),
        (Reply::Pieces(vec![frame(first), cut_off.into()]), "limit of tokens"),
        (Reply::Pieces(vec![frame(first), filtered.into()]), "declined"),
        (Reply::Pieces(vec![frame(first), b"data: {\"error\":\"gone\"}\n\n".to_vec()]), "reported an error"),
        (streamed(&format!("{first} {{oops}}]}}")), "the object it was asked for"),
        (streamed(&format!("{first} 1], \"answerable\": false}}")), "contradicts itself"),
    ];
    for (reply, reason) in cases {
        let (error, heard) = fails(vec![reply, streamed(&answer)]).await;
        let LlmError::Broken { said, fault } = error else { panic!("{error} instead of {reason}") };
        assert!(fault.to_string().contains(reason), "{fault} instead of {reason}");
        assert_eq!((texts(&said), texts(&heard)), (vec![FIRST], vec![FIRST]), "{reason}");
    }
}

#[tokio::test]
async fn a_complete_object_is_an_answer_whatever_happens_after_it() {
    let mut pieces = frames(&answer());
    pieces.pop();
    let (found, heard) = Provider::start([Reply::Breaks(pieces)]).await.read().await;
    assert!(matches!(found, Ok(Reading::Answer { cut_short: None, .. })), "{found:?}");
    assert_eq!(texts(&heard), [FIRST, SECOND]);
}

#[tokio::test]
async fn one_deadline_holds_for_everything() {
    let passages = [Passage { title: "Workshop", heading: None, text: PASSAGE }];
    let brief = Brief { question: "Do you repair tents?", history: &[], passages: &passages };
    let (reply, pen) = live();
    let provider = Provider::start([reply]).await;
    let call = baton::llm::Call { timeout: Duration::from_millis(300), ..provider.call() };
    pen.writes("{\"answerable\":");
    assert!(matches!(read(call, &brief).await.0, Err(LlmError::Timeout)));
    pen.gets_put_down().await;

    let (reply, pen) = live();
    let provider = Provider::start([reply]).await;
    let call = baton::llm::Call { timeout: Duration::from_millis(300), ..provider.call() };
    pen.writes(answer().rsplit_once("},").unwrap().0);
    pen.writes("},");
    let (found, heard) = read(call, &brief).await;
    let Err(LlmError::Broken { said, fault }) = found else { panic!("{found:?}") };
    assert!(matches!(*fault, LlmError::Timeout));
    assert_eq!((said, texts(&heard)), (heard.clone(), vec![FIRST]));
}

#[tokio::test]
async fn a_provider_that_is_not_there_is_known() {
    let provider = Provider::start([]).await;
    let call = baton::llm::Call { endpoint: "http://127.0.0.1:1/v1", ..provider.call() };
    let found = read(call, &Brief::default()).await.0;
    assert!(matches!(found, Err(LlmError::Unreachable("no connection"))), "{found:?}");
}

#[tokio::test]
async fn endless_replies_are_given_up() {
    let noise = vec![b": are you still there? I am.\n".repeat(40_000); 20];
    assert!(fails(vec![Reply::Pieces(noise)]).await.0.to_string().contains("too long"));
    let endless = streamed(&format!("{{\"answerable\": true, \"note\": \"{}", "x".repeat(300_000)));
    assert!(fails(vec![endless]).await.0.to_string().contains("the object it was asked for"));
}
