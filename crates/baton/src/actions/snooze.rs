//! An agent wants to see a conversation again later. It ends by itself then, when the customer writes,
//! or when control moves; the customer's clock goes on meanwhile.

use handover::{Control, Input, Timestamp};
use serde::{Deserialize, Serialize};

use super::{
    access::{Caller, reach},
    post,
    view::shows_differently,
};
use crate::{
    app::Shared,
    domain::{Audience, DialogId, DialogSummary},
    error::Error,
    store::{NewJob, Tx},
};

const LONGEST_MS: i64 = 366 * 24 * 3_600_000;

/// The job of showing it again.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct WakeJob {
    pub dialog: DialogId,
    pub until: i64,
}

impl WakeJob {
    pub const KIND: &'static str = "wake";
}

/// `until`: milliseconds since 1970; absent: it is shown again now.
///
/// # Errors
/// When the caller does not have the conversation, or the time is past or too far away.
pub async fn snooze(app: &Shared, caller: Caller, id: DialogId, until: Option<i64>) -> Result<(), Error> {
    let (agent, of) = caller.is_agent()?;
    let now = app.now();
    if until.is_some_and(|until| until <= now.0 || until > now.0 + LONGEST_MS) {
        return Err(Error::field("until", "must be in the future, and at most a year from now"));
    }
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let dialog = reach(tx, caller, id).await?.dialog;
                if !matches!(dialog.control, Some(Control::Agent { who, .. }) if who.0 == agent) {
                    let detail = "only the agent who has a conversation can snooze it; take it first".into();
                    return Err(Error::Conflict { reason: "not_yours", detail });
                }
                set(tx, &dialog, until, now).await?;
                let Some(until) = until else { return Ok(()) };
                let body = serde_json::to_string(&WakeJob { dialog: id, until }).map_err(Error::internal)?;
                let dedupe = dedupe(id, until);
                let due_at = Timestamp(until);
                let job = NewJob { kind: WakeJob::KIND, app: Some(of), dedupe: &dedupe, body: &body, due_at };
                Ok(tx.add_job(&job, now).await?)
            })
        })
        .await
}

/// Does the job; a conversation that was snoozed anew, or is seen already, is left alone.
///
/// # Errors
/// When the database fails.
pub async fn wake(app: &Shared, job: WakeJob) -> Result<(), Error> {
    let now = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                match tx.dialog(job.dialog).await? {
                    Some(dialog) if dialog.snoozed_until == Some(job.until) => set(tx, &dialog, None, now).await,
                    Some(_) | None => Ok(()),
                }
            })
        })
        .await
}

/// It is shown again when the customer writes, or when control moves.
pub(super) async fn follow(
    tx: &mut Tx,
    dialog: &DialogSummary,
    input: Input,
    (before, after): (&Control, &Control),
    now: Timestamp,
) -> Result<(), Error> {
    let is_news = matches!(input, Input::CustomerWrote { .. }) || shows_differently(before, after);
    if dialog.snoozed_until.is_some() && is_news { set(tx, dialog, None, now).await } else { Ok(()) }
}

async fn set(tx: &mut Tx, dialog: &DialogSummary, until: Option<i64>, now: Timestamp) -> Result<(), Error> {
    if dialog.snoozed_until == until {
        return Ok(());
    }
    tx.snooze(dialog.id, until.map(Timestamp)).await?;
    if let Some(before) = dialog.snoozed_until {
        tx.drop_job(&dedupe(dialog.id, before)).await?;
    }
    let body = serde_json::json!({ "until": until });
    post::record(tx, (dialog.app, Some(dialog.id)), ("snooze", Audience::Staff), &body, now).await
}

fn dedupe(dialog: DialogId, until: i64) -> String {
    format!("{}:{dialog}:{until}", WakeJob::KIND)
}
