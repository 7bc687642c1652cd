//! An entry in a dialog.

use serde::{Deserialize, Serialize, Serializer};
use utoipa::ToSchema;

use super::{Attachment, DialogId, MessageId, Person, SourceId, Statement, with_names};

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Message {
    pub id: MessageId,
    pub dialog: DialogId,
    pub seq: i64,
    pub sender: Person,
    /// May be empty where there are attachments.
    pub text: String,
    /// Free fields of the sender.
    #[schema(value_type = Object)]
    pub custom: serde_json::Map<String, serde_json::Value>,
    pub attachments: Vec<Attachment>,
    pub sent_at: i64,
    /// Set on every message that the AI Agent's user posted.
    #[serde(serialize_with = "without_basis")]
    pub ai: Option<Ai>,
}

impl Message {
    /// Its words and the names of its files.
    #[must_use]
    pub fn said(&self) -> String {
        with_names(&self.text, &self.attachments)
    }
}

/// What an answer rests on is nobody's business but the program's.
fn without_basis<S: Serializer>(ai: &Option<Ai>, serializer: S) -> Result<S::Ok, S::Error> {
    ai.clone().map(|ai| Ai { basis: None, ..ai }).serialize(serializer)
}

/// What a message of the AI Agent's user is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Ai {
    pub kind: AiKind,
    /// False when no answer was found in the knowledge.
    pub found: bool,
    pub sources: Vec<SourceRef>,
    /// Questions that it surely can answer; of a question back, its choices.
    pub suggestions: Vec<String>,
    /// What a model wrote, statement by statement.
    #[serde(default)]
    pub statements: Vec<Statement>,
    /// Whether the customer found it helpful, once they said so.
    #[serde(default)]
    pub feedback: Option<bool>,
    /// What the answer rests on: its question, and its log-odds before calibration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(ignore)]
    pub basis: Option<Basis>,
}

/// Kept with an answer so that what is said of it can be learned from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Basis {
    pub question: String,
    pub log_odds: f64,
}

impl Ai {
    #[must_use]
    pub fn plain(kind: AiKind) -> Self {
        let found = !matches!(kind, AiKind::DontKnow);
        Self {
            kind,
            found,
            sources: Vec::new(),
            suggestions: Vec::new(),
            statements: Vec::new(),
            feedback: None,
            basis: None,
        }
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
    /// A question back, because the customer's could be one of several.
    Clarify,
    SmallTalk,
    DontKnow,
    Handover,
    Assigned,
    OfflineAgent,
    NoAgent,
    /// Asks for an e-mail address.
    LeaveContact,
    ReplyToContact,
    /// Nobody was called: the AI Agent goes on.
    StillHere,
    /// The agent did not reply: the AI Agent goes on.
    Returned,
    /// Asks whether a person is wanted; `suggestions` are the two answers.
    AskFirst,
    /// Written by a program in the AI Agent's name, such as the receiver of its webhook.
    External,
}

impl AiKind {
    /// Whether it is the same wherever it is said: an admin's text, or one of ours.
    #[must_use]
    pub fn is_routine(self) -> bool {
        !(self.is_answer() || self == Self::External)
    }

    /// Whether it answers a question from the knowledge or the model, and so can be helpful or not.
    #[must_use]
    pub fn is_answer(self) -> bool {
        match self {
            Self::Answer | Self::GeneralAnswer => true,
            Self::Welcome
            | Self::Clarify
            | Self::SmallTalk
            | Self::DontKnow
            | Self::Handover
            | Self::Assigned
            | Self::OfflineAgent
            | Self::NoAgent
            | Self::LeaveContact
            | Self::ReplyToContact
            | Self::StillHere
            | Self::Returned
            | Self::AskFirst
            | Self::External => false,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SourceRef {
    pub id: SourceId,
    pub title: String,
    /// Of the web page, if it is one.
    #[serde(default)]
    pub address: Option<String>,
}
