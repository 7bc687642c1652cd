//! How figures are written.

use serde::Serialize;

use super::super::metrics::Interval;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 0–1, as it is usual for scores: `.830`.
    Score,
    /// 0–1, written as `2.1 %`.
    Share,
    Milliseconds,
}

impl Unit {
    pub(super) fn write(self, value: Option<f64>) -> String {
        match (self, value) {
            (_, None) => "–".into(),
            (Self::Score, Some(value)) if !value.is_finite() => "none".into(),
            (Self::Score, Some(value)) => {
                let digits = format!("{value:.3}");
                digits.strip_prefix('0').map_or(digits.clone(), str::to_owned)
            }
            (Self::Share, Some(value)) => format!("{:.1} %", 100.0 * value),
            (Self::Milliseconds, Some(value)) => format!("{value:.2} ms"),
        }
    }

    /// `[.812, .848]`
    pub(super) fn write_interval(self, interval: Option<Interval>) -> String {
        let inner = |value: f64| match self {
            Self::Score | Self::Milliseconds => self.write(Some(value)),
            Self::Share => format!("{:.1}", 100.0 * value),
        };
        interval.map(|between| format!("[{}, {}]", inner(between.low), inner(between.high))).unwrap_or_default()
    }
}

/// `12,345`
pub(super) fn count(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = {
        let first = digits.len() % 3;
        let (head, tail) = digits.split_at(first);
        let tail = (0..tail.len()).step_by(3).map(|at| &tail[at..at + 3]);
        std::iter::once(head).filter(|head| !head.is_empty()).chain(tail).collect()
    };
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_they_are_usually_given() {
        assert_eq!(Unit::Score.write(Some(0.8304)), ".830");
        assert_eq!(Unit::Score.write(Some(1.0)), "1.000");
        assert_eq!(Unit::Share.write(Some(0.0214)), "2.1 %");
        assert_eq!(Unit::Milliseconds.write(Some(0.456)), "0.46 ms");
        assert_eq!(Unit::Share.write(None), "–");
        assert_eq!(Unit::Score.write(Some(f64::INFINITY)), "none");
        let interval = Some(Interval { low: 0.011, high: 0.03 });
        assert_eq!(Unit::Share.write_interval(interval), "[1.1, 3.0]");
        assert_eq!(Unit::Score.write_interval(None), "");
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1_000, 12_345, 1_234_567].map(count), ["0", "999", "1,000", "12,345", "1,234,567"]);
    }
}
