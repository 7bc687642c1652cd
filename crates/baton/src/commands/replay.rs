//! A conversation's decisions, step by step, and whether what is stored follows from them.

use anyhow::{Context, bail};
use baton::{
    actions::{self, Caller},
    domain::{Attachment, RecordEntry, Retold, with_names},
};
use clap::Args;
use jiff::Timestamp;
use serde_json::Value;

use super::settings::{Settings, open_existing};

const QUOTE_CHARS: usize = 100;

/// Show a conversation's decisions step by step
///
/// Reads the record of the conversation and tells from it alone who has control and what came of it;
/// fails when that is not what is stored. Nothing is changed.
#[derive(Args, Debug)]
pub struct Arguments {
    /// Id of the conversation: the last part of its address in the Agent Desk
    dialog: String,
    /// Print the record as JSON lines instead
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    settings: Settings,
}

pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let dialog = arguments.dialog.parse().context("DIALOG is not the id of a conversation")?;
    let app = open_existing(arguments.settings.load()?).await?;
    let admin = Caller::Admin { id: 0 };
    let stored = actions::as_stored(&app, admin, dialog).await?;
    let (entries, retold) = actions::retell(&app, admin, dialog).await?;
    app.store.close().await;
    for entry in &entries {
        if arguments.json {
            println!("{}", serde_json::to_string(entry)?);
        } else if let Some(line) = told(entry) {
            println!("{}  {line}", moment(entry.at));
        }
    }
    if !arguments.json {
        print!("{}", came_of(&retold));
    }
    match retold.differs_from(&stored) {
        Some(difference) => bail!("what is stored does not follow from the record: {difference}; please report this"),
        None => Ok(()),
    }
}

fn moment(at: i64) -> String {
    Timestamp::from_millisecond(at).map(|at| at.strftime("%Y-%m-%d %H:%M:%S%.3f").to_string()).unwrap_or_default()
}

fn told(entry: &RecordEntry) -> Option<String> {
    let body = &entry.body;
    let text = |at: &str| body.pointer(at).and_then(Value::as_str).unwrap_or_default();
    Some(match entry.kind.as_str() {
        "dialog" => "the conversation is opened".into(),
        "message" => {
            let kind = body.pointer("/ai/kind").and_then(Value::as_str).map(|kind| format!(" ({kind})"));
            format!("{}{}: {}", text("/sender/full_name"), kind.unwrap_or_default(), quote(&said(body)))
        }
        "decision" => decision(body),
        "control" => match text("/control/phase") {
            "agent" => format!("→ {} has control", text("/control/agent/full_name")),
            "assistant" => "→ the AI Agent has control".into(),
            "waiting" => "→ nobody has control: a person is called".into(),
            state => format!("→ {state}"),
        },
        "handover" => match (text("/state"), text("/outcome")) {
            ("ended", outcome) => format!("handover {} ended: {outcome}", text("/id")),
            (state, _) => format!("handover {} ({}): {state}", text("/id"), text("/reason")),
        },
        "offer" => match text("/offer/agent/full_name") {
            "" => "the offer is over".into(),
            name => format!("offered to {name}"),
        },
        "warning" => format!("agent {} is warned: the customer waits for a reply", body["agent"]),
        "notice" => format!("notified: {}", text("/step")),
        "answer_dropped" => format!("an answer came too late and was dropped (turn {})", body["turn"]),
        "feedback" => format!("rated: {}", if body["helpful"] == true { "helpful" } else { "not helpful" }),
        "rating" => format!("the customer gives {} of 5", body["score"]),
        "episode" => format!("the episode ended: {}", text("/ending")),
        _ => return None,
    })
}

/// Records of earlier versions know no files.
fn said(body: &Value) -> String {
    let files: Vec<Attachment> = serde_json::from_value(body["attachments"].clone()).unwrap_or_default();
    with_names(body["text"].as_str().unwrap_or_default(), &files)
}

fn decision(body: &Value) -> String {
    let number = |name: &str| body[name].as_f64().unwrap_or_default();
    let outcome = body["outcome"].as_str().unwrap_or_default();
    let scored = format!("score {:.2}, answered from {:.2}", number("score"), number("threshold"));
    let reason = body["reason"].as_str().map(|reason| format!(", not answered: {reason}")).unwrap_or_default();
    format!("decided: {outcome} ({scored}){reason}. {}", body["why"].as_str().unwrap_or_default())
}

fn came_of(retold: &Retold) -> String {
    let mut lines = vec![format!("\nControl, as the record tells it: {}", retold.state)];
    lines.extend(retold.episodes.iter().map(|episode| {
        let word = if episode.has_ended { "ended" } else { "open; if nothing more happens" };
        format!("Episode {word}: {}", episode.ending.as_str())
    }));
    lines.join("\n") + "\n"
}

fn quote(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUOTE_CHARS) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
