//! A website, or a part of one, whose pages are knowledge.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{SiteId, SourceId, source::words};

words! { SiteScope { Page = "page", Sitemap = "sitemap", Site = "site" } }
words! { SiteState { Reading = "reading", Done = "done", Cancelled = "cancelled", Failed = "failed" } }
words! { SitePageState {
    Queued = "queued",
    Read = "read",
    Unchanged = "unchanged",
    Duplicate = "duplicate",
    Gone = "gone",
    Failed = "failed",
    Skipped = "skipped",
} }

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Site {
    pub id: SiteId,
    pub address: String,
    pub scope: SiteScope,
    /// How many links away from the address pages are read.
    pub depth_max: i64,
    pub pages_max: i64,
    /// Read again after so many hours; absent: once.
    pub every_hours: Option<i64>,
    pub state: SiteState,
    /// Why it failed and what to do.
    pub error: Option<String>,
    pub pages: SiteProgress,
    pub started_at: i64,
    pub next_at: Option<i64>,
    pub created_at: i64,
}

/// How many pages of a site are in which state.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct SiteProgress {
    pub queued: i64,
    pub read: i64,
    pub unchanged: i64,
    pub duplicate: i64,
    pub gone: i64,
    pub failed: i64,
    pub skipped: i64,
    /// An estimate of what is left of reading, while it goes on.
    pub remaining_ms: Option<i64>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SitePage {
    pub address: String,
    pub depth: i64,
    pub state: SitePageState,
    pub source: Option<SourceId>,
    pub error: Option<String>,
}
