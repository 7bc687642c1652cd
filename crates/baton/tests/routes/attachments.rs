//! Files: taken in, sent once, given out so that nothing in them runs, and only to those who may read them.

mod answered;
mod reach;

use serde_json::{Value, json};

use crate::desk::{Desk, until};

/// The beginning of a picture, up to its size: 3 by 2.
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0";
const DAY_MS: i64 = 86_400_000;

#[tokio::test]
async fn a_picture_is_uploaded_sent_and_seen_by_the_other_side() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = desk.customer("Ida").await.asks("Can my yak fly?").await;
    let uploaded = chat.uploaded_by(&chat.customer.door, "shoe.png", PNG).await;
    assert_eq!(uploaded.status, 201);
    let file = uploaded.body;
    let size = (&file["bytes"], &file["width"], &file["height"]);
    assert_eq!(size, (&json!(PNG.len()), &json!(3), &json!(2)));
    assert_eq!((&file["name"], &file["media_type"]), (&json!("shoe.png"), &json!("image/png")));
    let said = json!({ "text": "", "attachments": [file["id"]] });
    let message = chat.customer.door.post(&chat.at("/messages"), &said).await.ok();
    assert_eq!((&message["text"], &message["attachments"]), (&json!(""), &json!([file])));
    let seen = ana.door.get(&chat.at("/messages?limit=1")).await.ok()["items"][0].clone();
    assert_eq!(seen, message);
    let last = ana.door.get(&chat.at("")).await.ok()["last_message"].clone();
    assert_eq!(last["attachments"], json!([file]));
    let path = chat.at(&format!("/attachments/{}", file["id"].as_str().unwrap()));
    let (headers, content) = ana.door.get_bytes(&format!("{path}?inline=1")).await;
    assert_eq!(content, PNG);
    assert_eq!(headers["content-type"], "image/png");
    assert_eq!(headers["content-disposition"], "inline; filename=\"shoe.png\"; filename*=UTF-8''shoe.png");
    let (headers, _) = ana.door.get_bytes(&path).await;
    assert!(headers["content-disposition"].to_str().unwrap().starts_with("attachment; "), "{headers:?}");
}

#[tokio::test]
async fn what_a_browser_could_run_is_only_ever_saved() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    for (name, content) in [
        ("page.html", &b"<!doctype html><script>alert(1)</script>"[..]),
        ("picture.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
        ("picture.png", b"<html><script>alert(1)</script></html>"),
        ("feed.xml", b"<?xml version=\"1.0\"?><x/>"),
        ("broken.png", b"\x89PNG\r\n\x1a\n<script>alert(1)</script>"),
    ] {
        let file = chat.uploaded_by(&chat.customer.door, name, content).await.ok();
        assert_ne!(file["media_type"], "image/png", "{name}");
        let path = chat.at(&format!("/attachments/{}?inline=1", file["id"].as_str().unwrap()));
        let (headers, given) = chat.customer.door.get_bytes(&path).await;
        assert_eq!(given, content);
        assert_eq!(headers["content-type"], "application/octet-stream", "{name}");
        assert!(headers["content-disposition"].to_str().unwrap().starts_with("attachment; "), "{name}");
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(headers["content-security-policy"], "sandbox; default-src 'none'");
        assert_eq!(headers["cross-origin-resource-policy"], "same-origin");
        assert_eq!(headers["cache-control"], "private, max-age=3600");
        let vary: Vec<_> = headers.get_all("vary").iter().map(|value| value.to_str().unwrap()).collect();
        assert!(vary.contains(&"authorization, cookie"), "{vary:?}");
    }
}

#[tokio::test]
async fn a_name_is_no_path_and_breaks_no_header() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    for (given, kept) in [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\bill.pdf", "bill.pdf"),
        ("a\r\nset-cookie: x=1.txt", "aset-cookie: x=1.txt"),
        ("\u{202e}gnp.exe", "gnp.exe"),
        ("", "file"),
        ("blåbær \"1\".png", "blåbær \"1\".png"),
    ] {
        let file = chat.uploaded_by(&chat.customer.door, given, b"words").await.ok();
        assert_eq!(file["name"], kept);
        let path = chat.at(&format!("/attachments/{}", file["id"].as_str().unwrap()));
        let (headers, _) = chat.customer.door.get_bytes(&path).await;
        assert!(headers.get("set-cookie").is_none(), "{headers:?}");
    }
    let long = chat.uploaded_by(&chat.customer.door, &format!("{}.png", "n".repeat(500)), b"words").await.ok();
    let name = long["name"].as_str().unwrap();
    assert_eq!((name.len(), name.ends_with("n.png")), (200, true));
}

#[tokio::test]
async fn what_is_too_large_or_empty_is_refused_with_a_sentence() {
    let desk = Desk::open_with(|config| config.limits.attachment_bytes = 1_000).await;
    let chat = desk.customer("Ida").await.opens().await;
    let door = &chat.customer.door;
    chat.uploaded_by(door, "fits", &[b'x'; 1_000]).await.ok();
    for size in [1_001, 3_000, 2_000_000] {
        let problem = chat.uploaded_by(door, "large", &vec![b'x'; size]).await.problem(413);
        assert!(problem["detail"].as_str().unwrap().contains("1000 bytes"), "{problem}");
    }
    chat.uploaded_by(door, "empty", b"").await.problem(422);
    let face = desk.nobody().get(&desk.at(&format!("/assistants/{}/widget", desk.assistant))).await.ok();
    assert_eq!(face["max_attachment_bytes"], 1_000);
}

#[tokio::test]
async fn a_message_that_is_sent_twice_sends_its_files_once() {
    let desk = Desk::open().await;
    let (ida, olav) = (desk.member("Ida").await, desk.member("Olav").await);
    let support = ida.opens().await;
    let group = ida.door.post("/dialogs", &json!({ "occupants": [olav.id] })).await.ok();
    let group = crate::desk::Chat::new(ida.clone(), group["id"].as_str().unwrap());
    for chat in [support, group] {
        let file = chat.uploaded_by(&ida.door, "shoe.png", PNG).await.ok();
        let said = json!({ "id": desk.message_id(), "text": "Look", "attachments": [file["id"], file["id"]] });
        let path = chat.at("/messages");
        let sent = (0..6).map(|_| ida.door.post(&path, &said));
        let mut replies = futures_util::future::join_all(sent).await;
        replies.sort_by_key(|reply| reply.status);
        let statuses: Vec<u16> = replies.iter().map(|reply| reply.status).collect();
        assert_eq!(statuses, [200, 200, 200, 200, 200, 201]);
        assert!(replies.iter().all(|reply| reply.body["attachments"] == json!([file])), "{replies:?}");
        chat.settles().await;
        let again = json!({ "text": "Look again", "attachments": [file["id"]] });
        let problem = ida.door.post(&path, &again).await.problem(422);
        assert_eq!(problem["fields"][0]["field"], "attachments", "a file belongs to one message");
    }
}

#[tokio::test]
async fn a_message_is_stored_with_all_its_files_or_not_at_all() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let door = &chat.customer.door;
    let file = chat.uploaded_by(door, "shoe.png", PNG).await.ok();
    let said = json!({ "text": "Look", "attachments": [file["id"], desk.message_id()] });
    door.post(&chat.at("/messages"), &said).await.problem(422);
    assert_eq!(chat.messages().await.len(), 0);
    let many: Vec<String> = (0..11).map(|_| desk.message_id()).collect();
    door.post(&chat.at("/messages"), &json!({ "text": "", "attachments": many })).await.problem(422);
    door.post(&chat.at("/messages"), &json!({ "text": "", "attachments": [] })).await.problem(422);
    door.post(&chat.at("/messages"), &json!({ "attachments": [file["id"]] })).await.ok();
    chat.settles().await;
}

#[tokio::test]
async fn what_was_not_sent_is_removed_after_a_day() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let door = &chat.customer.door;
    let sent = chat.files_sent_by(door, "Look", &[("kept.png", PNG)]).await;
    chat.settles().await;
    let forgotten = chat.uploaded_by(door, "forgotten.png", PNG).await.ok();
    let path = |file: &Value| chat.at(&format!("/attachments/{}", file["id"].as_str().unwrap()));
    desk.passes(DAY_MS - 1_000);
    let young = chat.uploaded_by(door, "young.png", PNG).await.ok();
    door.get_bytes(&path(&forgotten)).await;
    desk.passes(1_000);
    let gone = || async { (door.get(&path(&forgotten)).await.status == 404).then_some(()) };
    until("the forgotten file is gone", gone).await.unwrap();
    door.get_bytes(&path(&young)).await;
    door.get_bytes(&path(&sent["attachments"][0])).await;
    let late = json!({ "text": "Look", "attachments": [forgotten["id"]] });
    door.post(&chat.at("/messages"), &late).await.problem(422);
}

#[tokio::test]
async fn nobody_fills_the_database_with_files() {
    let desk = Desk::open_with(|config| config.limits.dialog_attachment_bytes = 1_000).await;
    let chat = desk.customer("Ida").await.opens().await;
    let door = &chat.customer.door;
    for _ in 0..20 {
        chat.uploaded_by(door, "small", b"words").await.ok();
    }
    assert_eq!(chat.uploaded_by(door, "small", b"words").await.reason(409), "too_many_unsent");
    let ana = desk.agent("Ana").await;
    chat.uploaded_by(&ana.door, "bill", &[b'x'; 900]).await.ok();
    assert_eq!(chat.uploaded_by(&ana.door, "one too many", b"x").await.reason(409), "no_room");
    let other = desk.customer("Olav").await.opens().await;
    other.uploaded_by(&other.customer.door, "bill", &[b'x'; 900]).await.ok();
    let again = other.customer.opens().await;
    assert_eq!(again.uploaded_by(&other.customer.door, "bill", &[b'x'; 900]).await.reason(409), "no_room");
    desk.passes(25 * 3_600_000);
    again.uploaded_by(&other.customer.door, "bill", &[b'x'; 900]).await.ok();
}

#[tokio::test]
async fn a_live_connection_sends_files_too() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let file = chat.uploaded_by(&chat.customer.door, "shoe.png", PNG).await.ok();
    let mut ear = crate::desk::Ear::open(&chat.customer.door, json!({})).await;
    let id = desk.message_id();
    ear.says(&json!({ "type": "say", "dialog": chat.id, "id": id, "attachments": [file["id"]] })).await;
    let heard = ear.hears("message").await["body"].clone();
    assert_eq!((&heard["id"], &heard["attachments"]), (&json!(id), &json!([file])));
    chat.settles().await;
    let other = desk.message_id();
    ear.says(&json!({ "type": "say", "dialog": chat.id, "id": other, "attachments": [file["id"]] })).await;
    let refused = ear.hears("refused").await;
    assert_eq!((&refused["id"], &refused["problem"]["status"]), (&json!(other), &json!(422)));
}
