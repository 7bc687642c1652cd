//! A list of conversations that an agent looks at often.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AssistantId, DialogList};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct View {
    pub id: i64,
    pub name: String,
    pub filter: ViewFilter,
}

/// What is absent does not narrow the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ViewFilter {
    pub list: Option<DialogList>,
    pub assistant: Option<AssistantId>,
    pub agent: Option<i64>,
    pub label: Option<i64>,
    /// What is searched for.
    pub q: Option<String>,
}
