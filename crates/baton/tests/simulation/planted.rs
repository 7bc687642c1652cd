//! Do the nevers see? Each test plants what must never be, past the program.

use crate::{
    nevers::Nevers,
    steps::{self, Did},
    world::World,
};

const STEPS: usize = 80;

/// A world in which somebody waits, then this is done to it.
async fn planted(sql: &str) {
    let mut world = World::open(7).await;
    let mut nevers = Nevers::begin(&world).await;
    for _ in 0..STEPS {
        let did = steps::step(&mut world).await;
        nevers.look(&world, &did).await;
    }
    world.database.run(sql).await;
    nevers.look(&world, &Did { what: "a fault is planted".into(), wished: None }).await;
}

#[tokio::test]
#[should_panic(expected = "never 2")]
async fn an_answer_while_an_agent_has_control_is_seen() {
    planted(
        "INSERT INTO events (seq, app, dialog, audience, kind, at, body)
        SELECT (SELECT MAX(seq) FROM events) + n.n, d.app, d.id, 'room', n.kind, 0, n.body FROM (SELECT * FROM dialogs LIMIT 1) d,
          (SELECT 1 AS n, 'control' AS kind, '{\"control\":{\"phase\":\"agent\"}}' AS body UNION ALL
           SELECT 2, 'message', '{\"sender\":{\"kind\":\"assistant\"},\"ai\":{\"kind\":\"answer\"}}') n ORDER BY 1",
    )
    .await;
}

#[tokio::test]
#[should_panic(expected = "never 1: two answers")]
async fn two_answers_to_one_question_are_seen() {
    planted(
        "INSERT INTO events (seq, app, dialog, audience, kind, at, body)
        SELECT (SELECT MAX(seq) FROM events) + n.n, d.app, d.id, 'room', n.kind, 0, n.body FROM (SELECT * FROM dialogs LIMIT 1) d,
          (SELECT 1 AS n, 'control' AS kind, '{\"control\":{\"phase\":\"assistant\"}}' AS body UNION ALL
           SELECT 2, 'message', '{\"sender\":{\"kind\":\"customer\"}}' UNION ALL
           SELECT 3, 'message', '{\"sender\":{\"kind\":\"assistant\"},\"ai\":{\"kind\":\"answer\"}}' UNION ALL
           SELECT 4, 'message', '{\"sender\":{\"kind\":\"assistant\"},\"ai\":{\"kind\":\"answer\"}}') n ORDER BY 1",
    )
    .await;
}

#[tokio::test]
#[should_panic(expected = "never 4: nothing followed")]
async fn a_person_who_is_announced_and_does_not_come_is_seen() {
    planted(
        "INSERT INTO events (seq, app, dialog, audience, kind, at, body)
        SELECT (SELECT MAX(seq) FROM events) + 1, app, id, 'room', 'message', 0,
          '{\"sender\":{\"kind\":\"assistant\"},\"text\":\"Ana has joined the chat.\",\"ai\":{\"kind\":\"assigned\"}}'
        FROM dialogs LIMIT 1",
    )
    .await;
}

#[tokio::test]
#[should_panic(expected = "never 8")]
async fn a_lost_job_is_seen() {
    planted(
        "DELETE FROM outbox;
        UPDATE dialogs SET phase = 'assistant', handover = NULL, agent = NULL, since = NULL, deadline = 5, offered_to = NULL;
        UPDATE handovers SET state = 'ended', outcome = 'solved', ended_at = 5",
    )
    .await;
}

#[tokio::test]
#[should_panic(expected = "never 7")]
async fn a_lost_message_is_seen() {
    planted("DELETE FROM messages WHERE seq = (SELECT MAX(m.seq) FROM messages m WHERE m.ai IS NULL)").await;
}

#[tokio::test]
#[should_panic(expected = "waits for ever")]
async fn a_handover_without_a_deadline_is_seen() {
    planted("UPDATE dialogs SET deadline = NULL").await;
}

#[tokio::test]
#[should_panic(expected = "waits beside")]
async fn somebody_who_waits_beside_a_free_agent_is_seen() {
    planted(
        "UPDATE users SET capacity = 9, disabled = FALSE, away = FALSE WHERE kind = 'agent';
        UPDATE handovers SET state = 'waiting', agent = NULL WHERE state = 'agent';
        UPDATE dialogs SET phase = 'waiting', agent = NULL WHERE phase = 'agent';
        UPDATE dialogs SET offered_to = NULL;
        DELETE FROM passes;
        INSERT INTO presence (connection, user_id, app, lease_until) SELECT id, id, app, 9000000000000 FROM users WHERE kind = 'agent'",
    )
    .await;
}

#[tokio::test]
#[should_panic(expected = "is in nobody's pool")]
async fn an_assignment_outside_the_pool_is_seen() {
    planted(
        "UPDATE handovers SET agent = (SELECT id FROM users WHERE full_name = 'Cleo') WHERE state = 'agent';
        UPDATE dialogs SET agent = (SELECT id FROM users WHERE full_name = 'Cleo') WHERE phase = 'agent'",
    )
    .await;
}
