//! Left: how bad the answers get when more is answered.

use super::super::report::Drawing;
use super::panel::{Panel, series};

/// Bad answers over all questions that one may want to stay below.
const GUIDES: [f64; 2] = [0.02, 0.05];
const GUIDE_POINTS: u32 = 60;
/// The axis ends at a multiple of this.
const ROUND_TO: f64 = 0.25;

pub(super) fn draw(title: &str, drawings: &[&Drawing]) -> String {
    let most = drawings.iter().flat_map(|drawing| &drawing.curve).map(|point| point.risk).fold(0.0, f64::max);
    let y_max = ((most / ROUND_TO).ceil() * ROUND_TO).clamp(ROUND_TO, 1.0);
    let title = format!("{title}: risk and coverage");
    let panel =
        Panel { title: &title, x: "share of the questions that are answered", y: "bad among the answers", y_max };
    let mut svg = panel.frame();
    for bad in GUIDES {
        svg.push_str(&guide(&panel, bad));
    }
    for (number, drawing) in drawings.iter().enumerate() {
        let points = drawing.curve.iter().map(|point| (point.coverage, point.risk));
        svg.push_str(&panel.line(&format!("line {}", series(number)), points));
    }
    svg
}

/// Where so many of all questions are answered badly: `risk = bad / coverage`.
fn guide(panel: &Panel, bad: f64) -> String {
    let from = bad / panel.y_max;
    let coverage = |step: u32| from + (1.0 - from) * f64::from(step) / f64::from(GUIDE_POINTS);
    let points = (0..=GUIDE_POINTS).map(coverage).map(|coverage| (coverage, bad / coverage));
    let label = format!("{:.0} % of all", 100.0 * bad);
    panel.line("guide", points) + &panel.label(&label, (1.0, bad))
}
