//! Questions with their answers, and a JSON file of them.

use serde::Deserialize;

use super::text::{clean, one_line};
use super::unreadable::Unreadable;

pub const PAIRS_MAX: usize = 2_000;
pub const QUESTION_CHARS_MAX: usize = 500;
pub const ANSWER_CHARS_MAX: usize = 8_000;
pub const PHRASINGS_MAX: usize = 50;

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Pair {
    pub question: String,
    /// Other ways to ask the same.
    #[serde(default)]
    pub phrasings: Vec<String>,
    pub answer: String,
}

/// Reads `[{"question": "…", "phrasings": ["…"], "answer": "…"}]`; all of it or nothing. Phrasings may be left out.
///
/// # Errors
/// Names what is wrong, and where.
pub fn parse_pairs(json: &str) -> Result<Vec<Pair>, Unreadable> {
    let json = json.trim_start_matches('\u{feff}');
    let pairs: Vec<Pair> = serde_json::from_str(json).map_err(|error| Unreadable::NotPairs(error.to_string()))?;
    checked(&pairs)
}

/// The pairs as they are kept, when there are some, not too many, and each is whole.
///
/// # Errors
/// Names what is wrong, and where.
pub fn checked(pairs: &[Pair]) -> Result<Vec<Pair>, Unreadable> {
    match pairs.len() {
        0 => Err(Unreadable::Empty),
        found if found > PAIRS_MAX => Err(Unreadable::TooManyPairs { found, max: PAIRS_MAX }),
        _ => pairs.iter().enumerate().map(|(at, pair)| check(at + 1, cleaned(pair))).collect(),
    }
}

fn cleaned(pair: &Pair) -> Pair {
    let question = one_line(&clean(&pair.question));
    let mut phrasings: Vec<String> = Vec::new();
    for phrasing in pair.phrasings.iter().map(|phrasing| one_line(&clean(phrasing))) {
        if !phrasing.is_empty() && phrasing != question && !phrasings.contains(&phrasing) {
            phrasings.push(phrasing);
        }
        if phrasings.len() > PHRASINGS_MAX {
            break;
        }
    }
    Pair { question, phrasings, answer: clean(&pair.answer) }
}

fn check(number: usize, pair: Pair) -> Result<Pair, Unreadable> {
    if pair.question.is_empty() || pair.answer.is_empty() {
        return Err(Unreadable::HalfPair { number });
    }
    if pair.phrasings.len() > PHRASINGS_MAX {
        return Err(Unreadable::TooManyPhrasings { number, max: PHRASINGS_MAX });
    }
    let is_long = |text: &String, max: usize| text.chars().count() > max;
    if pair.phrasings.iter().any(|phrasing| is_long(phrasing, QUESTION_CHARS_MAX))
        || is_long(&pair.question, QUESTION_CHARS_MAX)
        || is_long(&pair.answer, ANSWER_CHARS_MAX)
    {
        return Err(Unreadable::LongPair { number, question_max: QUESTION_CHARS_MAX, answer_max: ANSWER_CHARS_MAX });
    }
    Ok(pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_read_and_cleaned() {
        let json = r#"[{"question":" Is it\n free? ","phrasings":["Cost? ","Cost?","Is it free?",""],"answer":"Yes.\r\n","tag":1}]"#;
        let pair = Pair { question: "Is it free?".into(), phrasings: vec!["Cost?".into()], answer: "Yes.".into() };
        assert_eq!(parse_pairs(json), Ok(vec![pair]));
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert!(matches!(parse_pairs("{}"), Err(Unreadable::NotPairs(_))));
        assert!(matches!(parse_pairs(r#"[{"question":"a"}]"#), Err(Unreadable::NotPairs(_))));
        assert!(matches!(parse_pairs(&"[".repeat(100_000)), Err(Unreadable::NotPairs(_))));
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
        let phrasings: Vec<String> = (0..=PHRASINGS_MAX).map(|number| format!("\"p{number}\"")).collect();
        let many = format!(r#"[{{"question":"a","phrasings":[{}],"answer":"b"}}]"#, phrasings.join(","));
        assert!(matches!(parse_pairs(&many), Err(Unreadable::TooManyPhrasings { number: 1, .. })));
    }
}
