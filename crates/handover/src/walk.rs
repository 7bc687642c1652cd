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

use crate::Unanswered;
use search::{Walked, walk};
use world::{Program, Settings};

const DOCS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/control.md");

/// Every combination of the settings that an admin may change between any two events.
fn all_settings(group: bool) -> impl Iterator<Item = Settings> {
    use Unanswered::{DontKnow, GeneralModel, Handover, Webhook};
    [Handover, DontKnow, GeneralModel, Webhook].into_iter().flat_map(move |unanswered| {
        [(true, true), (true, false), (false, true), (false, false)].map(|(notify, offline_text)| Settings {
            group,
            unanswered,
            notify,
            offline_text,
        })
    })
}

/// Two dialogs are about the queue; the other settings change nothing in it.
const HANDOVER: Settings = Settings { group: true, unanswered: Unanswered::Handover, notify: true, offline_text: true };

fn walked<const N: usize>(program: &Program, settings: &[Settings]) -> Walked {
    walk::<N>(program, settings).unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn nothing_that_must_never_happen_happens_in_one_group_dialog() {
    let settings: Vec<Settings> = all_settings(true).collect();
    assert_snapshot!(walked::<1>(&Program::REAL, &settings), @"554 states (agent 252, assistant 144, closed 36, waiting 122), 405920 transitions");
}

#[test]
fn nothing_that_must_never_happen_happens_in_one_private_dialog() {
    let settings: Vec<Settings> = all_settings(false).collect();
    assert_snapshot!(walked::<1>(&Program::REAL, &settings), @"72 states (assistant 72), 52864 transitions");
}

#[test]
fn nothing_that_must_never_happen_happens_in_two_dialogs_with_one_queue() {
    assert_snapshot!(walked::<2>(&Program::REAL, &[HANDOVER]), @"16458 states (agent 12858, assistant 3448, closed 934, waiting 8070), 1417812 transitions");
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
