//! What an admin asked to be read, and which addresses belong to it.

use url::Url;

use super::{
    super::{address, sitemap::walk::is_sitemap},
    traps::{self, Trap},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// This address and no other.
    Page,
    /// What the site's sitemaps list.
    Sitemap,
    /// What can be reached by links and is below the address.
    Site,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// As the admin entered it.
    pub address: Url,
    /// Where that address led when it was last read; at first the address itself. What is at home there belongs
    /// to the site.
    pub home: Url,
    pub scope: Scope,
    pub depth_max: u32,
    /// Of rows, whatever their state.
    pub pages_max: usize,
}

/// Why an address does not belong to a site.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Outside {
    #[error("It leads to another site. Add that site by itself if it should be read.")]
    OtherSite,
    #[error("It is not below {0}, where this site was told to begin. Add it by itself, or begin higher up.")]
    OtherPart(String),
    #[error("It is more links away from the start than this site was told to follow.")]
    TooDeep,
    #[error(transparent)]
    Trap(#[from] Trap),
}

impl Scope {
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Sitemap => "sitemap",
            Self::Site => "site",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Page, Self::Sitemap, Self::Site].into_iter().find(|scope| scope.as_str() == word)
    }
}

impl Site {
    /// Where reading begins.
    #[must_use]
    pub fn start(&self) -> Url {
        address::normal(&self.address)
    }

    /// The normal form of an address found on this site: a site that is secure has no page that is not.
    #[must_use]
    pub fn normal(&self, url: &Url) -> Url {
        let mut normal = address::normal(url);
        let is_same_host = normal.host() == self.home.host() && normal.port().is_none() && self.home.port().is_none();
        if is_same_host && self.home.scheme() == "https" && normal.scheme() == "http" {
            let _ = normal.set_scheme("https"); // Both are schemes of the web: it cannot fail.
        }
        normal
    }

    /// Whether a normal address belongs to the site.
    ///
    /// # Errors
    /// Why it does not.
    pub fn admits(&self, url: &Url) -> Result<(), Outside> {
        if *url == self.start() {
            return Ok(());
        }
        if url.origin() != self.home.origin() {
            return Err(Outside::OtherSite);
        }
        let part = self.part();
        if !is_below(url.path(), &part) {
            return Err(Outside::OtherPart(part));
        }
        match self.scope {
            Scope::Page => Err(Outside::OtherPart(self.address.path().to_owned())),
            // The site itself lists it: no trap.
            Scope::Sitemap => Ok(()),
            Scope::Site => traps::check(url).map_err(Outside::Trap),
        }
    }

    /// The same site after its start was found at `landed`, if that is not at home.
    pub(super) fn moved(&self, landed: &Url) -> Option<Self> {
        let is_home = landed.origin() == self.home.origin() && is_below(landed.path(), &self.part());
        (!is_home && self.scope != Scope::Page).then(|| Self { home: landed.clone(), ..self.clone() })
    }

    /// The part of the host that belongs to the site: below the address, or below home if that is elsewhere.
    fn part(&self) -> String {
        let part = part(&self.address);
        if is_below(self.home.path(), &part) { part } else { part_of_path(self.home.path()) }
    }
}

fn part(address: &Url) -> String {
    if is_sitemap(address) { "/".to_owned() } else { part_of_path(address.path()) }
}

/// A file stands for its folder.
fn part_of_path(path: &str) -> String {
    match path.rsplit_once('/') {
        Some((folder, file)) if file.contains('.') => format!("{folder}/"),
        Some(_) | None => path.to_owned(),
    }
}

fn is_below(path: &str, part: &str) -> bool {
    let part = part.strip_suffix('/').unwrap_or(part);
    path.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
