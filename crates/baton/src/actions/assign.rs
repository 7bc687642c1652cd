//! Assigning what waits, in the same transaction as the event that made it possible.

use handover::{Input, Refusal};

use super::change::{Matter, apply};
use crate::{
    app::App,
    domain::{AssistantId, DialogId},
    error::Error,
    store::Tx,
};

/// Looked at in one event; the rest is looked at in the next one.
const AT_ONCE: i64 = 200;

/// Assigns what waits for this agent, the oldest first, as far as it can be assigned now.
pub(super) async fn assign_waiting(app: &App, tx: &mut Tx, agent: i64) -> Result<(), Error> {
    let waiting = tx.waiting_for(agent, AT_ONCE).await?;
    assign_all(app, tx, waiting).await
}

/// Assigns what waits for an agent of this AI Agent's pool.
pub(super) async fn assign_waiting_of(app: &App, tx: &mut Tx, assistant: AssistantId) -> Result<(), Error> {
    let waiting = tx.waiting_of(assistant, AT_ONCE).await?;
    assign_all(app, tx, waiting).await
}

/// Assigns those of these that can be assigned, in this order.
pub(super) async fn assign_all(app: &App, tx: &mut Tx, waiting: Vec<DialogId>) -> Result<(), Error> {
    for dialog in waiting {
        match apply(app, tx, dialog, Input::AgentAvailable, Matter::default()).await {
            // Another one that waits may be for another agent, or not have been passed by this one.
            Ok(_) | Err(Error::Refused { refusal: Refusal::NobodyAvailable | Refusal::NotWaiting, .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
