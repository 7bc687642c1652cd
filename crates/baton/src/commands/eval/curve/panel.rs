//! A square of two axes, and lines in it.

use std::fmt::Write;

use super::{PANEL_HEIGHT, PANEL_WIDTH};

const LEFT: f64 = 64.0;
const RIGHT: f64 = 20.0;
const ABOVE: f64 = 40.0;
const BELOW: f64 = 56.0;
/// Stretches between the lines of the grid.
const STEPS: u32 = 5;
/// Columns that have a look of their own.
const LOOKS: usize = 3;

/// Both axes begin at 0; x ends at 1.
pub(super) struct Panel<'a> {
    pub title: &'a str,
    pub x: &'a str,
    pub y: &'a str,
    pub y_max: f64,
}

impl Panel<'_> {
    pub(super) fn frame(&self) -> String {
        // Writing to a String does not fail.
        let mut svg = String::new();
        let ((left, bottom), (right, top)) = (self.at(0.0, 0.0), self.at(1.0, self.y_max));
        let _ = writeln!(svg, "<text class=\"title\" x=\"{left}\" y=\"{}\">{}</text>", ABOVE - 14.0, self.title);
        for step in 0..=STEPS {
            let share = f64::from(step) / f64::from(STEPS);
            let (x, y) = self.at(share, share * self.y_max);
            let _ = writeln!(svg, "<path class=\"grid\" d=\"M{left} {y:.1}H{right}M{x:.1} {bottom}V{top}\"/>");
            let _ = writeln!(
                svg,
                "<text class=\"faint\" x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>\n\
                 <text class=\"faint\" x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                left - 8.0,
                y + 4.0,
                percent(share * self.y_max),
                bottom + 18.0,
                percent(share)
            );
        }
        let _ = writeln!(svg, "<path class=\"axis\" d=\"M{left} {top}V{bottom}H{right}\"/>");
        let (middle, height) = ((left + right) / 2.0, (top + bottom) / 2.0);
        let _ = writeln!(
            svg,
            "<text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n\
             <text transform=\"translate(16 {height}) rotate(-90)\" text-anchor=\"middle\">{}</text>",
            bottom + 40.0,
            self.x,
            self.y
        );
        svg
    }

    /// A line through the points; those above the panel are drawn at its edge.
    pub(super) fn line(&self, class: &str, points: impl Iterator<Item = (f64, f64)>) -> String {
        let points: Vec<String> = points
            .map(|(x, y)| {
                let (x, y) = self.at(x, y.min(self.y_max));
                format!("{x:.1},{y:.1}")
            })
            .collect();
        format!("<polyline class=\"{class}\" points=\"{}\"/>\n", points.join(" "))
    }

    pub(super) fn dot(&self, class: &str, (x, y): (f64, f64), radius: f64) -> String {
        let (x, y) = self.at(x, y);
        format!("<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\"/>\n")
    }

    pub(super) fn label(&self, text: &str, (x, y): (f64, f64)) -> String {
        let (x, y) = self.at(x, y);
        format!(
            "<text class=\"faint\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"end\" dx=\"-4\" dy=\"-4\">{text}</text>\n"
        )
    }

    fn at(&self, x: f64, y: f64) -> (f64, f64) {
        let (width, height) = (PANEL_WIDTH - LEFT - RIGHT, PANEL_HEIGHT - ABOVE - BELOW);
        (LEFT + x * width, ABOVE + (1.0 - y / self.y_max) * height)
    }
}

pub(super) fn group(x: f64, y: f64, inner: &str) -> String {
    format!("<g transform=\"translate({x} {y})\">\n{inner}</g>\n")
}

/// The look of a column.
pub(super) fn series(number: usize) -> String {
    format!("c{}", number % LOOKS)
}

fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}
