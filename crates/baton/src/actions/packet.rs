//! What the agent gets to go on, made without a model.

use super::{change::Matter, text::customer_of};
use crate::{
    domain::{DialogSummary, HandoverRule, Message, Packet, PersonKind, Reason, VerdictOutcome},
    error::Error,
    knowledge,
    store::{MessagePage, Tx},
};

const EARLIER: i64 = 5;
const LOOK_BACK: i64 = 40;
const QUOTE_CHARS: usize = 160;

pub(super) async fn make(
    tx: &mut Tx,
    dialog: &DialogSummary,
    reason: Reason,
    matter: &Matter,
) -> Result<Packet, Error> {
    let customer = customer_of(tx, dialog).await?;
    let earlier = match dialog.customer {
        Some(customer) => tx.earlier_dialogs(customer, dialog.id, EARLIER).await?,
        None => Vec::new(),
    };
    let messages = tx.messages(dialog.id, MessagePage::Newest, LOOK_BACK).await?;
    let question = matter.question.clone().or_else(|| last_of_customer(&messages));
    let verdict = matter.found.as_ref().map(|found| &found.verdict);
    let language = customer.as_ref().and_then(|customer| customer.language.clone());
    Ok(Packet {
        why: why(reason, matter.rule.as_ref(), verdict.map(|verdict| (verdict.outcome, verdict.why.as_str()))),
        passages: verdict.map(|verdict| verdict.evidence.clone()).unwrap_or_default(),
        threshold: verdict.map_or(0.0, |verdict| verdict.threshold),
        summary: summary(&messages),
        draft: question.as_deref().zip(verdict).and_then(|(question, verdict)| knowledge::draft(question, verdict)),
        question,
        customer,
        language,
        earlier,
    })
}

fn why(reason: Reason, rule: Option<&HandoverRule>, verdict: Option<(VerdictOutcome, &str)>) -> String {
    let plain = match reason {
        Reason::UnknownAnswer => "The AI Agent found no answer in the knowledge.",
        Reason::AskedForHuman => "The customer asked for a person.",
        Reason::LowConfidence => "The AI Agent was not sure enough of its answer.",
        Reason::RepeatedQuestion => "The customer asked the same question again.",
        Reason::Frustrated => "The customer is frustrated.",
        Reason::ModelError => "The AI Agent's model failed or did not answer in time.",
        Reason::Rule => "A rule asks for a person here.",
        Reason::AgentTakeover => "An agent took the conversation.",
        Reason::ReturnedHandover => "The conversation came back from the AI Agent.",
    };
    if let Some(rule) = rule {
        return format!("The rule “{}” asks for a person here.", rule.name);
    }
    match verdict {
        Some((VerdictOutcome::Unknown | VerdictOutcome::Failed, why)) => format!("{plain} {why}"),
        Some(_) | None => plain.into(),
    }
}

fn last_of_customer(messages: &[Message]) -> Option<String> {
    messages.iter().rev().find(|message| is_customer(message)).map(Message::said)
}

/// Who wrote how much, and what was said last on either side.
pub(super) fn summary(messages: &[Message]) -> String {
    let asked: Vec<&Message> = messages.iter().filter(|message| is_customer(message)).collect();
    let (Some(first), Some(last)) = (asked.first(), asked.last()) else {
        return "The customer has not written yet.".into();
    };
    let name = &last.sender.full_name;
    let mut parts = vec![match asked.len() {
        1 => format!("{name} wrote one message: “{}”", quote(&last.said())),
        count => {
            format!("{name} wrote {count} messages, first “{}”, last “{}”", quote(&first.said()), quote(&last.said()))
        }
    }];
    let mut answers = messages.iter().filter(|message| message.ai.as_ref().is_some_and(|ai| !ai.sources.is_empty()));
    if let Some(answer) = answers.next_back() {
        parts.push(format!("The AI Agent last answered: “{}”", quote(&answer.said())));
    }
    parts.join(". ")
}

fn is_customer(message: &Message) -> bool {
    message.sender.kind == PersonKind::Customer
}

/// The beginning of it, in one line.
pub(super) fn quote(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUOTE_CHARS) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
