//! How long a customer in the queue will still wait.

use handover::{HANDLED_MAX, Slot, Timestamp, Wait, expected_wait};

use crate::{
    domain::AssistantId,
    store::{Matched, StoreError, Tx},
};

/// More conversations of a pool than these are not looked at.
const HELD_MAX: i64 = 1_000;

/// `position`: the place in the queue, from 1. Nothing when it cannot be said yet: nobody is there, or too little has
/// been seen.
pub(super) async fn wait(
    tx: &mut Tx,
    (app, assistant): (i64, AssistantId),
    position: i64,
    now: Timestamp,
) -> Result<Option<Wait>, StoreError> {
    let slots = slots(tx, assistant, now).await?;
    let handled = tx.handled(app, i64::try_from(HANDLED_MAX).unwrap_or(i64::MAX)).await?;
    Ok(expected_wait(&slots, &handled, usize::try_from(position - 1).unwrap_or(0)))
}

/// The places of all who are online, in the order of the pool: taken ones first, then those that are free.
async fn slots(tx: &mut Tx, assistant: AssistantId, now: Timestamp) -> Result<Vec<Slot>, StoreError> {
    let held = tx.held_by_pool(assistant, HELD_MAX).await?;
    let mut slots = Vec::new();
    for member in tx.members(assistant, &Matched::default(), now).await?.iter().filter(|member| member.online) {
        let of_member = held.iter().filter(|(agent, _)| *agent == member.id.0);
        slots.extend(of_member.map(|(_, since)| Slot::Held { for_ms: (now.0 - since.0).max(0) }));
        slots.extend((member.load..member.capacity).map(|_| Slot::Free));
    }
    Ok(slots)
}
