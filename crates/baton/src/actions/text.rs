//! The texts that an admin wrote, as the customer of one dialog reads them.

use handover::{Timestamp, Wait};

use super::wait::wait;
use crate::{
    domain::{DialogSummary, LocalText, User},
    hours::Opening,
    knowledge,
    store::{StoreError, Tx},
    texts::{self, Facts, fill},
};

const MINUTE_MS: i64 = 60_000;

pub(super) async fn customer_of(tx: &mut Tx, dialog: &DialogSummary) -> Result<Option<User>, StoreError> {
    match dialog.customer {
        Some(customer) => tx.user(dialog.app, customer).await,
        None => Ok(None),
    }
}

/// The text in the customer's language with its placeholders filled in.
pub(super) async fn written(
    tx: &mut Tx,
    dialog: &DialogSummary,
    text: &LocalText,
    agent: Option<String>,
    now: Timestamp,
) -> Result<String, StoreError> {
    let customer = customer_of(tx, dialog).await?;
    let written = text.translation(customer.as_ref().and_then(|customer| customer.language.as_deref()));
    let text = written.map_or(text.default.as_str(), |(_, text)| text);
    // Of the default text nobody has said which language it is in.
    let language = || written.map(|(language, _)| language).or_else(|| knowledge::detect(text));
    let mut facts = Facts {
        agent: agent.unwrap_or_default(),
        customer: customer.map(|customer| customer.full_name).unwrap_or_default(),
        ..Facts::default()
    };
    if text.contains("{position}") || text.contains("{wait}") {
        facts.position = position(tx, dialog).await?;
    }
    if text.contains("{wait}") {
        let minutes = expected_minutes(tx, dialog, facts.position, now).await?;
        facts.wait = texts::wait(minutes, language());
    }
    if text.contains("{opens}") {
        facts.opens = texts::opening(next_opening(tx, dialog, now).await?.as_ref(), language());
    }
    Ok(fill(text, &facts))
}

/// Between the middle and what nine of ten do not wait longer than.
async fn expected_minutes(
    tx: &mut Tx,
    dialog: &DialogSummary,
    position: Option<i64>,
    now: Timestamp,
) -> Result<Option<(i64, i64)>, StoreError> {
    let (Some(position), Some(assistant)) = (position, dialog.assistant) else { return Ok(None) };
    let expected = wait(tx, (dialog.app, assistant), position, now).await?;
    Ok(expected.map(|Wait { p50_ms, p90_ms }| (whole_minutes(p50_ms), whole_minutes(p90_ms))))
}

fn whole_minutes(ms: i64) -> i64 {
    ((ms + MINUTE_MS / 2) / MINUTE_MS).max(1)
}

async fn next_opening(tx: &mut Tx, dialog: &DialogSummary, now: Timestamp) -> Result<Option<Opening>, StoreError> {
    let Some(assistant) = dialog.assistant else { return Ok(None) };
    let Some(assistant) = tx.assistant_even_removed(dialog.app, assistant).await? else { return Ok(None) };
    let hours = assistant.settings.unanswered.handover.hours;
    Ok(hours.timetable().ok().and_then(|timetable| timetable.opening(now)))
}

async fn position(tx: &mut Tx, dialog: &DialogSummary) -> Result<Option<i64>, StoreError> {
    let handover = tx.dialog(dialog.id).await?.and_then(|dialog| dialog.control?.handover());
    match handover {
        Some(handover) => tx.queue_position(handover.into()).await,
        None => Ok(None),
    }
}
