//! Agents come and go. Coming assigns what waits for them, in the same transaction.

use handover::Timestamp;

use super::{access::Caller, assign::assign_waiting, post};
use crate::{
    app::{App, Shared},
    domain::{Agent, Audience},
    error::Error,
    store::Tx,
};

/// For colleagues, in a word or two. Characters.
const REASON_MAX: usize = 80;

/// Takes or renews the lease of an agent's open connection. `until` in the past ends it after its grace.
///
/// # Errors
/// When the database fails.
pub async fn stay_online(app: &Shared, of: i64, agent: i64, connection: String, until: Timestamp) -> Result<(), Error> {
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let was_connected = tx.is_connected(agent, shared.now()).await?;
                tx.lease(&connection, agent, of, until).await?;
                if was_connected { Ok(()) } else { came(&shared, tx, of, agent).await }
            })
        })
        .await
}

/// An agent sets themselves away, with a reason for colleagues or without, or is back.
///
/// # Errors
/// When the caller is no agent or the reason is too long.
pub async fn set_away(app: &Shared, caller: Caller, away: bool, reason: Option<String>) -> Result<(), Error> {
    let (agent, of) = caller.is_agent()?;
    let reason = reason.map(|reason| reason.trim().to_owned()).filter(|reason| away && !reason.is_empty());
    if reason.as_ref().is_some_and(|reason| reason.chars().count() > REASON_MAX || reason.contains('\0')) {
        return Err(Error::field("reason", format!("must have at most {REASON_MAX} characters")));
    }
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                if tx.set_away((of, agent), away, reason.as_deref()).await? {
                    came(&shared, tx, of, agent).await
                } else {
                    Ok(())
                }
            })
        })
        .await
}

async fn came(app: &App, tx: &mut Tx, of: i64, agent: i64) -> Result<(), Error> {
    tell(app, tx, of, agent).await?;
    assign_waiting(app, tx, agent).await
}

/// Tells staff whether this agent is online now.
pub(super) async fn tell(app: &App, tx: &mut Tx, of: i64, id: i64) -> Result<(), Error> {
    let now = app.now();
    let Some(agent) = tx.agent(of, id, now).await? else { return Ok(()) };
    let Agent { online, away, away_reason, .. } = agent;
    let body = serde_json::json!({ "agent": id, "online": online, "away": away, "away_reason": away_reason });
    post::record(tx, (of, None), ("presence", Audience::Staff), &body, now).await
}
