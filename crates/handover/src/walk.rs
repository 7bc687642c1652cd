//! The rules in every state of a small world: a breadth-first walk over all that can happen in it,
//! in every order. `world` is the small world, `event` what can happen; `never` and `laws` are the
//! invariants, looked at after every step; `planted` proves that they see; `table` writes the rules down.

mod columns;
mod event;
mod laws;
mod never;
mod planted;
mod search;
mod seen;
mod shift;
mod table;
mod texts;
mod words;
mod world;

use std::{env, fs, string::String, vec::Vec};

use insta::{assert_snapshot, with_settings};

use crate::{Hours, OnSilence, Policy, Unanswered, WhenNobody};
use search::{Walked, walk};
use world::{OPENS, Program, Settings};

const DOCS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/control.md");

const SETTINGS: Settings = Settings {
    group: true,
    unanswered: Unanswered::Handover,
    policy: Policy { notify: true, offline_text: true, ..Policy::PLAIN },
    hours: Hours::Open,
    contact_known: false,
};
/// Two dialogs are about the queue; the other settings change nothing in it.
const HANDOVER: [Settings; 2] = [SETTINGS, Settings { policy: Policy { offers: true, ..SETTINGS.policy }, ..SETTINGS }];

/// Settings that an admin may change between any two events: those that decide what is said in every combination,
/// the others each with the first two.
fn all_settings(group: bool) -> Vec<Settings> {
    use Unanswered::{DontKnow, GeneralModel, Handover, Webhook};
    let texts = [(true, true), (true, false), (false, true), (false, false)];
    let plain = [Handover, DontKnow, GeneralModel, Webhook].into_iter().flat_map(move |unanswered| {
        texts.map(|(notify, offline_text)| {
            let policy = Policy { notify, offline_text, ..Policy::PLAIN };
            Settings { group, unanswered, policy, ..SETTINGS }
        })
    });
    let tuned = tunings().flat_map(|tuned| {
        [(true, true), (false, false)].map(|(notify, offline_text)| {
            let policy = Policy { notify, offline_text, ..tuned.policy };
            Settings { group, policy, ..tuned }
        })
    });
    plain.chain(tuned).collect()
}

fn tunings() -> impl Iterator<Item = Settings> {
    let closed = Hours::Closed { opens: Some(OPENS) };
    let nobody = [WhenNobody::Wait, WhenNobody::Contact, WhenNobody::GiveBack];
    let silence = [OnSilence::Reassign, OnSilence::Keep, OnSilence::GiveBack];
    [false, true].into_iter().flat_map(move |offers| {
        [0, 1, 2].into_iter().flat_map(move |row| {
            [(Hours::Open, false), (Hours::Open, true), (closed, row == 0)].map(|(hours, contact_known)| {
                let other = usize::from(hours != Hours::Open) + usize::from(contact_known);
                let policy = Policy {
                    offers,
                    ask_first: row == 1,
                    answers_waiting: row != 1,
                    nobody: nobody[row],
                    nobody_closed: nobody[(row + 1) % 3],
                    silence: silence[(row + other) % 3],
                    ..Policy::PLAIN
                };
                Settings { policy, hours, contact_known, ..SETTINGS }
            })
        })
    })
}

fn walked<const N: usize>(program: &Program, settings: &[Settings]) -> Walked {
    walk::<N>(program, settings).unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn nothing_that_must_never_happen_happens_in_one_group_dialog() {
    assert_snapshot!(walked::<1>(&Program::REAL, &all_settings(true)), @"3459 states (agent 1344, assistant 144, closed 36, offered 1320, waiting 615), 9729200 transitions");
}

#[test]
fn nothing_that_must_never_happen_happens_in_one_private_dialog() {
    assert_snapshot!(walked::<1>(&Program::REAL, &all_settings(false)), @"72 states (assistant 72), 195520 transitions");
}

#[test]
fn nothing_that_must_never_happen_happens_in_two_dialogs_with_one_queue() {
    assert_snapshot!(walked::<2>(&Program::REAL, &HANDOVER[..1]), @"96188 states (agent 90880, assistant 7992, closed 2070, waiting 30552), 7918334 transitions");
}

#[test]
fn nothing_that_must_never_happen_happens_in_two_dialogs_with_offers() {
    assert_snapshot!(walked::<2>(&Program::REAL, &HANDOVER[1..]), @"161674 states (agent 135424, assistant 10296, closed 2646, offered 64492, waiting 41878), 13341206 transitions");
}

#[test]
fn the_customer_reads_what_the_contract_says() {
    snapshot("texts", &texts::table());
}

#[test]
fn the_transition_table_is_the_documentation() {
    let table = table::document();
    snapshot("transition_table", &table);
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(DOCS, &table).expect("docs/ can be written");
    }
    let docs = fs::read_to_string(DOCS).unwrap_or_default();
    assert!(docs == table, "docs/control.md is out of date: UPDATE_DOCS=1 INSTA_UPDATE=always cargo test -p handover");
}

fn snapshot(name: &str, value: &str) {
    let value = String::from(value);
    with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        assert_snapshot!(name, value);
    });
}
