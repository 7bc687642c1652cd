//! What staff write to each other beside a conversation; no customer ever sees it.

use serde::Serialize;
use utoipa::ToSchema;

use super::{DialogId, NoteId, Person};

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Note {
    pub id: NoteId,
    /// The number of its event, by which it has its place among the messages; 0: not known of an old one.
    pub seq: i64,
    pub dialog: DialogId,
    pub author: Person,
    pub text: String,
    /// The agents whom it is for.
    pub mentions: Vec<Person>,
    pub written_at: i64,
}
