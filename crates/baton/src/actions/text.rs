//! The texts that an admin wrote, as the customer of one dialog reads them.

use handover::{Timestamp, Wait};

use super::wait::wait;
use crate::{
    domain::{DialogSummary, LocalText, User},
    store::{StoreError, Tx},
    texts::{Facts, fill},
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
    let text = text.for_language(customer.as_ref().and_then(|customer| customer.language.as_deref()));
    let mut facts = Facts {
        agent: agent.unwrap_or_default(),
        customer: customer.map(|customer| customer.full_name).unwrap_or_default(),
        ..Facts::default()
    };
    if text.contains("{position}") || text.contains("{wait}") {
        facts.position = position(tx, dialog).await?;
    }
    if let (Some(position), Some(assistant), true) = (facts.position, dialog.assistant, text.contains("{wait}")) {
        facts.wait = wait(tx, (dialog.app, assistant), position, now).await?.map(in_words);
    }
    Ok(fill(text, &facts))
}

async fn position(tx: &mut Tx, dialog: &DialogSummary) -> Result<Option<i64>, StoreError> {
    let handover = tx.dialog(dialog.id).await?.and_then(|dialog| dialog.control?.handover());
    match handover {
        Some(handover) => tx.queue_position(handover.into()).await,
        None => Ok(None),
    }
}

/// Between the middle and what nine of ten do not wait longer than.
fn in_words(Wait { p50_ms, p90_ms }: Wait) -> String {
    let minutes = |ms: i64| (ms + MINUTE_MS / 2) / MINUTE_MS;
    match (minutes(p50_ms).max(1), minutes(p90_ms).max(1)) {
        (1, 1) => "a minute".into(),
        (least, most) if least == most => format!("{most} minutes"),
        (least, most) => format!("{least} to {most} minutes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_reads_as_people_say_it() {
        let said = |p50_ms, p90_ms| in_words(Wait { p50_ms, p90_ms });
        assert_eq!(said(0, 10_000), "a minute");
        assert_eq!(said(170_000, 190_000), "3 minutes");
        assert_eq!(said(170_000, 600_000), "3 to 10 minutes");
    }
}
