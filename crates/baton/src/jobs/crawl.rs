//! Reads websites: one request a step, then the next step waits in the outbox until the site may be asked again. So
//! sites are read beside each other, and what was agreed with one survives a crash.

mod list;
mod page;
mod robots;
mod rows;

use tokio::sync::Semaphore;

use crate::{
    actions::{self, ReadSite, SiteTurn, Then},
    app::{App, Shared},
    error::Error,
    fetch::{
        Fetcher,
        frontier::{Course, Pace, Progress},
        robots::Robots,
    },
    store::SiteReading,
};

pub(super) struct Crawler {
    fetcher: Fetcher,
    places: Semaphore,
}

impl Crawler {
    pub(super) fn new(app: &App) -> anyhow::Result<Self> {
        let settings = &app.config.crawl;
        let contact = (!settings.contact.is_empty()).then_some(settings.contact.as_str());
        let fetcher = Fetcher::new(app.guard.clone(), contact)?;
        Ok(Self { fetcher, places: Semaphore::new(settings.sites_at_once.max(1)) })
    }

    /// Does one step of reading a site. Doing it twice changes nothing.
    pub(super) async fn step(&self, app: &Shared, job: ReadSite) -> Result<(), Error> {
        let Some(reading) = actions::site_reading(app, job).await? else { return Ok(()) };
        let Ok(_place) = self.places.try_acquire() else { return actions::put_off(app, reading).await };
        let turn = match (&reading.robots, reading.listed_at) {
            (None, _) => robots::step(app, &self.fetcher, reading).await?,
            (Some(_), None) => list::step(app, &self.fetcher, reading).await?,
            (Some(_), Some(_)) => page::step(app, &self.fetcher, reading).await?,
        };
        actions::save_turn(app, turn).await
    }
}

/// A turn that changes nothing but the reading itself.
fn only(reading: SiteReading, then: Then) -> SiteTurn {
    SiteTurn { reading, page: None, renewed: Vec::new(), forgotten: Vec::new(), found: Vec::new(), then }
}

/// What follows when so many pages of the site are queued, and all others are settled.
fn then(reading: &mut SiteReading, (queued, settled): (usize, usize), (robots, now_ms): (&Robots, i64)) -> Then {
    let progress = Progress { queued, settled, elapsed_ms: now_ms - reading.started_at.0 };
    reading.remaining_ms = Some(progress.remaining_ms(robots));
    match progress.course(rows::pace(reading)) {
        Course::GoesOn { .. } => Then::GoesOn,
        Course::Done => Then::Ends,
        Course::GivenUp => Then::Fails(given_up(rows::pace(reading))),
    }
}

fn given_up(pace: Pace) -> String {
    format!("The site failed {} times in a row, so reading it stopped. Read it again when it works.", pace.failures)
}
