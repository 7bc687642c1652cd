//! What a search over conversations finds.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Dialog, MessageId, NoteId, Person};

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Hit {
    pub dialog: Dialog,
    pub message: Option<HitMessage>,
    /// Absent, and the message as well: the customer's name or e-mail was found.
    pub note: Option<HitNote>,
    /// What was found, in its surroundings.
    pub parts: Vec<HitPart>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HitMessage {
    pub id: MessageId,
    pub seq: i64,
    pub sender: Person,
    pub sent_at: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HitNote {
    pub id: NoteId,
    pub author: Person,
    pub written_at: i64,
}

/// A piece of the text; together they are an excerpt of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct HitPart {
    pub text: String,
    /// Whether it is one of the words that were searched for.
    pub hit: bool,
}
