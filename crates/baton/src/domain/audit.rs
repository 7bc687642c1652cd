//! Who changed what, and when.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::source::words;

words! { ActorKind { Admin = "admin", Agent = "agent", Key = "key", System = "system" } }

/// Something that was changed. What customers write and who they are is never in it, and neither is a secret.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AuditEntry {
    pub id: i64,
    pub at: i64,
    pub actor: Actor,
    /// What was done: `assistant.saved`, `key.created`, `webhook.switched_off`, …
    pub action: String,
    pub target: Option<AuditTarget>,
    pub changes: Vec<AuditChange>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Actor {
    pub kind: ActorKind,
    /// Absent where Baton itself did it, or who has its machine.
    pub id: Option<i64>,
    /// As they were called then.
    pub name: String,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AuditTarget {
    pub kind: String,
    pub id: String,
    /// As it was called then; absent where that would be a customer's words.
    pub name: Option<String>,
}

/// One field that is not as it was. Of a secret both are absent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AuditChange {
    /// Such as `unanswered.handover.message.de`.
    pub field: String,
    pub before: Value,
    pub after: Value,
}
