//! Questions with their answers, as a file of them comes in.

use serde::Deserialize;

use super::extract::{Unreadable, clean};

pub const PAIRS_MAX: usize = 2_000;
pub const QUESTION_CHARS_MAX: usize = 500;
pub const ANSWER_CHARS_MAX: usize = 8_000;

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Pair {
    pub question: String,
    pub answer: String,
}

/// Reads `[{"question": "…", "answer": "…"}]`; all of it or nothing.
pub fn parse_pairs(json: &str) -> Result<Vec<Pair>, Unreadable> {
    let json = json.trim_start_matches('\u{feff}');
    let pairs: Vec<Pair> = serde_json::from_str(json).map_err(|error| Unreadable::NotPairs(error.to_string()))?;
    match pairs.len() {
        0 => Err(Unreadable::Empty),
        found if found > PAIRS_MAX => Err(Unreadable::TooManyPairs { found, max: PAIRS_MAX }),
        _ => pairs.iter().enumerate().map(|(at, pair)| check(at + 1, cleaned(pair))).collect(),
    }
}

fn cleaned(pair: &Pair) -> Pair {
    let question = clean(&pair.question).split_whitespace().collect::<Vec<_>>().join(" ");
    Pair { question, answer: clean(&pair.answer) }
}

fn check(number: usize, pair: Pair) -> Result<Pair, Unreadable> {
    if pair.question.is_empty() || pair.answer.is_empty() {
        return Err(Unreadable::HalfPair { number });
    }
    let long = pair.question.chars().count() > QUESTION_CHARS_MAX || pair.answer.chars().count() > ANSWER_CHARS_MAX;
    if long {
        return Err(Unreadable::LongPair { number, question_max: QUESTION_CHARS_MAX, answer_max: ANSWER_CHARS_MAX });
    }
    Ok(pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_read_and_cleaned() {
        let pairs = parse_pairs(r#"[{"question":" Is it\n free? ","answer":"Yes.\r\n","tag":1}]"#).expect("pairs");
        assert_eq!(pairs, [Pair { question: "Is it free?".into(), answer: "Yes.".into() }]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert!(matches!(parse_pairs("{}"), Err(Unreadable::NotPairs(_))));
        assert!(matches!(parse_pairs(r#"[{"question":"a"}]"#), Err(Unreadable::NotPairs(_))));
        assert_eq!(parse_pairs("[]"), Err(Unreadable::Empty));
        let half = r#"[{"question":"a","answer":"b"},{"question":"a","answer":" "}]"#;
        assert_eq!(parse_pairs(half), Err(Unreadable::HalfPair { number: 2 }));
    }

    #[test]
    fn limits_hold() {
        let long = format!(r#"[{{"question":"{}","answer":"b"}}]"#, "a".repeat(QUESTION_CHARS_MAX + 1));
        assert!(matches!(parse_pairs(&long), Err(Unreadable::LongPair { number: 1, .. })));
        let many = format!("[{}]", vec![r#"{"question":"a","answer":"b"}"#; PAIRS_MAX + 1].join(","));
        assert!(matches!(parse_pairs(&many), Err(Unreadable::TooManyPairs { .. })));
    }
}
