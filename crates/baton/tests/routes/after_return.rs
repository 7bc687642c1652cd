//! After a person gave the conversation back, the AI Agent knows what only they said.

use serde_json::json;

use crate::desk::{Agent, Chat, Desk};

const QUESTION: &str = "Can my yak fly?";

/// Ana has answered Ida, and given the conversation back.
async fn returned(desk: &Desk, said: &[&str]) -> (Chat, Agent) {
    desk.knows_the_shop().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    for text in said {
        ana.says(&chat, text).await.ok();
    }
    ana.returns(&chat).await.ok();
    (chat, ana)
}

#[tokio::test]
async fn what_only_a_person_said_answers_the_next_question() {
    let desk = Desk::open().await;
    let (chat, ana) = returned(&desk, &["Hello Ida!", "Yaks fly on Tuesdays, from the pier."]).await;
    chat.asks("On which day can a yak fly?").await;
    let said = chat.last().await;
    assert_eq!(said["ai"]["kind"], "answer", "{said}");
    assert!(said["text"].as_str().unwrap().contains("Yaks fly on Tuesdays"), "{said}");
    assert_eq!(said["ai"]["sources"][0]["title"], "Ana");
    let other = desk.customer("Kai").await.asks(QUESTION).await;
    assert_eq!(other.handovers(&ana.door).await.len(), 1, "what was told to Ida is not told to others");
}

#[tokio::test]
async fn the_old_question_is_answered_and_calls_nobody_again() {
    let desk = Desk::open().await;
    let (chat, ana) = returned(&desk, &["Yaks fly on Tuesdays."]).await;
    chat.asks(QUESTION).await;
    assert_eq!(chat.last().await["text"], "Yaks fly on Tuesdays.");
    assert_eq!(chat.phase().await, "assistant");
    assert_eq!(chat.handovers(&ana.door).await.len(), 1);
}

#[tokio::test]
async fn what_somebody_would_do_themselves_is_no_fact() {
    let desk = Desk::open().await;
    let (chat, ana) = returned(&desk, &["Thank you!", "I will ask a colleague and call you back."]).await;
    chat.asks(QUESTION).await;
    assert_eq!(chat.last().await["ai"]["kind"], "dont_know");
    assert_eq!(chat.handovers(&ana.door).await.len(), 1, "and nothing new calls a person");
}

#[tokio::test]
async fn what_the_knowledge_says_too_is_said_with_its_words() {
    let desk = Desk::open().await;
    let (chat, ana) = returned(&desk, &["Not that I know."]).await;
    ana.claims(&chat).await.ok();
    chat.says("Do you repair tents?").await;
    ana.says(&chat, "Yes, you can.").await.ok();
    ana.returns(&chat).await.ok();
    chat.asks("Do you repair tents?").await;
    assert_eq!(chat.last().await["text"], "Yes, our workshop repairs tents and zips all year.");
}
