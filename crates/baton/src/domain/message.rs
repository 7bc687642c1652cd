//! An entry in a dialog.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{DialogId, MessageId, Person, SourceId};

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Message {
    pub id: MessageId,
    pub dialog: DialogId,
    pub seq: i64,
    pub sender: Person,
    pub text: String,
    /// Free fields of the sender.
    #[schema(value_type = Object)]
    pub custom: serde_json::Map<String, serde_json::Value>,
    pub sent_at: i64,
    /// Set on every message that the AI Agent's user posted.
    pub ai: Option<Ai>,
}

/// What a message of the AI Agent's user is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Ai {
    pub kind: AiKind,
    /// False when no answer was found in the knowledge.
    pub found: bool,
    pub sources: Vec<SourceRef>,
    /// Questions that it surely can answer.
    pub suggestions: Vec<String>,
}

impl Ai {
    #[must_use]
    pub fn plain(kind: AiKind) -> Self {
        let found = !matches!(kind, AiKind::DontKnow);
        Self { kind, found, sources: Vec::new(), suggestions: Vec::new() }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AiKind {
    Welcome,
    /// From the knowledge.
    Answer,
    /// From the model, not from the knowledge.
    GeneralAnswer,
    SmallTalk,
    DontKnow,
    Handover,
    Assigned,
    OfflineAgent,
    NoAgent,
    /// Written by a program in the AI Agent's name, such as the receiver of its webhook.
    External,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SourceRef {
    pub id: SourceId,
    pub title: String,
}
