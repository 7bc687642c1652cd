//! A shop whose AI Agent knows one answer and hands everything else over to Ana, who is offline and takes
//! a few at a time; then nobody is available.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};

use crate::line::Line;

pub const KNOWN: &str = "How long do I have to return something?";
pub const UNKNOWN: &str = "Do you ship to Australia?";
pub const ANAS_CAPACITY: usize = 5;

pub struct Shop {
    pub app: i64,
    pub assistant: String,
}

pub async fn open(line: &Line) -> Shop {
    let admin = json!({ "full_name": "Astrid", "email": "astrid@shop.example", "password": "fjell-and-fjord" });
    line.call(Method::POST, "/setup", "", &admin).await;
    let sign_in = json!({ "email": "astrid@shop.example", "password": "fjell-and-fjord", "bearer": true });
    let session = line.call(Method::POST, "/sessions", "", &sign_in).await;
    let token = session["token"].as_str().unwrap();
    let app = line.call(Method::POST, "/apps", token, &json!({ "name": "Shop" })).await["app"]["id"].as_i64().unwrap();
    let ana = json!({ "full_name": "Ana", "email": "ana@shop.example", "password": "fjell-and-fjord" });
    let ana = line.call(Method::POST, &format!("/apps/{app}/agents"), token, &ana).await["agent"]["id"].clone();
    let capacity = json!({ "capacity": ANAS_CAPACITY });
    line.call(Method::PATCH, &format!("/apps/{app}/agents/{ana}"), token, &capacity).await;
    let assistant = employ(line, token, app, &ana).await;
    teach(line, token, app).await;
    Shop { app, assistant }
}

async fn employ(line: &Line, token: &str, app: i64, ana: &Value) -> String {
    let path = format!("/apps/{app}/assistants");
    let mut made = line.call(Method::POST, &path, token, &json!({ "name": "Guide" })).await;
    let unanswered = &mut made["settings"]["unanswered"];
    unanswered["action"] = "human_handover".into();
    unanswered["handover"]["agents"] = json!([ana]);
    unanswered["handover"]["notify_assigned"] = true.into();
    unanswered["handover"]["assign_to"] = "online_and_offline".into();
    let id = made["id"].as_str().unwrap().to_owned();
    let saved = json!({ "settings": made["settings"], "version": made["version"] });
    line.call(Method::PUT, &format!("{path}/{id}"), token, &saved).await;
    id
}

async fn teach(line: &Line, token: &str, app: i64) {
    let path = format!("/apps/{app}/sources");
    let pair = json!({ "kind": "qa", "question": KNOWN, "answer": "You have thirty days." });
    line.call(Method::POST, &path, token, &pair).await;
    let begun = Instant::now();
    while line.call(Method::GET, &path, token, &Value::Null).await["items"][0]["state"] != "ready" {
        assert!(begun.elapsed() < Duration::from_secs(10), "the knowledge is not ready");
    }
}
