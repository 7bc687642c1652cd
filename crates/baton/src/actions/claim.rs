//! An agent takes a conversation, hands it to a colleague, or gives it back to the AI Agent.

use handover::{Actor, AgentId, Destination, Input};

use super::{
    access::{Caller, reach},
    change::{Matter, change},
    dialogs::seen_now,
};
use crate::{
    app::Shared,
    domain::{Dialog, DialogId},
    error::Error,
    store::Tx,
};

/// To whom a conversation is transferred.
#[derive(Clone, Copy, Debug)]
pub enum Target {
    Agent(i64),
    Pool,
}

/// One winner: everybody else is told who it is.
///
/// # Errors
/// [`Error::Refused`] when another agent has it or it is closed.
pub async fn claim(app: &Shared, caller: Caller, dialog: DialogId) -> Result<Dialog, Error> {
    let (agent, _) = caller.is_agent()?;
    moved(app, caller, dialog, Input::Claim { by: AgentId(agent) }).await
}

/// Somebody else is asked whether they take what was offered to the caller.
///
/// # Errors
/// [`Error::Refused`] when it is not offered to them.
pub async fn decline(app: &Shared, caller: Caller, dialog: DialogId) -> Result<Dialog, Error> {
    let (agent, _) = caller.is_agent()?;
    moved(app, caller, dialog, Input::Decline { by: AgentId(agent) }).await
}

/// Back to the AI Agent.
///
/// # Errors
/// [`Error::Refused`] when another agent has it or no person has.
pub async fn give_back(app: &Shared, caller: Caller, dialog: DialogId) -> Result<Dialog, Error> {
    moved(app, caller, dialog, Input::Return { by: actor(caller)? }).await
}

/// To a colleague, or back to the pool.
///
/// # Errors
/// [`Error::Refused`] when another agent has it; a conflict when the target may not reply.
pub async fn transfer(app: &Shared, caller: Caller, dialog: DialogId, target: Target) -> Result<Dialog, Error> {
    let to = match target {
        Target::Agent(agent) => Destination::Agent(AgentId(agent)),
        Target::Pool => Destination::Pool,
    };
    moved(app, caller, dialog, Input::Transfer { by: actor(caller)?, to }).await
}

/// Admins and programs supervise; agents act for themselves.
pub(super) fn actor(caller: Caller) -> Result<Actor, Error> {
    match caller {
        Caller::Admin { .. } | Caller::Key { .. } => Ok(Actor { id: AgentId(0), supervises: true }),
        Caller::Agent { id, .. } => Ok(Actor { id: AgentId(id), supervises: false }),
        Caller::Customer { .. } => Err(Error::Forbidden("only an agent may do this")),
    }
}

pub(super) async fn moved(app: &Shared, caller: Caller, dialog: DialogId, input: Input) -> Result<Dialog, Error> {
    let shared = app.clone();
    app.store.write(move |tx| Box::pin(move_in(shared, tx, caller, dialog, input))).await?;
    seen_now(app, caller, dialog).await
}

async fn move_in(app: Shared, tx: &mut Tx, caller: Caller, dialog: DialogId, input: Input) -> Result<(), Error> {
    let reached = reach(tx, caller, dialog).await?;
    if let Input::Transfer { to: Destination::Agent(target), .. } = input {
        let target = tx.agent(reached.dialog.app, target.0, app.now()).await?;
        if target.is_none_or(|agent| agent.disabled) {
            let detail = "this person cannot answer customers; choose another agent".into();
            return Err(Error::Conflict { reason: "not_eligible", detail });
        }
    }
    let input = supervised(tx, caller, input).await?;
    change(&app, tx, dialog, input, Matter::default()).await.map(drop)
}

/// Agents who supervise act on what colleagues have. They take it over by handing it to themselves: who claims what
/// somebody else has just taken is told so.
async fn supervised(tx: &mut Tx, caller: Caller, input: Input) -> Result<Input, Error> {
    let Caller::Agent { id, .. } = caller else { return Ok(input) };
    let by = Actor { id: AgentId(id), supervises: true };
    let as_supervisor = if let Input::Transfer { to, .. } = input {
        Input::Transfer { by, to }
    } else if let Input::Return { .. } = input {
        Input::Return { by }
    } else if let Input::Resolve { solved, .. } = input {
        Input::Resolve { by, solved }
    } else {
        return Ok(input);
    };
    Ok(if tx.supervises(id).await? { as_supervisor } else { input })
}
