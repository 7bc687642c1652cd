//! Calls webhooks: one delivery after the other, as long as somebody answers.

use super::{
    Fault, deliver,
    outbox::{failed, pause_ms},
};
use crate::{
    actions::{self, DeliveriesJob, RunEnd},
    app::Shared,
    store::Due,
};

/// Then others have their turn.
const AT_A_TIME: usize = 10;
/// One delivery that is refused may be to blame itself. After two in a row the webhook is left alone for a while, and
/// for longer each time until something is delivered.
const FAILURES_MAX: usize = 2;

pub(super) async fn run(app: &Shared, client: &reqwest::Client, job: &Due, of: DeliveriesJob) -> Result<(), Fault> {
    let (mut works, mut failures) = (false, 0);
    for _ in 0..AT_A_TIME {
        let Some((called, request)) = actions::next_call(app, of.webhook).await.map_err(failed)? else { break };
        let attempt = deliver::attempt(client, &app.guard, request).await;
        let is_delivered = attempt.error.is_none();
        actions::called(app, called, attempt, pause_ms(called.attempts + 1)).await.map_err(failed)?;
        works |= is_delivered;
        failures = if is_delivered { 0 } else { failures + 1 };
        if failures >= FAILURES_MAX {
            break;
        }
    }
    // Whoever has taken this job once has found it rested, or put off after failures.
    let was_unanswered = job.attempts > 1 && !works;
    let is_unanswered = failures >= FAILURES_MAX || was_unanswered;
    let unanswered = is_unanswered.then(|| (job.attempts, pause_ms(job.attempts)));
    let end = RunEnd { job: job.id, attempts: job.attempts, unanswered };
    actions::run_ended(app, of.webhook, end).await.map_err(failed)?;
    // There may be room for more.
    app.news.notify_one();
    Ok(())
}
