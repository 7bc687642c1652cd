//! Calls webhooks: one delivery after the other, as long as somebody answers.

use url::Url;

use super::{
    Fault, deliver,
    outbox::{failed, pause_ms},
};
use crate::{
    actions::{self, Delivered, DeliveriesJob, RunEnd},
    app::Shared,
    store::{Attempt, Due},
};

/// Then others have their turn.
const AT_A_TIME: usize = 10;
/// One that is refused may be to blame itself; two in a row are left alone for a while.
const FAILURES_MAX: usize = 2;

pub(super) async fn run(app: &Shared, client: &reqwest::Client, job: &Due, of: DeliveriesJob) -> Result<(), Fault> {
    let (mut works, mut failures) = (false, 0);
    for _ in 0..AT_A_TIME {
        let Some((called, request)) = actions::next_call(app, of.webhook).await.map_err(failed)? else { break };
        let attempt = attempt(app, client, request).await;
        let is_delivered = attempt.error.is_none();
        actions::called(app, called, attempt, pause_ms(called.attempts + 1)).await.map_err(failed)?;
        works |= is_delivered;
        failures = if is_delivered { 0 } else { failures + 1 };
        if failures >= FAILURES_MAX {
            break;
        }
    }
    let end = RunEnd { job: job.id, works, attempts: job.attempts, pause_ms: pause_ms(job.attempts) };
    actions::run_ended(app, of.webhook, end).await.map_err(failed)?;
    // There may be room for more.
    app.news.notify_one();
    Ok(())
}

async fn attempt(app: &Shared, client: &reqwest::Client, request: Delivered) -> Attempt {
    let refused = |why: String| Attempt { status: None, error: Some(why) };
    match Url::parse(&request.url).map(|url| app.guard.check_url(&url)) {
        Ok(Ok(())) => deliver::attempt(client, request).await,
        Ok(Err(why)) => refused(why.to_string()),
        Err(_) => refused("its address is none".into()),
    }
}
