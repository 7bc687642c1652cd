//! The seam: a question goes in; an answer with evidence, or "I don't know" with evidence, comes out.

mod model;
mod quote;
mod verdict;

use super::{
    calibration::Calibration,
    find::Stacks,
    index::Place,
    judge::{Beside, Judged, Zone, judge, suggestions, zone},
    phrases::{Said, recognise},
    question::{Turn, choices, complete, picked, split},
    told::Told,
};
use crate::{
    domain::{AssistantSettings, SourceRef, UnansweredAction, Verdict, VerdictOutcome, VerdictPart},
    llm::{Llm, Supported},
    store::StoreError,
    texts::{self, SmallTalk},
};

pub use model::call_of;
pub use quote::draft;

use model::{by_model, completed, generally};
use quote::by_quoting;
use verdict::{asked_for_human, judged_verdict, plain_verdict};

/// A question with everything that decides how it is answered.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub app: i64,
    pub text: &'a str,
    /// The customer's language, if it is known.
    pub language: Option<&'a str>,
    /// What was asked and answered before, oldest first.
    pub history: &'a [Turn],
    /// The choices that were offered last, if the customer was asked back.
    pub offered: &'a [String],
    pub settings: &'a AssistantSettings,
    pub model_key: Option<&'a str>,
    /// Passages to look past.
    pub without: &'a [Place],
    /// What people told the customer in this conversation.
    pub told: &'a [Told],
    /// How many passages to look at.
    pub passages: usize,
}

/// A verdict, and the sources that its text is based on.
#[derive(Clone, Debug)]
pub struct Answered {
    pub verdict: Verdict,
    pub sources: Vec<SourceRef>,
}

/// Hears each statement of a model as soon as it has been checked: the statement, its source, its place.
pub type Hear<'a> = &'a mut (dyn FnMut(&Supported, &SourceRef, usize) + Send);

/// Answers a question, or says that it cannot.
///
/// # Errors
/// When the database fails; a model that fails is a verdict.
pub async fn answer(stacks: Stacks<'_>, llm: &Llm, asked: &Asked<'_>, hear: Hear<'_>) -> Result<Answered, StoreError> {
    let calibration = calibration(stacks, asked.app).await?;
    if let Some(choice) = picked(asked.offered, asked.text).and_then(|at| asked.offered.get(at)) {
        let judged = judged(stacks, asked, &calibration, choice).await?;
        return known_or_not(stacks, llm, asked, &calibration, vec![judged], hear).await;
    }
    let said = recognise(asked.text);
    if let Some(small) = small_talk(said) {
        let text = texts::small_talk(small, asked.language);
        let why = "This is a greeting, thanks or goodbye.";
        return Ok(plain_verdict(asked, VerdictOutcome::SmallTalk, Some(text.into()), why));
    }
    if said == Said::WantsPerson {
        return look_up(stacks, asked).await;
    }
    let mut all = Vec::new();
    for question in questions(llm, asked).await {
        all.push(judged(stacks, asked, &calibration, &question).await?);
    }
    known_or_not(stacks, llm, asked, &calibration, all, hear).await
}

/// What there is to say to files that came without words.
#[must_use]
pub fn unread(asked: &Asked<'_>) -> Answered {
    let why = "The customer sent files without words, and the AI Agent cannot read files.";
    plain_verdict(asked, VerdictOutcome::Unknown, None, why)
}

/// What the knowledge has on a question that a person will answer.
///
/// # Errors
/// When the database fails.
pub async fn look_up(stacks: Stacks<'_>, asked: &Asked<'_>) -> Result<Answered, StoreError> {
    let calibration = calibration(stacks, asked.app).await?;
    Ok(asked_for_human(asked, &judged(stacks, asked, &calibration, asked.text).await?))
}

/// How log-odds become probabilities in this app.
///
/// # Errors
/// When the database fails.
pub(super) async fn calibration(stacks: Stacks<'_>, app: i64) -> Result<Calibration, StoreError> {
    let stored = stacks.store.read().await?.calibration(app).await?;
    let model = stacks.encoder.get().map(|encoder| encoder.name().to_owned()).unwrap_or_default();
    // What was learned of another model's scores says nothing of these.
    Ok(match stored.filter(|stored| stored.model == model) {
        Some(stored) => serde_json::from_str(&stored.body)?,
        None => Calibration::default(),
    })
}

/// The questions of a message, each complete by itself.
async fn questions(llm: &Llm, asked: &Asked<'_>) -> Vec<String> {
    let mut parts = split(asked.text);
    if parts.is_empty() {
        parts.push(asked.text.to_owned());
    }
    if let Some(by_rules) = complete(asked.history, &parts[0]) {
        parts[0] = completed(llm, asked, &parts[0]).await.unwrap_or(by_rules);
    }
    parts
}

/// What people told counts where the knowledge has no answer of its own.
async fn judged(
    stacks: Stacks<'_>,
    asked: &Asked<'_>,
    calibration: &Calibration,
    question: &str,
) -> Result<Judged, StoreError> {
    let Asked { without, told, passages: at_most, settings, .. } = *asked;
    let look = async |told| judge(stacks, (asked.app, question), calibration, &Beside { without, told, at_most }).await;
    let mut judged = look(&[]).await?;
    if judged.score() < settings.confidence_min && !told.is_empty() {
        judged = look(told).await?;
    }
    if !settings.use_knowledge {
        judged.hits.clear();
    }
    Ok(judged)
}

async fn known_or_not(
    stacks: Stacks<'_>,
    llm: &Llm,
    asked: &Asked<'_>,
    calibration: &Calibration,
    all: Vec<Judged>,
    hear: Hear<'_>,
) -> Result<Answered, StoreError> {
    let threshold = asked.settings.confidence_min;
    let has_hits = all.iter().any(|judged| !judged.hits.is_empty());
    let mut known = match &asked.settings.model {
        Some(model) if has_hits => by_model(llm, asked, model, &all, hear).await,
        Some(_) | None => by_quoting(asked, &all),
    };
    if let [one] = all.as_slice() {
        known.verdict.understood = (one.question != asked.text.trim()).then(|| one.question.clone());
    } else {
        known.verdict.parts = all.iter().map(|judged| part(judged, threshold)).collect();
    }
    if known.verdict.outcome != VerdictOutcome::Unknown {
        return Ok(known);
    }
    if let Some(back) = question_back(asked, &all) {
        return Ok(back);
    }
    let mut unknown = match &asked.settings.model {
        Some(model) if asked.settings.unanswered.action == UnansweredAction::GeneralModel => {
            generally(llm, asked, model, known).await
        }
        Some(_) | None => known,
    };
    if unknown.verdict.outcome == VerdictOutcome::Unknown
        && let Some(least) = least_sure(&all)
    {
        unknown.verdict.suggestions = suggestions(stacks, asked.app, least, (calibration, threshold)).await?;
    }
    Ok(unknown)
}

/// One question back, if the message is one question in the middle zone and nobody was asked back just before.
fn question_back(asked: &Asked<'_>, all: &[Judged]) -> Option<Answered> {
    let [judged] = all else { return None };
    let settings = asked.settings;
    let zone = zone(judged.score(), settings.confidence_min, settings.clarify_from);
    if zone != Zone::Clarify || settings.model.is_some() || !asked.offered.is_empty() {
        return None;
    }
    let choices = choices(&judged.question, &judged.hits)?;
    let text = texts::clarify(&choices, asked.language);
    let mut back = judged_verdict(asked, VerdictOutcome::Clarify, Some(text), judged);
    back.verdict.why = format!("{} It could be one of several things, so the customer is asked.", back.verdict.why);
    back.verdict.suggestions = choices;
    Some(back)
}

fn part(judged: &Judged, threshold: f64) -> VerdictPart {
    let outcome = match zone(judged.score(), threshold, threshold) {
        Zone::Answer => VerdictOutcome::Answer,
        Zone::Clarify | Zone::DontKnow => VerdictOutcome::Unknown,
    };
    VerdictPart { question: judged.question.clone(), outcome, score: judged.score() }
}

/// Of several questions the one that decides whether the whole message can be answered.
fn least_sure(all: &[Judged]) -> Option<&Judged> {
    all.iter().min_by(|a, b| a.score().total_cmp(&b.score()))
}

fn small_talk(said: Said) -> Option<SmallTalk> {
    match said {
        Said::Greeting => Some(SmallTalk::Greeting),
        Said::Thanks => Some(SmallTalk::Thanks),
        Said::Goodbye => Some(SmallTalk::Goodbye),
        Said::WantsPerson | Said::Something => None,
    }
}
