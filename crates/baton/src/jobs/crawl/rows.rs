//! Between what the store keeps of a site and what the frontier decides on.

use handover::Timestamp;
use url::Url;

use crate::{
    domain::{SitePageState, SiteScope, SourceId},
    error::Error,
    fetch::{
        Validators,
        frontier::{Pace, Page, PageState, Scope, Site},
        robots::Robots,
    },
    store::{SitePageRow, SiteReading},
};

pub(super) fn site(reading: &SiteReading) -> Result<Site, Error> {
    let scope = match reading.scope {
        SiteScope::Page => Scope::Page,
        SiteScope::Sitemap => Scope::Sitemap,
        SiteScope::Site => Scope::Site,
    };
    Ok(Site {
        address: url(&reading.address)?,
        home: url(&reading.home)?,
        scope,
        depth_max: u32::try_from(reading.depth_max).unwrap_or(0),
        pages_max: usize::try_from(reading.pages_max).unwrap_or(0),
    })
}

fn url(address: &str) -> Result<Url, Error> {
    Url::parse(address).map_err(Error::internal)
}

pub(super) fn robots(reading: &SiteReading) -> Robots {
    Robots::of(Ok(reading.robots.as_deref().unwrap_or_default()))
}

pub(super) fn pace(reading: &SiteReading) -> Pace {
    let failures = u32::try_from(reading.failures).unwrap_or(u32::MAX);
    Pace { not_before_ms: reading.not_before.0, failures }
}

pub(super) fn keep_pace(reading: &mut SiteReading, pace: Pace) {
    reading.not_before = Timestamp(pace.not_before_ms);
    reading.failures = pace.failures.into();
}

/// A page whose source somebody removed is read as if it were new.
pub(super) fn page(row: &SitePageRow) -> Result<Page, Error> {
    let has_text = row.source.is_some();
    let validators = Validators { etag: row.etag.clone(), last_modified: row.last_modified.clone() };
    Ok(Page {
        address: url(&row.address)?,
        depth: u32::try_from(row.depth).unwrap_or(u32::MAX),
        state: state(row.state, row.detail.clone()),
        validators: if has_text { validators } else { Validators::default() },
        content_hash: row.fingerprint.clone().filter(|_| has_text),
        tries: u32::try_from(row.tries).unwrap_or(u32::MAX),
        read_at_ms: row.read_at.map(|at| at.0).filter(|_| has_text),
    })
}

pub(super) fn row(page: Page, source: Option<SourceId>) -> SitePageRow {
    let detail = page.state.detail().map(ToOwned::to_owned);
    let state = match page.state {
        PageState::Queued => SitePageState::Queued,
        PageState::Read => SitePageState::Read,
        PageState::Unchanged => SitePageState::Unchanged,
        PageState::Duplicate { .. } => SitePageState::Duplicate,
        PageState::Gone => SitePageState::Gone,
        PageState::Failed { .. } => SitePageState::Failed,
        PageState::Skipped { .. } => SitePageState::Skipped,
    };
    SitePageRow {
        address: page.address.into(),
        depth: page.depth.into(),
        state,
        source,
        etag: page.validators.etag,
        last_modified: page.validators.last_modified,
        fingerprint: page.content_hash,
        tries: page.tries.into(),
        detail,
        read_at: page.read_at_ms.map(Timestamp),
    }
}

/// The store sees to it that a state that needs one has its detail.
pub(super) fn state(state: SitePageState, detail: Option<String>) -> PageState {
    let detail = detail.unwrap_or_default();
    match state {
        SitePageState::Queued => PageState::Queued,
        SitePageState::Read => PageState::Read,
        SitePageState::Unchanged => PageState::Unchanged,
        SitePageState::Duplicate => PageState::Duplicate { of: detail },
        SitePageState::Gone => PageState::Gone,
        SitePageState::Failed => PageState::Failed { why: detail },
        SitePageState::Skipped => PageState::Skipped { why: detail },
    }
}
