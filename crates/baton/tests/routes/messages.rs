//! Messages: stored once, with their custom fields, read in pages, marked as read.

use serde_json::{Value, json};

use crate::desk::Desk;

#[tokio::test]
async fn the_same_id_twice_is_stored_once() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let message = json!({ "id": desk.message_id(), "text": "Hello" });
    let door = &chat.customer.door;
    let first = door.post(&chat.at("/messages"), &message).await;
    assert_eq!(first.status, 201);
    chat.settles().await;
    let changed = json!({ "id": message["id"], "text": "Something else" });
    let second = door.post(&chat.at("/messages"), &changed).await;
    assert_eq!((second.status, &second.body), (200, &first.body));
    chat.settles().await;
    assert_eq!(chat.messages().await.len(), 2, "the message and one answer to it");
}

#[tokio::test]
async fn ten_at_once_with_one_id_are_stored_once() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let message = json!({ "id": desk.message_id(), "text": "Hello" });
    let path = chat.at("/messages");
    let sent = (0..10).map(|_| chat.customer.door.post(&path, &message));
    let mut statuses: Vec<u16> = futures_util::future::join_all(sent).await.iter().map(|reply| reply.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [[200; 9].as_slice(), &[201]].concat());
    chat.settles().await;
}

#[tokio::test]
async fn a_group_of_people_gets_by_without_an_ai_agent() {
    let desk = Desk::open().await;
    let (ida, olav) = (desk.member("Ida").await, desk.member("Olav").await);
    let dialog = ida.door.post("/dialogs", &json!({ "type": 3, "occupants": [olav.id] })).await.ok();
    let again = olav.door.post("/dialogs", &json!({ "type": 3, "occupants": [ida.id] })).await.ok();
    assert_eq!(dialog["id"], again["id"], "two people have one private dialog");
    let path = format!("/dialogs/{}/messages", dialog["id"].as_str().unwrap());
    ida.door.post(&path, &json!({ "text": "Hi Olav" })).await.ok();
    assert_eq!(olav.door.get(&path).await.ok()["items"][0]["text"], "Hi Olav");
}

#[tokio::test]
async fn custom_fields_come_back_as_they_were() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let custom = json!({ "order": "A-17", "deep": { "list": [1, 2.5, null, "ø😀"] } });
    let message = json!({ "text": "", "custom": custom });
    let sent = chat.customer.door.post(&chat.at("/messages"), &message).await.ok();
    assert_eq!((&sent["custom"], &chat.messages().await[0]["custom"]), (&custom, &custom));
    chat.settles().await;
}

#[tokio::test]
async fn text_comes_back_to_the_letter() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let text = "  <b>Hei</b> på deg 👩‍👩‍👧\n\t\"quoted\" \\ 'single'; DROP TABLE messages; --\u{202e} ";
    chat.asks(text).await;
    assert_eq!(chat.messages().await[0]["text"], text);
}

#[tokio::test]
async fn messages_are_read_in_pages_in_both_directions() {
    let desk = Desk::open().await;
    let (ida, olav) = (desk.member("Ida").await, desk.member("Olav").await);
    let dialog = ida.door.post("/dialogs", &json!({ "occupants": [olav.id] })).await.ok();
    let path = format!("/dialogs/{}/messages", dialog["id"].as_str().unwrap());
    for number in 1..=5 {
        ida.door.post(&path, &json!({ "text": number.to_string() })).await.ok();
    }
    let page = async |query: String| {
        let page = olav.door.get(&format!("{path}?limit=2{query}")).await.ok();
        let texts: Vec<String> =
            page["items"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect();
        (texts.join(" "), page["more"].as_bool().unwrap(), page)
    };
    let (texts, more, newest) = page(String::new()).await;
    assert_eq!((texts.as_str(), more), ("4 5", true));
    let (texts, more, middle) = page(format!("&before={}", newest["items"][0]["seq"])).await;
    assert_eq!((texts.as_str(), more), ("2 3", true));
    let (texts, more, first) = page(format!("&before={}", middle["items"][0]["seq"])).await;
    assert_eq!((texts.as_str(), more), ("1", false));
    let (texts, more, _) = page(format!("&after={}", first["items"][0]["seq"])).await;
    assert_eq!((texts.as_str(), more), ("2 3", true));
    let (texts, more, _) = page(format!("&after={}", newest["items"][1]["seq"])).await;
    assert_eq!((texts.as_str(), more), ("", false));
}

#[tokio::test]
async fn marks_only_go_forward_and_not_past_the_end() {
    let desk = Desk::open().await;
    let (ida, olav) = (desk.member("Ida").await, desk.member("Olav").await);
    let dialog = ida.door.post("/dialogs", &json!({ "occupants": [olav.id] })).await.ok();
    let path = format!("/dialogs/{}", dialog["id"].as_str().unwrap());
    let mut seqs = Vec::new();
    for text in ["one", "two", "three"] {
        seqs.push(ida.door.post(&format!("{path}/messages"), &json!({ "text": text })).await.ok()["seq"].clone());
    }
    let unread = async || olav.door.get(&path).await.ok()["unread"].clone();
    let mark = async |marks: Value| olav.door.put(&format!("{path}/marks"), &marks).await.ok();
    assert_eq!(unread().await, 3);
    mark(json!({ "delivered_seq": seqs[2], "read_seq": seqs[1] })).await;
    assert_eq!(unread().await, 1);
    mark(json!({ "read_seq": seqs[0] })).await;
    assert_eq!(unread().await, 1);
    mark(json!({ "read_seq": 999_999_999 })).await;
    assert_eq!(unread().await, 0);
    ida.door.post(&format!("{path}/messages"), &json!({ "text": "four" })).await.ok();
    assert_eq!(unread().await, 1, "what comes later is not read yet");
    let seen = ida.door.get(&path).await.ok()["marks"].clone();
    let of_olav = seen.as_array().unwrap().iter().find(|mark| mark["user"] == olav.id).unwrap().clone();
    assert_eq!(of_olav["delivered_seq"], of_olav["read_seq"], "what is read was delivered: {of_olav}");
}
