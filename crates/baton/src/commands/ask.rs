//! One question on the command line, with its evidence.

use anyhow::{Context, bail};
use baton::{
    actions::{self, Caller, Trial},
    app::Shared,
    domain::{AssistantId, Signal, Verdict, VerdictOutcome},
};
use clap::Args;

use super::{
    model::open_installed,
    settings::{Settings, open_existing},
};

/// What adds less is seldom what decided.
const SIGNALS_SHOWN: usize = 5;

/// Ask an AI Agent one question and see what its answer is based on
///
/// Reads the same database as the server, which may be running. Nothing is stored or posted.
#[derive(Args, Debug)]
pub struct Arguments {
    /// The question
    question: String,
    /// Id of the AI Agent; not needed when there is only one
    #[arg(long)]
    assistant: Option<String>,
    /// Language of the customer, such as de
    #[arg(long)]
    language: Option<String>,
    /// Print JSON instead of text
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    settings: Settings,
}

pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let app = open_existing(arguments.settings.load()?).await?;
    open_installed(&app).await?;
    let (of, assistant) = find(&app, arguments.assistant.as_deref()).await?;
    let caller = Caller::Admin { id: 0 };
    let trial = Trial { question: arguments.question, language: arguments.language, ..Trial::default() };
    let verdict = actions::ask(&app, caller, (of, assistant), &trial).await?;
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(&verdict)?);
    } else {
        print!("{}", told(&verdict));
    }
    app.store.close().await;
    Ok(())
}

async fn find(app: &Shared, wanted: Option<&str>) -> anyhow::Result<(i64, AssistantId)> {
    let wanted: Option<AssistantId> = wanted.map(str::parse).transpose().context("--assistant is not an id")?;
    let caller = Caller::Admin { id: 0 };
    let mut found = Vec::new();
    for of in actions::list_apps(app, caller, None, 1000).await?.items {
        for assistant in actions::list_assistants(app, caller, of.id, None, 1000).await?.items {
            if wanted.is_none_or(|wanted| wanted == assistant.id) {
                found.push((of.id, assistant.id, assistant.settings.name));
            }
        }
    }
    match found.as_slice() {
        [(of, assistant, _)] => Ok((*of, *assistant)),
        [] => bail!("there is no such AI Agent; create one in the dashboard (`baton serve`), or look at --data"),
        several => {
            let list: Vec<String> = several.iter().map(|(_, id, name)| format!("  {id}  {name}")).collect();
            bail!("there are several AI Agents; say which one by --assistant:\n{}", list.join("\n"))
        }
    }
}

fn told(verdict: &Verdict) -> String {
    let head = match verdict.outcome {
        VerdictOutcome::Answer => "Answer",
        VerdictOutcome::GeneralAnswer => "Answer, not from the knowledge",
        VerdictOutcome::Clarify => "A question back",
        VerdictOutcome::Unknown => "I don't know",
        VerdictOutcome::SmallTalk => "Small talk",
        VerdictOutcome::AskedForHuman => "Asks for a person",
        VerdictOutcome::Failed => "The model failed",
    };
    let mut lines = vec![format!("{head} ({})", decided(verdict))];
    lines.extend(verdict.text.as_ref().map(|text| format!("\n{text}")));
    lines.extend(verdict.understood.as_ref().map(|question| format!("\nUnderstood as: {question}")));
    for part in &verdict.parts {
        lines.push(format!("\nAsked in it: {} (score {:.2})", part.question, part.score));
    }
    lines.push(format!("\nWhy: {}", verdict.why));
    if !verdict.signals.is_empty() {
        lines
            .push(format!("\nThe best passage, {}:", if verdict.by_meaning { "by meaning" } else { "by words alone" }));
        lines.extend(verdict.signals.iter().take(SIGNALS_SHOWN).map(seen));
    }
    for passage in &verdict.evidence {
        let heading = passage.heading.as_deref().map(|heading| format!(" › {heading}")).unwrap_or_default();
        lines.push(format!("\n  {:.2}  {}{heading}", passage.score, passage.title));
        lines.push(passage.text.lines().map(|line| format!("        {line}")).collect::<Vec<_>>().join("\n"));
    }
    lines.extend(verdict.suggestions.iter().map(|question| format!("\nCould answer: {question}")));
    lines.join("\n") + "\n"
}

fn decided(verdict: &Verdict) -> String {
    let Verdict { score, threshold, clarify_from, .. } = verdict;
    let back = if clarify_from < threshold { format!(", asked back from {clarify_from:.2}") } else { String::new() };
    format!("score {score:.2}, answered from {threshold:.2}{back}")
}

/// A signal with what it adds to the log-odds.
fn seen(signal: &Signal) -> String {
    // Of the two zeros, the one without a sign.
    format!("  {:<10} {:>6.3}  {:+.2}", signal.name.as_str(), signal.value + 0.0, signal.adds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use baton::domain::SignalName;

    fn verdict() -> Verdict {
        Verdict {
            outcome: VerdictOutcome::Unknown,
            text: None,
            by_model: false,
            understood: Some("How much is the repair?".into()),
            score: 0.41,
            threshold: 0.55,
            clarify_from: 0.9,
            evidence: Vec::new(),
            signals: vec![Signal { name: SignalName::Meaning, value: 0.612, adds: -1.25 }; SIGNALS_SHOWN + 2],
            log_odds: -0.3,
            by_meaning: true,
            why: "The best passage scores 41%.".into(),
            suggestions: Vec::new(),
            parts: Vec::new(),
            statements: Vec::new(),
        }
    }

    #[test]
    fn what_was_understood_and_what_decided_it_is_told() {
        let told = told(&verdict());
        assert!(told.starts_with("I don't know (score 0.41, answered from 0.55)\n"), "{told}");
        assert!(told.contains("Understood as: How much is the repair?"));
        assert!(told.contains("The best passage, by meaning:\n  meaning     0.612  -1.25\n"), "{told}");
        assert_eq!(told.matches("meaning  ").count(), SIGNALS_SHOWN);
    }

    #[test]
    fn from_when_on_customers_are_asked_back_is_told_where_they_can_be() {
        assert!(decided(&Verdict { clarify_from: 0.35, ..verdict() }).ends_with(", asked back from 0.35"));
    }
}
