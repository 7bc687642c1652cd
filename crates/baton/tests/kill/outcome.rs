//! What must be true when all is over: each wish was met once, with exactly the texts of its outcome.

use std::time::{Duration, Instant};

use crate::{
    crowd::{Asked, Wish},
    database::Database,
    shop::{ANAS_CAPACITY, Shop},
};

/// Longer than the lease of a job that a killed program had taken.
const SETTLES_WITHIN: Duration = Duration::from_secs(40);
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Waits until the program has nothing left to do.
pub async fn settles(database: &Database) {
    const OPEN: &str = "SELECT kind, dedupe FROM outbox UNION ALL
        SELECT 'unanswered', id FROM dialogs WHERE phase = 'assistant' AND deadline IS NOT NULL";
    let begun = Instant::now();
    loop {
        let open: Vec<(String, String)> = database.rows(OPEN).await;
        if open.is_empty() {
            return;
        }
        assert!(begun.elapsed() < SETTLES_WITHIN, "this did not go on by itself: {open:?}");
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

pub async fn is_right(database: &Database, shop: &Shop, asked: &[Asked]) {
    let mut with_ana = 0;
    for asked in asked {
        let heard = heard(database, asked).await;
        let (phase, handovers) = control(database, asked).await;
        let expected: &[&str] = match (asked.wish, phase.as_str()) {
            (Wish::Known, "assistant") => &["welcome", "answer"],
            (Wish::Unknown | Wish::Person, "waiting") => &["welcome", "no_agent"],
            (Wish::Unknown | Wish::Person, "agent") => &["welcome", "handover", "assigned"],
            wrong => panic!("{wrong:?}: {heard:?}"),
        };
        assert_eq!(heard, expected, "{:?} in {}", asked.wish, asked.dialog);
        let reason = match asked.wish {
            Wish::Known => vec![],
            Wish::Unknown => vec![("unknown_answer".to_owned(), phase.clone())],
            Wish::Person => vec![("asked_for_human".to_owned(), phase.clone())],
        };
        assert_eq!(handovers, reason, "{:?} in {}", asked.wish, asked.dialog);
        with_ana += usize::from(phase == "agent");
    }
    assert_eq!(with_ana, ANAS_CAPACITY);
    every_unknown_question_is_counted_once(database, shop, asked).await;
}

/// What the AI Agent posted, in order; what the customer said must be there once, and nothing else.
async fn heard(database: &Database, asked: &Asked) -> Vec<String> {
    let sql = format!("SELECT m.id, m.text, m.ai FROM messages m WHERE m.dialog = '{}' ORDER BY m.seq", asked.dialog);
    let stored: Vec<(String, String, Option<String>)> = database.rows(&sql).await;
    let said = stored.iter().filter(|(_, _, ai)| ai.is_none()).map(|(id, text, _)| (id.clone(), text.as_str()));
    let expected = asked.message.iter().map(|(id, text)| (id.hex(), *text));
    assert_eq!(said.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "in {}", asked.dialog);
    let kind =
        |ai: &String| serde_json::from_str::<serde_json::Value>(ai).unwrap()["kind"].as_str().unwrap().to_owned();
    stored.iter().filter_map(|(_, _, ai)| ai.as_ref()).map(kind).collect()
}

/// The phase, and the reasons and states of all its handovers.
async fn control(database: &Database, asked: &Asked) -> (String, Vec<(String, String)>) {
    let id = asked.dialog;
    let phase: Vec<(String,)> = database.rows(&format!("SELECT phase FROM dialogs WHERE id = '{id}'")).await;
    let handovers = database.rows(&format!("SELECT reason, state FROM handovers WHERE dialog = '{id}'")).await;
    (phase[0].0.clone(), handovers)
}

async fn every_unknown_question_is_counted_once(database: &Database, shop: &Shop, asked: &[Asked]) {
    let unknown = asked.iter().filter(|asked| asked.wish == Wish::Unknown).count();
    let counted: Vec<(i64,)> = database.rows(&format!("SELECT times FROM unanswered WHERE app = {}", shop.app)).await;
    assert_eq!(counted, [(i64::try_from(unknown).unwrap(),)]);
}
