//! What a threshold buys: how many answerable questions are answered, and how many answers are wrong.

use serde::Serialize;
use utoipa::ToSchema;

use super::calibration::Calibration;

const POINTS: u32 = 50;
/// With fewer questions the curve would be noise.
const QUESTIONS_MIN: usize = 20;
const RISKS: [f64; 2] = [0.02, 0.05];

/// The risk–coverage curve of one knowledge base (El-Yaniv and Wiener, "On the Foundations of Noise-free Selective
/// Classification", 2010).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Curve {
    pub state: CurveState,
    /// By threshold, from the lowest.
    pub points: Vec<CurvePoint>,
    /// How many of its own questions it was measured on.
    pub questions: usize,
    /// How many outcomes taught it.
    pub taught: usize,
    /// Whether passages were compared by meaning too.
    pub by_meaning: bool,
    pub suggestions: Vec<CurveSuggestion>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CurveState {
    Ready,
    /// There is too little to measure on.
    TooLittle,
    Making,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct CurvePoint {
    pub threshold: f64,
    /// The share of answerable questions that are answered.
    pub coverage: f64,
    /// The share of answers that are wrong.
    pub risk: f64,
}

/// The lowest threshold at which so many answers are wrong at most.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct CurveSuggestion {
    pub risk: f64,
    pub threshold: Option<f64>,
}

#[must_use]
pub fn curve(calibration: &Calibration, by_meaning: bool) -> Curve {
    let (questions, taught) = (calibration.own.len(), calibration.taught);
    if questions < QUESTIONS_MIN {
        return Curve { questions, taught, by_meaning, ..empty(CurveState::TooLittle) };
    }
    let points: Vec<CurvePoint> =
        (0..=POINTS).map(|step| point(calibration, f64::from(step) / f64::from(POINTS))).collect();
    let suggestions = RISKS.map(|risk| CurveSuggestion { risk, threshold: lowest(&points, risk) }).into();
    Curve { state: CurveState::Ready, points, questions, taught, by_meaning, suggestions }
}

/// One without points.
#[must_use]
pub fn empty(state: CurveState) -> Curve {
    Curve { state, points: Vec::new(), questions: 0, taught: 0, by_meaning: false, suggestions: Vec::new() }
}

fn point(calibration: &Calibration, threshold: f64) -> CurvePoint {
    let answered = || calibration.own.iter().filter(|seen| calibration.probability(seen.log_odds) >= threshold);
    let answerable = calibration.own.iter().filter(|seen| seen.answerable).count().max(1);
    let right = answered().filter(|seen| seen.answerable && seen.right).count();
    let all = answered().count();
    let risk = if all == 0 { 0.0 } else { (all - right) as f64 / all as f64 };
    CurvePoint { threshold, coverage: right as f64 / answerable as f64, risk }
}

/// From which threshold on the risk stays low.
fn lowest(points: &[CurvePoint], risk: f64) -> Option<f64> {
    let last_bad = points.iter().rposition(|point| point.risk > risk);
    points.get(last_bad.map_or(0, |at| at + 1)).filter(|point| point.coverage > 0.0).map(|point| point.threshold)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::calibration::Observation;

    fn seen(log_odds: f64, answerable: bool) -> Observation {
        Observation { log_odds, answerable, right: answerable }
    }

    #[test]
    fn a_higher_threshold_answers_less_and_errs_less() {
        let mut own: Vec<Observation> = (0..20).map(|step| seen(f64::from(step) / 5.0, true)).collect();
        own.extend((0..20).map(|step| seen(f64::from(step) / 5.0 - 3.0, false)));
        let curve = curve(&Calibration { own, ..Calibration::default() }, true);
        let (first, last) = (curve.points[0], curve.points[45]);
        assert_eq!((first.coverage, first.risk), (1.0, 0.5));
        assert!(last.coverage < first.coverage && last.risk < first.risk);
        let strict = curve.suggestions[0].threshold.expect("reachable");
        assert!(strict > 0.6 && strict < 0.8, "{strict}");
    }

    #[test]
    fn a_few_questions_make_no_curve() {
        let calibration = Calibration { own: vec![seen(1.0, true); 5], ..Calibration::default() };
        assert_eq!(curve(&calibration, false).state, CurveState::TooLittle);
    }
}
