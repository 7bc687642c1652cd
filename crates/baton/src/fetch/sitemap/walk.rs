//! From a site's first sitemap to all pages that it lists, through its indexes.

use std::{
    collections::{BTreeSet, VecDeque},
    time::Duration,
};

use url::Url;

use super::{
    super::{client::Fetcher, error::FetchError, robots::Rules},
    Entry, Listing, PAGES_MAX, SitemapError, parse,
};

/// An index, an index in it, and what that one lists.
const DEPTH_MAX: usize = 2;
const FILES_MAX: usize = 100;
/// Larger files are not fetched; packed ones may unpack to more.
const FETCHED_BYTES_MAX: usize = 20 * 1024 * 1024;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error(transparent)]
    Fetch(#[from] FetchError),
    #[error(transparent)]
    Sitemap(#[from] SitemapError),
}

/// All that a site lists; each address once, the newest first.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Collected {
    pub pages: Vec<Entry>,
    /// Files that could not be read. The others count all the same.
    pub problems: Vec<(Url, Problem)>,
}

/// Where to begin: at the address itself when it is a sitemap, else at those that robots.txt names, else at the
/// usual place.
#[must_use]
pub fn starts(address: &Url, rules: &Rules) -> Vec<Url> {
    if is_sitemap(address) {
        return vec![address.clone()];
    }
    let named: Vec<Url> = rules.sitemaps.iter().filter_map(|sitemap| address.join(sitemap).ok()).collect();
    if named.is_empty() { address.join("/sitemap.xml").into_iter().collect() } else { named }
}

#[must_use]
pub fn is_sitemap(address: &Url) -> bool {
    let path = address.path().to_ascii_lowercase();
    [".xml", ".xml.gz", ".txt", ".txt.gz"].iter().any(|end| path.ends_with(end))
}

/// Reads the sitemaps, one after the other, with a pause between two.
pub async fn collect(fetcher: &Fetcher, starts: Vec<Url>, pause: Duration) -> Collected {
    let mut walk = Walk::from(starts);
    while let Some((url, depth)) = walk.next() {
        match file(fetcher, &url).await {
            Ok(listing) => walk.took(listing, depth),
            Err(problem) => walk.collected.problems.push((url, problem)),
        }
        if !walk.waiting.is_empty() {
            tokio::time::sleep(pause).await;
        }
    }
    walk.collected.pages.sort_by_key(|page| std::cmp::Reverse(page.changed_at_ms));
    walk.collected
}

async fn file(fetcher: &Fetcher, url: &Url) -> Result<Listing, Problem> {
    Ok(parse(&fetcher.file(url, FETCHED_BYTES_MAX).await?)?)
}

struct Walk {
    waiting: VecDeque<(Url, usize)>,
    files: BTreeSet<Url>,
    pages: BTreeSet<Url>,
    collected: Collected,
}

impl Walk {
    fn from(starts: Vec<Url>) -> Self {
        let mut walk = Self {
            waiting: VecDeque::new(),
            files: BTreeSet::new(),
            pages: BTreeSet::new(),
            collected: Collected::default(),
        };
        walk.wait_for(starts, 0);
        walk
    }

    fn next(&mut self) -> Option<(Url, usize)> {
        self.waiting.pop_front().filter(|_| self.pages.len() < PAGES_MAX)
    }

    fn took(&mut self, listing: Listing, depth: usize) {
        if depth < DEPTH_MAX {
            self.wait_for(listing.files.into_iter().map(|file| file.url), depth + 1);
        }
        for page in listing.pages {
            if self.pages.len() < PAGES_MAX && self.pages.insert(page.url.clone()) {
                self.collected.pages.push(page);
            }
        }
    }

    fn wait_for(&mut self, files: impl IntoIterator<Item = Url>, depth: usize) {
        for url in files {
            if self.files.len() < FILES_MAX && self.files.insert(url.clone()) {
                self.waiting.push_back((url, depth));
            }
        }
    }
}
