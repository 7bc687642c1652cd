//! When somebody who should look has not: more and more people are told, until somebody has.
//!
//! Whom it concerns is told at once by the live events that every step leaves; this is what follows when those are not
//! seen. Where a dialog stands on the ladder is in its row, so a crash forgets nobody.

mod told;

use handover::{AgentId, Control, HandoverId, Hours, Member, Policy, Timestamp, choose};

use super::{post, scene::is_open};
use crate::{
    app::{App, Shared},
    domain::{Agent, Audience, DialogId, DialogSummary, NoticeStep, Notifications},
    error::Error,
    store::{AssistantRow, Matched, Tx, Unseen, UnseenNow},
};

pub use told::{About, MailJob, NoticeJob, PushJob};

/// Whoever has a page open looks within this time, or the ladder begins. Milliseconds.
const FIRST_LOOK_MS: i64 = 5_000;
const AT_ONCE: i64 = 100;
const SUPERVISORS_MAX: i64 = 50;
/// Of a pool that is told of one conversation.
const TOLD_MAX: i64 = 200;
const SECOND_MS: i64 = 1_000;

/// Who should look: nobody, everybody in the pool, or one agent.
fn concerns(control: &Control) -> Option<(HandoverId, Option<AgentId>)> {
    match *control {
        Control::Waiting { handover, .. } => Some((handover, None)),
        Control::Offered { handover, to, .. } => Some((handover, Some(to))),
        Control::Agent { handover, who, owes_since: Some(_), .. } => Some((handover, Some(who))),
        Control::Agent { owes_since: None, .. } | Control::Assistant { .. } | Control::Closed { .. } => None,
    }
}

/// What a step means for who should look.
pub(super) fn moved(before: &Control, after: &Control, now: Timestamp) -> UnseenNow {
    match concerns(after) {
        now_concerned if now_concerned == concerns(before) => UnseenNow::AsBefore,
        None => UnseenNow::Nobody,
        Some(_) => UnseenNow::Since { since: now, look_at: now.plus(FIRST_LOOK_MS) },
    }
}

/// The customer writes again to an agent who has seen what they wrote before, and may be gone by now.
pub(super) async fn wrote_again(tx: &mut Tx, dialog: DialogId, control: &Control, now: Timestamp) -> Result<(), Error> {
    match control {
        Control::Agent { owes_since: Some(_), .. } => Ok(tx.look_again(dialog, now, now.plus(FIRST_LOOK_MS)).await?),
        Control::Agent { owes_since: None, .. }
        | Control::Assistant { .. }
        | Control::Waiting { .. }
        | Control::Offered { .. }
        | Control::Closed { .. } => Ok(()),
    }
}

/// Tells those who are due; answers when the next ones are.
///
/// # Errors
/// When the database fails.
pub async fn climb(app: &Shared) -> Result<Option<Timestamp>, Error> {
    loop {
        let due = app.store.read().await?.to_notify(app.now(), AT_ONCE).await?;
        if due.is_empty() {
            return Ok(app.store.read().await?.next_to_notify().await?);
        }
        for dialog in due {
            let shared = app.clone();
            app.store.write(move |tx| Box::pin(async move { climb_in(&shared, tx, dialog).await })).await?;
        }
    }
}

async fn climb_in(app: &App, tx: &mut Tx, id: DialogId) -> Result<(), Error> {
    let now = app.now();
    let (Some(dialog), Some(unseen)) = (tx.dialog(id).await?, tx.unseen(id).await?) else { return Ok(()) };
    let concerned = dialog.control.as_ref().and_then(concerns);
    let assistant = match dialog.assistant {
        Some(assistant) => tx.assistant_even_removed(dialog.app, assistant).await?,
        None => None,
    };
    let (Some((handover, agent)), Some(assistant)) = (concerned, assistant) else {
        return Ok(tx.notified(id, unseen.step, None).await?);
    };
    if has_seen(tx, &dialog, agent).await? {
        return Ok(tx.notified(id, unseen.step, None).await?);
    }
    // Nobody is woken outside the hours that the admin set; it goes on where it stands when they begin.
    if let Hours::Closed { opens } = is_open(&assistant, now) {
        return Ok(tx.notify_later(id, opens, now).await?);
    }
    let settings = tx.notifications(dialog.app).await?;
    let mut step = unseen.step;
    while let Some(due) = NoticeStep::ALL.get(step) {
        if let Some(due_at) = due_at(&settings, *due, unseen) {
            if due_at > now {
                return Ok(tx.notified(id, step, Some(due_at)).await?);
            }
            let rung =
                Rung { app, dialog: &dialog, assistant: &assistant, settings: &settings, handover, agent, unseen };
            take(tx, &rung, *due).await?;
        }
        step += 1;
    }
    Ok(tx.notified(id, step, None).await?)
}

fn due_at(settings: &Notifications, step: NoticeStep, unseen: Unseen) -> Option<Timestamp> {
    settings.after(step).map(|seconds| unseen.since.plus(seconds * SECOND_MS))
}

/// An agent who has read what the customer wrote last has seen it. What waits in the queue is seen by taking it.
async fn has_seen(tx: &mut Tx, dialog: &DialogSummary, agent: Option<AgentId>) -> Result<bool, Error> {
    let (Some(agent), Some((newest, _))) = (agent, tx.newest_of_customer(dialog.id).await?) else { return Ok(false) };
    Ok(tx.marks(dialog.id, agent.0).await?.1 >= newest)
}

/// One step of the ladder of one dialog.
struct Rung<'a> {
    app: &'a App,
    dialog: &'a DialogSummary,
    assistant: &'a AssistantRow,
    settings: &'a Notifications,
    handover: HandoverId,
    /// Who should look; absent: everybody in the pool.
    agent: Option<AgentId>,
    unseen: Unseen,
}

async fn take(tx: &mut Tx, rung: &Rung<'_>, step: NoticeStep) -> Result<(), Error> {
    let agents = match step {
        NoticeStep::Push => those_concerned(tx, rung).await?,
        NoticeStep::Colleague => colleague(tx, rung).await?,
        NoticeStep::Supervisor | NoticeStep::Mail => supervisors(tx, rung).await?,
    };
    let mailed = match (step, rung.agent) {
        (NoticeStep::Mail, Some(agent)) => awake(tx, rung, agent).await?,
        (NoticeStep::Mail | NoticeStep::Push | NoticeStep::Colleague | NoticeStep::Supervisor, _) => None,
    };
    let everybody: Vec<Agent> = mailed.into_iter().chain(agents).collect();
    if !everybody.is_empty() {
        record(tx, rung, step, &everybody).await?;
    }
    told::tell(tx, rung, step, &everybody).await
}

async fn those_concerned(tx: &mut Tx, rung: &Rung<'_>) -> Result<Vec<Agent>, Error> {
    match rung.agent {
        Some(agent) => Ok(awake(tx, rung, agent).await?.into_iter().collect()),
        None => Ok(tx.reachable_members(rung.assistant.id, TOLD_MAX, rung.app.now()).await?),
    }
}

async fn members(tx: &mut Tx, rung: &Rung<'_>) -> Result<Vec<Member>, Error> {
    Ok(tx.members(rung.assistant.id, &Matched::default(), rung.app.now()).await?)
}

/// Somebody else who is there: whoever would get it next.
async fn colleague(tx: &mut Tx, rung: &Rung<'_>) -> Result<Vec<Agent>, Error> {
    let Some(agent) = rung.agent else { return Ok(Vec::new()) };
    let others: Vec<Member> = members(tx, rung).await?.into_iter().filter(|member| member.id != agent).collect();
    match choose(&others, &Policy::PLAIN) {
        Some(member) => Ok(awake(tx, rung, member.id).await?.into_iter().collect()),
        None => Ok(Vec::new()),
    }
}

async fn supervisors(tx: &mut Tx, rung: &Rung<'_>) -> Result<Vec<Agent>, Error> {
    let found = tx.supervisors(rung.dialog.app, SUPERVISORS_MAX, rung.app.now()).await?;
    Ok(found.into_iter().filter(|agent| !agent.away && Some(agent.id) != rung.agent.map(|agent| agent.0)).collect())
}

/// The agent, unless they are off shift.
async fn awake(tx: &mut Tx, rung: &Rung<'_>, agent: AgentId) -> Result<Option<Agent>, Error> {
    let agent = tx.agent(rung.dialog.app, agent.0, rung.app.now()).await?;
    Ok(agent.filter(|agent| !agent.away && !agent.disabled))
}

async fn record(tx: &mut Tx, rung: &Rung<'_>, step: NoticeStep, agents: &[Agent]) -> Result<(), Error> {
    let body = serde_json::json!({
        "handover": crate::domain::HandoverId::from(rung.handover),
        "step": step,
        "agents": agents.iter().map(|agent| agent.id).collect::<Vec<_>>(),
        "since": rung.unseen.since.0,
    });
    let place = (rung.dialog.app, Some(rung.dialog.id));
    post::record(tx, place, ("notice", Audience::Staff), &body, rung.app.now()).await
}
