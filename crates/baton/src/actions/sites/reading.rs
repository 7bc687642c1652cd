//! Reading a site, step by step. A step is a job: whoever does it looks at the site, asks the network, and hands in
//! what is to be saved. The next step is saved with it, so that a crash loses nothing and doing one twice changes
//! nothing.

use handover::Timestamp;
use serde::{Deserialize, Serialize};

use super::{page, page::PageText, tell};
use crate::{
    actions::indexing,
    app::Shared,
    domain::{Site, SiteId, SiteState},
    error::Error,
    store::{NewJob, SitePageRow, SiteReading, Tx},
};

const HOUR_MS: i64 = 60 * 60 * 1_000;
/// Between two readings, however long one takes.
const REST_MIN_MS: i64 = HOUR_MS;
const DUE_AT_ONCE: i64 = 100;
/// While as many sites are read as may be at once.
const PUT_OFF_MS: i64 = 1_000;
const NOTHING: &str = "No page was found there. Check the address; a site that is made by scripts alone cannot be read, \
                       and neither can what its sitemap lists of other sites.";

/// The job of one step.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct ReadSite {
    pub site: SiteId,
    pub turn: i64,
}

impl ReadSite {
    pub const KIND: &'static str = "read_site";
}

/// What a step came to, to be saved all of it together.
#[derive(Debug)]
pub struct SiteTurn {
    /// As it is from now on.
    pub reading: SiteReading,
    pub page: Option<SavedPage>,
    /// Pages of the last reading that are to be read in this one.
    pub renewed: Vec<SitePageRow>,
    /// Pages that no longer belong to the site.
    pub forgotten: Vec<SitePageRow>,
    /// Addresses of new pages, and how many links away each is.
    pub found: Vec<(String, i64)>,
    pub then: Then,
}

/// A page after it was fetched; with its text if that is new.
#[derive(Debug)]
pub struct SavedPage {
    pub row: SitePageRow,
    pub text: Option<PageText>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    GoesOn,
    Ends,
    /// With why, and what to do.
    Fails(String),
}

/// The site as this step finds it; nothing if the step comes too late.
///
/// # Errors
/// When the database fails.
pub async fn site_reading(app: &Shared, job: ReadSite) -> Result<Option<SiteReading>, Error> {
    let found = app.store.read().await?.site_reading(job.site).await?;
    Ok(found.filter(|reading| reading.turn == job.turn))
}

/// Saves a step and what follows, unless it comes too late.
///
/// # Errors
/// When the database fails; then the step is done again.
pub async fn save_turn(app: &Shared, turn: SiteTurn) -> Result<(), Error> {
    let shared = app.clone();
    let save = app.store.write(move |tx| {
        Box::pin(async move {
            let SiteTurn { mut reading, page, renewed, forgotten, found, then } = turn;
            let (of, site) = (reading.app, reading.id);
            if !is_next(tx, &reading).await? {
                return Ok(());
            }
            for row in &forgotten {
                page::forget(&shared, tx, of, row).await?;
                tx.forget_site_page(site, &row.address).await?;
            }
            for row in &renewed {
                tx.save_site_page(site, row).await?;
            }
            if let Some(saved) = page {
                page::save(&shared, tx, &reading, saved).await?;
            }
            for (address, depth) in &found {
                tx.queue_site_page(site, address, *depth).await?;
            }
            reading.turn += 1;
            tx.save_site_reading(&reading).await?;
            match then {
                Then::GoesOn => schedule(tx, &reading, shared.now()).await?,
                Then::Ends => end(&shared, tx, &reading, None).await?,
                Then::Fails(why) => end(&shared, tx, &reading, Some(why)).await?,
            }
            tell(&shared, tx, of, site).await.map(drop)
        })
    });
    save.await
}

/// Leaves a step for later: there is no place for it now.
///
/// # Errors
/// When the database fails.
pub async fn put_off(app: &Shared, mut reading: SiteReading) -> Result<(), Error> {
    let now = app.now();
    let put_off = app.store.write(move |tx| {
        Box::pin(async move {
            if !is_next(tx, &reading).await? {
                return Ok(());
            }
            reading.turn += 1;
            reading.not_before = reading.not_before.max(now.plus(PUT_OFF_MS));
            tx.save_site_reading(&reading).await?;
            schedule(tx, &reading, now).await
        })
    });
    put_off.await
}

async fn is_next(tx: &mut Tx, reading: &SiteReading) -> Result<bool, Error> {
    Ok(tx.site_reading(reading.id).await?.is_some_and(|now| now.turn == reading.turn))
}

pub(super) async fn schedule(tx: &mut Tx, reading: &SiteReading, now: Timestamp) -> Result<(), Error> {
    let job = ReadSite { site: reading.id, turn: reading.turn };
    let body = serde_json::to_string(&job).map_err(Error::internal)?;
    let dedupe = format!("{}:{}:{}", ReadSite::KIND, job.site, job.turn);
    let due_at = reading.not_before.max(now);
    Ok(tx
        .add_job(&NewJob { kind: ReadSite::KIND, app: Some(reading.app), dedupe: &dedupe, body: &body, due_at }, now)
        .await?)
}

async fn end(app: &Shared, tx: &mut Tx, reading: &SiteReading, why: Option<String>) -> Result<(), Error> {
    let site = super::found(tx, reading.app, reading.id).await?;
    let is_empty = site.pages.read + site.pages.unchanged + site.pages.duplicate == 0;
    let why = match why {
        None if is_empty => Some(tx.first_site_trouble(site.id).await?.unwrap_or_else(|| NOTHING.into())),
        why => why,
    };
    let state = if why.is_some() { SiteState::Failed } else { SiteState::Done };
    tx.end_site(site.id, (state, why.as_deref()), next_at(&site, app.now())).await?;
    indexing::schedule_learning(app, tx, reading.app).await
}

/// When a site is read again.
pub(super) fn next_at(site: &Site, now: Timestamp) -> Option<Timestamp> {
    let hours = site.every_hours?;
    Some(Timestamp(site.started_at).plus(hours.saturating_mul(HOUR_MS)).max(now.plus(REST_MIN_MS)))
}

/// Begins to read again what is due; answers when the next site is.
///
/// # Errors
/// When the database fails.
pub async fn begin_due_sites(app: &Shared) -> Result<Option<Timestamp>, Error> {
    let next = app.store.read().await?.next_site_due().await?;
    if next.is_none_or(|next| next > app.now()) {
        return Ok(next);
    }
    let shared = app.clone();
    let begin = app.store.write(move |tx| {
        Box::pin(async move {
            for (of, site) in tx.sites_due(shared.now(), DUE_AT_ONCE).await? {
                super::begin(&shared, tx, of, site).await?;
            }
            Ok(tx.next_site_due().await?)
        })
    });
    begin.await
}
