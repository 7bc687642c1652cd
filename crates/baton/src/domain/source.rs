//! Knowledge as it came in.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{SiteId, SourceId};

macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
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

pub(crate) use words;

words! { SourceKind { Text = "text", Markdown = "markdown", Html = "html", Qa = "qa" } }
words! { SourceState { Pending = "pending", Ready = "ready", Failed = "failed" } }
// What a source came in as, where that is not the kind of its text.
words! { SourceFormat { Pdf = "pdf", Docx = "docx", Sheet = "sheet", Page = "page" } }

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Source {
    pub id: SourceId,
    pub title: String,
    pub kind: SourceKind,
    /// What it came in as, if not as its kind: a PDF, a Word document, a sheet, a web page.
    pub format: Option<SourceFormat>,
    /// Of the web page.
    pub address: Option<String>,
    /// The site that it was read from.
    pub site: Option<SiteId>,
    /// ISO 639-1, where it is clear.
    pub language: Option<String>,
    pub state: SourceState,
    /// Why it failed and what to do.
    pub error: Option<String>,
    pub bytes: i64,
    pub passages: i64,
    /// How many passages can be found by meaning; as many as there are when indexing is done.
    pub encoded: i64,
    /// Grows with every change of the text.
    pub version: i64,
    /// The question of a question-and-answer pair.
    pub question: Option<String>,
    /// Other ways to ask the same.
    pub phrasings: Vec<String>,
    pub created_at: i64,
    pub updated_at: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SourceDetail {
    #[serde(flatten)]
    pub source: Source,
    /// The text as it is read; of a question-and-answer pair, the answer.
    pub text: String,
}

/// What a source said before it was changed.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SourceVersion {
    pub version: i64,
    pub title: String,
    pub question: Option<String>,
    pub phrasings: Vec<String>,
    pub text: String,
    pub replaced_at: i64,
}
