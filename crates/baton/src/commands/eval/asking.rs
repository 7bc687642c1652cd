//! Asks one question the way a customer's is asked, and notes what was made of it.

use std::time::Instant;

use baton::{
    app::App,
    domain::{AssistantSettings, Evidence, Signal, Verdict, VerdictOutcome},
    knowledge::{self, Asked, Turn},
};

use super::{Ask, Decision, Judged, Place, Shelved};

/// So many passages are looked at; more cannot be told apart by a reader.
const PASSAGES: usize = 10;

#[derive(Clone, Debug)]
pub(super) struct Answered {
    pub judged: Judged,
    /// Absent where nothing was found.
    pub log_odds: Option<f64>,
    pub signals: Vec<Signal>,
}

pub(super) async fn ask(app: &App, shelved: &Shelved, ask: &Ask) -> anyhow::Result<Answered> {
    let settings = AssistantSettings::default();
    let turn = |turn: &super::ask::Turn| Turn { question: turn.customer.clone(), answer: Some(turn.answer.clone()) };
    let history: Vec<Turn> = ask.before.iter().map(turn).collect();
    let asked = Asked {
        app: shelved.app,
        text: &ask.question,
        language: None,
        history: &history,
        offered: &[],
        settings: &settings,
        model_key: None,
        without: ask.without.map(|place| shelved.passages(place.entry)).unwrap_or_default(),
        told: &[],
        passages: PASSAGES,
    };
    let started = Instant::now();
    let answered = knowledge::answer(app.stacks(), &app.llm, &asked, &mut |_, _, _| {}).await?;
    let took = started.elapsed();
    let verdict = answered.verdict;
    let found = |evidence: &Evidence| shelved.entries(evidence.source).iter().map(|&entry| Place { entry });
    let judged = Judged {
        ranked: verdict.evidence.iter().flat_map(found).collect(),
        probability: verdict.score,
        decision: decision(&verdict),
        text: verdict.text,
        took,
    };
    let log_odds = (!verdict.evidence.is_empty()).then_some(verdict.log_odds);
    Ok(Answered { judged, log_odds, signals: verdict.signals })
}

fn decision(verdict: &Verdict) -> Decision {
    match verdict.outcome {
        VerdictOutcome::Answer | VerdictOutcome::GeneralAnswer => Decision::Answer,
        VerdictOutcome::Clarify => Decision::Clarify,
        VerdictOutcome::Unknown | VerdictOutcome::SmallTalk | VerdictOutcome::Failed => Decision::DontKnow,
        VerdictOutcome::AskedForHuman => Decision::Person,
    }
}
