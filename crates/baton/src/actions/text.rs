//! The texts that an admin wrote, as the customer of one dialog reads them.

use crate::{
    domain::{DialogSummary, LocalText, User},
    store::{StoreError, Tx},
    texts::{Facts, fill},
};

/// From so many handovers on the usual wait is told.
const WAITS_MIN: usize = 5;
const WAITS_READ: i64 = 20;

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
) -> Result<String, StoreError> {
    let customer = customer_of(tx, dialog).await?;
    let text = text.for_language(customer.as_ref().and_then(|customer| customer.language.as_deref()));
    let mut facts = Facts {
        agent: agent.unwrap_or_default(),
        customer: customer.map(|customer| customer.full_name).unwrap_or_default(),
        ..Facts::default()
    };
    if text.contains("{position}") {
        facts.position = position(tx, dialog).await?;
    }
    if text.contains("{wait}") {
        facts.wait = usual_wait(&tx.last_waits(dialog.app, WAITS_READ).await?);
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

/// The median of what the last handovers waited, in words, once there are enough of them.
fn usual_wait(waits_ms: &[i64]) -> Option<String> {
    if waits_ms.len() < WAITS_MIN {
        return None;
    }
    let mut waits = waits_ms.to_vec();
    waits.sort_unstable();
    let minutes = (waits[waits.len() / 2] / 60_000).max(1);
    Some(if minutes == 1 { "a minute".into() } else { format!("{minutes} minutes") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_told_only_from_enough_handovers() {
        assert_eq!(usual_wait(&[60_000; 4]), None);
        assert_eq!(usual_wait(&[60_000, 240_000, 180_000, 1, 999_999]).as_deref(), Some("3 minutes"));
    }
}
