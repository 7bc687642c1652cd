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
    world::{ANA, CURRENT, DUE, FRESH, NOW, OWED, PATIENCE, RUNNING, holder, offered, pool},
};
use crate::{Control, Input, Scene, Timestamp, step};

const OPENING: &str = "\
# Who may answer: every state, everything that can happen

This page is generated from the rules in `crates/handover`; to change it, change them and run \
`UPDATE_DOCS=1 INSTA_UPDATE=always cargo test -p handover`.

Ana and Ben are in the pool, Cleo is not. Unless a column says otherwise the dialog is a group, unanswered \
questions are handed over, only online agents are assigned, the customer is told who was assigned, and nobody \
in the pool is online. *A reply is owed* when the customer has written, or has asked for a person, and no agent \
has replied since. *Next turn* means that an answer that was asked for before is stale now. A clock says after \
which of the limits (*answer*, *wait*, *accept*, *reply*, *warning*, *idle*) the deadline of the new state passes.
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
    let Around { group, unanswered, policy, team, early, hours, contact_known } = column.around;
    let has = |who| holder(state) == Some(who) || offered(state) == Some(who);
    let pool = pool(team, ANA, [false; 2], |who| usize::from(has(who)));
    let patience = PATIENCE;
    let scene = Scene { group, fresh: FRESH, unanswered, policy, pool: &pool, patience, hours, contact_known };
    let now = if column.input == Input::DeadlinePassed && !early { DUE } else { NOW };
    words::answer(state, &step(state, column.input, &scene, now), now)
}

fn states() -> [Control; 11] {
    let (handover, since, until, turn) = (RUNNING, Timestamp(0), DUE, CURRENT);
    let waiting = |asked, owes_since| Control::Waiting { handover, since, asked, owes_since, until, turn };
    let offered = |announced| {
        let (to, asked, owes_since) = (ANA, false, Some(OWED));
        Control::Offered { handover, since, to, announced, asked, owes_since, until, turn }
    };
    let agent = |warned, owes_since| Control::Agent { handover, since, who: ANA, warned, owes_since, until, turn };
    [
        Control::Assistant { turn, answer_by: None },
        Control::Assistant { turn, answer_by: Some(DUE) },
        waiting(false, Some(OWED)),
        waiting(true, Some(OWED)),
        waiting(false, None),
        offered(false),
        offered(true),
        agent(false, Some(OWED)),
        agent(true, Some(OWED)),
        agent(false, None),
        Control::Closed { turn },
    ]
}
