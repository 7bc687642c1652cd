//! Somebody asks for a person by a button or an API call.

use handover::{Control, Input, Reason};

use super::{
    access::{Caller, reach, taking_part},
    change::{Matter, change},
    claim::moved,
    sign_in::checked_email,
    users, view,
};
use crate::{
    app::Shared,
    domain::{Dialog, DialogId, with_names},
    error::Error,
    knowledge::{self, Asked},
};

const LAST_WORDS: i64 = 5;

/// Begins a handover whatever the AI Agent could answer.
///
/// # Errors
/// [`Error::Refused`] when the AI Agent hands nothing over.
pub async fn ask_for_person(app: &Shared, caller: Caller, id: DialogId) -> Result<Dialog, Error> {
    let matter = look_up(app, caller, id).await?;
    let shared = app.clone();
    let reason = match caller {
        Caller::Customer { .. } => Reason::AskedForHuman,
        Caller::Admin { .. } | Caller::Key { .. } | Caller::Agent { .. } => Reason::Rule,
    };
    app.store
        .write(move |tx| {
            Box::pin(async move {
                taking_part(caller, reach(tx, caller, id).await?)?;
                change(&shared, tx, id, Input::PersonWanted { reason }, matter).await?;
                let dialog = tx.dialog(id).await?.ok_or(Error::NotFound("dialog"))?;
                view::dialog(tx, caller, dialog, shared.now()).await
            })
        })
        .await
}

/// The customer no longer waits for a person.
///
/// # Errors
/// [`Error::Refused`] when nobody waits, or an agent has taken it.
pub async fn want_no_person(app: &Shared, caller: Caller, id: DialogId) -> Result<Dialog, Error> {
    if let Caller::Customer { id: customer, .. } = caller {
        let dialog = reach(&mut app.store.read().await?, caller, id).await?.dialog;
        if dialog.customer != Some(customer) {
            return Err(Error::Forbidden("only the customer who waits may end their wait"));
        }
    }
    moved(app, caller, id, Input::PersonNotWanted).await
}

/// Where a reply reaches the customer when they are gone. One who waits is told that it will.
///
/// # Errors
/// When the address is none, or the dialog has no customer.
pub async fn leave_contact(app: &Shared, caller: Caller, id: DialogId, email: &str) -> Result<Dialog, Error> {
    let email = checked_email(email)?;
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let dialog = reach(tx, caller, id).await?.dialog;
                let customer = dialog.customer.ok_or(Error::NotFound("customer"))?;
                if matches!(caller, Caller::Customer { id, .. } if id != customer) {
                    return Err(Error::Forbidden("only the customer may say where a reply reaches them"));
                }
                tx.set_email(dialog.app, customer, &email).await?;
                users::tell_change(tx, dialog.app, customer, shared.now()).await?;
                if matches!(dialog.control, Some(Control::Waiting { .. } | Control::Offered { .. })) {
                    change(&shared, tx, id, Input::ContactLeft, Matter::default()).await?;
                }
                let dialog = tx.dialog(id).await?.ok_or(Error::NotFound("dialog"))?;
                view::dialog(tx, caller, dialog, shared.now()).await
            })
        })
        .await
}

/// What the knowledge has on the customer's last words, so that the agent starts with it.
async fn look_up(app: &Shared, caller: Caller, id: DialogId) -> Result<Matter, Error> {
    let mut tx = app.store.read().await?;
    let dialog = reach(&mut tx, caller, id).await?.dialog;
    let mut words: Vec<String> = tx.unheard(id, LAST_WORDS).await?.into_iter().map(|(_, text)| text).collect();
    words.retain(|text| !text.trim().is_empty());
    if words.is_empty() {
        let files = tx.unheard_files(id, LAST_WORDS).await?;
        let question = (!files.is_empty()).then(|| with_names("", &files));
        return Ok(Matter { question, ..Matter::default() });
    }
    let assistant = match dialog.assistant {
        Some(assistant) => tx.assistant_even_removed(dialog.app, assistant).await?,
        None => None,
    };
    drop(tx);
    let Some(assistant) = assistant else { return Ok(Matter::default()) };
    let question = words.join("\n");
    let asked = Asked {
        app: dialog.app,
        text: &question,
        language: None,
        history: &[],
        offered: &[],
        settings: &assistant.settings,
        model_key: None,
        without: &[],
        told: &[],
        passages: app.config.answers.passages,
    };
    let found = knowledge::look_up(app.stacks(), &asked).await?;
    Ok(Matter { question: Some(question), found: Some(found), ..Matter::default() })
}
