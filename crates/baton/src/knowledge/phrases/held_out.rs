//! Wishes for a person, and what only sounds like one, written before the tables of their language.

use super::{Said, promises_a_person, recognise};

/// Of a hundred that are meant, so many must be heard.
const HEARD_MIN: usize = 90;
/// Of a hundred that are not, so many may be.
const FALSE_ALARMS_MAX: usize = 2;

/// The lines of a list that begin with this sign.
fn lines(list: &'static str, sign: &'static str) -> Vec<&'static str> {
    list.lines().filter_map(|line| line.strip_prefix(sign)).collect()
}

fn holds(list: &'static str, hears: impl Fn(&str) -> bool, false_alarms_max: usize) {
    let (meant, not_meant) = (lines(list, "+ "), lines(list, "- "));
    let missed: Vec<_> = meant.iter().filter(|text| !hears(text)).collect();
    let alarms: Vec<_> = not_meant.iter().filter(|text| hears(text)).collect();
    assert!(missed.len() * 100 <= meant.len() * (100 - HEARD_MIN), "missed {missed:#?}");
    assert!(alarms.len() * 100 <= not_meant.len() * false_alarms_max, "false alarms {alarms:#?}");
}

#[test]
fn wishes_for_a_person_are_heard_in_seventeen_languages() {
    holds(include_str!("held_out.txt"), |text| recognise(text) == Said::WantsPerson, FALSE_ALARMS_MAX);
}

#[test]
fn promises_outside_of_the_suite_are_caught() {
    holds(include_str!("promises_held_out.txt"), promises_a_person, 2 * FALSE_ALARMS_MAX);
}
