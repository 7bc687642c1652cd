//! Verdicts, with everything they are based on and a sentence that says why.

use super::{
    super::{
        judge::{Hit, Judged, Zone, zone},
        plain::plain,
    },
    Answered, Asked,
};
use crate::domain::{Evidence, SourceRef, Verdict, VerdictOutcome};

/// One without evidence.
pub(super) fn plain_verdict(asked: &Asked<'_>, outcome: VerdictOutcome, text: Option<String>, why: &str) -> Answered {
    let verdict = Verdict {
        outcome,
        text,
        by_model: false,
        understood: None,
        score: 0.0,
        threshold: asked.settings.confidence_min,
        clarify_from: asked.settings.clarify_from,
        evidence: Vec::new(),
        signals: Vec::new(),
        log_odds: 0.0,
        by_meaning: false,
        why: why.into(),
        suggestions: Vec::new(),
        parts: Vec::new(),
        statements: Vec::new(),
    };
    Answered { verdict, sources: Vec::new() }
}

/// One that was decided by how well passages fit; says so.
pub(super) fn judged_verdict(
    asked: &Asked<'_>,
    outcome: VerdictOutcome,
    text: Option<String>,
    judged: &Judged,
) -> Answered {
    let mut answered = plain_verdict(asked, outcome, text, &why(asked, judged));
    let verdict = &mut answered.verdict;
    verdict.score = thousandths(judged.score());
    verdict.evidence = judged.hits.iter().map(evidence).collect();
    if !judged.hits.is_empty() {
        verdict.signals = judged.signals.clone();
        verdict.log_odds = judged.log_odds;
    }
    verdict.by_meaning = judged.by_meaning;
    answered
}

pub(super) fn asked_for_human(asked: &Asked<'_>, judged: &Judged) -> Answered {
    let mut answered = judged_verdict(asked, VerdictOutcome::AskedForHuman, None, judged);
    answered.verdict.why = "The customer asks for a person.".into();
    answered
}

fn why(asked: &Asked<'_>, judged: &Judged) -> String {
    let (threshold, clarify_from) = (asked.settings.confidence_min, asked.settings.clarify_from);
    let means = if judged.by_meaning { "" } else { ", by its words alone" };
    let score = percent(judged.score());
    if judged.hits.is_empty() {
        return "No passage has anything to do with the question.".into();
    }
    match zone(judged.score(), threshold, clarify_from) {
        Zone::Answer => {
            format!("The best passage scores {score}{means}, which reaches the threshold of {}.", percent(threshold))
        }
        Zone::Clarify | Zone::DontKnow => {
            format!("The best passage scores {score}{means}, below the threshold of {}.", percent(threshold))
        }
    }
}

pub(super) fn evidence(hit: &Hit) -> Evidence {
    Evidence {
        source: hit.at.source,
        title: hit.passage.title.to_string(),
        heading: hit.passage.heading.as_deref().map(Into::into),
        text: plain(&hit.passage.text),
        score: thousandths(hit.score),
        address: hit.passage.address.as_deref().map(Into::into),
    }
}

pub(super) fn source_of(evidence: &Evidence) -> SourceRef {
    SourceRef { id: evidence.source, title: evidence.title.clone(), address: evidence.address.clone() }
}

fn percent(score: f64) -> String {
    format!("{:.0}%", score * 100.0)
}

fn thousandths(score: f64) -> f64 {
    (score * 1000.0).round() / 1000.0
}
