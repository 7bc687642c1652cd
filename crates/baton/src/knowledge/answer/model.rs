//! The answer with a model: written from the passages only, every statement checked before it counts.

use std::time::Duration;

use super::{
    super::{judge::Judged, phrases::promises_a_person},
    Answered, Asked, Hear, least_sure,
    verdict::{judged_verdict, source_of},
};
use crate::{
    domain::{AssistantSettings, Evidence, Model, Statement, VerdictOutcome},
    llm::{Brief, Call, Line, Llm, LlmError, Passage, Reading, Speaker, Supported},
};

/// Only the rules call people, and only they say so.
const PROMISED: &str = "The model promised that a person would come; that is not for it to say.";
/// A model reads no more passages than this, of however many questions.
const PASSAGES_MAX: usize = 10;

/// Answers from the passages of all questions together.
pub(super) async fn by_model(llm: &Llm, asked: &Asked<'_>, model: &Model, all: &[Judged], hear: Hear<'_>) -> Answered {
    let Some(least) = least_sure(all) else { return super::by_quoting(asked, all) };
    let mut answered = judged_verdict(asked, VerdictOutcome::Unknown, None, least);
    answered.verdict.evidence = together(asked, all);
    let found = answered.verdict.evidence.clone();
    let passages: Vec<Passage<'_>> = found
        .iter()
        .map(|passage| Passage { title: &passage.title, heading: passage.heading.as_deref(), text: &passage.text })
        .collect();
    let lines = lines(asked);
    let questions: Vec<&str> = all.iter().map(|judged| judged.question.as_str()).collect();
    let question = questions.join("\n");
    let brief = Brief { question: &question, history: &lines, passages: &passages };
    let mut place = 0;
    let heard = |statement: &Supported| {
        if let (Some(evidence), false) = (found.get(statement.passage), promises_a_person(&statement.text)) {
            hear(statement, &source_of(evidence), place);
            place += 1;
        }
    };
    match llm.read(&call(asked, model, 1), &brief, heard).await {
        Ok(Reading::Answer { mut statements, cut_short }) => {
            statements.retain(|statement| !promises_a_person(&statement.text));
            if statements.is_empty() {
                answered.verdict.why = PROMISED.into();
                answered.verdict.by_model = true;
                return answered;
            }
            written(&mut answered, &found, statements);
            if let Some(why) = cut_short {
                answered.verdict.why = format!("{} The rest was left out: {why}.", answered.verdict.why);
            }
        }
        Ok(Reading::NotThere) => {
            answered.verdict.why = "The model read the passages and found no answer in them.".into();
        }
        Ok(Reading::Unsupported { why }) => {
            answered.verdict.why = format!("The model's answer was not used: {why}.");
        }
        Err(error) => return failed(asked, answered, &error),
    }
    answered.verdict.by_model = true;
    answered
}

/// Answers without the knowledge.
pub(super) async fn generally(llm: &Llm, asked: &Asked<'_>, model: &Model, unknown: Answered) -> Answered {
    let lines = lines(asked);
    let brief = Brief { question: asked.text, history: &lines, passages: &[] };
    match llm.answer_generally(&call(asked, model, 1), &brief).await {
        Ok(Some(text)) if promises_a_person(&text) => {
            let mut answered = unknown;
            answered.verdict.why = PROMISED.into();
            answered.verdict.by_model = true;
            answered
        }
        Ok(Some(text)) => {
            let mut answered = unknown;
            answered.verdict.outcome = VerdictOutcome::GeneralAnswer;
            answered.verdict.text = Some(text);
            answered.verdict.by_model = true;
            answered.verdict.why = "Not in the knowledge; the model answered without it.".into();
            answered
        }
        Ok(None) => unknown,
        Err(error) => failed(asked, unknown, &error),
    }
}

/// A follow-up as a question of its own, in the model's words. Nothing when there is no model or it fails.
pub(super) async fn completed(llm: &Llm, asked: &Asked<'_>, question: &str) -> Option<String> {
    let model = asked.settings.model.as_ref()?;
    let lines = lines(asked);
    let brief = Brief { question, history: &lines, passages: &[] };
    match llm.complete(&call(asked, model, 2), &brief).await {
        Ok(completed) => Some(completed).filter(|completed| completed != question),
        Err(error) => {
            tracing::warn!(app = asked.app, %error, "the model did not complete a question; rules did");
            None
        }
    }
}

/// The best passages of each question, none twice.
fn together(asked: &Asked<'_>, all: &[Judged]) -> Vec<Evidence> {
    let mut found: Vec<Evidence> = Vec::new();
    for judged in all {
        for evidence in judged_verdict(asked, VerdictOutcome::Unknown, None, judged).verdict.evidence {
            let is_new = |known: &Evidence| known.source != evidence.source || known.text != evidence.text;
            if found.len() < PASSAGES_MAX && found.iter().all(is_new) {
                found.push(evidence);
            }
        }
    }
    found
}

fn written(answered: &mut Answered, found: &[Evidence], said: Vec<Supported>) {
    let texts: Vec<String> = said.iter().map(|statement| statement.text.clone()).collect();
    for statement in said {
        let Some(source) = found.get(statement.passage).map(source_of) else { continue };
        if !answered.sources.contains(&source) {
            answered.sources.push(source.clone());
        }
        let Supported { text, quote, translated, .. } = statement;
        answered.verdict.statements.push(Statement { text, quote, source, translated });
    }
    answered.verdict.outcome = VerdictOutcome::Answer;
    answered.verdict.text = Some(texts.join(" "));
    answered.verdict.why = "The model answered from the passages that it names; every quote was found in them.".into();
}

fn failed(asked: &Asked<'_>, mut answered: Answered, error: &LlmError) -> Answered {
    tracing::warn!(app = asked.app, %error, "the model failed");
    let mut why = error.to_string();
    if let Some(first) = why.get(..1).map(str::to_uppercase) {
        why.replace_range(..1, &first);
    }
    why.push('.');
    answered.verdict.outcome = VerdictOutcome::Failed;
    answered.verdict.why = why;
    answered
}

fn lines<'a>(asked: &Asked<'a>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for turn in asked.history {
        lines.push(Line { from: Speaker::Customer, text: &turn.question });
        lines.extend(turn.answer.as_deref().map(|text| Line { from: Speaker::Support, text }));
    }
    lines
}

/// `share`: the call gets this part of the time that a whole answer may take.
fn call<'a>(asked: &Asked<'a>, model: &'a Model, share: u64) -> Call<'a> {
    let whole = call_of(asked.settings, model, asked.model_key);
    Call { timeout: whole.timeout / u32::try_from(share).unwrap_or(1), ..whole }
}

/// Where this AI Agent's model is asked, and with what.
#[must_use]
pub fn call_of<'a>(settings: &'a AssistantSettings, model: &'a Model, key: Option<&'a str>) -> Call<'a> {
    Call {
        endpoint: &model.endpoint,
        model: &model.name,
        key,
        temperature: model.temperature,
        max_tokens: model.max_tokens,
        timeout: Duration::from_millis(u64::try_from(model.timeout_ms).unwrap_or(0)),
        instructions: &settings.instructions,
    }
}
