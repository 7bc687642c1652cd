//! A hundred customers ask for a person in the same moment, and three hundred more when everybody is busy: how soon the
//! last agent knows, whether each conversation is exactly one agent's, and whether the rest waits in order.
//! `stand` is the desk, `crew` its agents, `rush` the hundred, `overflow` the three hundred.

mod crew;
mod overflow;
mod rush;
mod stand;

use crate::{
    bench::Bench,
    figures::median,
    table::{Report, Row},
};
use overflow::{Overflow, overflow};
use rush::{Rush, fairness, rush};
use stand::Stand;

const ROUNDS: usize = 3;
const AGENTS: usize = 20;
const CAPACITY: usize = 5;
const ASKING: usize = AGENTS * CAPACITY;
/// How many agents try to take the same conversation.
const RACING: usize = 10;
const OVER: usize = 300;
/// So many of those who wait are taken, to see who is next.
const NEXT: usize = 20;

const ERRORS_TOLD: usize = 3;

const KNOWN_MAX_MS: f64 = 100.0;
const TAKEN_MAX_MS: f64 = 250.0;

#[derive(Default)]
struct Storm {
    assigned: Vec<Rush>,
    offered: Vec<Rush>,
    overflow: Vec<Overflow>,
}

pub async fn measure(bench: &Bench) -> anyhow::Result<Report> {
    let Some(world) = &bench.world else { return Ok(Report::skipped("handover-storm")) };
    let mut storm = Storm::default();
    for _ in 0..ROUNDS {
        let stand = Stand::open(bench, world, false).await?;
        storm.assigned.push(rush(&stand).await?);
        storm.overflow.push(overflow(&stand).await?);
        let stand = Stand::open(bench, world, true).await?;
        storm.offered.push(rush(&stand).await?);
    }
    Ok(storm.report())
}

impl Storm {
    fn report(&self) -> Report {
        let millis = |what: &str, value: f64, aim, max| {
            Row::ours(format!("handover-storm: {what}"), format!("{value:.0} ms"), aim, Some(value <= max))
        };
        let told = middle(&self.assigned, |rush| rush.taken.as_secs_f64());
        let asked = middle(&self.offered, |rush| rush.asked.as_secs_f64());
        let taken = middle(&self.offered, |rush| rush.taken.as_secs_f64());
        let rows = vec![
            millis("assigned at once, last agent told", told, "≤ 100 ms", KNOWN_MAX_MS),
            millis("offered, last agent asked", asked, "≤ 100 ms", KNOWN_MAX_MS),
            millis("offered, 10 race for each, last one taken", taken, "≤ 250 ms", TAKEN_MAX_MS),
            self.owners(),
            self.fairness(),
            self.order(),
        ];
        let note = format!(
            "handover-storm: {ROUNDS} times {ASKING} customers at once, {AGENTS} agents with {CAPACITY} conversations \
             each; then {OVER} more. Times are until the last agent's own socket has it."
        );
        let notes = self.errors().take(ERRORS_TOLD).map(str::to_owned).chain([note]).collect();
        let noisy = self.assigned.iter().chain(&self.offered).find_map(|rush| rush.noisy.clone());
        Report { rows, notes, noisy }
    }

    fn owners(&self) -> Row {
        let rushes = || self.assigned.iter().chain(&self.offered);
        let owned: usize = rushes().map(|rush| rush.owned_once).sum();
        let (all, errors) = (rushes().count() * ASKING, self.errors().count());
        let too_late: usize = rushes().map(|rush| rush.too_late).sum();
        let ours = format!("{owned} of {all}, {errors} errors, {too_late} came too late");
        let is_met = owned == all && errors == 0;
        Row::ours("handover-storm: exactly one owner", ours, "all, 0 errors", Some(is_met))
    }

    fn fairness(&self) -> Row {
        let least = self.assigned.iter().map(|rush| fairness(&rush.loads)).fold(1.0, f64::min);
        let what = "handover-storm: assigned at once, fairness (Jain)";
        Row::ours(what, format!("{least:.3}"), "1", Some(least > 0.999))
    }

    fn order(&self) -> Row {
        let sum = |of: fn(&Overflow) -> usize| self.overflow.iter().map(of).sum::<usize>();
        let (in_place, next) = (sum(|overflow| overflow.in_place), sum(|overflow| overflow.next));
        let is_listed_so = self.overflow.iter().all(|overflow| overflow.is_listed_so);
        let (came, turns) = (self.overflow.len() * OVER, self.overflow.len() * NEXT);
        let listed = if is_listed_so { "listed so" } else { "listed otherwise" };
        let ours = format!("{in_place} of {came} in place, {listed}; {next} of {turns} next in turn");
        let is_met = in_place == came && next == turns && is_listed_so;
        Row::ours("handover-storm: over capacity, by age", ours, "all", Some(is_met))
    }

    fn errors(&self) -> impl Iterator<Item = &str> {
        let rushes = self.assigned.iter().chain(&self.offered).flat_map(|rush| &rush.errors);
        rushes.chain(self.overflow.iter().flat_map(|overflow| &overflow.errors)).map(String::as_str)
    }
}

/// In milliseconds.
fn middle(rushes: &[Rush], seconds: fn(&Rush) -> f64) -> f64 {
    median(rushes.iter().map(seconds).collect()).unwrap_or(f64::NAN) * 1000.0
}
