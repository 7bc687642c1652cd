//! Which figures there are over some questions.

use super::super::metrics::{
    Operating, Sample, answerable, answered_rightly, area, auroc, bad_answer_rate, containment, equal_mass,
    equal_width, expected_calibration_error, false_answer_rate, handover_precision, handover_recall, interval,
    mean_reciprocal_rank, person_precision, person_recall, quantile, recall, said, threshold, wrong_answer_rate,
};
use super::{Row, Unit};

/// Shares of bad answers that thresholds are chosen for.
const BAD_MAX: [f64; 2] = [0.02, 0.05];

type Figure<'a> = &'a dyn Fn(&[Sample]) -> Option<f64>;

/// Questions and the seed of their resamples.
#[derive(Clone, Copy)]
pub(super) struct Over<'a> {
    pub samples: &'a [Sample],
    pub seed: u64,
}

impl Over<'_> {
    fn row(self, key: &str, what: &str, (unit, figure): (Unit, Figure)) -> Row {
        let interval = interval(self.samples, figure, self.seed);
        Row { key: key.into(), what: what.into(), unit, value: figure(self.samples), interval }
    }

    fn plain(key: &str, what: &str, unit: Unit, value: Option<f64>) -> Row {
        Row { key: key.into(), what: what.into(), unit, value, interval: None }
    }

    /// How well the right entry is found; `first` is what finding it at once is called.
    pub(super) fn finding(self, first: &str) -> Vec<Row> {
        vec![
            self.row("recall_at_1", first, (Unit::Score, &|samples| recall(samples, 1))),
            self.row("recall_at_5", "recall@5", (Unit::Score, &|samples| recall(samples, 5))),
            self.row("mrr", "mean reciprocal rank", (Unit::Score, &mean_reciprocal_rank)),
            self.row("said", "texts from the right entry that hold the fact", (Unit::Share, &said)),
            Self::plain("p50_ms", "question to decision, p50", Unit::Milliseconds, quantile(self.samples, 0.5)),
            Self::plain("p99_ms", "question to decision, p99", Unit::Milliseconds, quantile(self.samples, 0.99)),
        ]
    }

    /// How well it is known what cannot be answered.
    pub(super) fn knowing(self, development: &[Sample]) -> Vec<Row> {
        let mut rows = vec![
            self.row("auroc", "AUROC, answerable or not", (Unit::Score, &auroc)),
            self.row("aurc", "area under the risk–coverage curve", (Unit::Score, &area)),
            self.row("ece", "expected calibration error", (Unit::Score, &by_width)),
            self.row("ece_equal_mass", "… in bins of equal mass", (Unit::Score, &by_mass)),
            self.row("ece_right", "… against answers that are right", (Unit::Score, &by_width_right)),
            self.row("bad_answer_rate", "bad answers, as decided", (Unit::Share, &bad_answer_rate)),
            self.row("wrong_answer_rate", "… wrong ones", (Unit::Share, &wrong_answer_rate)),
            self.row("false_answer_rate", "… where nothing answers", (Unit::Share, &false_answer_rate)),
            self.row("containment", "answered rightly, as decided", (Unit::Share, &containment)),
            self.row("handover_precision", "handover precision", (Unit::Score, &handover_precision)),
            self.row("handover_recall", "handover recall", (Unit::Score, &handover_recall)),
        ];
        rows.extend(BAD_MAX.into_iter().flat_map(|bad_max| self.aimed(development, bad_max)));
        rows
    }

    fn aimed(self, development: &[Sample], bad_max: f64) -> [Row; 3] {
        let at = Operating { threshold: threshold(development, bad_max) };
        let percent = (100.0 * bad_max).round();
        let key = |what: &str| format!("{what}_at_{percent}_percent");
        let right = format!("answered rightly, aiming at {percent} % bad answers");
        [
            self.row(&key("containment"), &right, (Unit::Share, &|samples| at.containment(samples))),
            self.row(
                &key("bad_answer_rate"),
                "… bad answers that came out",
                (Unit::Share, &|samples| at.bad_answer_rate(samples)),
            ),
            Self::plain(&key("threshold"), "… with the threshold", Unit::Score, Some(at.threshold)),
        ]
    }

    /// Whether the wish for a person is heard.
    pub(super) fn persons(self) -> Vec<Row> {
        vec![
            self.row("person_recall", "wishes for a person that were heard", (Unit::Share, &person_recall)),
            self.row("person_precision", "calls for a person that were wished for", (Unit::Share, &person_precision)),
        ]
    }
}

fn by_width(samples: &[Sample]) -> Option<f64> {
    expected_calibration_error(&equal_width(samples, answerable))
}

fn by_mass(samples: &[Sample]) -> Option<f64> {
    expected_calibration_error(&equal_mass(samples, answerable))
}

fn by_width_right(samples: &[Sample]) -> Option<f64> {
    expected_calibration_error(&equal_width(samples, answered_rightly))
}

#[cfg(test)]
mod tests {
    use super::super::super::metrics::sample_test::{nothing, right};
    use super::*;

    #[test]
    fn the_threshold_is_chosen_on_one_part_and_its_price_seen_on_the_other() {
        let development = [right(0.9), right(0.8), nothing(0.1)];
        let report = [right(0.9), nothing(0.85)];
        let rows = Over { samples: &report, seed: 1 }.knowing(&development);
        let value = |key: &str| rows.iter().find(|row| row.key == key).and_then(|row| row.value);
        assert_eq!(value("threshold_at_2_percent"), Some(0.8));
        assert_eq!(value("bad_answer_rate_at_2_percent"), Some(0.5));
        assert_eq!(value("containment_at_2_percent"), Some(0.5));
    }
}
