//! What nobody asked for just now: the outbox, deadlines, leases that run out, what nobody needs any more.
//!
//! One loop sleeps until something is due or the bell rings; jobs run beside it, a bounded number at a time.

mod calls;
mod crawl;
mod deliver;
mod follow;
mod held;
mod model;
mod outbox;
mod send;
mod tidy;

use std::{sync::Arc, time::Duration};

use anyhow::Context;
use tokio::{sync::Semaphore, task::JoinHandle};

pub use model::{bring_model, model_folder};

use crate::{actions, app::Shared, error::Error, fetch::guarded_client};
use crawl::Crawler;
use held::Held;
use send::Post;

/// At the latest it looks again after this, whatever it was told.
const SLEEP_MAX: Duration = Duration::from_secs(5);
const AFTER_AN_ERROR: Duration = Duration::from_secs(1);

/// How jobs reach the world outside.
#[derive(Clone)]
struct Hands {
    webhooks: reqwest::Client,
    crawler: Arc<Crawler>,
    post: Arc<Post>,
}

/// So many mails and pushes are on their way at once.
const MESSAGES_AT_ONCE: u32 = 8;

/// So many jobs are done at once, of each kind of work.
struct Places {
    answers: Arc<Semaphore>,
    messages: Arc<Semaphore>,
    held: Held,
}

/// Why a job was not done.
enum Fault {
    /// It is tried again later.
    Again(String),
    /// Trying again cannot help.
    Final(String),
}

/// Starts the jobs; they end when the program is closing and what was begun is done.
///
/// # Errors
/// When no client for webhooks, websites or mail can be set up.
pub fn start(app: Shared) -> anyhow::Result<JoinHandle<()>> {
    let webhook_timeout = Duration::from_millis(app.config.answers.webhook_timeout_ms);
    let webhooks = guarded_client(&Arc::new(app.guard.clone()), webhook_timeout)?;
    let crawler = Crawler::new(&app).context("in the setting crawl.contact")?;
    let post = Post::new(&app).context("in the section [notify] of the settings")?;
    let hands = Hands { webhooks, crawler: Arc::new(crawler), post: Arc::new(post) };
    let following = follow::run(app.clone());
    Ok(tokio::spawn(async move {
        tokio::join!(run(app, hands), following);
    }))
}

async fn run(app: Shared, hands: Hands) {
    let at_once = app.config.answers.at_once.max(1);
    let places = Places {
        answers: Arc::new(Semaphore::new(at_once)),
        messages: Arc::new(Semaphore::new(MESSAGES_AT_ONCE as usize)),
        held: Held::default(),
    };
    let mut closing = app.closing.subscribe();
    let mut tidy_at = app.now();
    while !*closing.borrow() {
        tidy_at = tidy::when_due(&app, tidy_at).await;
        let sleep = match turn(&app, &hands, &places).await {
            Ok(sleep) => sleep,
            Err(error) => {
                tracing::error!(error = format!("{error:?}"), "the jobs failed; trying again");
                AFTER_AN_ERROR
            }
        };
        tokio::select! {
            () = app.bell.notified() => {}
            () = tokio::time::sleep(sleep) => {}
            () = async { drop(closing.wait_for(|closing| *closing).await) } => {}
        }
    }
    // All places free again: nothing is being done any more.
    let _ = places.answers.acquire_many(u32::try_from(at_once).unwrap_or(u32::MAX)).await;
    let _ = places.messages.acquire_many(MESSAGES_AT_ONCE).await;
}

/// Does what is due; answers how long nothing will be.
async fn turn(app: &Shared, hands: &Hands, places: &Places) -> Result<Duration, Error> {
    let next = [
        outbox::take(app, hands, places).await?,
        actions::overdue(app).await?,
        actions::climb(app).await?,
        actions::end_leases(app).await?,
        actions::end_quiet_episodes(app).await?,
        actions::begin_due_sites(app).await?,
        actions::sweep(app).await?,
    ];
    let Some(next) = next.into_iter().flatten().min() else { return Ok(SLEEP_MAX) };
    let ms = u64::try_from(next.0 - app.now().0).unwrap_or(0).max(1);
    Ok(Duration::from_millis(ms).min(SLEEP_MAX))
}
