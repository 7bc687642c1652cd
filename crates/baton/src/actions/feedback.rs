//! What customers make of an answer; the AI Agent learns from it how sure it may be.

use handover::{Control, Input, Reason, Refusal};

use super::{
    access::{Caller, reach, taking_part},
    change::{Matter, change},
    episode,
    indexing::schedule_learning,
    post,
};
use crate::{
    app::{App, Shared},
    domain::{Ai, Audience, DialogId, DialogSummary, MessageId, PersonKind},
    error::Error,
    store::{MessagePage, NewLesson, Tx},
};

/// So many messages back answers are looked for.
const LOOK_BACK: i64 = 60;

/// Says whether an answer of the AI Agent helped. Saying it again replaces what was said.
///
/// # Errors
/// When the message is out of reach, or is no answer of the AI Agent.
pub async fn rate(app: &Shared, caller: Caller, dialog: DialogId, id: MessageId, helpful: bool) -> Result<(), Error> {
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let dialog = taking_part(caller, reach(tx, caller, dialog).await?)?;
                let message = tx.message(dialog.id, id).await?.ok_or(Error::NotFound("message"))?;
                let Some(ai) = message.ai.filter(|ai| ai.kind.is_answer()) else {
                    return Err(Error::invalid("only answers of the AI Agent can be rated"));
                };
                if ai.feedback == Some(helpful) {
                    return Ok(());
                }
                let at = shared.now();
                let taught_by = match caller {
                    Caller::Customer { .. } => "customer",
                    Caller::Admin { .. } | Caller::Key { .. } | Caller::Agent { .. } => "agent",
                };
                if let Some(basis) = &ai.basis {
                    let lesson = NewLesson {
                        id: shared.ids.next(at),
                        app: dialog.app,
                        dialog: dialog.id,
                        message: id,
                        question: &basis.question,
                        evidence: basis.log_odds,
                        helpful,
                        taught_by,
                        at,
                    };
                    tx.learn(&lesson).await?;
                    schedule_learning(&shared, tx, dialog.app).await?;
                }
                tx.set_ai(dialog.id, id, &Ai { feedback: Some(helpful), ..ai }).await?;
                let body = serde_json::json!({ "message": id, "helpful": helpful, "by": taught_by });
                post::record(tx, (dialog.app, Some(dialog.id)), ("feedback", Audience::Room), &body, at).await?;
                // What staff say teaches; only the customer's word is about this conversation.
                if taught_by != "customer" {
                    return Ok(());
                }
                episode::rated(&shared, tx, &dialog, helpful).await?;
                if helpful { Ok(()) } else { call_person(&shared, tx, &dialog).await }
            })
        })
        .await
}

/// So many answers in a row did not help that the admin wants a person.
async fn call_person(app: &App, tx: &mut Tx, dialog: &DialogSummary) -> Result<(), Error> {
    let (Some(Control::Assistant { .. }), Some(id)) = (dialog.control, dialog.assistant) else { return Ok(()) };
    let Some(assistant) = tx.assistant(dialog.app, id).await? else { return Ok(()) };
    let settings = &assistant.settings;
    let most = settings.unanswered.handover.unhelpful_max.filter(|_| settings.hands_over_in(dialog.kind));
    let Some(most) = most else { return Ok(()) };
    let messages = tx.messages(dialog.id, MessagePage::Newest, LOOK_BACK).await?;
    // What was before a person came is settled.
    let since = messages.iter().rev().take_while(|message| message.sender.kind != PersonKind::Agent);
    let answers = since.filter_map(|message| message.ai.as_ref()).filter(|ai| ai.kind.is_answer());
    let in_a_row = answers.take_while(|ai| ai.feedback == Some(false)).count();
    if i64::try_from(in_a_row).is_ok_and(|in_a_row| in_a_row < most) {
        return Ok(());
    }
    let wanted = Input::PersonWanted { reason: Reason::RepeatedQuestion };
    match change(app, tx, dialog.id, wanted, Matter::default()).await {
        // Where nobody can be called it stays with the AI Agent.
        Ok(_) | Err(Error::Refused { refusal: Refusal::HandoverIsOff | Refusal::PrivateDialog, .. }) => Ok(()),
        Err(error) => Err(error),
    }
}
