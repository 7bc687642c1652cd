//! One page: whether it is fetched now, and what follows from how that went.

use std::collections::{BTreeMap, BTreeSet};

use url::Url;

use super::{
    super::{
        error::FetchError,
        links::Links,
        media::{Download, Validators},
        robots::Robots,
    },
    pace::Pace,
    page::{Page, PageState},
    site::{Outside, Scope, Site},
    verdict::{Verdict, forbidden, verdict},
};

/// In one crawl; then the page has failed.
const TRIES_MAX: u32 = 3;

/// Where a crawl takes place.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    pub site: &'a Site,
    pub robots: &'a Robots,
    pub pace: Pace,
    pub now_ms: i64,
}

/// Whether a queued page is fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Before {
    Fetch,
    /// Never: it is settled.
    Skip(Box<Page>),
    /// Not yet. When robots.txt is closed, it is to be fetched again then.
    Wait(Pace),
}

/// How the fetching went.
#[derive(Clone, Debug)]
pub enum Outcome {
    Unchanged,
    Read(Box<Reading>),
    Failed(FetchError),
}

#[derive(Clone, Debug)]
pub struct Reading {
    /// Where the page was in the end.
    pub landed: Url,
    pub validators: Validators,
    /// With the header's directives.
    pub links: Links,
    /// The hash of the text that is kept of it, not of the bytes, which differ each time on many sites; or why it has
    /// no text.
    pub content_hash: Result<String, String>,
    /// Another page, read or unchanged, with the same hash.
    pub same_text_at: Option<String>,
}

/// The states of all rows of the site.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub states: BTreeMap<String, PageState>,
}

/// What is to be saved, all of it together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub page: Page,
    pub queued: Vec<Page>,
    /// The site is at home there now; its robots.txt is to be fetched.
    pub home: Option<Url>,
    pub pace: Pace,
}

#[must_use]
pub fn before(page: &Page, ground: Ground<'_>) -> Before {
    let Ground { site, robots, pace, now_ms } = ground;
    if now_ms < pace.not_before_ms {
        return Before::Wait(pace);
    }
    if let Robots::Closed { why } = robots {
        return Before::Wait(pace.failed(why, robots, now_ms));
    }
    let is_deep = page.depth > site.depth_max;
    let outside = site.admits(&page.address).err().or(is_deep.then_some(Outside::TooDeep));
    match outside.map(|why| why.to_string()).or_else(|| forbidden(robots, &page.address)) {
        Some(why) => Before::Skip(Box::new(page.clone().without_text(PageState::Skipped { why }))),
        None => Before::Fetch,
    }
}

impl Reading {
    #[must_use]
    pub fn of(download: Download, mut links: Links, content_hash: Result<String, String>) -> Self {
        links.directives = links.directives.and(download.directives);
        Self { landed: download.url, validators: download.validators, links, content_hash, same_text_at: None }
    }

    /// The site, if this is its start and its home is elsewhere.
    fn moved(&self, page: &Page, site: &Site) -> Option<Site> {
        if page.address == site.start() { site.moved(&self.landed) } else { None }
    }
}

impl Known {
    /// New rows for candidates that belong to the site, each once, as many as it may still have.
    pub(super) fn admit(&self, site: &Site, candidates: impl IntoIterator<Item = (Url, u32)>) -> Vec<Page> {
        let mut seen = BTreeSet::new();
        let new = candidates.into_iter().filter(|(url, depth)| {
            *depth <= site.depth_max
                && site.admits(url).is_ok()
                && self.state(url).is_none()
                && seen.insert(url.clone())
        });
        let places = site.pages_max.saturating_sub(self.states.len());
        new.take(places).map(|(url, depth)| Page::queued(url, depth)).collect()
    }

    pub(super) fn state(&self, url: &Url) -> Option<&PageState> {
        self.states.get(url.as_str())
    }
}

/// What follows from how fetching `page` went.
#[must_use]
pub fn step(page: Page, outcome: Outcome, known: &Known, ground: Ground<'_>) -> Step {
    let Ground { robots, pace, now_ms, .. } = ground;
    match outcome {
        Outcome::Unchanged => {
            let page = Page { state: PageState::Unchanged, tries: 0, read_at_ms: Some(now_ms), ..page };
            Step { page, queued: Vec::new(), home: None, pace: Pace::answered(robots, now_ms) }
        }
        Outcome::Read(reading) => read(page, *reading, known, ground),
        Outcome::Failed(error) => Step {
            page: failed(page, &error),
            queued: Vec::new(),
            home: None,
            pace: pace.failed(&error, robots, now_ms),
        },
    }
}

fn failed(page: Page, error: &FetchError) -> Page {
    let tries = page.tries + 1;
    if error.is_passing() && tries < TRIES_MAX {
        return Page { state: PageState::Queued, tries, ..page };
    }
    let is_gone = matches!(error, FetchError::Gone(_));
    let state = if is_gone { PageState::Gone } else { PageState::Failed { why: error.to_string() } };
    // An outage does not unsay what the page said.
    if error.is_passing() || *error == FetchError::Certificate {
        return Page { state, tries, ..page };
    }
    Page { tries, ..page }.without_text(state)
}

fn read(page: Page, reading: Reading, known: &Known, ground: Ground<'_>) -> Step {
    let moved = reading.moved(&page, ground.site);
    let site = moved.as_ref().unwrap_or(ground.site);
    let verdict = verdict(&page, &reading, known, Ground { site, ..ground });
    let mut candidates = Vec::new();
    if let Verdict::Aside { instead: Some(url), .. } = &verdict {
        candidates.push((url.clone(), page.depth + 1));
    }
    if verdict.follows() && site.scope == Scope::Site && !reading.links.directives.nofollow {
        let links = reading.links.follow.iter().map(|url| site.normal(url));
        candidates.extend(links.filter(|url| ground.robots.allows(url)).map(|url| (url, page.depth + 1)));
    }
    let queued = known.admit(site, candidates);
    let home = moved.map(|site| site.home);
    let page = settled(page, reading, verdict, ground.now_ms);
    Step { page, queued, home, pace: Pace::answered(ground.robots, ground.now_ms) }
}

fn settled(page: Page, reading: Reading, verdict: Verdict, now_ms: i64) -> Page {
    let page = Page { tries: 0, ..page };
    match verdict {
        Verdict::LinksOnly(state) | Verdict::Aside { state, .. } => page.without_text(state),
        Verdict::Keep { hash } => {
            let is_same = page.content_hash.as_ref() == Some(&hash);
            Page {
                state: if is_same { PageState::Unchanged } else { PageState::Read },
                validators: reading.validators,
                content_hash: Some(hash),
                read_at_ms: Some(now_ms),
                ..page
            }
        }
    }
}
