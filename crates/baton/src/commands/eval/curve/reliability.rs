//! Right: how often came true what was said. On the diagonal, the probability is what it claims to be.

use super::super::report::Drawing;
use super::panel::{Panel, series};

const RADIUS_MIN: f64 = 2.5;
const RADIUS_MAX: f64 = 11.0;

pub(super) fn draw(title: &str, drawings: &[&Drawing]) -> String {
    let title = format!("{title}: reliability");
    let panel = Panel { title: &title, x: "probability shown", y: "share that can be answered", y_max: 1.0 };
    let mut svg = panel.frame();
    svg.push_str(&panel.line("guide", [(0.0, 0.0), (1.0, 1.0)].into_iter()));
    for (number, drawing) in drawings.iter().enumerate() {
        let bins = &drawing.reliability;
        let most = bins.iter().map(|bin| bin.count).max().unwrap_or(1) as f64;
        let points = bins.iter().map(|bin| (bin.said, bin.happened));
        svg.push_str(&panel.line(&format!("line {}", series(number)), points));
        for bin in bins {
            // The area of a dot is the number of its questions.
            let radius = (RADIUS_MAX * (bin.count as f64 / most).sqrt()).max(RADIUS_MIN);
            svg.push_str(&panel.dot(&format!("dot {}", series(number)), (bin.said, bin.happened), radius));
        }
    }
    svg
}
