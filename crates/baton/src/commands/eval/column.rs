//! Answers all runs of a set: by words alone, then by meaning when there is a model.

use std::{num::NonZero, path::Path, sync::Arc, thread::available_parallelism};

use baton::{actions, app::Shared};
use futures_util::{StreamExt, stream};

use super::{
    Ask, Bench, Dataset, Run, Shelved,
    asking::{Answered, ask},
    shelve::{shelve, take_over},
};

/// Questions between two lines of progress.
const TELL_EACH: usize = 1_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    Words,
    Meaning,
}

/// Everything that was answered in one way.
pub(super) struct Column<'a> {
    pub how: How,
    pub runs: Vec<(&'a Run, Vec<(&'a Ask, Answered)>)>,
}

impl How {
    pub fn title(self) -> &'static str {
        match self {
            Self::Words => "words alone",
            Self::Meaning => "by meaning",
        }
    }
}

/// The columns that can be made. All knowledge is shelved once, and what is in several runs is encoded once.
pub(super) async fn all<'a>(
    bench: &Bench,
    (set, runs): (&Dataset, &'a [Run]),
    model: Option<&Path>,
) -> anyhow::Result<Vec<Column<'a>>> {
    let app = &bench.app;
    let mut shelves = Vec::with_capacity(runs.len());
    for run in runs {
        eprintln!("adding {} entries to a knowledge of their own", run.knowledge.len());
        shelves.push(Arc::new(shelve(app, set, run).await?));
    }
    let mut columns = vec![answered(app, How::Words, runs, &shelves).await?];
    if bench.bring_model(model).await? {
        encode(app, &shelves).await?;
        columns.push(answered(app, How::Meaning, runs, &shelves).await?);
    } else {
        eprintln!("no embedding model: nothing is compared by meaning; `baton model install` brings one");
    }
    Ok(columns)
}

async fn encode(app: &Shared, shelves: &[Arc<Shelved>]) -> anyhow::Result<()> {
    let Some(encoder) = app.encoder.get() else { return Ok(()) };
    for (at, shelved) in shelves.iter().enumerate() {
        for before in &shelves[..at] {
            take_over(app, before, shelved, encoder.name()).await?;
        }
        let (passages, encoded) = app.store.read().await?.passages_encoded(shelved.app, encoder.name()).await?;
        if encoded < passages {
            eprintln!("encoding {} passages", passages - encoded);
        }
        actions::encode_knowledge(app, shelved.app).await?;
    }
    Ok(())
}

async fn answered<'a>(app: &Shared, how: How, runs: &'a [Run], shelves: &[Arc<Shelved>]) -> anyhow::Result<Column<'a>> {
    let whole: usize = runs.iter().map(|run| run.asks.len()).sum();
    let cores = available_parallelism().map_or(1, NonZero::get);
    let mut done = 0;
    let mut column = Column { how, runs: Vec::with_capacity(runs.len()) };
    for (run, shelved) in runs.iter().zip(shelves) {
        actions::learn(app, shelved.app).await?;
        let start = |one: &Ask| {
            let (app, shelved, one) = (app.clone(), shelved.clone(), one.clone());
            tokio::spawn(async move { ask(&app, &shelved, &one).await })
        };
        let mut answering = stream::iter(run.asks.iter().map(start)).buffered(cores);
        let mut answers = Vec::with_capacity(run.asks.len());
        for one in &run.asks {
            let Some(answered) = answering.next().await else { break };
            answers.push((one, answered??));
            done += 1;
            if done % TELL_EACH == 0 || done == whole {
                eprintln!("{}: {done} of {whole} questions", how.title());
            }
        }
        column.runs.push((run, answers));
    }
    Ok(column)
}
