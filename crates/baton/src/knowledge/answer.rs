//! The seam: a question goes in; an answer with evidence, or "I don't know" with evidence, comes out.

use std::time::Duration;

use super::{
    Library,
    decide::{Decision, decide, suggestions},
    index::Hit,
    library::Shelf,
    phrases::{Said, recognise},
    plain::plain,
    sentences::best_sentences,
};
use crate::{
    domain::{AssistantSettings, Evidence, Model, SourceRef, UnansweredAction, Verdict, VerdictOutcome},
    llm::{Call, Llm, LlmError, Reading},
    store::{Store, StoreError},
    texts::{self, SmallTalk},
};

/// A customer does not read more of a quoted passage. Characters.
const QUOTE_CHARS: usize = 600;
/// A draft from a passage worse than this would mislead.
const DRAFT_SCORE_MIN: f64 = 0.35;

/// A question with everything that decides how it is answered.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub app: i64,
    pub text: &'a str,
    /// The customer's language, if it is known.
    pub language: Option<&'a str>,
    pub settings: &'a AssistantSettings,
    pub model_key: Option<&'a str>,
}

/// A verdict, and the sources that its text is based on.
#[derive(Clone, Debug)]
pub struct Answered {
    pub verdict: Verdict,
    pub sources: Vec<SourceRef>,
}

/// Answers a question, or says that it cannot.
///
/// # Errors
/// When the database fails; a model that fails is a verdict.
pub async fn answer(
    library: &Library,
    store: &Store,
    llm: &Llm,
    asked: &Asked<'_>,
    passages: usize,
) -> Result<Answered, StoreError> {
    let said = recognise(asked.text);
    if let Some(small) = small_talk(said) {
        let text = texts::small_talk(small, asked.language);
        let why = "This is a greeting, thanks or goodbye.";
        let verdict = verdict(asked, VerdictOutcome::SmallTalk, Some(text.into()), Vec::new(), why);
        return Ok(Answered { verdict, sources: Vec::new() });
    }
    let (shelf, hits) = find(library, store, asked, passages).await?;
    if said == Said::WantsPerson {
        let why = "The customer asks for a person.";
        let verdict = verdict(asked, VerdictOutcome::AskedForHuman, None, evidence(&hits)?, why);
        return Ok(Answered { verdict, sources: Vec::new() });
    }
    let known = match &asked.settings.model {
        Some(model) if !hits.is_empty() => by_model(llm, asked, model, &hits).await?,
        Some(_) | None => by_quoting(asked, &hits)?,
    };
    if known.verdict.outcome != VerdictOutcome::Unknown {
        return Ok(known);
    }
    let mut unknown = match &asked.settings.model {
        Some(model) if asked.settings.unanswered.action == UnansweredAction::GeneralModel => {
            generally(llm, asked, model, known).await
        }
        Some(_) | None => known,
    };
    if unknown.verdict.outcome == VerdictOutcome::Unknown {
        unknown.verdict.suggestions = shelf.look(|index| suggestions(index, &hits, threshold(asked)));
    }
    Ok(unknown)
}

/// What the knowledge has on a question that a person will answer.
///
/// # Errors
/// When the database fails.
pub async fn look_up(
    library: &Library,
    store: &Store,
    asked: &Asked<'_>,
    passages: usize,
) -> Result<Answered, StoreError> {
    let (_, hits) = find(library, store, asked, passages).await?;
    let why = "The customer asks for a person.";
    let verdict = verdict(asked, VerdictOutcome::AskedForHuman, None, evidence(&hits)?, why);
    Ok(Answered { verdict, sources: Vec::new() })
}

/// A reply that an agent may start from: the nearest passage, if it is near enough.
#[must_use]
pub fn draft(question: &str, verdict: &Verdict) -> Option<String> {
    let best = verdict.evidence.first().filter(|best| best.score >= DRAFT_SCORE_MIN)?;
    let passage = super::index::Passage {
        title: best.title.as_str().into(),
        heading: best.heading.as_deref().map(Into::into),
        question: None,
        text: best.text.as_str().into(),
        language: super::words::Language::guess(&best.text),
    };
    Some(best_sentences(question, &passage, QUOTE_CHARS)).filter(|text| !text.trim().is_empty())
}

fn small_talk(said: Said) -> Option<SmallTalk> {
    match said {
        Said::Greeting => Some(SmallTalk::Greeting),
        Said::Thanks => Some(SmallTalk::Thanks),
        Said::Goodbye => Some(SmallTalk::Goodbye),
        Said::WantsPerson | Said::Something => None,
    }
}

async fn find(
    library: &Library,
    store: &Store,
    asked: &Asked<'_>,
    passages: usize,
) -> Result<(Shelf, Vec<Hit>), StoreError> {
    let shelf = library.shelf(store, asked.app).await?;
    let hits = if asked.settings.use_knowledge { shelf.search(asked.text, passages) } else { Vec::new() };
    Ok((shelf, hits))
}

fn by_quoting(asked: &Asked<'_>, hits: &[Hit]) -> Result<Answered, StoreError> {
    let found = evidence(hits)?;
    let decision = decide(hits, threshold(asked));
    Ok(match (decision, hits.first()) {
        (Decision::Answer { score }, Some(best)) => {
            let text = best_sentences(asked.text, &best.passage, QUOTE_CHARS);
            let why = format!(
                "The best passage scores {}, which reaches the threshold of {}.",
                percent(score),
                percent(threshold(asked))
            );
            let sources = found.first().map(source_of).into_iter().collect();
            Answered { verdict: verdict(asked, VerdictOutcome::Answer, Some(text), found, &why), sources }
        }
        (Decision::NotSure { score }, _) => {
            let why = format!(
                "The best passage scores {}, below the threshold of {}.",
                percent(score),
                percent(threshold(asked))
            );
            Answered { verdict: verdict(asked, VerdictOutcome::Unknown, None, found, &why), sources: Vec::new() }
        }
        (Decision::Answer { .. } | Decision::NothingFound, _) => {
            let why = "No passage has anything to do with the question.";
            Answered { verdict: verdict(asked, VerdictOutcome::Unknown, None, found, why), sources: Vec::new() }
        }
    })
}

async fn by_model(llm: &Llm, asked: &Asked<'_>, model: &Model, hits: &[Hit]) -> Result<Answered, StoreError> {
    let found = evidence(hits)?;
    let texts: Vec<&str> = found.iter().map(|passage| passage.text.as_str()).collect();
    let read = llm.read(call(asked, model), asked.text, &texts).await;
    Ok(match read {
        Ok(Reading::Answer { text, passages }) => {
            let mut sources: Vec<SourceRef> = Vec::new();
            for source in passages.iter().filter_map(|place| found.get(*place)).map(source_of) {
                if !sources.contains(&source) {
                    sources.push(source);
                }
            }
            let why = "The model answered from the passages that it names.";
            let verdict = Verdict { by_model: true, ..verdict(asked, VerdictOutcome::Answer, Some(text), found, why) };
            Answered { verdict, sources }
        }
        Ok(Reading::NotThere) => {
            let why = "The model read the passages and found no answer in them.";
            let verdict = Verdict { by_model: true, ..verdict(asked, VerdictOutcome::Unknown, None, found, why) };
            Answered { verdict, sources: Vec::new() }
        }
        Err(error) => failed(asked, found, &error),
    })
}

async fn generally(llm: &Llm, asked: &Asked<'_>, model: &Model, unknown: Answered) -> Answered {
    let found = unknown.verdict.evidence.clone();
    match llm.answer_generally(call(asked, model), asked.text).await {
        Ok(Reading::Answer { text, .. }) => {
            let why = "Not in the knowledge; the model answered without it.";
            let outcome = VerdictOutcome::GeneralAnswer;
            let verdict = Verdict { by_model: true, ..verdict(asked, outcome, Some(text), found, why) };
            Answered { verdict, sources: Vec::new() }
        }
        Ok(Reading::NotThere) => unknown,
        Err(error) => failed(asked, found, &error),
    }
}

fn failed(asked: &Asked<'_>, found: Vec<Evidence>, error: &LlmError) -> Answered {
    tracing::warn!(app = asked.app, %error, "the model failed");
    let mut why = error.to_string();
    if let Some(first) = why.get(..1).map(str::to_uppercase) {
        why.replace_range(..1, &first);
    }
    why.push('.');
    Answered { verdict: verdict(asked, VerdictOutcome::Failed, None, found, &why), sources: Vec::new() }
}

fn call<'a>(asked: &Asked<'a>, model: &'a Model) -> Call<'a> {
    Call {
        endpoint: &model.endpoint,
        model: &model.name,
        key: asked.model_key,
        temperature: model.temperature,
        max_tokens: model.max_tokens,
        timeout: Duration::from_millis(u64::try_from(model.timeout_ms).unwrap_or(0)),
        system: asked.settings.instructions.clone(),
        user: String::new(),
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a threshold between 0 and 1")]
fn threshold(asked: &Asked<'_>) -> f32 {
    asked.settings.confidence_min as f32
}

fn percent(score: f32) -> String {
    format!("{:.0} %", score * 100.0)
}

fn verdict(
    asked: &Asked<'_>,
    outcome: VerdictOutcome,
    text: Option<String>,
    evidence: Vec<Evidence>,
    why: &str,
) -> Verdict {
    Verdict {
        outcome,
        text,
        by_model: false,
        score: evidence.first().map_or(0.0, |best| best.score),
        threshold: asked.settings.confidence_min,
        evidence,
        why: why.into(),
        suggestions: Vec::new(),
    }
}

fn evidence(hits: &[Hit]) -> Result<Vec<Evidence>, StoreError> {
    hits.iter()
        .map(|hit| {
            let row = hit.source.to_string();
            let source = row.parse().map_err(|_| StoreError::Inconsistent { table: "passages", row })?;
            Ok(Evidence {
                source,
                title: hit.passage.title.to_string(),
                heading: hit.passage.heading.as_deref().map(Into::into),
                text: plain(&hit.passage.text),
                score: f64::from((hit.score * 1000.0).round()) / 1000.0,
            })
        })
        .collect()
}

fn source_of(evidence: &Evidence) -> SourceRef {
    SourceRef { id: evidence.source, title: evidence.title.clone() }
}
