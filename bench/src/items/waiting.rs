//! How well the wait estimate foretells the wait, on invented days of invented support desks; next to
//! formulas that chat desks use. Nothing here needs a server: what is called is the rules.
//! `desk` is who works there and how, `floor` who holds which conversation, `day` lets a day pass,
//! `look` is what is foretold at one moment, `score` how far off that was.

mod day;
mod desk;
mod floor;
mod look;
mod score;

use std::{
    hint::black_box,
    ops::RangeInclusive,
    time::{Duration, Instant},
};

use handover::{Slot, expected_wait};

use crate::{
    chance::Chance,
    figures::percentile_ms,
    table::{Report, Row},
};
use desk::{Desk, Duty, RELIEVED, RESTLESS};
use look::{FORMULA_NAMES, FORMULAS};
use score::Score;

const SEED: u64 = 1;
const DESKS: usize = 40;
const OFF_MAX: f64 = 0.5;
const COVERED: RangeInclusive<f64> = 0.85..=0.95;
/// The one a thoughtful person would take, and nobody is known to.
const WITHOUT_AIM: usize = FORMULAS - 1;
const TIMED: usize = 200;
const ESTIMATE_MAX_MS: f64 = 1.0;

pub fn measure() -> Report {
    report(SEED)
}

/// The same seed gives the same desks, days and figures, except for the time that an estimate takes.
pub fn report(seed: u64) -> Report {
    let mut report = Report::default();
    for duty in [RELIEVED, RESTLESS] {
        let days = days(duty, seed);
        let all: Score = days.iter().map(|(_, score)| *score).sum();
        report.rows.extend(rows(duty, &all));
        report.notes.push(note(duty, &days, &all));
    }
    report.rows.push(time());
    report.notes.push(format!(
        "waiting: {DESKS} desks of 1 to 20 agents with 1 to 4 slots each, one day of ten hours; load 0.7 to 1.3 over \
         the day, 30 % more and less in busy and quiet hours; log-normal and bimodal handling times. Relieved: turns \
         of 3 to 6 h, the place is empty for up to 20 min after; restless: after 1.5 to 4 h away for 15 to 60 min. \
         Looked at on joining the queue and, while waiting, after 2, 5, 10, 20 and 40 min. Nobody gives up."
    ));
    report
}

fn days(duty: Duty, seed: u64) -> Vec<(Desk, Score)> {
    let mut chance = Chance::new(seed);
    let mut day = || {
        let desk = Desk::invented(duty, &mut chance);
        let looks = day::pass(&desk, &mut chance);
        (desk, looks.iter().collect())
    };
    (0..DESKS).map(|_| day()).collect()
}

fn rows(duty: Duty, all: &Score) -> Vec<Row> {
    let what = |figure: &str| format!("waiting, {}: {figure}", duty.name);
    let mut rows: Vec<Row> = all.formulas_off_ms().into_iter().enumerate().map(|at| off(duty, all, at)).collect();
    let covered = all.covered();
    let is_covered = Some(COVERED.contains(&covered));
    rows.push(Row::ours(what("true waits not longer than p90"), percent(covered), "85–95 %", is_covered));
    rows.push(Row::ours(what("\"we can't say yet\""), percent(all.unsaid()), "", None));
    rows
}

/// Ours next to one formula.
fn off(duty: Duty, all: &Score, (at, formula): (usize, f64)) -> Row {
    let ratio = all.ours_off_ms() / formula;
    let what = format!("waiting, {}: mean error of p50; limit: {}", duty.name, FORMULA_NAMES[at]);
    let (aim, met) = if at == WITHOUT_AIM { ("", None) } else { ("≤ 0.5 ×", Some(ratio <= OFF_MAX)) };
    let ours = Row::ours(what, minutes(all.ours_off_ms()), aim, met);
    Row { limit: minutes(formula), ratio: format!("{ratio:.2}"), ..ours }
}

fn note(duty: Duty, days: &[(Desk, Score)], all: &Score) -> String {
    let covered = |agents: RangeInclusive<usize>| {
        let those = days.iter().filter(|(desk, _)| agents.contains(&desk.agents));
        percent(those.map(|(_, score)| *score).sum::<Score>().covered())
    };
    format!(
        "waiting, {}: {} looks, true wait {} on average; not longer than p90 with 1 to 3 agents {}, 4 to 9 {}, 10 to 20 {}.",
        duty.name,
        all.looks,
        minutes(all.mean_wait_ms()),
        covered(1..=3),
        covered(4..=9),
        covered(10..=20),
    )
}

/// 20 slots, all held, 30 people ahead, 200 conversations seen.
fn time() -> Row {
    let slots: Vec<Slot> = (0..20).map(|slot| Slot::Held { for_ms: slot * 30_000 }).collect();
    let handled: Vec<i64> = (0..200).map(|at| 60_000 + at * at * 40).collect();
    let mut times: Vec<Duration> = (0..TIMED)
        .map(|_| {
            let began = Instant::now();
            black_box(expected_wait(black_box(&slots), black_box(&handled), 30));
            began.elapsed()
        })
        .collect();
    let took = percentile_ms(&mut times, 0.5);
    let what = "waiting: one estimate, 20 slots, 30 ahead, p50";
    Row::ours(what, format!("{took:.2} ms"), "< 1 ms", Some(took < ESTIMATE_MAX_MS))
}

fn minutes(ms: f64) -> String {
    format!("{:.1} min", ms / 60_000.0)
}

fn percent(part: f64) -> String {
    format!("{:.1} %", part * 100.0)
}
