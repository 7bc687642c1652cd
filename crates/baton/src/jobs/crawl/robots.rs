//! The first step of reading a site: what it allows to be read.

use super::{given_up, only, rows};
use crate::{
    actions::{SiteTurn, Then},
    app::Shared,
    error::Error,
    fetch::{
        FetchError, Fetcher,
        frontier::{Course, Pace, Progress},
        robots::{self, Robots},
    },
    store::SiteReading,
};

/// A site of which nothing was ever read is more likely a wrong address than one that is down for a while.
const FIRST_TRIES: u32 = 3;

pub(super) async fn step(app: &Shared, fetcher: &Fetcher, mut reading: SiteReading) -> Result<SiteTurn, Error> {
    let site = rows::site(&reading)?;
    let text = robots::text(fetcher, &site.home).await;
    let now_ms = app.now().0;
    match text {
        Ok(text) => {
            rows::keep_pace(&mut reading, Pace::answered(&Robots::of(Ok(&text)), now_ms));
            reading.robots = Some(text);
            Ok(only(reading, Then::GoesOn))
        }
        Err(why) => {
            let closed = Robots::of(Err(why.clone()));
            let pace = rows::pace(&reading).failed(&why, &closed, now_ms);
            rows::keep_pace(&mut reading, pace);
            let is_new = app.store.read().await?.site_page_states(reading.id).await?.is_empty();
            Ok(only(reading, after(&why, pace, is_new)))
        }
    }
}

fn after(why: &FetchError, pace: Pace, is_new: bool) -> Then {
    let waiting = Progress { queued: 1, ..Progress::default() };
    if !why.is_passing() || (is_new && pace.failures >= FIRST_TRIES) {
        return Then::Fails(why.to_string());
    }
    match waiting.course(pace) {
        Course::GoesOn { .. } | Course::Done => Then::GoesOn,
        Course::GivenUp => Then::Fails(format!("{} {why}", given_up(pace))),
    }
}
