//! What comes of a file: the AI Agent reads none, people read their names everywhere.

use serde_json::json;

use super::PNG;
use crate::desk::{AI_AGENT, Desk, PostOffice};

#[tokio::test]
async fn files_without_words_are_a_question_that_is_not_known() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let chat = desk.customer("Ida").await.opens().await;
    chat.files_sent_by(&chat.customer.door, "", &[("shoe.png", PNG)]).await;
    chat.settles().await;
    assert_eq!(chat.last().await["ai"]["kind"], "dont_know");
    let unanswered = desk.admin.get(&desk.at("/unanswered")).await.ok();
    assert_eq!(unanswered["items"], json!([]), "there is no question to teach it");
    chat.asks("Do you repair tents?").await;
    assert_eq!(chat.last().await["ai"]["kind"], "answer", "the file does not get in the way of what is asked next");
}

#[tokio::test]
async fn the_packet_names_the_files() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = desk.customer("Ida").await.opens().await;
    chat.files_sent_by(&chat.customer.door, " ", &[("shoe.png", PNG), ("bill.pdf", b"%PDF-1.7")]).await;
    chat.settles().await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
    let packet = chat.handovers(&ana.door).await[0]["packet"].clone();
    assert_eq!(packet["question"], "📎 shoe.png, bill.pdf");
    assert_eq!(packet["summary"], "Ida wrote one message: “📎 shoe.png, bill.pdf”");
    assert!(packet["why"].as_str().unwrap().contains("cannot read files"), "{packet}");
}

#[tokio::test]
async fn files_beside_words_leave_the_words_to_be_answered() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = desk.customer("Ida").await.opens().await;
    let door = &chat.customer.door;
    chat.files_sent_by(door, "Do you repair tents?", &[("tent.png", PNG)]).await;
    chat.settles().await;
    let answer = chat.last().await;
    assert_eq!((&answer["ai"]["kind"], &answer["sender"]["full_name"]), (&json!("answer"), &json!(AI_AGENT)));
    chat.files_sent_by(door, "Can my yak fly?", &[("yak.png", PNG)]).await;
    chat.settles().await;
    let packet = chat.handovers(&ana.door).await[0]["packet"].clone();
    assert_eq!(packet["question"], "Can my yak fly?");
    assert!(packet["summary"].as_str().unwrap().contains("last “Can my yak fly? 📎 yak.png”"), "{packet}");
}

#[tokio::test]
async fn whoever_presses_the_button_after_a_file_is_asked_nothing_more() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({ "on_unknown": false })).await;
    let chat = desk.customer("Ida").await.opens().await;
    chat.files_sent_by(&chat.customer.door, "", &[("shoe.png", PNG)]).await;
    chat.settles().await;
    chat.wants_a_person().await.ok();
    let handover = chat.handovers(&desk.admin).await[0].clone();
    assert_eq!(
        (&handover["reason"], &handover["packet"]["question"]),
        (&json!("asked_for_human"), &json!("📎 shoe.png"))
    );
}

#[tokio::test]
async fn an_agents_file_is_told_in_mails_and_in_what_was_before() {
    let post = PostOffice::open().await;
    let url = post.url();
    let desk = Desk::open_with(|config| {
        config.notify.smtp_url = url;
        config.notify.mail_from = "Shop <shop@shop.example>".into();
    })
    .await;
    let ana = desk.agent("Ana").await;
    let ida = desk.customer("Ida").await;
    let chat = ida.opens().await;
    ida.door.put(&chat.at("/contact"), &json!({ "email": "ida@home.example" })).await.ok();
    ana.claims(&chat).await.ok();
    chat.files_sent_by(&ana.door, "", &[("bill.pdf", b"%PDF-1.7")]).await;
    chat.files_sent_by(&ana.door, "And the shoe:", &[("shoe.png", PNG)]).await;
    desk.passes(120_000);
    let mail = post.until_mail(1).await[0].text();
    assert_eq!(mail, "Ana:\n📎 bill.pdf\n\nAna:\nAnd the shoe:\n📎 shoe.png");
    let next = ida.opens().await;
    ana.claims(&next).await.ok();
    let packet = next.handovers(&ana.door).await[0]["packet"].clone();
    assert_eq!(packet["earlier"][0]["last_text"], "And the shoe:\n📎 shoe.png");
}
