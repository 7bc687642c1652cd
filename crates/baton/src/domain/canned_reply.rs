//! A reply that is written once and used often.

use serde::Serialize;
use utoipa::ToSchema;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct CannedReply {
    pub id: i64,
    /// What an agent types after `/`.
    pub shortcut: String,
    /// May use `{customer}` and `{agent}`.
    pub text: String,
}
