//! What came of the conversations of some days.

use super::{access::Caller, ratings::reported};
use crate::{
    app::Shared,
    domain::{Episodes, Handovers, Ratings, Report},
    error::Error,
    store::{Until, Window},
};

const DAY_MS: i64 = 86_400_000;
/// A report of more days is several reports.
const DAYS_MAX: i64 = 93;
const ROWS_MAX: i64 = 200;

/// # Errors
/// When the caller does not work in the app, or the window is none or too long.
pub async fn report(app: &Shared, caller: Caller, of: i64, (from, to): (i64, i64)) -> Result<Report, Error> {
    caller.works_in(of)?;
    if from < 0 || to <= from {
        return Err(Error::field("to", "must be after `from`"));
    }
    if to - from > DAYS_MAX * DAY_MS {
        return Err(Error::field("to", format!("must be at most {DAYS_MAX} days after `from`")));
    }
    let window = Window { app: of, from, to };
    let mut tx = app.store.read().await?;
    let endings = tx.endings(window).await?;
    let (begun, handed_over) = tx.episodes_begun(window).await?;
    let outcomes = tx.handover_outcomes(window).await?;
    let ended = endings.iter().map(|counted| counted.count).sum();
    let report = Report {
        from,
        to,
        episodes: Episodes { ended, open: tx.open_episodes(of).await?, endings },
        handovers: Handovers {
            began: outcomes.iter().map(|counted| counted.count).sum(),
            rate: (begun > 0).then(|| handed_over as f64 / begun as f64),
            reasons: tx.handover_reasons(window).await?,
            outcomes,
            to_assign: tx.handover_times(window, Until::Assigned).await?,
            to_reply: tx.handover_times(window, Until::Replied).await?,
            to_end: tx.handover_times(window, Until::Ended).await?,
        },
        ratings: Ratings::default(),
        hours: tx.hours(window).await?,
        agents: tx.agent_figures(window, ROWS_MAX).await?,
        assistants: tx.assistant_figures(window, ROWS_MAX).await?,
    };
    reported(&mut tx, window, report).await
}
