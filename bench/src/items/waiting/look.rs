//! What is foretold to one customer at one moment: by the rules, and by what others use.

use handover::{Wait, expected_wait};

use super::floor::Floor;

/// How many finished conversations the formulas average.
const SAMPLE: usize = 100;
pub const FORMULAS: usize = 4;
pub const FORMULA_NAMES: [&str; FORMULAS] = [
    "position ÷ 100 × average duration of the last 100",
    "((position − 1) ÷ 100 + 1) × average duration of the last 100",
    "average wait of the last ten accepted",
    "position ÷ slots on duty × average duration of the last 100",
];

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    pub customer: usize,
    pub at: i64,
    pub ours: Option<Wait>,
    /// In the order of their names, milliseconds. Absent as long as there is nothing to average.
    pub formulas: Option<[f64; FORMULAS]>,
    /// From `at` until they were assigned. 0 until it is known.
    pub truth_ms: i64,
}

impl Look {
    /// `None`: they do not wait any more.
    pub fn at(floor: &Floor, customer: usize, now: i64) -> Option<Self> {
        let ahead = floor.ahead_of(customer)?;
        let slots = floor.slots(now);
        let handled: Vec<i64> = floor.handled_ms.iter().copied().collect();
        let ours = expected_wait(&slots, &handled, ahead);
        let formulas = formulas(floor, ahead, slots.len(), now - floor.customers[customer].joined);
        Some(Self { customer, at: now, ours, formulas, truth_ms: 0 })
    }
}

/// From the average wait, the time already waited is taken off, to its advantage.
fn formulas(floor: &Floor, ahead: usize, slots: usize, waited_ms: i64) -> Option<[f64; FORMULAS]> {
    let duration = average(floor.handled_ms.iter().take(SAMPLE))?;
    let last_ten = average(floor.last_waits_ms.iter())?;
    let (ahead, sample) = (ahead as f64, SAMPLE as f64);
    Some([
        (ahead + 1.0) / sample * duration,
        (ahead / sample + 1.0) * duration,
        (last_ten - waited_ms as f64).max(0.0),
        (ahead + 1.0) / slots as f64 * duration,
    ])
}

fn average<'a>(values: impl ExactSizeIterator<Item = &'a i64>) -> Option<f64> {
    let count = values.len();
    (count > 0).then(|| values.sum::<i64>() as f64 / count as f64)
}
