//! Dialogs and controls as the caller sees them.

use handover::{Control, Timestamp, Wait};

use super::{access::Caller, ratings, wait::wait};
use crate::{
    domain::{
        ControlView, Dialog, DialogAssistant, DialogSummary, LastMessage, Message, Offer, Person, PersonKind, WaitView,
    },
    error::Error,
    store::{AssistantRow, Tx},
};

/// Unread messages are counted up to this.
const UNREAD_MAX: i64 = 100;

pub(super) async fn control(
    tx: &mut Tx,
    dialog: &DialogSummary,
    control: &Control,
    now: Timestamp,
) -> Result<ControlView, Error> {
    let turn = control.turn().0;
    Ok(match *control {
        Control::Assistant { answer_by, .. } => ControlView::Assistant { turn, answering: answer_by.is_some() },
        Control::Closed { .. } => ControlView::Closed { turn },
        Control::Waiting { handover, since, asked, .. } | Control::Offered { handover, since, asked, .. } => {
            let position = tx.queue_position(handover.into()).await?;
            let wait = expected(tx, dialog, position, now).await?;
            ControlView::Waiting { turn, answering: asked, handover: handover.into(), since: since.0, position, wait }
        }
        Control::Agent { handover, since, who, owes_since, .. } => {
            let nameless = Person { id: who.0, kind: PersonKind::Agent, full_name: String::new() };
            let agent = tx.person(dialog.app, who.0).await?.unwrap_or(nameless);
            let owes_reply_since = owes_since.map(|at| at.0);
            ControlView::Agent { turn, handover: handover.into(), since: since.0, agent, owes_reply_since }
        }
    })
}

async fn expected(
    tx: &mut Tx,
    dialog: &DialogSummary,
    position: Option<i64>,
    now: Timestamp,
) -> Result<Option<WaitView>, Error> {
    let (Some(assistant), Some(position)) = (dialog.assistant, position) else { return Ok(None) };
    let expected = wait(tx, (dialog.app, assistant), position, now).await?;
    Ok(expected.map(|Wait { p50_ms, p90_ms }| WaitView { p50_ms, p90_ms }))
}

/// Whether people would see a difference: another phase, agent or handover, or whether an answer is
/// on its way. Turns and clocks do not show.
pub(super) fn shows_differently(before: &Control, after: &Control) -> bool {
    fn shown(control: &Control) -> (u8, bool, Option<handover::HandoverId>, Option<handover::AgentId>) {
        match *control {
            Control::Assistant { answer_by, .. } => (0, answer_by.is_some(), None, None),
            Control::Waiting { handover, asked, .. } | Control::Offered { handover, asked, .. } => {
                (1, asked, Some(handover), None)
            }
            Control::Agent { handover, who, .. } => (2, false, Some(handover), Some(who)),
            Control::Closed { .. } => (3, false, None, None),
        }
    }
    shown(before) != shown(after)
}

/// The dialog with the caller's own marks.
pub(super) async fn dialog(
    tx: &mut Tx,
    caller: Caller,
    dialog: DialogSummary,
    now: Timestamp,
) -> Result<Dialog, Error> {
    let (delivered_seq, read_seq, unread) = match caller {
        Caller::Agent { id, .. } | Caller::Customer { id, .. } => {
            let (delivered, read) = tx.marks(dialog.id, id).await?;
            (delivered, read, tx.unread(dialog.id, id, read, UNREAD_MAX).await?)
        }
        Caller::Admin { .. } | Caller::Key { .. } => (0, 0, 0),
    };
    let customer = match dialog.customer {
        Some(customer) => tx.person(dialog.app, customer).await?,
        None => None,
    };
    let control = match &dialog.control {
        Some(current) => Some(control(tx, &dialog, current, now).await?),
        None => None,
    };
    let is_staff = caller.is_staff().is_ok();
    let offer = if is_staff { offer(tx, &dialog).await? } else { None };
    let assistant = assistant(tx, &dialog).await?;
    let to_rate = ratings::to_rate(tx, caller, (&dialog, assistant.as_ref()), now).await?;
    let rating = ratings::rating(tx, caller, dialog.id).await?;
    let last_message = last_message(tx, &dialog).await?;
    let customer_said = if is_staff { customer_said(tx, &dialog, last_message.as_ref()).await? } else { None };
    let updated_at = last_message.as_ref().map_or(0, |last| last.sent_at).max(dialog.updated_at);
    Ok(Dialog {
        id: dialog.id,
        app: dialog.app,
        kind: dialog.kind.number(),
        assistant: assistant.map(shown),
        customer,
        control,
        offer,
        occupants: tx.occupants(dialog.id).await?,
        last_message,
        customer_said,
        name: dialog.name,
        custom: dialog.custom,
        labels: if is_staff { tx.labels_of(dialog.id).await? } else { Vec::new() },
        snoozed_until: dialog.snoozed_until.filter(|_| is_staff),
        seq: dialog.newest_event,
        delivered_seq,
        read_seq,
        marks: tx.all_marks(dialog.id).await?,
        unread,
        rating,
        to_rate,
        created_at: dialog.created_at,
        updated_at,
    })
}

/// Customers do not see who is asked before somebody has come.
async fn offer(tx: &mut Tx, dialog: &DialogSummary) -> Result<Option<Offer>, Error> {
    let Some(Control::Offered { to, until, .. }) = dialog.control else { return Ok(None) };
    let agent = tx.person(dialog.app, to.0).await?;
    Ok(agent.map(|agent| Offer { agent, until: until.0 }))
}

async fn assistant(tx: &mut Tx, dialog: &DialogSummary) -> Result<Option<AssistantRow>, Error> {
    match dialog.assistant {
        Some(id) => Ok(tx.assistant_even_removed(dialog.app, id).await?),
        None => Ok(None),
    }
}

fn shown(row: AssistantRow) -> DialogAssistant {
    let AssistantRow { id, user_id, settings, .. } = row;
    let has_model = settings.model.is_some();
    DialogAssistant { id, user_id, full_name: settings.name, avatar_url: settings.avatar_url, has_model }
}

async fn last_message(tx: &mut Tx, dialog: &DialogSummary) -> Result<Option<LastMessage>, Error> {
    let Some(seq) = dialog.last_message_seq else { return Ok(None) };
    Ok(tx.message_at(dialog.id, seq).await?.map(in_short))
}

async fn customer_said(
    tx: &mut Tx,
    dialog: &DialogSummary,
    last: Option<&LastMessage>,
) -> Result<Option<LastMessage>, Error> {
    let (Some(customer), Some(last)) = (dialog.customer, last) else { return Ok(None) };
    if last.sender.id == customer {
        return Ok(Some(last.clone()));
    }
    Ok(tx.newest_from(dialog.id, customer).await?.map(in_short))
}

fn in_short(message: Message) -> LastMessage {
    let Message { id, seq, text, attachments, sender, sent_at, .. } = message;
    LastMessage { id, seq, text, attachments, sender, sent_at }
}
