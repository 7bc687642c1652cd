//! Websites whose pages are knowledge: added, read again, cancelled, removed. What comes of reading one is `reading`.

mod page;
mod reading;

use url::Url;

use super::{
    access::Caller,
    apps::existing,
    audit::{note, target},
    indexing, post,
};
use crate::{
    app::{App, Shared},
    domain::{AFTER_EVERY_ID, Audience, Page, Site, SiteId, SitePage, SiteScope, SiteState, one_more},
    error::Error,
    store::{NewSite, StoreError, Tx},
};

pub use page::{PageFile, PageText, page_like, read_page};
pub use reading::{ReadSite, SavedPage, SiteTurn, Then, begin_due_sites, put_off, save_turn, site_reading};

const SITES_MAX: i64 = 200;
const DEPTH_MAX: i64 = 20;
const EVERY_HOURS_MAX: i64 = 24 * 365;
const DEPTH: i64 = 3;
const PAGES: i64 = 200;

/// A site that somebody wants to be read; absent fields get the usual values.
#[derive(Clone, Debug)]
pub struct SiteWish {
    pub address: String,
    pub scope: SiteScope,
    pub depth_max: Option<i64>,
    pub pages_max: Option<i64>,
    pub every_hours: Option<i64>,
}

/// Begins to read a site.
///
/// # Errors
/// When its address cannot or must not be read, it is there already, or a number does not fit.
pub async fn create_site(app: &Shared, caller: Caller, of: i64, wish: SiteWish) -> Result<Site, Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    let wish = checked(app, wish)?;
    let shared = app.clone();
    let create = app.store.write(move |tx| {
        Box::pin(async move {
            if tx.site_count(of).await? >= SITES_MAX {
                let detail = format!("an app has at most {SITES_MAX} sites; remove one first");
                return Err(Error::Conflict { reason: "full", detail });
            }
            let at = shared.now();
            let id = shared.ids.next(at);
            let SiteWish { address, scope, .. } = &wish;
            let depth_max = wish.depth_max.unwrap_or(DEPTH);
            let pages_max = wish.pages_max.unwrap_or(PAGES).min(shared.config.crawl.pages_max);
            let every_hours = wish.every_hours;
            let site = NewSite { id, app: of, address, scope: *scope, depth_max, pages_max, every_hours, at };
            tx.add_site(&site).await.map_err(taken)?;
            note(tx, (caller, of, at), ("site.added", target("site", id, address)), Vec::new()).await?;
            begin(&shared, tx, of, id).await
        })
    });
    create.await
}

fn taken(error: StoreError) -> Error {
    if error.is_taken() {
        let detail = "this address is read already; read that site again instead".into();
        return Error::Conflict { reason: "taken", detail };
    }
    error.into()
}

fn checked(app: &App, wish: SiteWish) -> Result<SiteWish, Error> {
    const EXAMPLE: &str = "is not the address of a page; it must look like https://example.com/help";
    let mut address = Url::parse(wish.address.trim()).map_err(|_| Error::field("address", EXAMPLE))?;
    app.guard.check_url(&address).map_err(|refused| Error::field("address", refused.to_string()))?;
    address.set_fragment(None);
    within("depth_max", wish.depth_max, (0, DEPTH_MAX))?;
    within("pages_max", wish.pages_max, (1, app.config.crawl.pages_max))?;
    within("every_hours", wish.every_hours, (1, EVERY_HOURS_MAX))?;
    Ok(SiteWish { address: address.into(), ..wish })
}

fn within(field: &str, value: Option<i64>, (min, max): (i64, i64)) -> Result<(), Error> {
    if value.is_none_or(|value| (min..=max).contains(&value)) {
        return Ok(());
    }
    Err(Error::field(field, format!("must be {min} to {max}")))
}

/// # Errors
/// When the caller does not work in the app.
pub async fn list_sites(
    app: &Shared,
    caller: Caller,
    of: i64,
    before: Option<&str>,
    limit: usize,
) -> Result<Page<Site>, Error> {
    caller.works_in(of)?;
    let found = app.store.read().await?.sites(of, before.unwrap_or(AFTER_EVERY_ID), one_more(limit)).await?;
    Ok(Page::cut(found, limit, |site| site.id.hex()))
}

/// # Errors
/// When the site is out of reach.
pub async fn show_site(app: &Shared, caller: Caller, of: i64, id: SiteId) -> Result<Site, Error> {
    caller.works_in(of)?;
    found(&mut app.store.read().await?, of, id).await
}

/// Its pages by address.
///
/// # Errors
/// When the site is out of reach.
pub async fn list_site_pages(
    app: &Shared,
    caller: Caller,
    (of, id): (i64, SiteId),
    after: Option<&str>,
    limit: usize,
) -> Result<Page<SitePage>, Error> {
    caller.works_in(of)?;
    let mut tx = app.store.read().await?;
    found(&mut tx, of, id).await?;
    let pages = tx.site_pages(id, after.unwrap_or_default(), one_more(limit)).await?;
    Ok(Page::cut(pages, limit, |page| page.address.clone()).map(Into::into))
}

/// Removes the site, its pages and what was read from them, from the next answer on.
///
/// # Errors
/// When the site is out of reach.
pub async fn remove_site(app: &Shared, caller: Caller, of: i64, id: SiteId) -> Result<(), Error> {
    caller.configures(of)?;
    let shared = app.clone();
    let remove = app.store.write(move |tx| {
        Box::pin(async move {
            let site = found(tx, of, id).await?;
            tx.remove_site(of, id).await?;
            indexing::schedule_learning(&shared, tx, of).await?;
            let removed = ("site.removed", target("site", id, site.address));
            note(tx, (caller, of, shared.now()), removed, Vec::new()).await
        })
    });
    remove.await
}

/// Reads the site again now; one that is being read goes on.
///
/// # Errors
/// When the site is out of reach.
pub async fn read_site_again(app: &Shared, caller: Caller, of: i64, id: SiteId) -> Result<Site, Error> {
    caller.configures(of)?;
    let shared = app.clone();
    let again = app.store.write(move |tx| {
        Box::pin(async move {
            let site = found(tx, of, id).await?;
            if site.state == SiteState::Reading { Ok(site) } else { begin(&shared, tx, of, id).await }
        })
    });
    again.await
}

/// Stops reading the site; what was read stays. It is read again when it would have been.
///
/// # Errors
/// When the site is out of reach.
pub async fn cancel_site(app: &Shared, caller: Caller, of: i64, id: SiteId) -> Result<Site, Error> {
    caller.configures(of)?;
    let shared = app.clone();
    let cancel = app.store.write(move |tx| {
        Box::pin(async move {
            let site = found(tx, of, id).await?;
            if site.state != SiteState::Reading {
                return Ok(site);
            }
            let next_at = reading::next_at(&site, shared.now());
            tx.end_site(id, (SiteState::Cancelled, None), next_at).await?;
            tell(&shared, tx, of, id).await
        })
    });
    cancel.await
}

async fn begin(app: &App, tx: &mut Tx, of: i64, id: SiteId) -> Result<Site, Error> {
    tx.begin_site(id, app.now()).await?;
    let reading = tx.site_reading(id).await?.ok_or(Error::NotFound("site"))?;
    reading::schedule(tx, &reading, app.now()).await?;
    tell(app, tx, of, id).await
}

async fn found(tx: &mut Tx, of: i64, id: SiteId) -> Result<Site, Error> {
    tx.site(of, id).await?.ok_or(Error::NotFound("site"))
}

/// Records the site as it is now and answers it.
async fn tell(app: &App, tx: &mut Tx, of: i64, id: SiteId) -> Result<Site, Error> {
    let site = found(tx, of, id).await?;
    post::record(tx, (of, None), ("site", Audience::Staff), &site, app.now()).await?;
    Ok(site)
}
