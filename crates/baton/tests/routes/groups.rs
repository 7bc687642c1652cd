//! Groups with several customers: the AI Agent answers when it is meant.

use serde_json::json;

use crate::desk::{Chat, Customer, Desk};

const QUESTION: &str = "Do you repair tents?";
const ANSWER: &str = "Yes, our workshop repairs tents and zips all year.";

async fn group(desk: &Desk) -> (Chat, Customer) {
    desk.knows_the_shop().await;
    let (ida, olav) = (desk.member("Ida").await, desk.member("Olav").await);
    let new = json!({ "assistant": desk.assistant, "occupants": [olav.id] });
    let dialog = ida.door.post("/dialogs", &new).await.ok();
    (Chat::new(ida, dialog["id"].as_str().unwrap()), olav)
}

async fn answers(chat: &Chat) -> usize {
    chat.messages().await.iter().filter(|message| message["ai"]["kind"] == "answer").count()
}

#[tokio::test]
async fn with_several_customers_it_answers_only_when_it_is_meant() {
    let desk = Desk::open().await;
    let (chat, olav) = group(&desk).await;
    chat.asks(QUESTION).await;
    assert_eq!(answers(&chat).await, 0);
    chat.asks(&format!("/fjell {QUESTION}")).await;
    assert_eq!(answers(&chat).await, 1);
    assert_eq!(chat.last().await["text"], ANSWER);
    chat.written_by(&olav.door, &format!("@Fjell {QUESTION}")).await.ok();
    chat.settles().await;
    assert_eq!(answers(&chat).await, 2);
}

#[tokio::test]
async fn set_to_always_it_answers_everything() {
    let desk = Desk::open().await;
    desk.set(json!({ "when_to_answer": "always" })).await;
    let (chat, _olav) = group(&desk).await;
    chat.asks(QUESTION).await;
    assert_eq!(answers(&chat).await, 1);
}

#[tokio::test]
async fn set_to_command_it_answers_nothing_else() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.set(json!({ "when_to_answer": "command", "command": "help" })).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(answers(&chat).await, 0);
    chat.asks(&format!("/HELP {QUESTION}")).await;
    assert_eq!(chat.last().await["text"], ANSWER);
}

#[tokio::test]
async fn public_groups_are_open_to_everybody_of_the_app() {
    let desk = Desk::open().await;
    let (ida, olav) = (desk.member("Ida").await, desk.member("Olav").await);
    let dialog = ida.door.post("/dialogs", &json!({ "type": 1, "name": "Skiing" })).await.ok();
    let chat = Chat::new(ida, dialog["id"].as_str().unwrap());
    assert_eq!(olav.door.get(&chat.at("")).await.ok()["name"], "Skiing");
    chat.written_by(&olav.door, "Snow?").await.ok();
    assert_eq!(chat.heard_by_customer().await, ["Snow?"]);
    assert_eq!(chat.dialog().await["occupants"].as_array().unwrap().len(), 2);
}
