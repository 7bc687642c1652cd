//! What customers make of an answer; the AI Agent learns from it how sure it may be.

use super::{
    access::{Caller, reach},
    episode,
    indexing::schedule_learning,
    post,
};
use crate::{
    app::Shared,
    domain::{Ai, Audience, DialogId, MessageId},
    error::Error,
    store::NewLesson,
};

/// Says whether an answer of the AI Agent helped. Saying it again replaces what was said.
///
/// # Errors
/// When the message is out of reach, or is no answer of the AI Agent.
pub async fn rate(app: &Shared, caller: Caller, dialog: DialogId, id: MessageId, helpful: bool) -> Result<(), Error> {
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let dialog = reach(tx, caller, dialog).await?.dialog;
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
                episode::rated(&shared, tx, &dialog, helpful).await?;
                let body = serde_json::json!({ "message": id, "helpful": helpful });
                post::record(tx, (dialog.app, Some(dialog.id)), ("feedback", Audience::Room), &body, at).await
            })
        })
        .await
}
