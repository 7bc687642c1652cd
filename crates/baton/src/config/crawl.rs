//! Reading websites.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Crawl {
    /// Networks that may be read although they are not on the public internet, such as an intranet's: CIDR blocks or
    /// single addresses, separated by commas.
    pub allow: String,
    /// Most pages that one site may have.
    pub pages_max: i64,
    /// How many sites are read beside each other.
    pub sites_at_once: usize,
    /// An address at which a site's owner learns who reads it; part of the user agent.
    pub contact: String,
}

impl Default for Crawl {
    fn default() -> Self {
        Self { allow: String::new(), pages_max: 500, sites_at_once: 4, contact: String::new() }
    }
}

impl Crawl {
    /// The networks, one by one.
    pub fn networks(&self) -> impl Iterator<Item = &str> {
        self.allow.split(',').map(str::trim).filter(|network| !network.is_empty())
    }
}
