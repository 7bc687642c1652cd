//! The columns of the transition table: each input, in each scene that makes a difference to it.

use std::{vec, vec::Vec};

use super::world::{ANA, BEN, CLEO, CURRENT, OPENS, Presence, STALE};
use crate::{
    Actor, AgentId, AssignTo, Destination, Hours, Input, OnSilence, Policy, Reason, Turn, Unanswered, WhenNobody,
};

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
    pub hours: Hours,
    pub contact_known: bool,
}

const ONLY_ONLINE: Policy = Policy { notify: true, offline_text: true, ..Policy::PLAIN };
const ALSO_OFFLINE: Policy = Policy { assign_to: AssignTo::OnlineAndOffline, ..ONLY_ONLINE };
const NOBODY: Around = Around {
    group: true,
    unanswered: Unanswered::Handover,
    policy: ONLY_ONLINE,
    team: [Presence::Offline, Presence::Offline],
    early: false,
    hours: Hours::Open,
    contact_known: false,
};
const ANA_ONLINE: Around = Around { team: [Presence::Online, Presence::Offline], ..NOBODY };
const BEN_ONLINE: Around = Around { team: [Presence::Offline, Presence::Online], ..NOBODY };
const OFFLINE_ALLOWED: Around = Around { policy: ALSO_OFFLINE, ..NOBODY };
const SILENT: Around = Around { policy: Policy { notify: false, ..ONLY_ONLINE }, ..ANA_ONLINE };
const NO_OFFLINE_TEXT: Around = Around { policy: Policy { offline_text: false, ..ALSO_OFFLINE }, ..NOBODY };
const OFFERS: Around = Around { policy: Policy { offers: true, ..ONLY_ONLINE }, ..ANA_ONLINE };
const OFFERS_BEN: Around = Around { policy: OFFERS.policy, ..BEN_ONLINE };
const OFFERS_NOBODY: Around = Around { policy: OFFERS.policy, ..NOBODY };
const ASK_FIRST: Around = Around { policy: Policy { ask_first: true, ..ONLY_ONLINE }, ..ANA_ONLINE };
const MEANWHILE: Around = Around { policy: Policy { answers_waiting: true, ..ONLY_ONLINE }, ..NOBODY };
const SILENCE_KEEPS: Around = Around { policy: Policy { silence: OnSilence::Keep, ..ONLY_ONLINE }, ..BEN_ONLINE };
const SILENCE_RETURNS: Around = Around { policy: Policy { silence: OnSilence::GiveBack, ..ONLY_ONLINE }, ..BEN_ONLINE };
const CLOSED: Around = Around { hours: Hours::Closed { opens: Some(OPENS) }, ..NOBODY };
const CONTACT: Around = Around { policy: Policy { nobody: WhenNobody::Contact, ..ONLY_ONLINE }, ..NOBODY };
const CONTACT_KNOWN: Around = Around { contact_known: true, ..CONTACT };
const GIVE_BACK: Around = Around { policy: Policy { nobody: WhenNobody::GiveBack, ..ONLY_ONLINE }, ..NOBODY };
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
        ("An agent takes it, declines it, or writes", taken()),
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
        column("to the AI Agent, which answers meanwhile", Input::CustomerWrote { addressed: true }, MEANWHILE),
        column("no longer wants a person", Input::PersonNotWanted, NOBODY),
        column("says where a reply reaches them", Input::ContactLeft, NOBODY),
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
        column("Ana is online, offers are on", input, OFFERS),
        column("Ana is online, ask first", input, ASK_FIRST),
        column("nobody, outside business hours", input, CLOSED),
        column("nobody, leave contact", input, CONTACT),
        column("the same, contact known", input, CONTACT_KNOWN),
        column("nobody, back to the AI Agent", input, GIVE_BACK),
    ]
}

fn not_handed_over() -> Vec<Column> {
    let unsure = unknown(CURRENT, Reason::UnknownAnswer);
    let again = Input::Unknown { turn: CURRENT, reason: Reason::UnknownAnswer, again: true };
    vec![
        column("don't know", unsure, DONT_KNOW),
        column("general model", unsure, GENERAL_MODEL),
        column("webhook", unsure, WEBHOOK),
        column("webhook, the model failed", unknown(CURRENT, Reason::ModelError), WEBHOOK),
        column("in an earlier turn", unknown(STALE, Reason::UnknownAnswer), NOBODY),
        column("handed over before, and back", again, ANA_ONLINE),
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
        column("Ben is online, offers are on", input, OFFERS_BEN),
        column("nobody can be assigned", input, NOBODY),
        column("who is silent keeps it", input, SILENCE_KEEPS),
        column("from who is silent back to the AI Agent", input, SILENCE_RETURNS),
        column("handover is off", input, DONT_KNOW),
        column("not yet", input, TOO_EARLY),
    ]
}

fn taken() -> Vec<Column> {
    vec![
        column("Ana claims", Input::Claim { by: ANA }, ANA_ONLINE),
        column("Cleo claims", Input::Claim { by: CLEO }, NOBODY),
        column("Cleo claims, private dialog", Input::Claim { by: CLEO }, PRIVATE),
        column("Ana declines, Ben is online", Input::Decline { by: ANA }, OFFERS_BEN),
        column("Ana declines, no other", Input::Decline { by: ANA }, OFFERS_NOBODY),
        column("Ana writes", Input::AgentWrote { by: ANA }, ANA_ONLINE),
        column("Cleo writes", Input::AgentWrote { by: CLEO }, NOBODY),
    ]
}

fn available() -> Vec<Column> {
    let input = Input::AgentAvailable;
    vec![
        column("Ana is online", input, ANA_ONLINE),
        column("Ben is online", input, BEN_ONLINE),
        column("Ana is online, offers are on", input, OFFERS),
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
    Input::Unknown { turn, reason, again: false }
}

fn agent(id: AgentId) -> Actor {
    Actor { id, supervises: false }
}

fn supervisor(id: AgentId) -> Actor {
    Actor { id, supervises: true }
}
