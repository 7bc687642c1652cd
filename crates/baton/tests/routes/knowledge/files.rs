//! Files as people have them become knowledge; what cannot be read says why and stops no other.

use serde_json::{Value, json};

use crate::desk::Desk;

const HANDBOOK: &[u8] = include_bytes!("../../rooms/files/handbook.pdf");
const CARE: &[u8] = include_bytes!("../../rooms/files/care.docx");
const FAQ: &[u8] = include_bytes!("../../rooms/files/faq.xlsx");
const LOCKED: &[u8] = include_bytes!("../../rooms/files/locked.pdf");
const SCAN: &[u8] = include_bytes!("../../rooms/files/scan.pdf");
const PAIRS: &[u8] = b"Question,Answer\nDo you rent skis?,Skis are 20 euros a day.\nDo you rent sleds?,Not any more.\n";

async fn upload(desk: &Desk, files: &[(&str, &[u8])]) -> Vec<Value> {
    let reply = desk.admin.upload(&desk.at("/sources/files"), files).await.ok();
    desk.has_read_everything().await;
    reply["items"].as_array().unwrap().clone()
}

async fn sources(desk: &Desk, which: &str) -> Vec<Value> {
    desk.admin.get(&desk.at(&format!("/sources?limit=200{which}"))).await.ok()["items"].as_array().unwrap().clone()
}

/// Title, format and state, the oldest first.
async fn shelf(desk: &Desk) -> Vec<(String, Value, String)> {
    let text = |source: &Value, field: &str| source[field].as_str().unwrap().to_owned();
    let mut all = sources(desk, "").await;
    all.reverse();
    all.iter().map(|source| (text(source, "title"), source["format"].clone(), text(source, "state"))).collect()
}

#[tokio::test]
async fn files_of_every_kind_become_knowledge() {
    let desk = Desk::open().await;
    let items = upload(&desk, &[("handbook.pdf", HANDBOOK), ("care.docx", CARE), ("faq.xlsx", FAQ)]).await;
    assert!(items.iter().all(|item| item["error"].is_null()), "{items:?}");
    assert!(sources(&desk, "").await.iter().all(|source| source["state"] == "ready"));
    upload(&desk, &[("pairs.csv", PAIRS)]).await;
    let shelf = shelf(&desk).await;
    let formats: Vec<_> = shelf.iter().map(|(title, format, _)| (title.as_str(), format.clone())).collect();
    assert_eq!(formats[0], ("handbook.pdf", json!("pdf")));
    assert_eq!(formats[1], ("care.docx", json!("docx")));
    assert!(formats[2..].iter().all(|(_, format)| *format == json!("sheet")), "{formats:?}");
    for (question, words) in [
        ("How many days do I have to return what I bought?", "sixty days"),
        ("How do I wash a tent by hand?", "30 °C"),
        ("Do you rent skis?", "20 euros a day"),
    ] {
        let verdict = desk.verdict(question).await;
        assert!(verdict["evidence"][0]["text"].as_str().unwrap().contains(words), "{question}: {verdict}");
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_read_says_why_and_stops_no_other() {
    let desk = Desk::open().await;
    let files: [(&str, &[u8]); 5] = [
        ("locked.pdf", LOCKED),
        ("handbook.pdf", HANDBOOK),
        ("scan.pdf", SCAN),
        ("broken.pdf", b"%PDF-1.4 and nothing"),
        ("care.docx", CARE),
    ];
    upload(&desk, &files).await;
    let states: Vec<(String, String)> =
        shelf(&desk).await.into_iter().map(|(title, _, state)| (title, state)).collect();
    let expected = [
        ("locked.pdf", "failed"),
        ("handbook.pdf", "ready"),
        ("scan.pdf", "failed"),
        ("broken.pdf", "failed"),
        ("care.docx", "ready"),
    ];
    assert_eq!(states, expected.map(|(title, state)| (title.to_owned(), state.to_owned())));
    let failed = sources(&desk, "&state=failed").await;
    assert_eq!(failed.len(), 3);
    for source in failed {
        let error = source["error"].as_str().unwrap();
        assert!(error.len() > 20, "{source}");
        assert_eq!(source["passages"], 0);
    }
}

#[tokio::test]
async fn what_is_there_already_is_refused_by_its_name() {
    let desk = Desk::open().await;
    let text = json!({ "kind": "markdown", "title": "Repairs", "text": "We repair tents." });
    desk.admin.post(&desk.at("/sources"), &text).await.ok();
    let again = json!({ "kind": "markdown", "title": "Again", "text": "We repair tents." });
    let problem = desk.admin.post(&desk.at("/sources"), &again).await.problem(422);
    assert!(problem["fields"][0]["message"].as_str().unwrap().contains("Repairs"), "{problem}");
    upload(&desk, &[("handbook.pdf", HANDBOOK)]).await;
    let items = upload(&desk, &[("copy.pdf", HANDBOOK), ("pairs.csv", PAIRS)]).await;
    assert_eq!(items[0]["error"]["status"], 422, "{items:?}");
    assert!(items[0]["error"].to_string().contains("handbook.pdf"), "{items:?}");
    assert_eq!(items[1]["error"], Value::Null);
    // Of pairs only those are added that are new.
    let more = [PAIRS, b"Do you rent tents?,Tents are 30 euros a day.\n"].concat();
    upload(&desk, &[("more.csv", &more)]).await;
    let titles: Vec<String> = shelf(&desk).await.into_iter().map(|(title, ..)| title).collect();
    assert_eq!(titles, ["Repairs", "handbook.pdf", "Do you rent skis?", "Do you rent sleds?", "Do you rent tents?"]);
}

#[tokio::test]
async fn another_app_may_have_the_same_text() {
    let desk = Desk::open().await;
    let text = json!({ "kind": "text", "title": "Repairs", "text": "We repair tents." });
    desk.admin.post(&desk.at("/sources"), &text).await.ok();
    let other = desk.other_app().await;
    desk.admin.post(&format!("/apps/{other}/sources"), &text).await.ok();
}

#[tokio::test]
async fn sources_are_searched_by_title() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let found = sources(&desk, "&q=REPAIR").await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["title"], "Do you repair tents?");
}
