//! What a customer asked in a turn, and what had been said before it.

use handover::{Control, Turn, WhenToAnswer, is_addressed};

use super::Ask;
use crate::{
    app::App,
    domain::{AiKind, Attachment, DialogId, DialogSummary, Message, PersonKind, UnansweredAction, User, with_names},
    error::Error,
    knowledge::{Asked, Told, Turn as Exchange},
    store::{AssistantRow, MessagePage, Tx},
};

/// Messages that one question may consist of.
const BURST_MAX: i64 = 20;
/// So many messages before the question are looked at to understand it.
const BEFORE_MAX: i64 = 30;

/// Everything that is looked at to answer.
pub(super) struct Questioned {
    pub dialog: DialogSummary,
    pub assistant: AssistantRow,
    pub text: String,
    /// The files that came instead of words, which the AI Agent cannot read.
    pub files: Vec<Attachment>,
    pub customer: Option<User>,
    pub history: Vec<Exchange>,
    /// What people told the customer before.
    pub told: Vec<Told>,
    /// The choices of the question back that was asked last.
    pub offered: Vec<String>,
    /// The customer was asked last whether they want a person.
    pub asked_first: bool,
}

impl Questioned {
    /// The customer waits for a person already.
    pub fn is_waiting(&self) -> bool {
        self.dialog.control.is_some_and(|control| control.handover().is_some())
    }

    /// Whether a person could be called here.
    pub fn hands_over(&self) -> bool {
        self.assistant.settings.hands_over_in(self.dialog.kind) && !self.is_waiting()
    }

    /// Nothing was written; files were sent.
    pub fn is_wordless(&self) -> bool {
        !self.files.is_empty()
    }

    /// What was asked, as people read it.
    pub fn question(&self) -> String {
        with_names(&self.text, &self.files)
    }

    pub fn asked(&self, passages: usize) -> Asked<'_> {
        Asked {
            app: self.dialog.app,
            text: &self.text,
            language: self.customer.as_ref().and_then(|customer| customer.language.as_deref()),
            history: &self.history,
            offered: &self.offered,
            settings: &self.assistant.settings,
            model_key: self.assistant.model_key.as_deref(),
            without: &[],
            told: &self.told,
            passages,
        }
    }
}

/// Nothing when the turn is over.
pub(super) async fn questioned(app: &App, ask: Ask) -> Result<Option<Questioned>, Error> {
    let mut tx = app.store.read().await?;
    let Some(dialog) = tx.dialog(ask.dialog).await? else { return Ok(None) };
    let still_asked = dialog.control.is_some_and(|control| is_asked(&control) && control.turn() == Turn(ask.turn));
    let (true, Some(assistant)) = (still_asked, dialog.assistant) else { return Ok(None) };
    let Some(assistant) = tx.assistant_even_removed(dialog.app, assistant).await? else { return Ok(None) };
    let said: Vec<String> = tx.unheard(dialog.id, BURST_MAX).await?.into_iter().map(|(_, text)| text).collect();
    let crowd = tx.customers_in(dialog.id).await? > 1;
    let customer = super::super::text::customer_of(&mut tx, &dialog).await?;
    let only_last = crowd || assistant.settings.unanswered.action == UnansweredAction::Webhook;
    let text = meant(&said, (crowd, only_last), &assistant);
    let files = match text.as_str() {
        "" => tx.unheard_files(dialog.id, if only_last { 1 } else { BURST_MAX }).await?,
        _ => Vec::new(),
    };
    let Before { history, told, offered, asked_first } = before(&mut tx, &dialog).await?;
    Ok(Some(Questioned { dialog, assistant, text, files, customer, history, told, offered, asked_first }))
}

fn is_asked(control: &Control) -> bool {
    match *control {
        Control::Assistant { answer_by, .. } => answer_by.is_some(),
        Control::Waiting { asked, .. } | Control::Offered { asked, .. } => asked,
        Control::Agent { .. } | Control::Closed { .. } => false,
    }
}

/// What of all that was said is the question: with several customers only the last that was meant
/// for the AI Agent, after a webhook that may still answer the earlier ones only the last, otherwise
/// the whole burst.
fn meant(said: &[String], (crowd, only_last): (bool, bool), assistant: &AssistantRow) -> String {
    let (command, name) = (&assistant.settings.command, &assistant.settings.name);
    let addressed = |text: &&String| is_addressed(WhenToAnswer::Auto, 2, text, command, name);
    let last = if crowd { said.iter().rev().find(addressed).or(said.last()) } else { said.last() };
    let text = if only_last { last.cloned().unwrap_or_default() } else { said.join("\n") };
    let trimmed = text.trim();
    match trimmed.strip_prefix('/').and_then(|rest| rest.get(..command.len()).map(|word| (word, rest))) {
        Some((word, rest)) if word.eq_ignore_ascii_case(command) => rest[command.len()..].trim().to_owned(),
        _ => trimmed.to_owned(),
    }
}

/// What was said before the question that is still open.
struct Before {
    history: Vec<Exchange>,
    told: Vec<Told>,
    offered: Vec<String>,
    asked_first: bool,
}

async fn before(tx: &mut Tx, dialog: &DialogSummary) -> Result<Before, Error> {
    let mut messages = tx.messages(dialog.id, MessagePage::Newest, BEFORE_MAX).await?;
    let heard = messages.iter().rposition(|message| !is_customer(message)).map_or(0, |at| at + 1);
    messages.truncate(heard);
    let last = messages.last().and_then(|message| message.ai.as_ref());
    let offered = last.filter(|ai| ai.kind == AiKind::Clarify).map(|ai| ai.suggestions.clone());
    let asked_first = last.is_some_and(|ai| ai.kind == AiKind::AskFirst);
    Ok(Before {
        history: exchanges(&messages),
        told: told(&messages),
        offered: offered.unwrap_or_default(),
        asked_first,
    })
}

/// What the customer had asked before they were asked whether they want a person.
pub(super) async fn asked_before(tx: &mut Tx, dialog: DialogId) -> Result<Option<String>, Error> {
    let messages = tx.messages(dialog, MessagePage::Newest, BEFORE_MAX).await?;
    let asked_back =
        messages.iter().rposition(|message| message.ai.as_ref().is_some_and(|ai| ai.kind == AiKind::AskFirst));
    let before = &messages[..asked_back.unwrap_or(messages.len())];
    Ok(before.iter().rev().find(|message| is_customer(message)).map(Message::said))
}

pub(in crate::actions) fn exchanges(messages: &[Message]) -> Vec<Exchange> {
    let mut exchanges: Vec<Exchange> = Vec::new();
    for message in messages.iter().filter(|message| has_words(message)) {
        let is_answer = message.ai.as_ref().is_none_or(|ai| answers(ai.kind));
        match exchanges.last_mut() {
            Some(Exchange { question, answer: None }) if is_customer(message) => {
                question.push('\n');
                question.push_str(&message.text);
            }
            Some(_) | None if is_customer(message) => {
                exchanges.push(Exchange { question: message.text.clone(), answer: None });
            }
            Some(Exchange { answer, .. }) if is_answer => {
                let said = answer.get_or_insert_default();
                said.push_str(&message.text);
                said.push(' ');
            }
            Some(_) | None => {}
        }
    }
    exchanges
}

/// What people answered: all that one of them said between two messages of the customer belongs together.
fn told(messages: &[Message]) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    let mut question: Option<&Message> = None;
    let mut goes_on = false;
    for message in messages {
        if is_customer(message) {
            question = Some(message).filter(|message| has_words(message));
        }
        let is_person = message.sender.kind == PersonKind::Agent && has_words(message);
        match told.last_mut() {
            Some(last) if is_person && goes_on && last.by == message.sender.full_name => {
                last.answer.push('\n');
                last.answer.push_str(&message.text);
            }
            Some(_) | None if is_person => told.push(Told {
                question: question.map(|message| message.text.clone()),
                answer: message.text.clone(),
                by: message.sender.full_name.clone(),
            }),
            Some(_) | None => {}
        }
        goes_on = is_person || (goes_on && !is_customer(message));
    }
    told
}

fn answers(kind: AiKind) -> bool {
    kind.is_answer() || matches!(kind, AiKind::Clarify | AiKind::External)
}

/// Files alone tell the AI Agent nothing.
fn has_words(message: &Message) -> bool {
    !message.text.trim().is_empty()
}

fn is_customer(message: &Message) -> bool {
    message.sender.kind == PersonKind::Customer
}
