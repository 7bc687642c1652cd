//! Apps and everyone in them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Person;

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct App {
    pub id: i64,
    pub name: String,
    pub authorization_key: String,
    /// Whether websites can vouch for their visitors.
    pub has_identity_secret: bool,
    pub created_at: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct AppRef {
    pub id: i64,
    pub name: String,
}

/// An app's API key, without the key: that is shown once, when it is made.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ApiKey {
    pub id: i64,
    pub name: String,
    pub created_at: i64,
    pub last_used_at: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UserKind {
    Customer,
    Agent,
    Assistant,
}

impl UserKind {
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Agent => "agent",
            Self::Assistant => "assistant",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Customer, Self::Agent, Self::Assistant].into_iter().find(|kind| kind.as_str() == word)
    }
}

/// Anyone with an identity in an app.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct User {
    pub id: i64,
    pub kind: UserKind,
    pub login: Option<String>,
    pub email: Option<String>,
    pub full_name: String,
    pub external_id: Option<String>,
    pub language: Option<String>,
    pub tags: Vec<String>,
    #[schema(value_type = Object)]
    pub custom: serde_json::Map<String, serde_json::Value>,
    pub created_at: i64,
}

/// A person who works here and answers customers.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Agent {
    pub id: i64,
    pub full_name: String,
    pub email: Option<String>,
    pub disabled: bool,
    pub away: bool,
    /// What they told their colleagues when they went.
    pub away_reason: Option<String>,
    pub online: bool,
    /// How many conversations they have now.
    pub load: i64,
    /// How many they may be assigned at once.
    pub capacity: i64,
    /// The languages they answer in, such as `de`; none: all.
    pub languages: Vec<String>,
    /// What they know, such as `billing`.
    pub skills: Vec<String>,
    /// Whether they may act on colleagues' conversations.
    pub supervises: bool,
    /// When they were last assigned one; 0 for never.
    pub assigned_at: i64,
    pub created_at: i64,
}

/// Agents by what they do together.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Team {
    pub id: i64,
    pub name: String,
    pub agents: Vec<Person>,
    pub created_at: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MeKind {
    Admin,
    Agent,
    Customer,
    Key,
}

/// Who the caller is.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Me {
    pub kind: MeKind,
    pub id: i64,
    pub full_name: String,
    pub email: Option<String>,
    pub app: Option<AppRef>,
    pub away: bool,
    /// What they told their colleagues when they went.
    pub away_reason: Option<String>,
    /// Whether they may act on conversations that others have.
    pub supervises: bool,
}
