//! The answer without a model: quoted from the best passage, trimmed to the sentences that answer.

use super::{
    super::{
        judge::{Judged, Zone, zone},
        passage::Passage,
        sentences::best_sentences,
        words::Language,
    },
    Answered, Asked, least_sure,
    verdict::{judged_verdict, plain_verdict, source_of},
};
use crate::domain::{Verdict, VerdictOutcome};

/// A customer does not read more of a quoted passage. Characters.
const QUOTE_CHARS: usize = 600;
/// A draft from a passage worse than this would mislead.
const DRAFT_SCORE_MIN: f64 = 0.35;

/// Every question is answered, or none is.
pub(super) fn by_quoting(asked: &Asked<'_>, all: &[Judged]) -> Answered {
    let Some(least) = least_sure(all) else {
        return plain_verdict(asked, VerdictOutcome::Unknown, None, "Nothing was asked.");
    };
    if zone(least.score(), asked.settings.confidence_min, asked.settings.clarify_from) != Zone::Answer {
        return judged_verdict(asked, VerdictOutcome::Unknown, None, least);
    }
    let mut texts: Vec<String> = Vec::new();
    let mut sources = Vec::new();
    for judged in all {
        let Some(best) = judged.hits.first() else { continue };
        let text = best_sentences(&judged.question, &best.passage, best.sentence, QUOTE_CHARS);
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    let mut answered = judged_verdict(asked, VerdictOutcome::Answer, Some(texts.join("\n\n")), least);
    for judged in all {
        let found = judged_verdict(asked, VerdictOutcome::Answer, None, judged).verdict.evidence;
        sources.extend(found.first().map(source_of).filter(|source| !sources.contains(source)));
    }
    answered.sources = sources;
    answered
}

/// A reply that an agent may start from: the nearest passage, if it is near enough.
#[must_use]
pub fn draft(question: &str, verdict: &Verdict) -> Option<String> {
    let best = verdict.evidence.first().filter(|best| best.score >= DRAFT_SCORE_MIN)?;
    let passage = Passage {
        title: best.title.as_str().into(),
        heading: best.heading.as_deref().map(Into::into),
        questions: [].into(),
        text: best.text.as_str().into(),
        language: Language::guess(&best.text),
        spoken: None,
        address: None,
    };
    Some(best_sentences(question, &passage, None, QUOTE_CHARS)).filter(|text| !text.trim().is_empty())
}
