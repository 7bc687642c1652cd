//! Servers that call themselves compatible differ. The answer is the same with all of them.

use serde_json::{Value, json};

use super::provider::{FIRST, Provider, Reply, SECOND, answer, frames, streamed, texts, whole};

async fn is_understood(name: &str, reply: Reply) {
    let (found, heard) = Provider::start([reply]).await.read().await;
    assert!(found.is_ok(), "{name}: {found:?}");
    assert_eq!(texts(&heard), [FIRST, SECOND], "{name}");
}

fn pieces(stream: &str, length: usize) -> Reply {
    Reply::Pieces(stream.as_bytes().chunks(length).map(<[u8]>::to_vec).collect())
}

fn stream() -> String {
    String::from_utf8(frames(&answer()).concat()).unwrap()
}

#[tokio::test]
async fn streams_of_every_kind_are_understood() {
    is_understood("one piece", pieces(&stream(), usize::MAX)).await;
    is_understood("cut anywhere", pieces(&stream(), 3)).await;
    is_understood("line ends of Windows", pieces(&stream().replace('\n', "\r\n"), 11)).await;
    is_understood("comments", pieces(&stream().replace("data: {", ": ping\n\n:\ndata: {"), 50)).await;
    is_understood("no space", pieces(&stream().replace("data: ", "data:"), 50)).await;
    is_understood("no done", pieces(&stream().replace("data: [DONE]\n\n", ""), 50)).await;
    is_understood("names and ids", pieces(&stream().replace("data: ", "event: x\nid: 1\nretry: 5\ndata: "), 50)).await;
    is_understood("data in lines", pieces(&stream().replace("{\"index\"", "{\ndata: \"index\""), 50)).await;
    let odd = stream().replace("\"index\":0", "\"index\":0,\"finish_reason\":\"\",\"logprobs\":[]");
    is_understood("empty finish reason", pieces(&odd, 50)).await;
    let usage = "data: {\"choices\":[],\"usage\":{}}\n\ndata: {\"usage\":null}\n\ndata: ping\n\ndata:\n\n";
    is_understood("empty usage", pieces(&format!("{usage}{}", stream()), 50)).await;
}

#[tokio::test]
async fn characters_may_be_cut_in_the_middle() {
    let reply = format!("{{\"note\": \"zwölf € – 東京 🎒\", {}", &answer()[1..]);
    let stream = String::from_utf8(frames(&reply).concat()).unwrap();
    assert!(!stream.is_ascii());
    for length in 1..5 {
        is_understood("characters cut", pieces(&stream, length)).await;
    }
}

#[tokio::test]
async fn a_server_that_does_not_stream_is_understood() {
    is_understood("whole", whole(&json!({ "content": answer() }))).await;
    is_understood("refusal null", whole(&json!({ "content": answer(), "refusal": null }))).await;
    is_understood("parts", whole(&json!({ "content": [{ "type": "text", "text": answer() }] }))).await;
}

#[tokio::test]
async fn thoughts_fences_and_chatter_around_the_object_are_passed_over() {
    is_understood("fence", streamed(&format!("```json\n{}\n```", answer()))).await;
    is_understood("chatter", streamed(&format!("Sure! Here {{it}} is: {} Anything else?", answer()))).await;
    is_understood("thoughts", streamed(&format!("<think>\"answerable\": {{\"a\": [</think>\n{}", answer()))).await;
    let thinking = json!({ "reasoning_content": "{\"answerable\": false}", "content": answer() });
    is_understood("thoughts apart", whole(&thinking)).await;
    let spaced: Value = serde_json::from_str(&answer()).unwrap();
    is_understood("spaces", streamed(&format!("{spaced:#}"))).await;
}

#[tokio::test]
async fn what_a_server_does_not_know_is_left_out() {
    let complaint = |text: &str| Reply::Sends(400, json!({ "error": { "message": text } }).to_string());
    let provider = Provider::start([
        complaint("response_format json_object is not supported"),
        complaint("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."),
        complaint("'temperature' does not support 0.0 with this model."),
        streamed(&answer()),
    ])
    .await;
    let (_, heard) = provider.read().await;
    assert_eq!(texts(&heard), [FIRST, SECOND]);
    let asked = provider.asked();
    let has = |body: &Value, field: &str| body.get(field).is_some();
    assert!(has(&asked[0].1, "response_format") && !has(&asked[1].1, "response_format"));
    assert!(has(&asked[1].1, "max_tokens") && asked[2].1["max_completion_tokens"] == 800);
    assert!(has(&asked[2].1, "temperature") && !has(&asked[3].1, "temperature"));
}
