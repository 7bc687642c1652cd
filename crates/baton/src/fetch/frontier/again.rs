//! Beginning a crawl: the first one, and each one after it.

use url::Url;

use super::{
    super::{robots::Robots, sitemap::Entry},
    page::{Page, PageState},
    site::{Scope, Site},
    step::Known,
};

const HOUR_MS: i64 = 60 * 60 * 1_000;
/// Sitemaps round their dates to days.
const DATE_SLACK_MS: i64 = 24 * HOUR_MS;
/// A sitemap's date is not believed for longer: many are never updated.
const TRUST_MAX_MS: i64 = 30 * 24 * HOUR_MS;

/// What becomes of a row when a new crawl begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Renewal {
    Queue(Page),
    /// The sitemap says that it did not change: the row stays as it is.
    Keep(Page),
    /// No longer part of the site: the row goes, and what was learned from it.
    Forget,
}

/// The first rows of a crawl: where it begins, and what sitemaps list; only what is not known yet.
#[must_use]
pub fn seed(site: &Site, robots: &Robots, listed: &[Entry], known: &Known) -> Vec<Page> {
    let start = (site.start(), 0);
    // A list is one link away from the start; where only the list counts, it is the start.
    let listed = |depth| listed.iter().map(move |entry| (site.normal(&entry.url), depth));
    let candidates: Vec<(Url, u32)> = match site.scope {
        Scope::Page => vec![start],
        Scope::Sitemap => listed(0).collect(),
        Scope::Site => std::iter::once(start).chain(listed(1)).collect(),
    };
    let allowed = candidates.into_iter().filter(|(url, _)| robots.allows(url) || *url == site.start());
    known.admit(site, allowed)
}

/// A row of the last crawl in the next one; `changed_at_ms` is the sitemap's date of it.
#[must_use]
pub fn renew(page: Page, site: &Site, changed_at_ms: Option<i64>, now_ms: i64) -> Renewal {
    let is_start = page.address == site.start();
    let is_outside = site.admits(&page.address).is_err() || page.depth > site.depth_max;
    match page.state {
        _ if is_outside => Renewal::Forget,
        PageState::Gone if !is_start => Renewal::Forget,
        PageState::Read | PageState::Unchanged if is_as_it_was(page.read_at_ms, changed_at_ms, now_ms) => {
            Renewal::Keep(page)
        }
        PageState::Queued | PageState::Read | PageState::Unchanged | PageState::Failed { .. } => {
            Renewal::Queue(Page { state: PageState::Queued, tries: 0, ..page })
        }
        PageState::Duplicate { .. } | PageState::Gone | PageState::Skipped { .. } => {
            Renewal::Queue(Page::queued(page.address, page.depth))
        }
    }
}

fn is_as_it_was(read_at_ms: Option<i64>, changed_at_ms: Option<i64>, now_ms: i64) -> bool {
    let (Some(read_at), Some(changed_at)) = (read_at_ms, changed_at_ms) else { return false };
    changed_at + DATE_SLACK_MS < read_at && now_ms - read_at < TRUST_MAX_MS
}
