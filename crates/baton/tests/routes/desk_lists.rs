//! The lists of the Agent Desk: what is in them, in which order, narrowed how; search and saved views.

use serde_json::{Value, json};

use crate::{
    attachments::PNG,
    desk::{Chat, Desk, Door},
};

const QUESTION: &str = "Can my yak fly?";
const MINUTE_MS: i64 = 60_000;

async fn listed(desk: &Desk, door: &Door, query: &str) -> Vec<String> {
    let page = door.get(&desk.at(&format!("/dialogs?{query}"))).await.ok();
    names(&page)
}

fn names(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().unwrap().iter();
    items.map(|item| item["customer"]["full_name"].as_str().unwrap().to_owned()).collect()
}

async fn label(desk: &Desk, name: &str) -> i64 {
    desk.admin.post(&desk.at("/labels"), &json!({ "name": name, "colour": "red" })).await.ok()["id"].as_i64().unwrap()
}

/// Ida is with Ana, Kai waits, Mia is with the AI Agent, Leo is resolved.
async fn four(desk: &Desk) -> (crate::desk::Agent, Vec<Chat>) {
    let ana = desk.agent("Ana").await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let mut chats = Vec::new();
    for name in ["Ida", "Kai", "Leo"] {
        chats.push(desk.customer(name).await.asks(QUESTION).await);
        desk.passes(MINUTE_MS);
    }
    ana.claims(&chats[0]).await.ok();
    ana.claims(&chats[2]).await.ok();
    ana.resolves(&chats[2]).await.ok();
    desk.passes(MINUTE_MS);
    chats.push(desk.customer("Mia").await.opens().await);
    (ana, chats)
}

#[tokio::test]
async fn each_list_shows_its_own_and_is_counted() {
    let desk = Desk::open().await;
    let (ana, _) = four(&desk).await;
    for (list, expected) in
        [("queue", "Kai"), ("mine", "Ida"), ("assistant", "Mia"), ("resolved", "Leo"), ("snoozed", "")]
    {
        assert_eq!(listed(&desk, &ana.door, &format!("list={list}")).await.join(" "), expected, "{list}");
    }
    assert_eq!(listed(&desk, &ana.door, "list=all").await, ["Mia", "Leo", "Ida", "Kai"], "what happened last is first");
    let counts = ana.door.get(&desk.at("/dialogs/counts")).await.ok();
    let expected = json!({ "queue": 1, "mine": 1, "all": 4, "assistant": 1, "resolved": 1, "snoozed": 0 });
    assert_eq!(counts, expected);
}

#[tokio::test]
async fn a_long_list_is_read_page_by_page() {
    let desk = Desk::open().await;
    let (ana, _) = four(&desk).await;
    let first = ana.door.get(&desk.at("/dialogs?limit=3")).await.ok();
    let after = first["next"].as_str().unwrap();
    let second = ana.door.get(&desk.at(&format!("/dialogs?limit=3&after={after}"))).await.ok();
    assert_eq!([names(&first), names(&second)].concat(), ["Mia", "Leo", "Ida", "Kai"]);
    assert_eq!(second["next"], Value::Null);
}

#[tokio::test]
async fn lists_are_narrowed_by_label_agent_and_customer() {
    let desk = Desk::open().await;
    let (ana, chats) = four(&desk).await;
    let refund = label(&desk, "Refund").await;
    for chat in &chats[1..3] {
        ana.door.put(&chat.at("/labels"), &json!({ "labels": [refund] })).await.ok();
    }
    assert_eq!(listed(&desk, &ana.door, &format!("label={refund}")).await, ["Leo", "Kai"]);
    assert_eq!(listed(&desk, &ana.door, &format!("list=queue&label={refund}")).await, ["Kai"]);
    assert_eq!(listed(&desk, &ana.door, &format!("list=resolved&agent={}", ana.id)).await, ["Leo"]);
    assert_eq!(listed(&desk, &ana.door, &format!("agent={}", ana.id)).await, ["Leo", "Ida"]);
    assert_eq!(listed(&desk, &ana.door, &format!("customer={}", chats[0].customer.id)).await, ["Ida"]);
    let nobody = format!("assistant={}", desk.message_id());
    assert_eq!(listed(&desk, &ana.door, &nobody).await, [""; 0]);
}

#[tokio::test]
async fn labels_are_told_to_staff_and_never_to_customers() {
    let desk = Desk::open().await;
    let (ana, chats) = four(&desk).await;
    let mut ear = ana.listens().await;
    let refund = label(&desk, "  Refund ").await;
    let put = ana.door.put(&chats[0].at("/labels"), &json!({ "labels": [refund, refund] })).await.ok();
    assert_eq!(put["labels"], json!([{ "id": refund, "name": "Refund", "colour": "red" }]));
    assert_eq!(ear.hears("labels").await["body"], put);
    let shown = ana.door.get(&chats[0].at("")).await.ok();
    assert_eq!(shown["labels"], put["labels"]);
    assert_eq!(chats[0].dialog().await["labels"], json!([]));
    chats[0].customer.door.put(&chats[0].at("/labels"), &json!({ "labels": [] })).await.problem(403);
    ana.door.put(&chats[0].at("/labels"), &json!({ "labels": [refund, 999] })).await.problem(422);
    assert_eq!(ana.door.get(&chats[0].at("")).await.ok()["labels"], put["labels"], "nothing is half-done");
}

#[tokio::test]
async fn a_labels_name_is_unique_whatever_its_case_and_a_removed_one_is_gone_everywhere() {
    let desk = Desk::open().await;
    let (ana, chats) = four(&desk).await;
    let refund = label(&desk, "Refund").await;
    let taken = ana.door.post(&desk.at("/labels"), &json!({ "name": "REFUND" })).await;
    assert_eq!(taken.reason(409), "taken");
    ana.door.post(&desk.at("/labels"), &json!({ "name": " " })).await.problem(422);
    let path = desk.at(&format!("/labels/{refund}"));
    let changed = ana.door.patch(&path, &json!({ "colour": "blue" })).await.ok();
    assert_eq!(changed, json!({ "id": refund, "name": "Refund", "colour": "blue" }));
    ana.door.put(&chats[0].at("/labels"), &json!({ "labels": [refund] })).await.ok();
    let elsewhere = format!("/apps/{}/labels/{refund}", desk.other_app().await);
    desk.admin.delete(&elsewhere).await.problem(404);
    ana.door.delete(&path).await.ok();
    assert_eq!(ana.door.get(&chats[0].at("")).await.ok()["labels"], json!([]));
    assert_eq!(ana.door.get(&desk.at("/labels")).await.ok()["items"], json!([]));
}

#[tokio::test]
async fn a_search_finds_words_in_any_conversation_of_the_app_and_shows_where() {
    let desk = Desk::open().await;
    let (ana, chats) = four(&desk).await;
    chats[3].says("My invoice for the Café table is wrong").await;
    chats[0].says("And the INVOICES of last year?").await;
    let path = |q: &str| desk.at(&format!("/search?q={q}"));
    let found = ana.door.get(&path("invoice")).await.ok();
    assert_eq!(names(&json!({ "items": [found["items"][0]["dialog"], found["items"][1]["dialog"]] })), ["Ida", "Mia"]);
    assert_eq!(found["items"].as_array().unwrap().len(), 2);
    let parts = json!([
        { "text": "And the ", "hit": false }, { "text": "INVOICES", "hit": true }, { "text": " of last year?", "hit": false }
    ]);
    assert_eq!(found["items"][0]["parts"], parts);
    assert_eq!(found["items"][0]["message"]["sender"]["full_name"], "Ida");
    let both = ana.door.get(&path("cafe%20invoice")).await.ok();
    assert_eq!(both["items"].as_array().unwrap().len(), 1, "every word must occur, accents do not matter");
    let by_name = ana.door.get(&path("kai")).await.ok();
    assert_eq!(by_name["items"][0]["dialog"]["customer"]["full_name"], "Kai");
    assert_eq!(by_name["items"][0]["message"], Value::Null);
    chats[1].says("Write to kai@shop.example about AB-1234, 我的退款").await;
    for within in ["kai%40shop.example", "1234", "ab-1234", "%E9%80%80%E6%AC%BE"] {
        assert_eq!(
            ana.door.get(&path(within)).await.ok()["items"][0]["message"]["sender"]["full_name"],
            "Kai",
            "{within}"
        );
    }
    for nothing in ["%22%20%27", "--", ""] {
        ana.door.get(&path(nothing)).await.problem(422);
    }
}

#[tokio::test]
async fn a_search_finds_notes_and_names_of_files_and_is_narrowed_as_the_lists_are() {
    let desk = Desk::open().await;
    let (ana, chats) = four(&desk).await;
    chats[0].says("My parcel is late").await;
    chats[1].says("My parcel is wet").await;
    ana.door.post(&chats[1].at("/notes"), &json!({ "text": "The parcel was in the rain" })).await.ok();
    chats[2].files_sent_by(&chats[2].customer.door, "", &[("parcel.png", PNG)]).await;
    let found = |filter: String| desk.at(&format!("/search?q=parcel{filter}"));
    let all = ana.door.get(&found(String::new())).await.ok();
    let shown: Vec<String> = all["items"].as_array().unwrap().iter().map(excerpt).collect();
    assert_eq!(shown, ["📎 parcel.png", "The parcel was in the rain", "My parcel is wet", "My parcel is late"]);
    let note = &all["items"][1];
    assert_eq!((&note["message"], &note["note"]["author"]["full_name"]), (&Value::Null, &json!("Ana")));
    let label = label(&desk, "Wet").await;
    ana.door.put(&chats[1].at("/labels"), &json!({ "labels": [label] })).await.ok();
    let with_label = ana.door.get(&found(format!("&label={label}"))).await.ok();
    assert_eq!(with_label["items"].as_array().unwrap().len(), 2);
    let of_first = ana.door.get(&found(format!("&customer={}", chats[0].customer.id))).await.ok();
    assert_eq!(excerpt(&of_first["items"][0]), "My parcel is late");
    assert_eq!(of_first["items"].as_array().unwrap().len(), 1);
    let by_name = ana.door.get(&desk.at(&format!("/search?q=leo&label={label}"))).await.ok();
    assert_eq!(by_name["items"], json!([]), "names are narrowed as well");
}

fn excerpt(hit: &Value) -> String {
    hit["parts"].as_array().unwrap().iter().map(|part| part["text"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn staff_see_what_the_customer_said_last_under_whatever_was_said_since() {
    let desk = Desk::open().await;
    let (ana, chats) = four(&desk).await;
    chats[0].says("Where is my yak?").await;
    ana.claims(&chats[0]).await.ok();
    ana.says(&chats[0], "On its way.").await.ok();
    let shown = ana.door.get(&chats[0].at("")).await.ok();
    assert_eq!(shown["last_message"]["text"], "On its way.");
    assert_eq!(shown["customer_said"]["text"], "Where is my yak?");
    assert_eq!(chats[0].customer.door.get(&chats[0].at("")).await.ok()["customer_said"], Value::Null);
}

#[tokio::test]
async fn a_search_stays_within_the_app_and_its_pages_do_not_overlap() {
    let desk = Desk::open().await;
    let (ana, chats) = four(&desk).await;
    for number in 0..5 {
        chats[0].says(&format!("parcel {number}")).await;
    }
    let mut texts = Vec::new();
    let mut after = String::new();
    loop {
        let page = ana.door.get(&desk.at(&format!("/search?q=parcel&limit=2{after}"))).await.ok();
        for hit in page["items"].as_array().unwrap() {
            texts.push(hit["parts"][1]["text"].as_str().unwrap().to_owned());
        }
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(texts, [" 4", " 3", " 2", " 1", " 0"]);
    let other = desk.other_app().await;
    let elsewhere = desk.admin.get(&format!("/apps/{other}/search?q=parcel")).await.ok();
    assert_eq!(elsewhere["items"], json!([]));
    ana.door.get(&format!("/apps/{other}/search?q=parcel")).await.problem(404);
    chats[0].customer.door.get(&desk.at("/search?q=parcel")).await.problem(404);
}

#[tokio::test]
async fn a_view_is_its_agents_own() {
    let desk = Desk::open().await;
    let (ana, ben) = (desk.agent("Ana").await, desk.agent("Ben").await);
    let filter = json!({ "list": "all", "label": 3, "q": "refund", "assistant": null, "agent": null });
    let view = ana.door.post("/me/views", &json!({ "name": " Refunds ", "filter": filter })).await.ok();
    assert_eq!((&view["name"], &view["filter"]), (&json!("Refunds"), &filter));
    let path = format!("/me/views/{}", view["id"]);
    ben.door.patch(&path, &json!({ "name": "Mine" })).await.problem(404);
    ben.door.delete(&path).await.problem(404);
    assert_eq!(ben.door.get("/me/views").await.ok()["items"], json!([]));
    let renamed = ana.door.patch(&path, &json!({ "name": "Money" })).await.ok();
    assert_eq!((&renamed["name"], &renamed["filter"]), (&json!("Money"), &filter));
    ana.door.post("/me/views", &json!({ "name": "", "filter": {} })).await.problem(422);
    ana.door.post("/me/views", &json!({ "name": "x", "filter": { "colour": "red" } })).await.problem(422);
    ana.door.delete(&path).await.ok();
    assert_eq!(ana.door.get("/me/views").await.ok()["items"], json!([]));
}
