//! Many at once: nobody is lost, nobody has too much, and the work is shared out evenly.

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::desk::{Agent, Chat, Desk, Reply};

const AGENTS: usize = 20;
const CAPACITY: usize = 6;
const AT_ONCE: usize = 100;
const BEYOND: usize = 30;
/// Each asks so many times at once whether they get it.
const CLAIMS_EACH: usize = 50;

async fn team(desk: &Desk) -> Vec<Agent> {
    let mut team = Vec::new();
    for number in 0..AGENTS {
        team.push(desk.agent(&format!("Agent{number}")).await.online().await);
    }
    team
}

async fn opened(desk: &Desk, count: usize) -> Vec<Chat> {
    let mut chats = Vec::new();
    for number in 0..count {
        chats.push(desk.customer(&format!("Customer{number}")).await.opens().await);
    }
    chats
}

async fn loads(desk: &Desk) -> Vec<u64> {
    let agents = desk.admin.get(&desk.at("/agents?limit=100")).await.ok();
    agents["items"].as_array().unwrap().iter().map(|agent| agent["load"].as_u64().unwrap()).collect()
}

/// 1 when all have the same, 1/n when one has all (Jain, Chiu and Hawe, 1984).
fn fairness(loads: &[u64]) -> f64 {
    let sum: f64 = loads.iter().map(|&load| load as f64).sum();
    let squares: f64 = loads.iter().map(|&load| (load * load) as f64).sum();
    sum * sum / (loads.len() as f64 * squares)
}

#[tokio::test]
async fn of_a_thousand_claims_at_once_exactly_one_agent_wins() {
    let desk = Desk::open().await;
    desk.hands_over_to(&[], json!({ "notify_assigned": true })).await;
    let chat = desk.customer("Ida").await.asks("Can my yak fly?").await;
    let team = team(&desk).await;
    let claims = team.iter().flat_map(|agent| (0..CLAIMS_EACH).map(|_| agent.claims(&chat)));
    let replies: Vec<Reply> = join_all(claims).await;
    assert_eq!(replies.len(), 1_000);
    let holder = chat.holder().await.unwrap();
    let mut won = 0;
    for reply in replies {
        match reply.status {
            200 => {
                assert_eq!(reply.body["control"]["agent"]["full_name"], holder.as_str());
                won += 1;
            }
            _ => assert_eq!(reply.problem(409)["holder"]["full_name"], holder.as_str()),
        }
    }
    assert_eq!(won, CLAIMS_EACH, "the winner was told so each time, nobody else ever");
    let joined = format!("{holder} has joined the chat.");
    assert_eq!(chat.heard_by_customer().await.into_iter().filter(|text| *text == joined).count(), 1);
}

#[tokio::test]
async fn a_hundred_handovers_at_once_are_shared_out_evenly_and_the_rest_waits_in_order() {
    let desk = Desk::open().await;
    let team = team(&desk).await;
    desk.hands_over_to(&team.iter().collect::<Vec<_>>(), json!({})).await;
    let chats = opened(&desk, AT_ONCE + BEYOND).await;
    for reply in join_all(chats[..AT_ONCE].iter().map(Chat::wants_a_person)).await {
        assert_eq!(reply.ok()["control"]["phase"], "agent");
    }
    let shared = loads(&desk).await;
    assert_eq!(shared.iter().sum::<u64>(), AT_ONCE as u64, "none is lost: {shared:?}");
    assert!(fairness(&shared) >= 0.95, "{shared:?}");
    join_all(chats[AT_ONCE..].iter().map(Chat::wants_a_person)).await;
    let full = loads(&desk).await;
    assert!(full.iter().all(|&load| load == CAPACITY as u64), "nobody has more than they may: {full:?}");
    let mut waiting: Vec<Value> = Vec::new();
    for chat in &chats {
        waiting.extend(Some(chat.control().await).filter(|control| control["phase"] == "waiting"));
    }
    waiting.sort_by_key(|control| control["since"].as_i64().zip(control["handover"].as_str().map(String::from)));
    let positions: Vec<u64> = waiting.iter().map(|control| control["position"].as_u64().unwrap()).collect();
    let in_order: Vec<u64> = (1..=(AT_ONCE + BEYOND - AGENTS * CAPACITY) as u64).collect();
    assert_eq!(positions, in_order);
}
