//! Figures over judged questions, each with the formula and where it comes from.
//!
//! A figure is absent where it is not defined: a share of nothing, a comparison with nobody on one side.

mod calibration;
mod coverage;
mod decision;
mod discrimination;
mod interval;
mod operating;
mod ranking;
mod sample;
mod speed;

pub use calibration::{Bin, answerable, answered_rightly, equal_mass, equal_width, expected_calibration_error};
pub use coverage::{Point, area, curve};
pub use decision::{
    bad_answer_rate, containment, false_answer_rate, handover_precision, handover_recall, person_precision,
    person_recall, wrong_answer_rate,
};
pub use discrimination::auroc;
pub use interval::{Interval, interval};
pub use operating::{Operating, threshold};
pub use ranking::{mean_reciprocal_rank, recall, said};
#[cfg(test)]
pub use sample::test as sample_test;
pub use sample::{Need, Sample};
pub use speed::quantile;

/// Of how many it is true; absent when there are none.
fn share(samples: impl Iterator<Item = bool>) -> Option<f64> {
    let (mut all, mut true_of) = (0_u32, 0_u32);
    for is_true in samples {
        all += 1;
        true_of += u32::from(is_true);
    }
    (all > 0).then(|| f64::from(true_of) / f64::from(all))
}
