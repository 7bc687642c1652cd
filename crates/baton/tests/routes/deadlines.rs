//! Every state that waits has a deadline, after which something happens by itself.

use serde_json::json;

use crate::desk::{Agent, Chat, Desk, until};

const QUESTION: &str = "Can my yak fly?";
const HOUR_MS: i64 = 3_600_000;

async fn comes_to(chat: &Chat, phase: &str) {
    let there = || async { (chat.phase().await == phase).then_some(()) };
    until(&format!("the phase is {phase}"), there).await.unwrap();
}

#[tokio::test]
async fn a_question_that_is_not_answered_in_time_is_handed_over() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.uses_model_within(120_000).await;
    desk.hands_over_to(&[], json!({})).await;
    desk.model.thinks();
    let chat = desk.customer("Ida").await.opens().await;
    chat.says("Do you repair tents?").await;
    desk.model.is_asked(1).await;
    desk.passes(91_000);
    comes_to(&chat, "waiting").await;
    assert_eq!(chat.handovers(&desk.admin).await[0]["reason"], "model_error");
    let heard = chat.heard_by_customer().await;
    desk.model.answers("Yes, we do.").await;
    let mut ear = desk.agent("Ana").await.listens().await;
    ear.everything().await;
    assert_eq!(chat.heard_by_customer().await, heard);
}

#[tokio::test]
async fn who_waits_too_long_becomes_more_urgent() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({})).await;
    let patient = desk.customer("Ida").await.asks(QUESTION).await;
    desk.passes(HOUR_MS);
    let escalated = || async { (patient.handovers(&desk.admin).await[0]["priority"] == 1).then_some(()) };
    until("the handover is escalated", escalated).await.unwrap();
    assert_eq!(patient.phase().await, "waiting");
    desk.passes(HOUR_MS);
    let again = || async { (patient.handovers(&desk.admin).await[0]["priority"] == 2).then_some(()) };
    until("the handover is escalated again", again).await.unwrap();
}

/// Before an agent counts as silent they are warned; a quarter of an hour before a day is over.
const WARNED_MS: i64 = 24 * HOUR_MS - 900_000;

#[tokio::test]
async fn an_agent_who_is_silent_too_long_is_warned_and_then_loses_it() {
    let desk = Desk::open_with(|config| config.patience.heartbeat_ms = 1_000 * HOUR_MS).await;
    let (ana, ben) = (desk.agent("Ana").await.online().await, desk.agent("Ben").await);
    desk.hands_over_to(&[&ana, &ben], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
    is_warned(&desk, &ana, WARNED_MS).await;
    desk.passes(900_000);
    comes_to(&chat, "waiting").await;
    let _ben = ben.online().await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ben"));
}

#[tokio::test]
async fn writing_again_gives_the_agent_no_more_time() {
    let desk = Desk::open_with(|config| config.patience.heartbeat_ms = 1_000 * HOUR_MS).await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    desk.passes(23 * HOUR_MS);
    chat.says("Hello?").await;
    is_warned(&desk, &ana, WARNED_MS - 23 * HOUR_MS).await;
    desk.passes(900_000);
    comes_to(&chat, "waiting").await;
}

#[tokio::test]
async fn from_an_agent_who_stays_silent_it_may_go_back_to_the_ai_agent() {
    let desk = Desk::open_with(|config| config.patience.heartbeat_ms = 1_000 * HOUR_MS).await;
    let ana = desk.agent("Ana").await.online().await;
    let changes = json!({ "when_silent": "back_to_assistant", "silent_after_minutes": 8 });
    desk.hands_over_to(&[&ana], changes).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    is_warned(&desk, &ana, 6 * 60_000).await;
    desk.passes(2 * 60_000);
    comes_to(&chat, "assistant").await;
    assert_eq!(chat.last().await["ai"]["kind"], "returned");
    assert_eq!(chat.handovers(&desk.admin).await[0]["outcome"], "returned");
}

async fn is_warned(desk: &Desk, agent: &Agent, after_ms: i64) {
    let mut ear = agent.listens().await;
    desk.passes(after_ms);
    assert_eq!(ear.hears("warning").await["body"]["agent"], agent.id);
}

#[tokio::test]
async fn a_customer_who_says_no_more_is_the_ai_agents_again() {
    let desk = Desk::open_with(|config| config.patience.heartbeat_ms = 1_000 * HOUR_MS).await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    ana.says(&chat, "No, it cannot.").await.ok();
    desk.passes(72 * HOUR_MS);
    comes_to(&chat, "assistant").await;
    assert_eq!(chat.handovers(&ana.door).await[0]["outcome"], "returned");
}
