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
const AT_ONCE_AWAY: i64 = 20;

/// Assigns what waits for this agent, the oldest first, until they have what they may.
pub(super) async fn assign_waiting(app: &App, tx: &mut Tx, agent: i64) -> Result<(), Error> {
    let (is_there, mut free) = tx.room_of(agent, app.now()).await?;
    if free == 0 {
        return Ok(());
    }
    // Who is not there gets something only where the policy says so; then it is among the first.
    let at_most = if is_there { AT_ONCE } else { AT_ONCE_AWAY };
    for dialog in tx.waiting_for(agent, at_most).await? {
        // Whoever else could have it would have it already: the pool is this one agent.
        let matter = Matter { only: Some(agent), ..Matter::default() };
        free -= i64::from(assigned(app, tx, dialog, matter).await?);
        if free == 0 {
            break;
        }
    }
    Ok(())
}

/// Assigns what waits for an agent of this AI Agent's pool.
pub(super) async fn assign_waiting_of(app: &App, tx: &mut Tx, assistant: AssistantId) -> Result<(), Error> {
    let mut free = tx.free_places_of(assistant).await?;
    for dialog in tx.waiting_of(assistant, AT_ONCE).await? {
        if free == 0 {
            break;
        }
        free -= i64::from(assigned(app, tx, dialog, Matter::default()).await?);
    }
    Ok(())
}

/// Assigns those of these that can be assigned, in this order.
pub(super) async fn assign_all(app: &App, tx: &mut Tx, waiting: Vec<DialogId>) -> Result<(), Error> {
    for dialog in waiting {
        assigned(app, tx, dialog, Matter::default()).await?;
    }
    Ok(())
}

async fn assigned(app: &App, tx: &mut Tx, dialog: DialogId, matter: Matter) -> Result<bool, Error> {
    match apply(app, tx, dialog, Input::AgentAvailable, matter).await {
        Ok(_) => Ok(true),
        // Another one that waits may be for another agent, or not have been passed by this one.
        Err(Error::Refused { refusal: Refusal::NobodyAvailable | Refusal::NotWaiting, .. }) => Ok(false),
        Err(error) => Err(error),
    }
}
