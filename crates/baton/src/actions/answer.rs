//! The AI Agent is asked in a turn; its answer is delivered if that turn is still on.

mod preview;
mod questioned;
mod trigger;

use handover::{Input, Reason, Refusal, Turn};
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
        AFTER_EVERY_ID, AssistantId, Audience, DialogId, Handover, Outcome, Reason as Why, Verdict, VerdictOutcome,
    },
    error::Error,
    knowledge::{self, Answered, Asked, Turn as Exchange},
    store::{NewUnanswered, Tx},
    texts,
};
use preview::Preview;
pub(super) use questioned::exchanges;
use questioned::{Questioned, asked_before, questioned};
use trigger::{Trigger, trigger};

/// The job of answering what was asked in a turn.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Ask {
    pub dialog: DialogId,
    pub turn: u64,
}

impl Ask {
    pub const KIND: &'static str = "ask";
}

/// More open questions than these are not compared by meaning.
const COMPARED_MAX: i64 = 2_000;
/// So many earlier handovers of a conversation are looked at.
const HANDOVERS_MAX: i64 = 5;

/// Does the job. Doing it twice posts once: after the first time the turn has its answer.
///
/// # Errors
/// When the database fails; then the job is tried again.
pub async fn answer(app: &Shared, ask: Ask) -> Result<(), Error> {
    // Before the dialog is read: whatever moves control after that ends the preview.
    let preview = Preview::begin(app, ask);
    let Some(asked) = questioned(app, ask).await? else { return Ok(()) };
    if asked.asked_first && texts::is_yes(&asked.text) {
        return consented(app, ask).await;
    }
    let trigger = trigger(&asked, app.now());
    let found = if asked.is_wordless() {
        knowledge::unread(&asked.asked(app.config.answers.passages))
    } else if trigger.is_some() {
        knowledge::look_up(app.stacks(), &asked.asked(app.config.answers.passages)).await?
    } else {
        tokio::select! {
            found = think(app, &asked, &preview) => found?,
            () = preview.is_over() => return drop_answer(app, ask).await,
        }
    };
    preview.end(found.verdict.outcome == VerdictOutcome::Answer);
    let unanswered = unanswered(app, &asked, &found).await?;
    let shared = app.clone();
    let decided = app
        .store
        .write(move |tx| Box::pin(async move { decide(&shared, tx, ask, (&asked, found, trigger), unanswered).await }))
        .await;
    unless_it_is_over(app, ask, decided).await
}

/// An answer that comes too late is dropped.
async fn unless_it_is_over(app: &Shared, ask: Ask, decided: Result<(), Error>) -> Result<(), Error> {
    match decided {
        Err(Error::Refused { refusal: Refusal::AnswerIsStale | Refusal::IsClosed, .. }) => drop_answer(app, ask).await,
        decided => decided,
    }
}

/// The customer was asked whether they want a person, and does.
async fn consented(app: &Shared, ask: Ask) -> Result<(), Error> {
    let shared = app.clone();
    let input = Input::Unknown { turn: Turn(ask.turn), reason: Reason::AskedForHuman, again: false };
    let handed = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let question = asked_before(tx, ask.dialog).await?;
                let matter = Matter { question, ..Matter::default() };
                change(&shared, tx, ask.dialog, input, matter).await.map(drop)
            })
        })
        .await;
    unless_it_is_over(app, ask, handed).await
}

/// A question on the side.
#[derive(Clone, Debug, Default)]
pub struct Trial {
    pub question: String,
    pub language: Option<String>,
    /// What was asked and answered before.
    pub history: Vec<Exchange>,
    /// The choices that were offered last.
    pub offered: Vec<String>,
}

/// One question on the side: nothing is stored or posted.
///
/// # Errors
/// When the AI Agent is out of reach.
pub async fn ask(app: &Shared, caller: Caller, (of, id): (i64, AssistantId), trial: &Trial) -> Result<Verdict, Error> {
    caller.works_in(of)?;
    if trial.question.trim().is_empty() {
        return Err(Error::field("question", "must not be empty"));
    }
    let mut tx = app.store.read().await?;
    let assistant = tx.assistant(of, id).await?.ok_or(Error::NotFound("AI Agent"))?;
    drop(tx);
    let asked = Asked {
        app: of,
        text: &trial.question,
        language: trial.language.as_deref(),
        history: &trial.history,
        offered: &trial.offered,
        settings: &assistant.settings,
        model_key: assistant.model_key.as_deref(),
        without: &[],
        told: &[],
        passages: app.config.answers.passages,
    };
    Ok(knowledge::answer(app.stacks(), &app.llm, &asked, &mut |_, _, _| {}).await?.verdict)
}

async fn think(app: &App, asked: &Questioned, preview: &Preview<'_>) -> Result<Answered, Error> {
    let question = asked.asked(app.config.answers.passages);
    let mut hear = |statement: &crate::llm::Supported, source: &crate::domain::SourceRef, place: usize| {
        preview.say(&statement.text, source, place);
    };
    Ok(knowledge::answer(app.stacks(), &app.llm, &question, &mut hear).await?)
}

async fn decide(
    app: &App,
    tx: &mut Tx,
    ask: Ask,
    (asked, found, trigger): (&Questioned, Answered, Option<Trigger>),
    unanswered: Option<Unanswered>,
) -> Result<(), Error> {
    let turn = Turn(ask.turn);
    let unknown = |reason, again| Input::Unknown { turn, reason, again };
    let handover = &asked.assistant.settings.unanswered.handover;
    let input = match (&trigger, found.verdict.outcome) {
        // A person is called for these whatever could be answered.
        (Some(trigger), _) => unknown(trigger.reason, false),
        (None, VerdictOutcome::Clarify) if handover.on_low_confidence && asked.hands_over() => {
            unknown(Reason::LowConfidence, false)
        }
        (
            None,
            VerdictOutcome::Answer
            | VerdictOutcome::GeneralAnswer
            | VerdictOutcome::Clarify
            | VerdictOutcome::SmallTalk,
        ) => Input::Answered { turn },
        (None, VerdictOutcome::Unknown) => {
            // "Again" leaves it at the don't know message.
            let again = !handover.on_unknown || handed_over_before(tx, asked).await?;
            unknown(Reason::UnknownAnswer, again)
        }
        (None, VerdictOutcome::AskedForHuman) => unknown(Reason::AskedForHuman, false),
        (None, VerdictOutcome::Failed) => {
            let again = !handover.on_model_error || handed_over_before(tx, asked).await?;
            unknown(Reason::ModelError, again)
        }
    };
    let score = found.verdict.score;
    record_decision(app, tx, ask, (input, &found.verdict)).await?;
    let matter = Matter {
        answer: spoken(&found, &asked.text),
        question: Some(asked.question()),
        found: Some(found),
        rule: trigger.and_then(|trigger| trigger.rule),
        only: None,
    };
    change(app, tx, ask.dialog, input, matter).await?;
    match unanswered {
        Some(unanswered) => count(app, tx, asked, unanswered, score).await,
        None => Ok(()),
    }
}

/// What was decided and why, for those who look at it later.
async fn record_decision(app: &App, tx: &mut Tx, ask: Ask, (input, verdict): (Input, &Verdict)) -> Result<(), Error> {
    let reason = if let Input::Unknown { reason, .. } = input { Some(reason.as_str()) } else { None };
    let Some(dialog) = tx.dialog(ask.dialog).await? else { return Ok(()) };
    let body = serde_json::json!({
        "turn": ask.turn, "outcome": verdict.outcome, "reason": reason, "score": verdict.score,
        "threshold": verdict.threshold, "why": verdict.why,
    });
    post::record(tx, (dialog.app, Some(dialog.id)), ("decision", Audience::Staff), &body, app.now()).await
}

/// The same question was handed over in this conversation, and came back unsolved: nothing new would come of it.
async fn handed_over_before(tx: &mut Tx, asked: &Questioned) -> Result<bool, Error> {
    // Other files may have the same names.
    if asked.is_wordless() {
        return Ok(false);
    }
    let meaning = knowledge::meaning(&asked.text);
    let ended = tx.handovers(asked.dialog.id, AFTER_EVERY_ID, HANDOVERS_MAX).await?;
    let same = |handover: &Handover| {
        let question = handover.packet.question.as_deref();
        handover.outcome == Some(Outcome::Returned) && question.is_some_and(|one| knowledge::meaning(one) == meaning)
    };
    Ok(ended.iter().any(same))
}

/// What is counted of a question that could not be answered.
struct Unanswered {
    reason: Why,
    /// The question as it was understood.
    question: String,
    /// It as a vector, and the model that made it.
    vector: Option<(String, Vec<u8>)>,
}

async fn unanswered(app: &App, asked: &Questioned, found: &Answered) -> Result<Option<Unanswered>, Error> {
    if asked.is_wordless() {
        return Ok(None);
    }
    let reason = match found.verdict.outcome {
        VerdictOutcome::Unknown => Reason::UnknownAnswer,
        VerdictOutcome::Failed => Reason::ModelError,
        VerdictOutcome::Answer
        | VerdictOutcome::GeneralAnswer
        | VerdictOutcome::Clarify
        | VerdictOutcome::SmallTalk
        | VerdictOutcome::AskedForHuman => return Ok(None),
    };
    let question = found.verdict.understood.clone().unwrap_or_else(|| asked.text.clone());
    let vector = match app.encoder.get() {
        Some(encoder) => {
            let name = encoder.name().to_owned();
            knowledge::question_vector(encoder, question.clone()).await.map(|vector| (name, vector))
        }
        None => None,
    };
    Ok(Some(Unanswered { reason, question, vector }))
}

async fn count(app: &App, tx: &mut Tx, asked: &Questioned, counted: Unanswered, score: f64) -> Result<(), Error> {
    let at = app.now();
    let meaning = knowledge::meaning(&counted.question);
    let vector = counted.vector.as_ref().map(|(model, vector)| (model.as_str(), vector.as_slice()));
    let like = match vector {
        Some((model, vector)) => {
            knowledge::same_question(vector, &tx.open_vectors(asked.dialog.app, model, COMPARED_MAX).await?)
        }
        None => None,
    };
    let unanswered = NewUnanswered {
        id: app.ids.next(at),
        app: asked.dialog.app,
        assistant: asked.assistant.id,
        dialog: asked.dialog.id,
        meaning: &meaning,
        question: &counted.question,
        reason: counted.reason,
        score,
        vector,
        at,
    };
    Ok(tx.count_unanswered(&unanswered, like).await?)
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
