//! The risk–coverage curve and the reliability diagram of each section, as one SVG: light or dark as the reader likes,
//! readable without colours, no script.

mod panel;
mod reliability;
mod risk;

use std::fmt::Write;

use super::report::{Report, Section};

const PANEL_WIDTH: f64 = 460.0;
const PANEL_HEIGHT: f64 = 360.0;
/// Of the line above all panels.
const TOP: f64 = 40.0;
/// Of the line that says which column is drawn how.
const LEGEND: f64 = 24.0;

const STYLE: &str = "
text { font: 12px system-ui, sans-serif; fill: #1f2328; }
.page { fill: #ffffff; }
.head { font-size: 15px; font-weight: 600; }
.title { font-weight: 600; }
.axis { stroke: #57606a; fill: none; }
.grid { stroke: #d8dee4; fill: none; }
.guide { stroke: #6e7781; fill: none; stroke-dasharray: 2 3; }
.faint { fill: #57606a; font-size: 11px; }
.line { fill: none; stroke-width: 2; }
.c0 { stroke: #0550ae; } .c1 { stroke: #953800; stroke-dasharray: 7 4; } .c2 { stroke: #116329; stroke-dasharray: 2 4; }
.dot { fill-opacity: .25; stroke-dasharray: none; stroke-width: 1.5; }
.dot.c0 { fill: #0550ae; } .dot.c1 { fill: #953800; } .dot.c2 { fill: #116329; }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; }
.page { fill: #0d1117; }
.axis { stroke: #8d96a0; }
.grid { stroke: #262c34; }
.guide { stroke: #8d96a0; }
.faint { fill: #8d96a0; }
.c0 { stroke: #79c0ff; } .c1 { stroke: #ffa657; } .c2 { stroke: #7ee787; }
.dot.c0 { fill: #79c0ff; } .dot.c1 { fill: #ffa657; } .dot.c2 { fill: #7ee787; }
}
";

/// The drawing of a report. Without anything to draw it says so.
pub fn svg(report: &Report) -> String {
    let drawn: Vec<(&Section, Vec<&Section>)> =
        report.sections().filter(|(section, _)| section.drawing.is_some()).collect();
    let width = 2.0 * PANEL_WIDTH;
    let height = TOP + LEGEND + PANEL_HEIGHT * drawn.len() as f64;
    let title = format!("How much can be answered, and at what risk: {}", report.name);
    // Writing to a String does not fail.
    let mut svg = String::new();
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"img\" aria-labelledby=\"baton-eval-title baton-eval-desc\">\n\
         <title id=\"baton-eval-title\">{}</title>\n<desc id=\"baton-eval-desc\">{}</desc>\n<style>{STYLE}</style>\n\
         <rect class=\"page\" width=\"{width}\" height=\"{height}\"/>\n<text class=\"head\" x=\"16\" y=\"26\">{}</text>\n",
        escaped(&title),
        escaped(&description(&drawn, report)),
        escaped(&title)
    );
    svg.push_str(&legend(report));
    for (row, (section, beside)) in drawn.iter().enumerate() {
        let drawings: Vec<_> = beside.iter().filter_map(|section| section.drawing.as_ref()).collect();
        let y = TOP + LEGEND + PANEL_HEIGHT * row as f64;
        svg.push_str(&panel::group(0.0, y, &risk::draw(&section.title, &drawings)));
        svg.push_str(&panel::group(PANEL_WIDTH, y, &reliability::draw(&section.title, &drawings)));
    }
    svg.push_str("</svg>\n");
    svg
}

/// For who cannot see the drawing: what one would read off it.
fn description(drawn: &[(&Section, Vec<&Section>)], report: &Report) -> String {
    if drawn.is_empty() {
        return "Nothing that cannot be answered was asked, so there is nothing to draw.".into();
    }
    let mut sentences =
        vec!["On the left the risk over the coverage, on the right how often came true what was said.".to_owned()];
    for (section, beside) in drawn {
        for (column, section_of) in report.columns.iter().zip(beside) {
            let ends = section_of.drawing.iter().flat_map(|drawing| [drawing.curve.first(), drawing.curve.last()]);
            let ends = ends.flatten().map(|point| {
                format!(
                    "{:.0} % of the answers are bad at {:.0} % answered",
                    100.0 * point.risk,
                    100.0 * point.coverage
                )
            });
            let ends: Vec<String> = ends.collect();
            sentences.push(format!("{}, {}: {}.", section.title, column.title, ends.join("; ")));
        }
    }
    sentences.join(" ")
}

fn legend(report: &Report) -> String {
    const APART: f64 = 220.0;
    let columns = report.columns.iter().enumerate().map(|(number, column)| {
        let x = 16.0 + APART * number as f64;
        format!(
            "<path class=\"line {}\" d=\"M{x} {TOP}h32\"/>\n<text x=\"{}\" y=\"{}\">{}</text>\n",
            panel::series(number),
            x + 40.0,
            TOP + 4.0,
            escaped(&column.title)
        )
    });
    columns.collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::report::test::report;
    use super::*;

    #[test]
    fn it_is_titled_described_and_follows_the_reader() {
        let svg = svg(&report());
        assert!(
            svg.contains("<title id=\"baton-eval-title\">How much can be answered, and at what risk: shop</title>")
        );
        assert!(svg.contains("Gap, words: 0 % of the answers are bad at 30 % answered; 50 % of the answers"), "{svg}");
        assert!(svg.contains("prefers-color-scheme: dark") && !svg.contains("<script"));
        assert!(svg.contains("words &amp; vectors</text>"));
    }

    #[test]
    fn every_column_has_its_line_in_both_panels_and_the_legend() {
        let svg = svg(&report());
        for series in ["line c0", "line c1"] {
            assert_eq!(svg.matches(series).count(), 3, "{series}");
        }
        assert_eq!(svg.matches("dot c1").count(), 2);
    }

    #[test]
    fn no_tag_is_left_open() {
        let svg = svg(&report());
        for tag in ["svg", "g", "text", "title", "desc", "style"] {
            let opened = svg.matches(&format!("<{tag} ")).count() + svg.matches(&format!("<{tag}>")).count();
            assert_eq!(opened, svg.matches(&format!("</{tag}>")).count(), "{tag}");
        }
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }

    #[test]
    fn nothing_to_draw_is_said() {
        let mut empty = report();
        for column in &mut empty.columns {
            column.sections.clear();
        }
        assert!(svg(&empty).contains("nothing to draw"));
    }
}
