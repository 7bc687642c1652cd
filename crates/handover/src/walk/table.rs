//! The transition table: a row for every kind of state, a column for every input in every scene that
//! matters to it, and in the cell what `step` answers.

use std::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{
    columns::{Around, Column, groups},
    words,
    world::{ANA, CURRENT, DUE, FRESH, NOW, OWED, PATIENCE, RUNNING, holder, pool},
};
use crate::{AgentId, Control, Input, Scene, Timestamp, step};

const OPENING: &str = "\
# Who may answer: every state, everything that can happen

This page is generated from the rules in `crates/handover`; to change it, change them and run \
`UPDATE_DOCS=1 INSTA_UPDATE=always cargo test -p handover`.

Ana and Ben are in the pool, Cleo is not. Unless a column says otherwise the dialog is a group, unanswered \
questions are handed over, only online agents are assigned, the customer is told who was assigned, and nobody \
in the pool is online. *A reply is owed* when the customer has written, or has asked for a person, and no agent \
has replied since. *Next turn* means that an answer that was asked for before is stale now. A clock says after \
which of the limits (*answer*, *wait*, *reply*, *idle*) the deadline of the new state passes.
";

pub fn document() -> String {
    let mut page = String::from(OPENING);
    for (title, columns) in groups() {
        page += &format!("\n## {title}\n\n{}", table(&columns));
    }
    page
}

fn table(columns: &[Column]) -> String {
    let titles: Vec<String> = columns.iter().map(|column| column.title.to_string()).collect();
    let mut lines = Vec::from([row("", &titles), row("---", &titles.iter().map(|_| "---".into()).collect::<Vec<_>>())]);
    for state in states() {
        let cells: Vec<String> = columns.iter().map(|column| cell(&state, column)).collect();
        lines.push(row(&words::state(&state), &cells));
    }
    lines.join("\n") + "\n"
}

fn row(first: &str, cells: &[String]) -> String {
    format!("| {first} | {} |", cells.join(" | "))
}

fn cell(state: &Control, column: &Column) -> String {
    let Around { group, unanswered, policy, team, early } = column.around;
    let pool = pool(team, ANA, |who| usize::from(holder(state) == Some(who)));
    let scene = Scene { group, fresh: FRESH, unanswered, policy, pool: &pool, patience: PATIENCE };
    let now = if column.input == Input::DeadlinePassed && !early { DUE } else { NOW };
    words::answer(state, &step(state, column.input, &scene, now), now)
}

fn states() -> [Control; 9] {
    let turn = CURRENT;
    let waiting = |passed_by, owes_since| Control::Waiting {
        handover: RUNNING,
        since: Timestamp(0),
        owes_since,
        until: DUE,
        passed_by,
        turn,
    };
    let agent = |who: AgentId, owes_since| Control::Agent {
        handover: RUNNING,
        since: Timestamp(0),
        who,
        owes_since,
        until: DUE,
        turn,
    };
    [
        Control::Assistant { turn, answer_by: None },
        Control::Assistant { turn, answer_by: Some(DUE) },
        waiting(None, Some(OWED)),
        waiting(None, None),
        waiting(Some(ANA), Some(OWED)),
        waiting(Some(ANA), None),
        agent(ANA, Some(OWED)),
        agent(ANA, None),
        Control::Closed { turn },
    ]
}
