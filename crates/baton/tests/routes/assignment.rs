//! What waits is assigned in the event that makes it possible, the oldest first.

use serde_json::json;

use crate::desk::{Agent, Chat, Desk, until};

const QUESTION: &str = "Can my yak fly?";

async fn waits(desk: &Desk, name: &str) -> Chat {
    let chat = desk.customer(name).await.asks(QUESTION).await;
    assert_eq!(chat.phase().await, "waiting", "{name}");
    chat
}

async fn may_have(desk: &Desk, agent: &Agent, capacity: i64) {
    desk.admin.patch(&desk.at(&format!("/agents/{}", agent.id)), &json!({ "capacity": capacity })).await.ok();
}

async fn holders(chats: [&Chat; 2]) -> [Option<String>; 2] {
    [chats[0].holder().await, chats[1].holder().await]
}

#[tokio::test]
async fn an_agent_who_comes_online_gets_the_oldest() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    may_have(&desk, &ana, 1).await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let (first, second) = (waits(&desk, "Ida").await, waits(&desk, "Olav").await);
    let _ana = ana.online().await;
    assert_eq!(holders([&first, &second]).await, [Some("Ana".into()), None]);
    assert_eq!(second.control().await["position"], 1);
}

#[tokio::test]
async fn an_agent_who_is_away_gets_nothing_until_they_are_back() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    ana.away(true).await;
    let ana = ana.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = waits(&desk, "Ida").await;
    ana.away(false).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
}

#[tokio::test]
async fn an_agent_who_has_time_again_gets_the_next() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    may_have(&desk, &ana, 1).await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let held = desk.customer("Eva").await.asks(QUESTION).await;
    let (first, second) = (waits(&desk, "Ida").await, waits(&desk, "Olav").await);
    ana.resolves(&held).await.ok();
    assert_eq!(holders([&first, &second]).await, [Some("Ana".into()), None]);
    ana.returns(&first).await.ok();
    assert_eq!(holders([&first, &second]).await, [None, Some("Ana".into())]);
}

#[tokio::test]
async fn an_agent_who_may_have_more_gets_more() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    may_have(&desk, &ana, 0).await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let (first, second) = (waits(&desk, "Ida").await, waits(&desk, "Olav").await);
    may_have(&desk, &ana, 1).await;
    assert_eq!(holders([&first, &second]).await, [Some("Ana".into()), None]);
}

#[tokio::test]
async fn a_pool_that_is_saved_with_a_new_agent_assigns() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[], json!({})).await;
    let chat = waits(&desk, "Ida").await;
    desk.hands_over_to(&[&ana], json!({})).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
}

#[tokio::test]
async fn a_policy_that_is_saved_with_offline_agents_assigns() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = waits(&desk, "Ida").await;
    desk.hands_over_to(&[&ana], json!({ "assign_to": "online_and_offline" })).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
}

#[tokio::test]
async fn an_agent_who_is_enabled_again_gets_what_waits() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    let path = desk.at(&format!("/agents/{}", ana.id));
    desk.admin.patch(&path, &json!({ "disabled": true })).await.ok();
    desk.hands_over_to(&[&ana], json!({ "assign_to": "online_and_offline" })).await;
    let chat = waits(&desk, "Ida").await;
    desk.admin.patch(&path, &json!({ "disabled": false })).await.ok();
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
}

#[tokio::test]
async fn agents_outside_the_pool_get_nothing() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    desk.hands_over_to(&[&ana], json!({})).await;
    let chat = waits(&desk, "Ida").await;
    let _ben = desk.agent("Ben").await.online().await;
    assert_eq!(chat.phase().await, "waiting");
}

#[tokio::test]
async fn work_is_spread_over_those_who_are_online() {
    let desk = Desk::open().await;
    let (ana, ben) = (desk.agent("Ana").await.online().await, desk.agent("Ben").await.online().await);
    desk.hands_over_to(&[&ana, &ben], json!({})).await;
    let mut holders = Vec::new();
    for name in ["Ida", "Olav", "Eva", "Per"] {
        holders.push(desk.customer(name).await.asks(QUESTION).await.holder().await.unwrap());
    }
    holders.sort();
    assert_eq!(holders, ["Ana", "Ana", "Ben", "Ben"]);
}

#[tokio::test]
async fn a_lost_connection_counts_as_online_for_a_while() {
    let desk = Desk::open().await;
    let mut ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    ana.goes_offline();
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
    let path = desk.at("/agents?q=Ana");
    let gone = until("Ana is offline", || async {
        desk.passes(31_000);
        let agents = desk.admin.get(&path).await.ok();
        (agents["items"][0]["online"] == false).then_some(())
    });
    gone.await.unwrap();
    waits(&desk, "Olav").await;
}

#[tokio::test]
async fn the_queue_is_listed_oldest_first_and_counted() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({})).await;
    let ana = desk.agent("Ana").await;
    for name in ["Ida", "Olav", "Eva"] {
        waits(&desk, name).await;
        desk.passes(1_000);
    }
    let mut names = Vec::new();
    let mut after = String::new();
    loop {
        let page = ana.door.get(&desk.at(&format!("/dialogs?list=queue&limit=2{after}"))).await.ok();
        names.extend(page["items"].as_array().unwrap().iter().map(|dialog| dialog["customer"]["full_name"].clone()));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(names, ["Ida", "Olav", "Eva"]);
    assert_eq!(
        ana.door.get(&desk.at("/dialogs/counts")).await.ok(),
        json!({ "queue": 3, "mine": 0, "all": 3, "assistant": 0, "resolved": 0, "snoozed": 0 })
    );
}
