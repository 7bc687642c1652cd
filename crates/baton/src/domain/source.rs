//! Knowledge as it came in, and the questions it could not answer.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AssistantId, DialogId, SourceId, UnansweredId};

macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal),+ }) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($variant),+ }

        impl $name {
            #[must_use]
            pub fn as_str(self) -> &'static str { match self { $(Self::$variant => $word),+ } }

            #[must_use]
            pub fn parse(word: &str) -> Option<Self> { match word { $($word => Some(Self::$variant),)+ _ => None } }
        }
    };
}

words! { SourceKind { Text = "text", Markdown = "markdown", Html = "html", Qa = "qa" } }
words! { SourceState { Pending = "pending", Ready = "ready", Failed = "failed" } }
words! { UnansweredState { Open = "open", Answered = "answered", Dismissed = "dismissed" } }

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Source {
    pub id: SourceId,
    pub title: String,
    pub kind: SourceKind,
    pub state: SourceState,
    /// Why it failed and what to do.
    pub error: Option<String>,
    pub bytes: i64,
    pub passages: i64,
    /// The question of a question-and-answer pair.
    pub question: Option<String>,
    pub created_at: i64,
    pub updated_at: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SourceDetail {
    #[serde(flatten)]
    pub source: Source,
    /// The text as it came in; of a question-and-answer pair, the answer.
    pub text: String,
}

/// Questions that mean the same and were not answered, counted.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UnansweredQuestion {
    pub id: UnansweredId,
    pub question: String,
    pub times: i64,
    pub last_at: i64,
    pub reason: String,
    pub score: f64,
    pub dialog: Option<DialogId>,
    pub assistant: AssistantId,
    pub state: UnansweredState,
}
