//! While a model writes, the customer reads each statement that was checked; never one that was not, and never one
//! after somebody else has the word.

use serde_json::{Value, json};

use crate::desk::{Chat, Desk, Ear};

const QUESTION: &str = "Do you repair tents?";
const FIRST: &str = "Our workshop repairs tents.";
const SECOND: &str = "Our workshop repairs zips all year.";

async fn writing_desk() -> Desk {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.uses_model().await;
    desk.model.streams();
    desk
}

async fn opened(desk: &Desk) -> (Chat, Ear) {
    let chat = desk.customer("Ida").await.opens().await;
    let ear = Ear::open(&chat.customer.door, json!({})).await;
    (chat, ear)
}

#[tokio::test]
async fn statements_are_read_before_the_message_is_there() {
    let desk = writing_desk().await;
    let (chat, mut ear) = opened(&desk).await;
    chat.says(QUESTION).await;
    let mut pen = desk.model.pen().await;
    pen.states(FIRST);
    let first = ear.hears("answering").await;
    assert_eq!((&first["dialog"], &first["text"], &first["place"]), (&json!(chat.id), &json!(FIRST), &json!(0)));
    assert_eq!(first["source"]["title"], QUESTION);
    assert!(first["turn"].is_i64() && first["seq"].is_null(), "{first}");
    assert_eq!(chat.heard_by_customer().await, [] as [&str; 0]);
    pen.states(SECOND);
    let second = ear.hears("answering").await;
    assert_eq!((&second["text"], &second["place"], &second["turn"]), (&json!(SECOND), &json!(1), &first["turn"]));
    pen.ends();
    chat.settles().await;
    let said = chat.last().await;
    assert_eq!(said["text"], format!("{FIRST} {SECOND}"));
    let statements = said["ai"]["statements"].as_array().unwrap();
    assert_eq!(statements.iter().map(|one| &one["text"]).collect::<Vec<_>>(), [FIRST, SECOND]);
    assert!(statements.iter().all(|one| one["source"]["title"] == QUESTION && one["translated"] == false), "{said}");
    let mut rest = ear.up_to_message(&format!("{FIRST} {SECOND}")).await;
    rest.extend(ear.everything().await);
    assert!(rest.iter().all(|frame| frame["kind"] != "answering"), "nothing is withdrawn: {rest:?}");
}

#[tokio::test]
async fn what_is_not_borne_out_is_never_read() {
    let desk = writing_desk().await;
    let (chat, mut ear) = opened(&desk).await;
    chat.says(QUESTION).await;
    let mut pen = desk.model.pen().await;
    pen.states("Repairs are free.");
    pen.put_down().await;
    chat.settles().await;
    assert_eq!(chat.last().await["ai"]["kind"], "dont_know");
    assert!(!ear.kinds().await.contains(&"answering".to_owned()));
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_withdrawn() {
    let desk = writing_desk().await;
    desk.hands_over_to(&[], json!({})).await;
    let (chat, mut ear) = opened(&desk).await;
    chat.says(QUESTION).await;
    let mut pen = desk.model.pen().await;
    pen.states(FIRST);
    let shown = ear.hears("answering").await;
    drop(pen);
    let withdrawn = ear.hears("answering").await;
    assert_eq!((&withdrawn["text"], &withdrawn["turn"]), (&Value::Null, &shown["turn"]));
    chat.settles().await;
    assert_eq!(chat.phase().await, "waiting");
    assert_eq!(chat.handovers(&desk.admin).await[0]["reason"], "model_error");
    assert!(!chat.heard_by_customer().await.contains(&FIRST.to_owned()));
}

#[tokio::test]
async fn nothing_is_written_on_after_an_agent_took_over() {
    let desk = writing_desk().await;
    let ana = desk.agent("Ana").await;
    let (chat, mut ear) = opened(&desk).await;
    chat.says(QUESTION).await;
    let mut pen = desk.model.pen().await;
    pen.states(FIRST);
    ear.hears("answering").await;
    ana.claims(&chat).await.ok();
    pen.states(SECOND);
    pen.put_down().await;
    ana.says(&chat, "Hello, I am Ana.").await.ok();
    let heard = ear.up_to_message("Hello, I am Ana.").await;
    let claimed = heard.iter().position(|frame| frame["kind"] == "control").unwrap();
    assert!(heard[claimed..].iter().all(|frame| frame["kind"] != "answering"), "{heard:?}");
    assert_eq!(chat.heard_by_customer().await, ["Hello, I am Ana."]);
}

#[tokio::test]
async fn what_is_asked_on_begins_a_new_answer() {
    let desk = writing_desk().await;
    let (chat, mut ear) = opened(&desk).await;
    chat.says(QUESTION).await;
    let mut pen = desk.model.pen().await;
    pen.states(FIRST);
    let before = ear.hears("answering").await;
    chat.says("And zips all year?").await;
    pen.put_down().await;
    let mut pen = desk.model.pen().await;
    pen.states(FIRST);
    let mut now = ear.hears("answering").await;
    if now["text"].is_null() {
        now = ear.hears("answering").await;
    }
    assert!(now["turn"].as_i64() > before["turn"].as_i64() && now["place"] == 0, "{now}");
    pen.ends();
    chat.settles().await;
    assert_eq!(chat.heard_by_customer().await, [FIRST]);
}

#[tokio::test]
async fn strangers_read_nothing_and_whoever_watches_reads_along() {
    let desk = writing_desk().await;
    let (chat, mut ear) = opened(&desk).await;
    let (_, mut stranger) = opened(&desk).await;
    let mut watching = Ear::open(&desk.admin, json!({ "app": desk.app, "watch": [chat.id] })).await;
    chat.says(QUESTION).await;
    let mut pen = desk.model.pen().await;
    pen.states(FIRST);
    assert_eq!(watching.hears("answering").await["text"], FIRST);
    assert_eq!(ear.hears("answering").await["text"], FIRST);
    pen.ends();
    chat.settles().await;
    assert!(!stranger.kinds().await.contains(&"answering".to_owned()));
}
