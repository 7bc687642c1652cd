//! Knowledge comes in, pasted or as files, and goes.

use serde_json::{Value, json};

use crate::desk::{Desk, Door};

const PAGE: &str = "# Repairs\n\nWe repair tents.\n\n## Zips\n\nA new zip costs 25 euros and takes a week.\n";

async fn sources(desk: &Desk) -> Vec<Value> {
    desk.admin.get(&desk.at("/sources")).await.ok()["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn every_kind_of_text_becomes_passages() {
    let desk = Desk::open().await;
    let html = "<html><head><title>x</title></head><body><h1>Hours</h1><p>Open from nine to five.</p><script>alert(1)</script></body></html>";
    for (kind, text) in [("text", "Our store is open on Sundays."), ("markdown", PAGE), ("html", html)] {
        let new = json!({ "kind": kind, "title": kind, "text": text });
        let created = desk.admin.post(&desk.at("/sources"), &new).await.ok();
        desk.has_read_everything().await;
        let path = desk.at(&format!("/sources/{}", created["id"].as_str().unwrap()));
        let source = desk.admin.get(&path).await.ok();
        assert_eq!((&source["state"], &source["text"]), (&json!("ready"), &json!(text)), "{kind}");
        assert!(source["passages"].as_i64().unwrap() > 0, "{source}");
    }
    let verdict = desk.verdict("What does a new zip cost?").await;
    assert!(verdict["evidence"][0]["text"].as_str().unwrap().contains("25 euros"), "{verdict}");
    assert!(!desk.verdict("alert").await.to_string().contains("alert(1)"));
}

#[tokio::test]
async fn one_bad_file_stops_no_other() {
    let desk = Desk::open().await;
    let pairs =
        br#"[{"question":"Do you rent skis?","answer":"Yes."},{"question":"Do you rent sleds?","answer":"No."}]"#;
    let files: [(&str, &[u8]); 7] = [
        ("repairs.md", PAGE.as_bytes()),
        ("photo.png", b"\x89PNG\r\n\x1a\n\0\0"),
        ("binary.md", b"# hi\0\x01\x02\xff\xfe"),
        ("empty.txt", b"  \n"),
        ("pairs.json", pairs),
        ("half.json", br#"[{"question":"a"}]"#),
        ("hours.html", b"<p>Open from nine to five.</p>"),
    ];
    let reply = desk.admin.upload(&desk.at("/sources/files"), &files).await.ok();
    let items = reply["items"].as_array().unwrap();
    let statuses: Vec<Value> = items.iter().map(|item| item["error"]["status"].clone()).collect();
    let fine = Value::Null;
    assert_eq!(statuses, [fine.clone(), json!(415), json!(422), json!(422), fine.clone(), json!(422), fine]);
    assert!(items.iter().all(|item| item["source"].is_object() != item["error"].is_object()), "{reply}");
    desk.has_read_everything().await;
    let titles: Vec<Value> = sources(&desk).await.iter().map(|source| source["title"].clone()).collect();
    assert_eq!(titles, ["hours.html", "Do you rent sleds?", "Do you rent skis?", "repairs.md"]);
}

#[tokio::test]
async fn a_file_that_is_too_large_is_named_and_the_others_are_taken() {
    let desk = Desk::open_with(|config| config.limits.file_bytes = 5 * 1024 * 1024).await;
    let large = vec![b'a'; 5 * 1024 * 1024 + 1];
    let files: [(&str, &[u8]); 2] = [("large.md", &large), ("repairs.md", PAGE.as_bytes())];
    let reply = desk.admin.upload(&desk.at("/sources/files"), &files).await.ok();
    assert_eq!(reply["items"][0]["error"]["status"], 413, "{reply}");
    assert_eq!(reply["items"][1]["error"], Value::Null);
    desk.has_read_everything().await;
    assert_eq!(sources(&desk).await.len(), 1);
}

#[tokio::test]
async fn an_upload_that_is_too_large_as_a_whole_is_refused() {
    let desk = Desk::open_with(|config| config.limits.upload_bytes = 5 * 1024 * 1024).await;
    let huge = vec![b'a'; 6 * 1024 * 1024];
    // A connection of its own: this one is cut.
    let door = Door::new(&desk.admin.host).with_token(desk.admin.token.as_deref().unwrap());
    let reply = door.upload(&desk.at("/sources/files"), &[("huge.md", &huge)]).await;
    reply.problem(413);
    assert_eq!(sources(&desk).await, [] as [Value; 0]);
}

#[tokio::test]
async fn an_upload_without_files_says_what_to_send() {
    let desk = Desk::open().await;
    let reply = desk.admin.upload(&desk.at("/sources/files"), &[]).await;
    assert_eq!(reply.problem(422)["fields"][0]["field"], "file");
    let door = &desk.admin;
    door.post(&desk.at("/sources/files"), &json!({ "file": "x" })).await.problem(415);
    let cut = door
        .request(reqwest::Method::POST, &desk.at("/sources/files"))
        .header("content-type", "multipart/form-data; boundary=x")
        .body("--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.md\"\r\n\r\nhalf a fi");
    door.send(cut).await.problem(422);
    assert_eq!(sources(&desk).await, [] as [Value; 0]);
}

#[tokio::test]
async fn what_does_not_fit_is_named() {
    let desk = Desk::open().await;
    for (field, wrong) in [
        ("title", json!({ "kind": "text", "text": "t" })),
        ("title", json!({ "kind": "text", "title": "t".repeat(201), "text": "t" })),
        ("text", json!({ "kind": "text", "title": "t", "text": "  " })),
        ("text", json!({ "kind": "text", "title": "t", "text": "a\u{0}b" })),
        ("text", json!({ "kind": "html", "title": "t", "text": "<script>only()</script>" })),
        ("question", json!({ "kind": "qa", "answer": "a" })),
        ("answer", json!({ "kind": "qa", "question": "q" })),
        ("question", json!({ "kind": "qa", "question": "q".repeat(501), "answer": "a" })),
    ] {
        let problem = desk.admin.post(&desk.at("/sources"), &wrong).await.problem(422);
        assert_eq!(problem["fields"][0]["field"], field, "{problem}");
    }
    desk.admin.post(&desk.at("/sources"), &json!({ "kind": "pdf", "title": "t", "text": "t" })).await.problem(422);
    assert_eq!(sources(&desk).await, [] as [Value; 0]);
}

#[tokio::test]
async fn names_with_folders_keep_only_their_end() {
    let desk = Desk::open().await;
    desk.admin.upload(&desk.at("/sources/files"), &[("../../etc/passwd.md", PAGE.as_bytes())]).await.ok();
    desk.has_read_everything().await;
    assert_eq!(sources(&desk).await[0]["title"], "passwd.md");
}

#[tokio::test]
async fn staff_hear_when_a_source_is_ready() {
    let desk = Desk::open().await;
    let mut ear = desk.agent("Ana").await.listens().await;
    let source = desk.knows("Do you rent skis?", "Yes.").await;
    for state in ["pending", "ready"] {
        let heard = ear.hears("source").await;
        assert_eq!((&heard["body"]["id"], &heard["body"]["state"]), (&source["id"], &json!(state)));
    }
}
