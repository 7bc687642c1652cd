//! The one place that moves control: it asks the rules, and saves the new control together with
//! everything that must follow.

use handover::{AgentId, Control, Effect, Input, Refusal, step};

use super::{assign, effects, episode, ladder, post, scene::Around, snooze, view};
use crate::{
    app::App,
    domain::{Ai, Audience, DialogId, DialogSummary, HandoverRule},
    error::Error,
    knowledge::Answered,
    store::Tx,
};

/// What an input brings along that the rules do not look at.
#[derive(Clone, Default)]
pub(super) struct Matter {
    /// What the AI Agent says if it may.
    pub answer: Option<(String, Ai)>,
    /// What was asked and found, for the packet.
    pub question: Option<String>,
    pub found: Option<Answered>,
    /// The one agent of the pool who is looked at.
    pub only: Option<i64>,
    /// The rule that calls for a person.
    pub rule: Option<HandoverRule>,
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
    let Applied { before, control, effects } = apply(app, tx, dialog, input, matter).await?;
    if let Some(freed) = occupied(&before).filter(|who| occupied(&control) != Some(*who)) {
        assign::assign_waiting(app, tx, freed.0).await?;
    }
    if effects.iter().any(|effect| matches!(effect, Effect::ForgetPasses { .. })) {
        assign::assign_all(app, tx, vec![dialog]).await?;
    }
    Ok(control)
}

/// Whose time it takes: of who has it, or is asked whether they take it.
fn occupied(control: &Control) -> Option<AgentId> {
    match *control {
        Control::Agent { who, .. } | Control::Offered { to: who, .. } => Some(who),
        Control::Assistant { .. } | Control::Waiting { .. } | Control::Closed { .. } => None,
    }
}

/// A step that was taken and saved.
pub(super) struct Applied {
    pub before: Control,
    pub control: Control,
    pub effects: Vec<Effect>,
}

/// Like [`change`], without looking at what else could be assigned now.
pub(super) async fn apply(
    app: &App,
    tx: &mut Tx,
    dialog: DialogId,
    input: Input,
    matter: Matter,
) -> Result<Applied, Error> {
    let now = app.now();
    let dialog = tx.dialog(dialog).await?.ok_or(Error::NotFound("dialog"))?;
    let before = dialog.control.ok_or(Error::Conflict {
        reason: "no_control",
        detail: "this conversation is not with an AI Agent, so there is nothing to hand over".into(),
    })?;
    let around = Around::of(app, tx, &dialog, (&before, input, &matter)).await?;
    let scene = around.scene();
    let next = match step(&before, input, &scene, now) {
        Ok(next) => next,
        Err(refusal) => return Err(refused(tx, &dialog, refusal).await?),
    };
    if next.control != before {
        tx.set_control(dialog.id, &next.control, ladder::moved(&before, &next.control, now), now).await?;
    }
    if matches!(input, Input::CustomerWrote { .. }) {
        ladder::wrote_again(tx, dialog.id, &before, now).await?;
    }
    let place = effects::Place { app, dialog: &dialog, assistant: around.assistant.as_ref(), control: next.control };
    // In the same transaction as the new control: a crash between the two would leave a customer
    // waiting for people whom nobody called.
    for effect in &next.effects {
        effects::save(tx, &place, *effect, &matter).await?;
    }
    snooze::follow(tx, &dialog, input, (&before, &next.control), now).await?;
    episode::follow(app, tx, &dialog, (input, &next.effects, &matter), now).await?;
    if view::shows_differently(&before, &next.control) {
        let control = view::control(tx, &dialog, &next.control, now).await?;
        let body = serde_json::json!({ "control": control });
        post::record(tx, (dialog.app, Some(dialog.id)), ("control", Audience::RoomAndStaff), &body, now).await?;
    }
    Ok(Applied { before, control: next.control, effects: next.effects })
}

async fn refused(tx: &mut Tx, dialog: &DialogSummary, refusal: Refusal) -> Result<Error, Error> {
    let holder = match refusal {
        Refusal::HeldByAnother { holder } => tx.person(dialog.app, holder.0).await?,
        Refusal::AnswerIsStale
        | Refusal::IsClosed
        | Refusal::NotInControl
        | Refusal::NotWaiting
        | Refusal::NotOffered
        | Refusal::NobodyAvailable
        | Refusal::HandoverIsOff
        | Refusal::PrivateDialog
        | Refusal::NotDue => None,
    };
    Ok(Error::Refused { refusal, holder })
}
