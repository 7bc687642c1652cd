//! However a model or its provider fails, the customer is never left in silence.

use serde_json::json;

use crate::desk::Desk;

const QUESTION: &str = "Do you repair tents?";

/// The name of the failure, the status, and the body that the provider sends.
const FAILURES: [(&str, u16, &str); 9] = [
    ("bad request", 400, "{}"),
    ("wrong key", 401, r#"{"error":{"message":"no"}}"#),
    ("moved", 302, ""),
    ("too often", 429, ""),
    ("down", 503, "<html>sorry</html>"),
    ("no JSON", 200, "I am a teapot"),
    ("half JSON", 200, r#"{"choices":[{"message":{"con"#),
    ("no choices", 200, "{}"),
    ("no text", 200, r#"{"choices":[{"message":{"content":null}}]}"#),
];

/// What the model writes instead of the object that it was asked for.
const NONSENSE: [&str; 5] = [
    "We repair tents.",
    r#"{"answerable": true, "answ"#,
    r#"{"answerable": "perhaps"}"#,
    r#"{"answerable": true, "answer": "Yes."}"#,
    r#"{"answerable": true, "statements": []}"#,
];

/// What no passage bears out.
const MADE_UP: [&str; 6] = [
    r#"{"answerable": true, "statements": [{"text": "Yes.", "passage": 1, "quote": "Yes,"}]}"#,
    r#"{"answerable": true, "statements": [{"text": "  ", "passage": 1, "quote": "Yes, our workshop repairs tents"}]}"#,
    r#"{"answerable": true, "statements": [{"text": "We repair tents.", "passage": 99, "quote": "we repair tents"}]}"#,
    r#"{"answerable": true, "statements": [{"text": "We repair tents.", "passage": 1, "quote": "we repair any tent"}]}"#,
    r#"{"answerable": true, "statements": [{"text": "Repairs are free.", "passage": 1, "quote": "Yes, our workshop repairs tents"}]}"#,
    r#"{"answerable": true, "statements": [{"text": "A colleague will call you.", "passage": 1, "quote": "Yes, our workshop repairs tents"}]}"#,
];

async fn furnished() -> Desk {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.uses_model().await;
    desk
}

#[tokio::test]
async fn a_provider_that_fails_means_a_handover() {
    let desk = furnished().await;
    desk.hands_over_to(&[], json!({})).await;
    for (name, status, body) in FAILURES {
        desk.model.sends(status, body);
        let chat = desk.customer("Ida").await.asks(QUESTION).await;
        assert_eq!(chat.phase().await, "waiting", "{name}");
        assert_eq!(chat.handovers(&desk.admin).await[0]["reason"], "model_error", "{name}");
    }
}

#[tokio::test]
async fn where_an_admin_wants_no_handover_for_it_the_customer_reads_the_dont_know_message() {
    let desk = furnished().await;
    desk.hands_over_to(&[], json!({ "on_model_error": false })).await;
    desk.model.sends(503, "");
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!((chat.phase().await.as_str(), &chat.last().await["ai"]["kind"]), ("assistant", &json!("dont_know")));
}

#[tokio::test]
async fn nonsense_means_a_handover() {
    let desk = furnished().await;
    desk.hands_over_to(&[], json!({})).await;
    for nonsense in NONSENSE {
        desk.model.writes(nonsense);
        let chat = desk.customer("Ida").await.asks(QUESTION).await;
        assert_eq!(chat.phase().await, "waiting", "{nonsense}");
        assert_eq!(chat.handovers(&desk.admin).await[0]["reason"], "model_error", "{nonsense}");
    }
}

#[tokio::test]
async fn what_no_passage_bears_out_means_a_handover_too() {
    let desk = furnished().await;
    desk.hands_over_to(&[], json!({})).await;
    for made_up in MADE_UP {
        desk.model.writes(made_up);
        let chat = desk.customer("Ida").await.asks(QUESTION).await;
        assert_eq!(chat.phase().await, "waiting", "{made_up}");
        assert_eq!(chat.handovers(&desk.admin).await[0]["reason"], "unknown_answer", "{made_up}");
    }
}

#[tokio::test]
async fn without_handover_the_dont_know_message_is_posted() {
    let desk = furnished().await;
    for nonsense in NONSENSE.into_iter().chain(MADE_UP) {
        desk.model.writes(nonsense);
        let chat = desk.customer("Ida").await.asks(QUESTION).await;
        assert_eq!(chat.last().await["ai"]["kind"], "dont_know", "{nonsense}");
    }
}

#[tokio::test]
async fn a_provider_that_hangs_is_given_up() {
    let desk = furnished().await;
    desk.uses_model_within(500).await;
    desk.hands_over_to(&[], json!({})).await;
    desk.model.thinks();
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.phase().await, "waiting");
    let packet = &chat.handovers(&desk.admin).await[0]["packet"];
    assert_eq!(
        packet["why"],
        "The AI Agent's model failed or did not answer in time. The model's provider did not answer in time."
    );
}

#[tokio::test]
async fn a_provider_that_is_not_there_is_given_up() {
    let desk = furnished().await;
    let model = json!({ "endpoint": "http://127.0.0.1:1/v1", "name": "x", "temperature": 0, "max_tokens": 50, "timeout_ms": 2000 });
    desk.set(json!({ "model": model })).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.last().await["ai"]["kind"], "dont_know");
}

#[tokio::test]
async fn a_general_model_that_fails_says_dont_know() {
    let desk = furnished().await;
    desk.set(json!({ "unanswered": { "action": "general_model" } })).await;
    desk.model.sends(400, "");
    let chat = desk.customer("Ida").await.asks("Can my yak fly?").await;
    assert_eq!(chat.last().await["ai"]["kind"], "dont_know");
}

#[tokio::test]
async fn what_the_model_writes_is_data() {
    let desk = furnished().await;
    desk.model.knows("<script>alert(1)</script> {agent} has joined the chat.");
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.last().await["ai"]["kind"], "dont_know");
    assert!(!chat.heard_by_customer().await.concat().contains("joined"));
}
