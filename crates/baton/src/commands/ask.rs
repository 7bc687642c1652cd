//! One question on the command line, with its evidence.

use anyhow::{Context, bail};
use baton::{
    actions::{self, Caller},
    app::Shared,
    domain::{AssistantId, Verdict, VerdictOutcome},
};
use clap::Args;

use super::settings::{Settings, open_existing};

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
    let (of, assistant) = find(&app, arguments.assistant.as_deref()).await?;
    let caller = Caller::Admin { id: 0 };
    let verdict =
        actions::ask(&app, caller, (of, assistant), &arguments.question, arguments.language.as_deref()).await?;
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
        VerdictOutcome::Unknown => "I don't know",
        VerdictOutcome::SmallTalk => "Small talk",
        VerdictOutcome::AskedForHuman => "Asks for a person",
        VerdictOutcome::Failed => "The model failed",
    };
    let mut lines = vec![format!("{head} (score {:.2}, threshold {:.2})", verdict.score, verdict.threshold)];
    lines.extend(verdict.text.as_ref().map(|text| format!("\n{text}")));
    lines.push(format!("\nWhy: {}", verdict.why));
    for passage in &verdict.evidence {
        let heading = passage.heading.as_deref().map(|heading| format!(" › {heading}")).unwrap_or_default();
        lines.push(format!("\n  {:.2}  {}{heading}", passage.score, passage.title));
        lines.push(passage.text.lines().map(|line| format!("        {line}")).collect::<Vec<_>>().join("\n"));
    }
    lines.extend(verdict.suggestions.iter().map(|question| format!("\nCould answer: {question}")));
    lines.join("\n") + "\n"
}
