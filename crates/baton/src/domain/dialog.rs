//! A conversation, and who may answer in it, as people see it.

use handover::{Control, Ending};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AssistantId, Attachment, DialogId, EpisodeId, HandoverId, Label, MessageId, Rating, ToRate};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogKind {
    PublicGroup,
    Group,
    Private,
}

impl DialogKind {
    /// The number that existing chat SDKs use.
    #[must_use]
    pub fn number(self) -> i64 {
        match self {
            Self::PublicGroup => 1,
            Self::Group => 2,
            Self::Private => 3,
        }
    }

    #[must_use]
    pub fn parse(number: i64) -> Option<Self> {
        [Self::PublicGroup, Self::Group, Self::Private].into_iter().find(|kind| kind.number() == number)
    }

    #[must_use]
    pub fn is_group(self) -> bool {
        match self {
            Self::PublicGroup | Self::Group => true,
            Self::Private => false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PersonKind {
    Customer,
    Agent,
    Assistant,
    Admin,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Person {
    pub id: i64,
    pub kind: PersonKind,
    pub full_name: String,
}

/// What the program itself needs to know of a dialog.
#[derive(Clone, Debug)]
pub struct DialogSummary {
    pub id: DialogId,
    pub app: i64,
    pub kind: DialogKind,
    pub name: Option<String>,
    pub custom: serde_json::Map<String, serde_json::Value>,
    pub assistant: Option<AssistantId>,
    pub customer: Option<i64>,
    /// Absent in a dialog that nobody opened to support.
    pub control: Option<Control>,
    /// The support episode that goes on in it.
    pub episode: Option<OpenEpisode>,
    pub last_message_seq: Option<i64>,
    /// The number of its newest event when it was read. Read with it: a number that is newer than what it stands
    /// for would keep a screen from hearing what came between.
    pub newest_event: i64,
    /// Until then the agent who has it does not want to see it.
    pub snoozed_until: Option<i64>,
    pub created_at: i64,
    pub updated_at: i64,
}

/// A support episode that has not ended, and how it would if nothing more happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenEpisode {
    pub id: EpisodeId,
    pub ending: Ending,
}

/// How long the customer will still wait. Milliseconds: as likely shorter as longer, and what nine of ten do not exceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct WaitView {
    pub p50_ms: i64,
    pub p90_ms: i64,
}

/// A conversation that waits for one agent's yes.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Offer {
    pub agent: Person,
    pub until: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Dialog {
    pub id: DialogId,
    pub app: i64,
    /// 1 public group, 2 group, 3 private.
    #[serde(rename = "type")]
    pub kind: i64,
    pub name: Option<String>,
    pub assistant: Option<DialogAssistant>,
    pub customer: Option<Person>,
    pub control: Option<ControlView>,
    /// Which agent is asked whether they take it. Staff only.
    pub offer: Option<Offer>,
    pub occupants: Vec<Person>,
    #[schema(value_type = Object)]
    pub custom: serde_json::Map<String, serde_json::Value>,
    pub last_message: Option<LastMessage>,
    /// What the customer wrote last. Staff only.
    pub customer_said: Option<LastMessage>,
    /// Staff only.
    pub labels: Vec<Label>,
    /// Until then the agent who has it does not want to see it. Staff only.
    pub snoozed_until: Option<i64>,
    /// The number of the newest event in this dialog.
    pub seq: i64,
    pub delivered_seq: i64,
    pub read_seq: i64,
    /// How far everybody in it has received and read it.
    pub marks: Vec<Mark>,
    /// Messages of others after the caller's read mark; counting stops at 100.
    pub unread: i64,
    /// What the customer said last of how a person helped. Staff only.
    pub rating: Option<Rating>,
    /// What the caller may still rate, if they are its customer.
    pub to_rate: Option<ToRate>,
    pub created_at: i64,
    pub updated_at: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Mark {
    pub user: i64,
    pub delivered_seq: i64,
    pub read_seq: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DialogAssistant {
    pub id: AssistantId,
    pub user_id: i64,
    pub full_name: String,
    pub avatar_url: Option<String>,
    /// Whether a model writes its answers.
    pub has_model: bool,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LastMessage {
    pub id: MessageId,
    pub seq: i64,
    pub text: String,
    pub attachments: Vec<Attachment>,
    pub sender: Person,
    pub sent_at: i64,
}

/// Who may answer now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(tag = "phase", rename_all = "snake_case")]
#[schema(as = Control)]
pub enum ControlView {
    Assistant {
        turn: u64,
        answering: bool,
    },
    /// `answering`: the AI Agent is answering what it can meanwhile. `wait`: absent while it cannot be said.
    Waiting {
        turn: u64,
        answering: bool,
        handover: HandoverId,
        since: i64,
        position: Option<i64>,
        wait: Option<WaitView>,
    },
    Agent {
        turn: u64,
        handover: HandoverId,
        since: i64,
        agent: Person,
        owes_reply_since: Option<i64>,
    },
    Closed {
        turn: u64,
    },
}

/// The lists of the Agent Desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DialogList {
    /// Waits for an agent, oldest first.
    Queue,
    /// Held by the caller, and not snoozed.
    Mine,
    All,
    /// The AI Agent has control.
    Assistant,
    Resolved,
    /// Held by the caller, who wants to see it again later.
    Snoozed,
}
