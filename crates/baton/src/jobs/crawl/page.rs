//! Every further step of reading a site: one page.

use super::{only, rows, then};
use crate::{
    actions::{self, Format, PageFile, PageText, SavedPage, SiteTurn, Then},
    app::Shared,
    error::Error,
    fetch::{
        Download, Fetched, Fetcher, Media, Validators, charset,
        frontier::{self, Before, Ground, Known, Outcome, Page, PageState, Reading, Step},
        links::{self, Links},
        robots::Robots,
    },
    store::{SitePageRow, SiteReading},
};

const XML: &str = "This is XML, which is made for programs. If it is a sitemap, add the site with the scope `sitemap`.";

pub(super) async fn step(app: &Shared, fetcher: &Fetcher, reading: SiteReading) -> Result<SiteTurn, Error> {
    let mut tx = app.store.read().await?;
    let Some(row) = tx.next_site_page(reading.id).await? else { return Ok(only(reading, Then::Ends)) };
    let states = tx.site_page_states(reading.id).await?;
    drop(tx);
    let states = states.into_iter().map(|(address, state, detail)| (address, rows::state(state, detail)));
    let known = Known { states: states.collect() };
    let (site, robots) = (rows::site(&reading)?, rows::robots(&reading));
    let page = rows::page(&row)?;
    let ground = Ground { site: &site, robots: &robots, pace: rows::pace(&reading), now_ms: app.now().0 };
    match frontier::before(&page, ground) {
        Before::Wait(pace) => {
            let mut reading = reading;
            rows::keep_pace(&mut reading, pace);
            Ok(only(reading, Then::GoesOn))
        }
        Before::Skip(page) => {
            let step = Step { page: *page, queued: Vec::new(), home: None, pace: ground.pace };
            Ok(turn(reading, (step, row, None), (&known, &robots, app.now().0)))
        }
        Before::Fetch => {
            let (outcome, text) = fetch(app, fetcher, &reading, (&page, &row)).await?;
            let why = if let Outcome::Failed(why) = &outcome { Some(why.to_string()) } else { None };
            let now_ms = app.now().0;
            let step = frontier::step(page, outcome, &known, Ground { now_ms, ..ground });
            let mut turn = turn(reading, (step, row, text), (&known, &robots, now_ms));
            if let (Then::Fails(given_up), Some(why)) = (&mut turn.then, why) {
                *given_up = format!("{given_up} The last time: {why}");
            }
            Ok(turn)
        }
    }
}

fn turn(
    mut reading: SiteReading,
    (step, row, text): (Step, SitePageRow, Option<PageText>),
    (known, robots, now_ms): (&Known, &Robots, i64),
) -> SiteTurn {
    rows::keep_pace(&mut reading, step.pace);
    let is_queued = |state: &PageState| *state == PageState::Queued;
    let others = known.states.iter().filter(|(address, state)| **address != row.address && is_queued(state)).count();
    let queued = others + usize::from(is_queued(&step.page.state)) + step.queued.len();
    let settled = known.states.len() + step.queued.len() - queued;
    let mut then = then(&mut reading, (queued, settled), (robots, now_ms));
    if let Some(home) = step.home {
        // Another host has its own wishes and its own sitemaps.
        reading.home = home.into();
        (reading.robots, reading.listed_at) = (None, None);
        then = Then::GoesOn;
    }
    let is_new = step.page.state == PageState::Read;
    let page = SavedPage { row: rows::row(step.page, row.source), text: text.filter(|_| is_new) };
    let found = step.queued.into_iter().map(|page| (page.address.into(), page.depth.into())).collect();
    SiteTurn { page: Some(page), found, ..only(reading, then) }
}

async fn fetch(
    app: &Shared,
    fetcher: &Fetcher,
    reading: &SiteReading,
    (page, row): (&Page, &SitePageRow),
) -> Result<(Outcome, Option<PageText>), Error> {
    let known = (page.validators != Validators::default()).then_some(&page.validators);
    match fetcher.get(&page.address, known).await {
        Ok(Fetched::Unchanged) => Ok((Outcome::Unchanged, None)),
        Ok(Fetched::Page(download)) => read(app, reading, row, download).await,
        Err(why) => Ok((Outcome::Failed(why), None)),
    }
}

async fn read(
    app: &Shared,
    reading: &SiteReading,
    row: &SitePageRow,
    download: Download,
) -> Result<(Outcome, Option<PageText>), Error> {
    let (download, links) = tokio::task::spawn_blocking(move || prepared(download)).await.map_err(Error::internal)?;
    let format = match download.content.media {
        Media::Html => Some(Format::Html),
        Media::Text => Some(Format::Text),
        Media::Markdown => Some(Format::Markdown),
        Media::Pdf => Some(Format::Pdf),
        Media::Xml => None,
    };
    let text = match format {
        Some(format) => {
            let file = PageFile { address: row.address.clone(), format, bytes: download.bytes.clone() };
            actions::read_page(app, file).await?
        }
        None => Err(XML.to_owned()),
    };
    let hash = text.as_ref().map(|text| text.fingerprint().to_owned()).map_err(Clone::clone);
    let mut outcome = Reading::of(download, links, hash);
    if let Ok(text) = &text {
        outcome.same_text_at = actions::page_like(app, reading.app, text, row.source).await?;
    }
    Ok((Outcome::Read(Box::new(outcome)), text.ok()))
}

/// The page in UTF-8, if it is of text, and where it leads.
fn prepared(mut download: Download) -> (Download, Links) {
    let label = download.content.charset.as_deref();
    let links = match download.content.media {
        Media::Html => links::read(&download.bytes, label, &download.url),
        Media::Text | Media::Markdown | Media::Pdf | Media::Xml => Links::default(),
    };
    if download.content.media != Media::Pdf {
        download.bytes = charset::decode(&download.bytes, label).into_bytes();
    }
    (download, links)
}
