//! The second step of reading a site: which pages are read, from its sitemaps, from what was known, and its start.

use std::{collections::BTreeMap, time::Duration};

use super::{rows, then};
use crate::{
    actions::{SiteTurn, Then},
    app::Shared,
    error::Error,
    fetch::{
        Fetcher,
        frontier::{Known, Pace, PageState, Renewal, Scope, Site, renew, seed},
        robots::{self, Robots},
        sitemap::walk::{Collected, collect, starts},
    },
    store::{SitePageRow, SiteReading},
};

pub(super) async fn step(app: &Shared, fetcher: &Fetcher, mut reading: SiteReading) -> Result<SiteTurn, Error> {
    let site = rows::site(&reading)?;
    let robots = rows::robots(&reading);
    let listed = listed(fetcher, &site, &reading, &robots).await;
    let known = app.store.read().await?.site_pages(reading.id, "", i64::MAX).await?;
    let now_ms = app.now().0;
    let Renewed { queued: renewed, forgotten, known } = renewed(known, &site, &listed, (&reading, now_ms))?;
    let new = seed(&site, &robots, &listed.pages, &known);

    rows::keep_pace(&mut reading, Pace::answered(&robots, now_ms));
    reading.listed_at = Some(app.now());
    let (queued, settled) = (renewed.len() + new.len(), known.states.len() - renewed.len());
    let then = match listed.problems.first() {
        Some((_, why)) if site.scope == Scope::Sitemap && queued == 0 => Then::Fails(why.to_string()),
        Some(_) | None => then(&mut reading, (queued, settled), (&robots, now_ms)),
    };
    let found = new.into_iter().map(|page| (page.address.into(), page.depth.into())).collect();
    Ok(SiteTurn { reading, page: None, renewed, forgotten, found, then })
}

/// What the site's sitemaps list.
async fn listed(fetcher: &Fetcher, site: &Site, reading: &SiteReading, robots: &Robots) -> Collected {
    if site.scope == Scope::Page {
        return Collected::default();
    }
    let rules = robots::parse(reading.robots.as_deref().unwrap_or_default().as_bytes());
    let pause_ms = Pace::answered(robots, 0).not_before_ms;
    let pause = Duration::from_millis(u64::try_from(pause_ms).unwrap_or(0));
    collect(fetcher, starts(&site.home, &rules), pause).await
}

#[derive(Default)]
struct Renewed {
    queued: Vec<SitePageRow>,
    forgotten: Vec<SitePageRow>,
    /// The states of those that stay.
    known: Known,
}

fn renewed(
    rows: Vec<SitePageRow>,
    site: &Site,
    listed: &Collected,
    (reading, now_ms): (&SiteReading, i64),
) -> Result<Renewed, Error> {
    let changed: BTreeMap<String, i64> =
        listed.pages.iter().filter_map(|entry| Some((site.normal(&entry.url).into(), entry.changed_at_ms?))).collect();
    let mut renewed = Renewed::default();
    for row in rows {
        let page = rows::page(&row)?;
        // A site that turns out to be elsewhere is listed twice in one reading.
        let is_read = row.read_at.is_some_and(|at| at > reading.started_at);
        let renewal =
            if is_read { Renewal::Keep(page) } else { renew(page, site, changed.get(&row.address).copied(), now_ms) };
        match renewal {
            Renewal::Keep(page) => drop(renewed.known.states.insert(row.address, page.state)),
            Renewal::Forget => renewed.forgotten.push(row),
            Renewal::Queue(page) => {
                renewed.known.states.insert(row.address, PageState::Queued);
                renewed.queued.push(rows::row(page, row.source));
            }
        }
    }
    Ok(renewed)
}
