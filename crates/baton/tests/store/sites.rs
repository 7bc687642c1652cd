//! Sites and their pages: which is read next, how far reading is, and which site is due.

use baton::{
    domain::{SiteId, SitePageState, SiteScope, SiteState},
    store::{NewSite, SitePageRow},
};

use crate::{Database, Desk, desk::NOW, on_both};

on_both![
    a_site_is_read_from_where_it_was_left,
    the_page_that_failed_least_and_is_nearest_comes_first,
    pages_are_counted_by_state,
    what_is_due_is_told_and_when_the_next_is,
    an_address_is_a_site_once_in_an_app,
];

async fn site(shop: &Desk, address: &'static str) -> SiteId {
    let (id, app) = (shop.id(), shop.app);
    let (scope, depth_max, pages_max, every_hours, at) = (SiteScope::Site, 3, 9, Some(24), NOW);
    shop.write(move |tx| {
        Box::pin(async move {
            tx.add_site(&NewSite { id, app, address, scope, depth_max, pages_max, every_hours, at }).await?;
            tx.begin_site(id, NOW).await
        })
    })
    .await;
    id
}

async fn queues(shop: &Desk, site: SiteId, pages: &'static [(&'static str, i64)]) {
    shop.write(move |tx| {
        Box::pin(async move {
            for (address, depth) in pages {
                tx.queue_site_page(site, address, *depth).await?;
            }
            Ok(())
        })
    })
    .await;
}

async fn saves(shop: &Desk, site: SiteId, change: impl FnOnce(&mut SitePageRow) + Send + 'static) {
    shop.write(move |tx| {
        Box::pin(async move {
            let mut page = tx.next_site_page(site).await?.expect("one is queued");
            change(&mut page);
            tx.save_site_page(site, &page).await
        })
    })
    .await;
}

async fn next(shop: &Desk, site: SiteId) -> String {
    shop.read().await.next_site_page(site).await.unwrap().map(|page| page.address).unwrap_or_default()
}

async fn a_site_is_read_from_where_it_was_left(database: &Database) {
    let shop = Desk::open(database).await;
    let id = site(&shop, "https://shop.example/").await;
    let mut reading = shop.read().await.site_reading(id).await.unwrap().unwrap();
    assert_eq!((reading.home.as_str(), reading.turn, &reading.robots), ("https://shop.example/", 1, &None));
    reading.home = "https://www.shop.example/".into();
    reading.robots = Some("User-agent: *".into());
    reading.listed_at = Some(NOW);
    reading.not_before = NOW.plus(1_000);
    (reading.failures, reading.turn, reading.remaining_ms) = (2, 2, Some(7));
    let saved = reading.clone();
    shop.write(move |tx| Box::pin(async move { tx.save_site_reading(&saved).await })).await;
    assert_eq!(shop.read().await.site_reading(id).await.unwrap(), Some(reading));

    shop.write(move |tx| Box::pin(async move { tx.end_site(id, (SiteState::Cancelled, None), None).await })).await;
    assert_eq!(shop.read().await.site_reading(id).await.unwrap(), None);
    shop.write(move |tx| Box::pin(async move { tx.begin_site(id, NOW).await })).await;
    let again = shop.read().await.site_reading(id).await.unwrap().unwrap();
    assert_eq!((again.turn, again.robots, again.listed_at, again.failures), (4, None, None, 0));
    assert_eq!((again.home.as_str(), again.not_before), ("https://www.shop.example/", NOW.plus(1_000)));
}

async fn the_page_that_failed_least_and_is_nearest_comes_first(database: &Database) {
    let shop = Desk::open(database).await;
    let id = site(&shop, "https://shop.example/").await;
    queues(&shop, id, &[("/far", 2), ("/near", 1), ("/too", 1), ("/near", 1)]).await;
    assert_eq!(next(&shop, id).await, "/near");
    saves(&shop, id, |page| page.tries = 1).await;
    assert_eq!(next(&shop, id).await, "/too");
    saves(&shop, id, |page| page.state = SitePageState::Gone).await;
    assert_eq!(next(&shop, id).await, "/far");
    shop.write(move |tx| Box::pin(async move { tx.forget_site_page(id, "/far").await })).await;
    assert_eq!(next(&shop, id).await, "/near");
}

async fn pages_are_counted_by_state(database: &Database) {
    let shop = Desk::open(database).await;
    let id = site(&shop, "https://shop.example/").await;
    queues(&shop, id, &[("/a", 0), ("/b", 1), ("/c", 2)]).await;
    saves(&shop, id, |page| {
        page.state = SitePageState::Failed;
        page.detail = Some("status 500".into());
        page.read_at = Some(NOW);
    })
    .await;
    let mut tx = shop.read().await;
    let pages = tx.site(shop.app, id).await.unwrap().unwrap().pages;
    assert_eq!((pages.queued, pages.failed, pages.read), (2, 1, 0));
    assert_eq!(tx.first_site_trouble(id).await.unwrap().as_deref(), Some("status 500"));
    assert_eq!(tx.site_pages(id, "/a", 9).await.unwrap().len(), 2);
    let states = tx.site_page_states(id).await.unwrap();
    assert!(states.contains(&("/a".into(), SitePageState::Failed, Some("status 500".into()))));
    assert_eq!(states.len(), 3);
}

async fn what_is_due_is_told_and_when_the_next_is(database: &Database) {
    let shop = Desk::open(database).await;
    let (soon, later) = (site(&shop, "https://a.example/").await, site(&shop, "https://b.example/").await);
    assert_eq!(shop.read().await.next_site_due().await.unwrap(), None);
    for (id, ms) in [(soon, 10), (later, 20)] {
        let ended = (SiteState::Done, None);
        shop.write(move |tx| Box::pin(async move { tx.end_site(id, ended, Some(NOW.plus(ms))).await })).await;
    }
    let mut tx = shop.read().await;
    assert_eq!(tx.sites_due(NOW.plus(15), 9).await.unwrap(), [(shop.app, soon)]);
    assert_eq!(tx.next_site_due().await.unwrap(), Some(NOW.plus(10)));
    assert_eq!(tx.site_count(shop.app).await.unwrap(), 2);
}

async fn an_address_is_a_site_once_in_an_app(database: &Database) {
    let shop = Desk::open(database).await;
    site(&shop, "https://shop.example/").await;
    let (id, app, address) = (shop.id(), shop.app, "https://shop.example/");
    let (scope, depth_max, pages_max, every_hours, at) = (SiteScope::Page, 0, 1, None, NOW);
    let again = shop.store.write(move |tx| {
        Box::pin(async move {
            tx.add_site(&NewSite { id, app, address, scope, depth_max, pages_max, every_hours, at }).await
        })
    });
    assert!(again.await.unwrap_err().is_taken());
}
