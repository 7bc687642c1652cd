//! The columns of the transition table: each input, in each scene that makes a difference to it.

use std::{vec, vec::Vec};

use super::world::{ANA, BEN, CLEO, CURRENT, Presence, STALE};
use crate::{Actor, AgentId, AssignTo, Destination, Input, Policy, Reason, Turn, Unanswered};

pub struct Column {
    pub title: &'static str,
    pub input: Input,
    pub around: Around,
}

#[derive(Clone, Copy)]
pub struct Around {
    pub group: bool,
    pub unanswered: Unanswered,
    pub policy: Policy,
    /// Ana and Ben.
    pub team: [Presence; 2],
    /// The clock has not reached the deadline.
    pub early: bool,
}

const ONLY_ONLINE: Policy = Policy { assign_to: AssignTo::OnlineOnly, notify: true, offline_text: true };
const ALSO_OFFLINE: Policy = Policy { assign_to: AssignTo::OnlineAndOffline, ..ONLY_ONLINE };
const NOBODY: Around = Around {
    group: true,
    unanswered: Unanswered::Handover,
    policy: ONLY_ONLINE,
    team: [Presence::Offline, Presence::Offline],
    early: false,
};
const ANA_ONLINE: Around = Around { team: [Presence::Online, Presence::Offline], ..NOBODY };
const BEN_ONLINE: Around = Around { team: [Presence::Offline, Presence::Online], ..NOBODY };
const OFFLINE_ALLOWED: Around = Around { policy: ALSO_OFFLINE, ..NOBODY };
const SILENT: Around = Around { policy: Policy { notify: false, ..ONLY_ONLINE }, ..ANA_ONLINE };
const NO_OFFLINE_TEXT: Around = Around { policy: Policy { offline_text: false, ..ALSO_OFFLINE }, ..NOBODY };
const PRIVATE: Around = Around { group: false, ..ANA_ONLINE };
const DONT_KNOW: Around = Around { unanswered: Unanswered::DontKnow, ..NOBODY };
const GENERAL_MODEL: Around = Around { unanswered: Unanswered::GeneralModel, ..NOBODY };
const WEBHOOK: Around = Around { unanswered: Unanswered::Webhook, ..NOBODY };
const TOO_EARLY: Around = Around { early: true, ..NOBODY };

pub fn groups() -> Vec<(&'static str, Vec<Column>)> {
    vec![
        ("The customer writes", written()),
        ("The AI Agent answers, or a program in its name", answered()),
        ("The AI Agent does not know: handed over", handed_over(unknown(CURRENT, Reason::UnknownAnswer))),
        ("The AI Agent does not know: not handed over", not_handed_over()),
        ("A person is wanted", wanted()),
        ("The deadline passes", deadline_passed()),
        ("An agent takes it, or writes", taken()),
        ("An agent may have become available", available()),
        ("An agent hands it to a colleague", transferred()),
        ("An agent gives it back to the pool, or is lost", given_up()),
        ("An agent returns it to the AI Agent, or resolves it", ended()),
    ]
}

fn column(title: &'static str, input: Input, around: Around) -> Column {
    Column { title, input, around }
}

fn written() -> Vec<Column> {
    vec![
        column("to the AI Agent", Input::CustomerWrote { addressed: true }, NOBODY),
        column("not to the AI Agent", Input::CustomerWrote { addressed: false }, NOBODY),
    ]
}

fn answered() -> Vec<Column> {
    vec![
        column("in this turn", Input::Answered { turn: CURRENT }, NOBODY),
        column("in an earlier turn", Input::Answered { turn: STALE }, NOBODY),
        column("a program posts", Input::Posted, NOBODY),
    ]
}

fn handed_over(input: Input) -> Vec<Column> {
    vec![
        column("Ana is online", input, ANA_ONLINE),
        column("Ana is online, notify is off", input, SILENT),
        column("all offline, offline allowed", input, OFFLINE_ALLOWED),
        column("the same, no offline text", input, NO_OFFLINE_TEXT),
        column("nobody can be assigned", input, NOBODY),
        column("private dialog", input, PRIVATE),
    ]
}

fn not_handed_over() -> Vec<Column> {
    let unsure = unknown(CURRENT, Reason::UnknownAnswer);
    vec![
        column("don't know", unsure, DONT_KNOW),
        column("general model", unsure, GENERAL_MODEL),
        column("webhook", unsure, WEBHOOK),
        column("webhook, the model failed", unknown(CURRENT, Reason::ModelError), WEBHOOK),
        column("in an earlier turn", unknown(STALE, Reason::UnknownAnswer), NOBODY),
    ]
}

fn wanted() -> Vec<Column> {
    let input = Input::PersonWanted { reason: Reason::AskedForHuman };
    let mut columns = handed_over(input);
    columns.push(column("handover is off", input, DONT_KNOW));
    columns
}

fn deadline_passed() -> Vec<Column> {
    let input = Input::DeadlinePassed;
    vec![
        column("Ana is online", input, ANA_ONLINE),
        column("Ben is online", input, BEN_ONLINE),
        column("nobody can be assigned", input, NOBODY),
        column("handover is off", input, DONT_KNOW),
        column("not yet", input, TOO_EARLY),
    ]
}

fn taken() -> Vec<Column> {
    vec![
        column("Ana claims", Input::Claim { by: ANA }, ANA_ONLINE),
        column("Cleo claims", Input::Claim { by: CLEO }, NOBODY),
        column("Cleo claims, private dialog", Input::Claim { by: CLEO }, PRIVATE),
        column("Ana writes", Input::AgentWrote { by: ANA }, ANA_ONLINE),
        column("Cleo writes", Input::AgentWrote { by: CLEO }, NOBODY),
    ]
}

fn available() -> Vec<Column> {
    let input = Input::AgentAvailable;
    vec![
        column("Ana is online", input, ANA_ONLINE),
        column("Ben is online", input, BEN_ONLINE),
        column("all offline, offline allowed", input, OFFLINE_ALLOWED),
        column("nobody can be assigned", input, NOBODY),
    ]
}

fn transferred() -> Vec<Column> {
    let to_ben = |by| Input::Transfer { by, to: Destination::Agent(BEN) };
    vec![
        column("Ana, to Ben, online", to_ben(agent(ANA)), BEN_ONLINE),
        column("Ana, to Ben, offline", to_ben(agent(ANA)), NOBODY),
        column("Ana, to Cleo", Input::Transfer { by: agent(ANA), to: Destination::Agent(CLEO) }, NOBODY),
        column("Cleo, to Ben", to_ben(agent(CLEO)), BEN_ONLINE),
        column("Cleo as supervisor, to Ben", to_ben(supervisor(CLEO)), BEN_ONLINE),
    ]
}

fn given_up() -> Vec<Column> {
    let to_pool = |by| Input::Transfer { by, to: Destination::Pool };
    vec![
        column("Ana gives it back, Ben is online", to_pool(agent(ANA)), BEN_ONLINE),
        column("Ana gives it back, no other", to_pool(agent(ANA)), ANA_ONLINE),
        column("Cleo gives it back", to_pool(agent(CLEO)), BEN_ONLINE),
        column("Ana is lost, Ben is online", Input::AgentLost { who: ANA }, BEN_ONLINE),
        column("Ana is lost, no other", Input::AgentLost { who: ANA }, NOBODY),
        column("Ben is lost", Input::AgentLost { who: BEN }, ANA_ONLINE),
    ]
}

fn ended() -> Vec<Column> {
    vec![
        column("Ana returns it", Input::Return { by: agent(ANA) }, NOBODY),
        column("Cleo returns it", Input::Return { by: agent(CLEO) }, NOBODY),
        column("Ana resolves, solved", Input::Resolve { by: agent(ANA), solved: true }, NOBODY),
        column("Cleo resolves", Input::Resolve { by: agent(CLEO), solved: true }, NOBODY),
        column(
            "Cleo as supervisor resolves, not solved",
            Input::Resolve { by: supervisor(CLEO), solved: false },
            NOBODY,
        ),
    ]
}

fn unknown(turn: Turn, reason: Reason) -> Input {
    Input::Unknown { turn, reason }
}

fn agent(id: AgentId) -> Actor {
    Actor { id, supervises: false }
}

fn supervisor(id: AgentId) -> Actor {
    Actor { id, supervises: true }
}
