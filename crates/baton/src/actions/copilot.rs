//! A draft for the agent's composer. Nothing is sent: it is a text that the agent reads first.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    access::{Caller, reach},
    answer::exchanges,
    packet::summary,
};
use crate::{
    app::Shared,
    domain::{DialogId, DialogSummary, Message, PersonKind, SourceRef, VerdictOutcome},
    error::Error,
    knowledge::{self, Asked},
    llm::Rewriting,
    store::{AssistantRow, MessagePage},
};

const LOOK_BACK: i64 = 40;
const LANGUAGE_MAX: usize = 16;
/// What a model reads of a conversation.
const SAID_CHARS_MAX: usize = 8_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DraftTask {
    /// Of the customer's last question, from the knowledge.
    Answer,
    Rephrase,
    Shorten,
    Translate,
    /// Of the conversation.
    Summarise,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    #[default]
    Friendly,
    Formal,
    Plain,
}

/// What the agent wants written.
#[derive(Clone, Debug)]
pub struct DraftWish {
    pub task: DraftTask,
    /// What is to be rephrased, shortened or translated.
    pub text: String,
    pub tone: Tone,
    /// Into which language, such as `de`.
    pub language: String,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Drafted {
    pub text: String,
    /// Whether a model wrote it, or it was taken from the knowledge and the conversation as they are.
    pub from_model: bool,
    pub sources: Vec<SourceRef>,
}

/// The conversation as a draft sees it.
struct Desk {
    dialog: DialogSummary,
    assistant: AssistantRow,
    messages: Vec<Message>,
}

/// # Errors
/// When the conversation is out of reach, the task needs a model and there is none, nothing is found, or
/// the model fails.
pub async fn draft(app: &Shared, caller: Caller, id: DialogId, wish: DraftWish) -> Result<Drafted, Error> {
    caller.is_agent()?;
    let desk = desk(app, caller, id).await?;
    let task = match wish.task {
        DraftTask::Answer => return answer(app, &desk).await,
        DraftTask::Summarise if desk.assistant.settings.model.is_none() => {
            return Ok(Drafted { text: summary(&desk.messages), from_model: false, sources: Vec::new() });
        }
        DraftTask::Summarise => Rewriting::Summary,
        DraftTask::Rephrase => Rewriting::Tone(match wish.tone {
            Tone::Friendly => "friendly and warm",
            Tone::Formal => "formal and polite",
            Tone::Plain => "plain and simple",
        }),
        DraftTask::Shorten => Rewriting::Shorter,
        DraftTask::Translate => Rewriting::Into(checked_language(&wish.language)?),
    };
    let limit = app.config.limits.message_chars;
    if task != Rewriting::Summary && (wish.text.trim().is_empty() || wish.text.chars().count() > limit) {
        return Err(Error::field("text", format!("must have 1 to {limit} characters")));
    }
    rewrite(app, &desk, task, &wish.text).await
}

async fn desk(app: &Shared, caller: Caller, id: DialogId) -> Result<Desk, Error> {
    let mut tx = app.store.read().await?;
    let dialog = reach(&mut tx, caller, id).await?.dialog;
    let none = || Error::Conflict {
        reason: "no_assistant",
        detail: "this conversation is not with an AI Agent, so there is nothing to draft from".into(),
    };
    let assistant = dialog.assistant.ok_or_else(none)?;
    let assistant = tx.assistant_even_removed(dialog.app, assistant).await?.ok_or_else(none)?;
    let messages = tx.messages(dialog.id, MessagePage::Newest, LOOK_BACK).await?;
    Ok(Desk { dialog, assistant, messages })
}

/// As the AI Agent would answer; below its threshold, what it found.
async fn answer(app: &Shared, desk: &Desk) -> Result<Drafted, Error> {
    let is_customer = |message: &Message| message.sender.kind == PersonKind::Customer;
    let nothing = |detail: &str| Error::Conflict { reason: "nothing_found", detail: detail.into() };
    let last = desk.messages.iter().rposition(is_customer);
    let last = last.ok_or_else(|| nothing("the customer has not asked anything yet"))?;
    let question = &desk.messages[last].text;
    let history = exchanges(&desk.messages[..last]);
    let found = knowledge::answer(
        app.stacks(),
        &app.llm,
        &Asked {
            app: desk.dialog.app,
            text: question,
            language: None,
            history: &history,
            offered: &[],
            settings: &desk.assistant.settings,
            model_key: desk.assistant.model_key.as_deref(),
            without: &[],
            told: &[],
            passages: app.config.answers.passages,
        },
        &mut |_, _, _| {},
    )
    .await?;
    let verdict = found.verdict;
    if let (VerdictOutcome::Answer, Some(text)) = (verdict.outcome, &verdict.text) {
        return Ok(Drafted { text: text.clone(), from_model: verdict.by_model, sources: found.sources });
    }
    let text = knowledge::draft(question, &verdict)
        .ok_or_else(|| nothing("the knowledge has nothing near enough to the customer's last question"))?;
    let sources = verdict.evidence.first().map(|best| SourceRef {
        id: best.source,
        title: best.title.clone(),
        address: best.address.clone(),
    });
    Ok(Drafted { text, from_model: false, sources: sources.into_iter().collect() })
}

async fn rewrite(app: &Shared, desk: &Desk, task: Rewriting<'_>, text: &str) -> Result<Drafted, Error> {
    let Some(model) = &desk.assistant.settings.model else {
        let detail = "this needs a model; an admin can set one in the AI Agent's settings".into();
        return Err(Error::Conflict { reason: "needs_model", detail });
    };
    let conversation = if task == Rewriting::Summary { said(&desk.messages) } else { text.to_owned() };
    let call = knowledge::call_of(&desk.assistant.settings, model, desk.assistant.model_key.as_deref());
    match app.llm.rewrite(&call, task, &conversation).await {
        Ok(text) => Ok(Drafted { text, from_model: true, sources: Vec::new() }),
        Err(error) => {
            tracing::warn!(app = desk.dialog.app, %error, "the model failed to draft");
            Err(Error::Busy("the model did not give a usable text; try again, or write it yourself"))
        }
    }
}

/// Who said what, as far back as a model gets to read.
fn said(messages: &[Message]) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut room = SAID_CHARS_MAX;
    for message in messages.iter().rev() {
        let line = format!("{}: {}", message.sender.full_name, message.text);
        let Some(left) = room.checked_sub(line.chars().count()) else { break };
        room = left;
        lines.push(line);
    }
    lines.reverse();
    lines.join("\n")
}

fn checked_language(language: &str) -> Result<&str, Error> {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    if (2..=LANGUAGE_MAX).contains(&language.len()) && language.chars().all(fits) {
        return Ok(language);
    }
    Err(Error::field("language", "name the language by its code, such as `de` or `pt-BR`"))
}
