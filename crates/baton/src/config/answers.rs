//! How the AI Agent goes about an answer.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Answers {
    /// How long to wait for the rest of a burst of messages before answering.
    pub burst_ms: i64,
    /// How many answers are worked on at the same time.
    pub at_once: usize,
    /// How many passages are looked at for one answer.
    pub passages: usize,
    /// How long nothing must have changed the knowledge before it is measured again.
    pub learn_after_ms: i64,
    /// How often a webhook is tried before it is set aside.
    pub webhook_tries: i64,
    pub webhook_timeout_ms: u64,
}

impl Default for Answers {
    fn default() -> Self {
        Self {
            burst_ms: 250,
            at_once: 32,
            passages: 5,
            learn_after_ms: 3_000,
            webhook_tries: 8,
            webhook_timeout_ms: 10_000,
        }
    }
}
