//! Who may upload, send and open a file. What is out of reach is not there.

use serde_json::json;

use super::PNG;
use crate::desk::{Chat, Desk};

/// The address of a file that was sent in the chat.
async fn sent(chat: &Chat) -> String {
    let message = chat.files_sent_by(&chat.customer.door, "Look", &[("shoe.png", PNG)]).await;
    chat.settles().await;
    chat.at(&format!("/attachments/{}", message["attachments"][0]["id"].as_str().unwrap()))
}

#[tokio::test]
async fn strangers_find_neither_the_dialog_nor_its_files() {
    let desk = Desk::open().await;
    let chat = desk.customer("Ida").await.opens().await;
    let path = sent(&chat).await;
    let other = desk.other_app().await;
    let new = json!({ "full_name": "Eve", "email": "eve@example.com", "password": crate::desk::PASSWORD });
    let eve = desk.admin.post(&format!("/apps/{other}/agents"), &new).await.ok()["agent"]["id"].clone();
    let eve = desk.admin.post(&format!("/apps/{other}/users/{eve}/tokens"), &json!({})).await.ok();
    let key = desk.admin.post(&format!("/apps/{other}/keys"), &json!({ "name": "spy" })).await.ok();
    let visitor = desk.nobody().post(&format!("/apps/{other}/visitors"), &json!({})).await.ok();
    let doors = [
        desk.customer("Olav").await.door,
        desk.nobody().with_token(eve["token"].as_str().unwrap()),
        desk.nobody().with_token(key["key"].as_str().unwrap()),
        desk.nobody().with_token(visitor["token"].as_str().unwrap()),
    ];
    for door in doors {
        door.get(&path).await.problem(404);
        door.get(&format!("{path}?inline=1")).await.problem(404);
        chat.uploaded_by(&door, "spy.png", PNG).await.problem(404);
    }
    desk.nobody().get(&path).await.problem(401);
    chat.uploaded_by(&desk.nobody(), "spy.png", PNG).await.problem(401);
    for door in [&chat.customer.door, &desk.agent("Ana").await.door, &desk.program().await, &desk.admin] {
        assert_eq!(door.get_bytes(&path).await.1, PNG);
    }
}

#[tokio::test]
async fn a_file_of_one_dialog_is_not_in_another() {
    let desk = Desk::open().await;
    let ida = desk.customer("Ida").await;
    let (one, other) = (ida.opens().await, ida.opens().await);
    let file = one.uploaded_by(&ida.door, "shoe.png", PNG).await.ok();
    let id = file["id"].as_str().unwrap();
    ida.door.get(&other.at(&format!("/attachments/{id}"))).await.problem(404);
    ida.door.post(&other.at("/messages"), &json!({ "text": "Look", "attachments": [id] })).await.problem(422);
    ida.door.get_bytes(&one.at(&format!("/attachments/{id}"))).await;
    assert_eq!(other.messages().await.len(), 0);
}

#[tokio::test]
async fn what_is_not_sent_yet_is_its_uploaders_alone() {
    let desk = Desk::open().await;
    let (ana, bo) = (desk.agent("Ana").await, desk.agent("Bo").await);
    let chat = desk.customer("Ida").await.opens().await;
    ana.claims(&chat).await.ok();
    let file = chat.uploaded_by(&ana.door, "bill.pdf", b"%PDF-1.7").await.ok();
    let path = chat.at(&format!("/attachments/{}", file["id"].as_str().unwrap()));
    let said = json!({ "text": "", "attachments": [file["id"]] });
    for door in [&chat.customer.door, &bo.door, &desk.program().await, &desk.admin] {
        door.get(&path).await.problem(404);
    }
    chat.customer.door.post(&chat.at("/messages"), &said).await.problem(422);
    ana.door.get_bytes(&path).await;
    ana.door.post(&chat.at("/messages"), &said).await.ok();
    assert_eq!(bo.door.get_bytes(&path).await.1, b"%PDF-1.7");
}

#[tokio::test]
async fn a_program_sends_files_in_the_ai_agents_name() {
    let desk = Desk::open().await;
    let (program, other) = (desk.program().await, desk.program().await);
    let chat = desk.customer("Ida").await.opens().await;
    let message = chat.files_sent_by(&program, "Your bill", &[("bill.pdf", b"%PDF-1.7")]).await;
    assert_eq!((&message["ai"]["kind"], &message["attachments"][0]["name"]), (&json!("external"), &json!("bill.pdf")));
    let file = message["attachments"][0]["id"].as_str().unwrap();
    let (_, content) = chat.customer.door.get_bytes(&chat.at(&format!("/attachments/{file}"))).await;
    assert_eq!(content, b"%PDF-1.7");
    // Programs of one app speak with one voice.
    let waiting = chat.uploaded_by(&program, "bill.pdf", b"%PDF-1.7").await.ok();
    other.post(&chat.at("/messages"), &json!({ "attachments": [waiting["id"]] })).await.ok();
    chat.uploaded_by(&desk.admin, "bill.pdf", b"%PDF-1.7").await.problem(403);
}

#[tokio::test]
async fn an_admin_may_keep_customers_from_sending_files() {
    let desk = Desk::open().await;
    desk.set(json!({ "widget": { "attachments": false } })).await;
    let chat = desk.customer("Ida").await.opens().await;
    chat.uploaded_by(&chat.customer.door, "shoe.png", PNG).await.problem(403);
    let ana = desk.agent("Ana").await;
    ana.claims(&chat).await.ok();
    chat.files_sent_by(&ana.door, "", &[("bill.pdf", b"%PDF-1.7")]).await;
}
