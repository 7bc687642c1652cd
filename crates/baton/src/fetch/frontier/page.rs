//! One page of a site, as a row keeps it.

use url::Url;

use super::super::media::Validators;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Normal, so that it is the key.
    pub address: Url,
    /// Links away from the start.
    pub depth: u32,
    pub state: PageState,
    /// Of a page that was read; otherwise empty.
    pub validators: Validators,
    /// Of a page that was read.
    pub content_hash: Option<String>,
    /// In this crawl, in vain.
    pub tries: u32,
    /// When it was last known to be as it is stored.
    pub read_at_ms: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageState {
    Queued,
    /// New, or with a new text.
    Read,
    /// Read before, and still the same.
    Unchanged,
    /// Another page of the site has its text, or is its true address.
    Duplicate {
        of: String,
    },
    Gone,
    /// Not even after several tries.
    Failed {
        why: String,
    },
    /// Not to be read.
    Skipped {
        why: String,
    },
}

impl Page {
    #[must_use]
    pub fn queued(address: Url, depth: u32) -> Self {
        Self {
            address,
            depth,
            state: PageState::Queued,
            validators: Validators::default(),
            content_hash: None,
            tries: 0,
            read_at_ms: None,
        }
    }

    /// In a state in which nothing of its text is kept.
    #[must_use]
    pub(super) fn without_text(self, state: PageState) -> Self {
        Self { state, tries: self.tries, ..Self::queued(self.address, self.depth) }
    }
}

impl PageState {
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Read => "read",
            Self::Unchanged => "unchanged",
            Self::Duplicate { .. } => "duplicate",
            Self::Gone => "gone",
            Self::Failed { .. } => "failed",
            Self::Skipped { .. } => "skipped",
        }
    }

    /// What is kept beside the word: why, or of what.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        match self {
            Self::Duplicate { of: detail } | Self::Failed { why: detail } | Self::Skipped { why: detail } => {
                Some(detail)
            }
            Self::Queued | Self::Read | Self::Unchanged | Self::Gone => None,
        }
    }

    /// Back from a row; `None` for what no code writes.
    #[must_use]
    pub fn parse(word: &str, detail: Option<String>) -> Option<Self> {
        match (word, detail) {
            ("queued", None) => Some(Self::Queued),
            ("read", None) => Some(Self::Read),
            ("unchanged", None) => Some(Self::Unchanged),
            ("gone", None) => Some(Self::Gone),
            ("duplicate", Some(of)) => Some(Self::Duplicate { of }),
            ("failed", Some(why)) => Some(Self::Failed { why }),
            ("skipped", Some(why)) => Some(Self::Skipped { why }),
            _ => None,
        }
    }

    /// Whether its text is, or is about to be, part of the site.
    #[must_use]
    pub fn stands_for_its_text(&self) -> bool {
        match self {
            Self::Queued | Self::Read | Self::Unchanged => true,
            Self::Duplicate { .. } | Self::Gone | Self::Failed { .. } | Self::Skipped { .. } => false,
        }
    }
}
