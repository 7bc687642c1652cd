//! The one place that moves control: it asks the rules, and saves the new control together with
//! everything that must follow.

use handover::{AssignTo, Control, Effect, Input, Patience, Policy, Refusal, Scene, Unanswered, step};

use super::{assign, effects, post, view};
use crate::{
    app::App,
    domain::{self, Ai, Audience, DialogId, DialogSummary, UnansweredAction},
    error::Error,
    knowledge::Answered,
    store::{AssistantRow, Tx},
};

/// What an input brings along that the rules do not look at.
#[derive(Clone, Default)]
pub(super) struct Matter {
    /// What the AI Agent says if it may.
    pub answer: Option<(String, Ai)>,
    /// What was asked and found, for the packet.
    pub question: Option<String>,
    pub found: Option<Answered>,
}

/// Moves the dialog's control as the rules say, and then assigns whatever waited for the agents
/// whom this set free.
pub(super) async fn change(
    app: &App,
    tx: &mut Tx,
    dialog: DialogId,
    input: Input,
    matter: Matter,
) -> Result<Control, Error> {
    let (control, effects) = apply(app, tx, dialog, input, matter).await?;
    for effect in effects {
        match effect {
            Effect::Release { who } => assign::assign_waiting(app, tx, who.0).await?,
            // Whoever had passed it may have it again.
            Effect::Escalate { .. } => assign::assign_all(app, tx, vec![dialog]).await?,
            Effect::Ask { .. }
            | Effect::Deliver
            | Effect::Say(_)
            | Effect::CallWebhook
            | Effect::Begin { .. }
            | Effect::Queue { .. }
            | Effect::Assign { .. }
            | Effect::Reply { .. }
            | Effect::End { .. } => {}
        }
    }
    Ok(control)
}

/// Like [`change`], without looking at what else could be assigned now.
pub(super) async fn apply(
    app: &App,
    tx: &mut Tx,
    dialog: DialogId,
    input: Input,
    matter: Matter,
) -> Result<(Control, Vec<Effect>), Error> {
    let now = app.now();
    let dialog = tx.dialog(dialog).await?.ok_or(Error::NotFound("dialog"))?;
    let before = dialog.control.ok_or(Error::Conflict {
        reason: "no_control",
        detail: "this conversation is not with an AI Agent, so there is nothing to hand over".into(),
    })?;
    let assistant = if looks_around(input) { assistant_of(tx, &dialog).await? } else { None };
    let pool = match &assistant {
        Some(assistant) => tx.members(assistant.id, now).await?,
        None => Vec::new(),
    };
    let scene = Scene {
        group: dialog.kind.is_group(),
        fresh: app.ids.next::<domain::HandoverId>(now).into(),
        unanswered: assistant.as_ref().map_or(Unanswered::DontKnow, unanswered),
        policy: assistant.as_ref().map_or(NO_POLICY, policy),
        pool: &pool,
        patience: Patience::from(&app.config.patience),
    };
    let next = match step(&before, input, &scene, now) {
        Ok(next) => next,
        Err(refusal) => return Err(refused(tx, &dialog, refusal).await?),
    };
    if next.control != before {
        tx.set_control(dialog.id, &next.control, now).await?;
    }
    let place = effects::Place { app, dialog: &dialog, assistant: assistant.as_ref(), control: next.control };
    // In the same transaction as the new control: a crash between the two would leave a customer
    // waiting for people whom nobody called.
    for effect in &next.effects {
        effects::save(tx, &place, *effect, &matter).await?;
    }
    if view::shows_differently(&before, &next.control) {
        let control = view::control(tx, dialog.app, &next.control).await?;
        let body = serde_json::json!({ "control": control });
        post::record(tx, (dialog.app, Some(dialog.id)), ("control", Audience::RoomAndStaff), &body, now).await?;
    }
    Ok((next.control, next.effects))
}

/// Messages only move clocks and turns; the rules need neither settings nor agents for them.
fn looks_around(input: Input) -> bool {
    !matches!(input, Input::CustomerWrote { .. } | Input::AgentWrote { .. })
}

async fn assistant_of(tx: &mut Tx, dialog: &DialogSummary) -> Result<Option<AssistantRow>, Error> {
    match dialog.assistant {
        Some(id) => Ok(tx.assistant_even_removed(dialog.app, id).await?),
        None => Ok(None),
    }
}

async fn refused(tx: &mut Tx, dialog: &DialogSummary, refusal: Refusal) -> Result<Error, Error> {
    let holder = match refusal {
        Refusal::HeldByAnother { holder } => tx.person(dialog.app, holder.0).await?,
        Refusal::AnswerIsStale
        | Refusal::IsClosed
        | Refusal::NotInControl
        | Refusal::NotWaiting
        | Refusal::NobodyAvailable
        | Refusal::HandoverIsOff
        | Refusal::PrivateDialog
        | Refusal::NotDue => None,
    };
    Ok(Error::Refused { refusal, holder })
}

const NO_POLICY: Policy = Policy { assign_to: AssignTo::OnlineOnly, notify: false, offline_text: false };

fn unanswered(assistant: &AssistantRow) -> Unanswered {
    match assistant.settings.unanswered.action {
        UnansweredAction::DontKnow => Unanswered::DontKnow,
        UnansweredAction::GeneralModel => Unanswered::GeneralModel,
        UnansweredAction::Webhook => Unanswered::Webhook,
        UnansweredAction::HumanHandover => Unanswered::Handover,
    }
}

fn policy(assistant: &AssistantRow) -> Policy {
    let settings = &assistant.settings.unanswered.handover;
    let assign_to = match settings.assign_to {
        domain::AssignTo::OnlineOnly => AssignTo::OnlineOnly,
        domain::AssignTo::OnlineAndOffline => AssignTo::OnlineAndOffline,
    };
    let offline_text = settings.offline_message.all().any(|text| !text.trim().is_empty());
    Policy { assign_to, notify: settings.notify_assigned, offline_text }
}
