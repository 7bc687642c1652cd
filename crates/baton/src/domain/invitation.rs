//! Somebody who is asked to work here.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::source::words;

words! { InvitationRole { Agent = "agent", Supervisor = "supervisor", Admin = "admin" } }
words! { InvitationState { Open = "open", Accepted = "accepted", Expired = "expired", Withdrawn = "withdrawn" } }

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Invitation {
    pub id: i64,
    pub email: String,
    pub full_name: String,
    /// An admin configures the whole installation; the others work in the app.
    pub role: InvitationRole,
    /// The name of who invited them.
    pub invited_by: String,
    pub created_at: i64,
    /// Until then its link works.
    pub expires_at: i64,
    pub accepted_at: Option<i64>,
    pub state: InvitationState,
}

/// What somebody who was invited sees before they accept.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InvitationFace {
    pub email: String,
    pub full_name: String,
    pub role: InvitationRole,
    pub app_name: String,
}
