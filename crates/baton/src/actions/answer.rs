//! The AI Agent is asked in a turn; its answer is delivered if that turn is still on.

use handover::{Control, Input, Reason, Refusal, Turn, WhenToAnswer, is_addressed};
use serde::{Deserialize, Serialize};

use super::{
    access::Caller,
    change::{Matter, change},
    effects::spoken,
    post,
};
use crate::{
    app::{App, Shared},
    domain::{
        AssistantId, Audience, DialogId, DialogSummary, Reason as Why, UnansweredAction, Verdict, VerdictOutcome,
    },
    error::Error,
    knowledge::{self, Answered, Asked},
    store::{AssistantRow, NewUnanswered, Tx},
};

/// The job of answering what was asked in a turn.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Ask {
    pub dialog: DialogId,
    pub turn: u64,
}

impl Ask {
    pub const KIND: &'static str = "ask";
}

/// Messages that one question may consist of.
const BURST_MAX: i64 = 20;

/// Everything that is looked at to answer.
struct Questioned {
    dialog: DialogSummary,
    assistant: AssistantRow,
    text: String,
    language: Option<String>,
}

/// Does the job. Doing it twice posts once: after the first time the turn has its answer.
///
/// # Errors
/// When the database fails; then the job is tried again.
pub async fn answer(app: &Shared, ask: Ask) -> Result<(), Error> {
    let Some(asked) = question(app, ask).await? else { return Ok(()) };
    let found = think(app, &asked).await?;
    let shared = app.clone();
    let decided =
        app.store.write(move |tx| Box::pin(async move { decide(&shared, tx, ask, &asked, found).await })).await;
    match decided {
        Err(Error::Refused { refusal: Refusal::AnswerIsStale | Refusal::IsClosed, .. }) => drop_answer(app, ask).await,
        decided => decided,
    }
}

/// One question on the side: nothing is stored or posted.
///
/// # Errors
/// When the AI Agent is out of reach.
pub async fn ask(
    app: &Shared,
    caller: Caller,
    (of, id): (i64, AssistantId),
    text: &str,
    language: Option<&str>,
) -> Result<Verdict, Error> {
    caller.works_in(of)?;
    if text.trim().is_empty() {
        return Err(Error::field("question", "must not be empty"));
    }
    let mut tx = app.store.read().await?;
    let assistant = tx.assistant(of, id).await?.ok_or(Error::NotFound("AI Agent"))?;
    drop(tx);
    let model_key = assistant.model_key.as_deref();
    let asked = Asked { app: of, text, language, settings: &assistant.settings, model_key };
    Ok(knowledge::answer(&app.library, &app.store, &app.llm, &asked, app.config.answers.passages).await?.verdict)
}

async fn question(app: &App, ask: Ask) -> Result<Option<Questioned>, Error> {
    let mut tx = app.store.read().await?;
    let Some(dialog) = tx.dialog(ask.dialog).await? else { return Ok(None) };
    let still_asked =
        matches!(dialog.control, Some(Control::Assistant { turn, answer_by: Some(_) }) if turn == Turn(ask.turn));
    let (true, Some(assistant)) = (still_asked, dialog.assistant) else { return Ok(None) };
    let Some(assistant) = tx.assistant_even_removed(dialog.app, assistant).await? else { return Ok(None) };
    let said: Vec<String> = tx.unheard(dialog.id, BURST_MAX).await?.into_iter().map(|(_, text)| text).collect();
    let crowd = tx.customers_in(dialog.id).await? > 1;
    let language = super::text::customer_of(&mut tx, &dialog).await?.and_then(|customer| customer.language);
    Ok(Some(Questioned { text: meant(&said, crowd, &assistant), dialog, assistant, language }))
}

/// What of all that was said is the question: with several customers only the last that was meant
/// for the AI Agent, after a webhook that may still answer the earlier ones only the last, otherwise
/// the whole burst.
fn meant(said: &[String], crowd: bool, assistant: &AssistantRow) -> String {
    let (command, name) = (&assistant.settings.command, &assistant.settings.name);
    let by_webhook = assistant.settings.unanswered.action == UnansweredAction::Webhook;
    let addressed = |text: &&String| is_addressed(WhenToAnswer::Auto, 2, text, command, name);
    let last = if crowd { said.iter().rev().find(addressed).or(said.last()) } else { said.last() };
    let text = if crowd || by_webhook { last.cloned().unwrap_or_default() } else { said.join("\n") };
    let trimmed = text.trim_start();
    match trimmed.strip_prefix('/').and_then(|rest| rest.get(..command.len()).map(|word| (word, rest))) {
        Some((word, rest)) if word.eq_ignore_ascii_case(command) => rest[command.len()..].trim().to_owned(),
        _ => trimmed.to_owned(),
    }
}

async fn think(app: &App, asked: &Questioned) -> Result<Answered, Error> {
    let question = Asked {
        app: asked.dialog.app,
        text: &asked.text,
        language: asked.language.as_deref(),
        settings: &asked.assistant.settings,
        model_key: asked.assistant.model_key.as_deref(),
    };
    Ok(knowledge::answer(&app.library, &app.store, &app.llm, &question, app.config.answers.passages).await?)
}

async fn decide(app: &App, tx: &mut Tx, ask: Ask, asked: &Questioned, found: Answered) -> Result<(), Error> {
    let turn = Turn(ask.turn);
    let input = match found.verdict.outcome {
        VerdictOutcome::Answer | VerdictOutcome::GeneralAnswer | VerdictOutcome::SmallTalk => Input::Answered { turn },
        VerdictOutcome::Unknown => Input::Unknown { turn, reason: Reason::UnknownAnswer },
        VerdictOutcome::AskedForHuman => Input::Unknown { turn, reason: Reason::AskedForHuman },
        VerdictOutcome::Failed => Input::Unknown { turn, reason: Reason::ModelError },
    };
    let unanswered = match found.verdict.outcome {
        VerdictOutcome::Unknown => Some(Reason::UnknownAnswer),
        VerdictOutcome::Failed => Some(Reason::ModelError),
        VerdictOutcome::Answer
        | VerdictOutcome::GeneralAnswer
        | VerdictOutcome::SmallTalk
        | VerdictOutcome::AskedForHuman => None,
    };
    let score = found.verdict.score;
    let matter = Matter { answer: spoken(&found), question: Some(asked.text.clone()), found: Some(found) };
    change(app, tx, ask.dialog, input, matter).await?;
    match unanswered {
        Some(reason) => count(app, tx, asked, reason, score).await,
        None => Ok(()),
    }
}

async fn count(app: &App, tx: &mut Tx, asked: &Questioned, reason: Why, score: f64) -> Result<(), Error> {
    let at = app.now();
    let meaning = knowledge::meaning(&asked.text);
    let unanswered = NewUnanswered {
        id: app.ids.next(at),
        app: asked.dialog.app,
        assistant: asked.assistant.id,
        dialog: asked.dialog.id,
        meaning: &meaning,
        question: &asked.text,
        reason,
        score,
        at,
    };
    Ok(tx.count_unanswered(&unanswered).await?)
}

/// The turn is over; what was found is not said, and that is on record.
async fn drop_answer(app: &Shared, ask: Ask) -> Result<(), Error> {
    let now = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let Some(dialog) = tx.dialog(ask.dialog).await? else { return Ok(()) };
                let body = serde_json::json!({ "turn": ask.turn });
                let place = (dialog.app, Some(dialog.id));
                post::record(tx, place, ("answer_dropped", Audience::Staff), &body, now).await
            })
        })
        .await
}
