//! How long each state may wait before something happens by itself.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PatienceSettings {
    /// For the AI Agent's answer; then a handover begins, or the don't-know text is posted.
    pub answer_ms: i64,
    /// In the queue, before a handover is escalated (again).
    pub wait_ms: i64,
    /// For an agent who owes a reply, where the AI Agent's settings say nothing else; they are warned before.
    pub reply_ms: i64,
    /// For a customer after an agent's reply, before the AI Agent takes over again.
    pub idle_ms: i64,
    /// For a customer whom no person has, before what was asked counts as over.
    pub quiet_ms: i64,
    /// How often an agent's open connection renews its lease.
    pub heartbeat_ms: i64,
    /// How long a lost connection still counts as online.
    pub grace_ms: i64,
}

const HOUR_MS: i64 = 3_600_000;

impl Default for PatienceSettings {
    fn default() -> Self {
        Self {
            answer_ms: 90_000,
            wait_ms: HOUR_MS,
            reply_ms: 24 * HOUR_MS,
            idle_ms: 72 * HOUR_MS,
            quiet_ms: HOUR_MS,
            heartbeat_ms: 20_000,
            grace_ms: 30_000,
        }
    }
}
