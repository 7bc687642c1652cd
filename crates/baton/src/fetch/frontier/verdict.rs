//! What a page that was fetched is to its site: a page to keep, a list of links, or another name of another page.

use url::Url;

use super::{
    super::robots::Robots,
    page::{Page, PageState},
    site::{Scope, Site},
    step::{Ground, Known, Reading},
};

const FORBIDDEN: &str = "The site's robots.txt does not let Baton read it. Allow the user agent \"Baton\" there, or add \
                         its text as a file.";
const UNWANTED: &str = "The page asks programs not to use its text (noindex). Remove that, or add its text as a file.";

/// What a page that was fetched is to the site.
pub(super) enum Verdict {
    /// Its text is kept; this is its hash.
    Keep { hash: String },
    /// Its text is not wanted, or there is none, but its links count.
    LinksOnly(PageState),
    /// Another page stands for it, perhaps one that is still to be queued.
    Aside { state: PageState, instead: Option<Url> },
}

impl Verdict {
    /// Whether its links count; those of a page that another one stands for are that one's.
    pub(super) fn follows(&self) -> bool {
        match self {
            Self::Keep { .. } | Self::LinksOnly(_) => true,
            Self::Aside { .. } => false,
        }
    }
}

pub(super) fn verdict(page: &Page, reading: &Reading, known: &Known, ground: Ground<'_>) -> Verdict {
    let Ground { site, robots, .. } = ground;
    let aside = |state| Verdict::Aside { state, instead: None };
    let is_start = page.address == site.start();
    let is_one_page = site.scope == Scope::Page;
    let landed = site.normal(&reading.landed);
    if landed != page.address && !is_one_page {
        let outside = site.admits(&landed).err().map(|why| why.to_string());
        if let Some(why) = outside.or_else(|| forbidden(robots, &landed)) {
            return aside(PageState::Skipped { why });
        }
    }
    if reading.links.directives.noindex && !is_one_page {
        return Verdict::LinksOnly(PageState::Skipped { why: UNWANTED.to_owned() });
    }
    let hash = match &reading.content_hash {
        Ok(hash) => hash.clone(),
        Err(why) => return Verdict::LinksOnly(PageState::Failed { why: why.clone() }),
    };
    // No page stands for the start: its links are counted from here.
    if is_start {
        return Verdict::Keep { hash };
    }
    // What lands on an unknown address is read here: fetching it again under that name would tell nothing new.
    if landed != page.address && known.state(&landed).is_some_and(PageState::stands_for_its_text) {
        return aside(PageState::Duplicate { of: landed.into() });
    }
    if let Some(of) = &reading.same_text_at {
        return aside(PageState::Duplicate { of: of.clone() });
    }
    let canonical = canonical(page, reading, &landed, ground);
    canonical.and_then(|url| by_canonical(page, url, known, site)).unwrap_or(Verdict::Keep { hash })
}

/// The page's true address, if it is another one of this site.
fn canonical(page: &Page, reading: &Reading, landed: &Url, ground: Ground<'_>) -> Option<Url> {
    let url = ground.site.normal(reading.links.canonical.as_ref()?);
    let is_other = url != page.address && url != *landed;
    (is_other && ground.site.admits(&url).is_ok() && ground.robots.allows(&url)).then_some(url)
}

/// A true address is believed as long as there is, or may be, a page at it: not when it was tried in vain, and not
/// when it names this one as its own. It counts as one link further, so that a chain of them ends.
fn by_canonical(page: &Page, url: Url, known: &Known, site: &Site) -> Option<Verdict> {
    let state = PageState::Duplicate { of: url.to_string() };
    match known.state(&url) {
        Some(found) if found.stands_for_its_text() => Some(Verdict::Aside { state, instead: None }),
        None if page.depth < site.depth_max && known.states.len() < site.pages_max => {
            Some(Verdict::Aside { state, instead: Some(url) })
        }
        Some(_) | None => None,
    }
}

pub(super) fn forbidden(robots: &Robots, url: &Url) -> Option<String> {
    (!robots.allows(url)).then(|| FORBIDDEN.to_owned())
}
