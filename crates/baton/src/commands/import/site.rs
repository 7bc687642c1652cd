//! Has the server read a website, and says what became of each page.

use std::io::Write;

use clap::ValueEnum;
use serde_json::{Value, json};

use super::{LOOK_AGAIN, door::Door};

const PAGES_AT_ONCE: usize = 100;

/// How much of an address is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Scope {
    /// This page alone
    Page,
    /// The pages that the sitemap lists
    Sitemap,
    /// What can be reached by links below the address
    Site,
}

impl Scope {
    pub fn of(address: &str) -> Self {
        let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        if [".xml", ".xml.gz"].iter().any(|ending| path.ends_with(ending)) { Self::Sitemap } else { Self::Site }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Sitemap => "sitemap",
            Self::Site => "site",
        }
    }
}

/// Answers whether nothing failed.
pub(super) async fn import(
    door: &Door,
    app: i64,
    (address, scope, pages_max): (&str, Scope, Option<i64>),
) -> anyhow::Result<bool> {
    let wish = json!({ "address": address, "scope": scope.word(), "pages_max": pages_max });
    let mut site = door.post(&format!("/apps/{app}/sites"), &wish).await?;
    let path = format!("/apps/{app}/sites/{}", site["id"].as_str().unwrap_or_default());
    while site["state"] == "reading" {
        tokio::time::sleep(LOOK_AGAIN).await;
        site = door.get(&path).await?;
        eprint!("\r{}", progress(&site));
        // A line that is not shown at once is shown with the next.
        let _ = std::io::stderr().flush();
    }
    eprintln!();
    let failed = tell_pages(door, &path).await?;
    if let Some(error) = site["error"].as_str() {
        println!("failed   {address}: {error}");
    }
    Ok(failed == 0 && site["state"] == "done")
}

fn progress(site: &Value) -> String {
    let count = |kind: &str| site["pages"][kind].as_i64().unwrap_or_default();
    format!("{} pages read, {} to go, {} failed ", count("read") + count("unchanged"), count("queued"), count("failed"))
}

/// Prints them all; answers how many failed.
async fn tell_pages(door: &Door, site: &str) -> anyhow::Result<usize> {
    let mut failed = 0;
    let mut after = String::new();
    loop {
        let path = format!("{site}/pages?limit={PAGES_AT_ONCE}&after={after}");
        let page = door.get(&path).await?;
        for one in page["items"].as_array().into_iter().flatten() {
            failed += usize::from(one["state"] == "failed");
            println!("{}", told(one));
        }
        match page["next"].as_str() {
            Some(next) => after = url::form_urlencoded::byte_serialize(next.as_bytes()).collect(),
            None => return Ok(failed),
        }
    }
}

fn told(page: &Value) -> String {
    let (state, address) = (page["state"].as_str().unwrap_or_default(), page["address"].as_str().unwrap_or_default());
    let why = page["error"].as_str().map(|error| format!(": {error}")).unwrap_or_default();
    format!("{state:<9} {address}{why}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_tells_whether_it_is_a_sitemap() {
        assert_eq!(Scope::of("https://example.com/Sitemap.XML?x=1"), Scope::Sitemap);
        assert_eq!(Scope::of("https://example.com/sitemap.xml.gz"), Scope::Sitemap);
        assert_eq!(Scope::of("https://example.com/help"), Scope::Site);
    }

    #[test]
    fn a_page_that_failed_says_why() {
        let page = json!({ "state": "failed", "address": "https://example.com/a", "error": "it is too large" });
        assert_eq!(told(&page), "failed    https://example.com/a: it is too large");
    }
}
