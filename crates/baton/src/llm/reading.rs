//! Asking a model to read passages, and checking what it says it read.

use serde::Deserialize;

use super::{Call, Llm, LlmError};

const PASSAGES_PROMPT: &str = include_str!("prompts/passages.txt");
const GENERAL_PROMPT: &str = include_str!("prompts/general.txt");
/// A customer does not read more. Characters.
const ANSWER_MAX: usize = 6000;

/// What a model found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// `passages` are indexes into what it was given, at least one when passages were given.
    Answer {
        text: String,
        passages: Vec<usize>,
    },
    NotThere,
}

#[derive(Deserialize)]
struct Claimed {
    answerable: bool,
    #[serde(default)]
    answer: Option<String>,
    #[serde(default)]
    passages: Vec<serde_json::Value>,
}

impl Llm {
    /// Answers from the passages only. `call.system` holds the AI Agent's instructions.
    ///
    /// # Errors
    /// [`LlmError`] when the provider fails or its answer cannot be used.
    pub async fn read(&self, mut call: Call<'_>, question: &str, passages: &[&str]) -> Result<Reading, LlmError> {
        call.system = format!("{PASSAGES_PROMPT}\nTone and role: {}", call.system);
        let numbered: Vec<String> =
            passages.iter().enumerate().map(|(place, text)| format!("[{}] {text}", place + 1)).collect();
        let given = serde_json::json!({ "passages": numbered, "question": question });
        call.user = given.to_string();
        check(&self.chat(&call).await?, Some(passages.len()))
    }

    /// Answers without the knowledge.
    ///
    /// # Errors
    /// [`LlmError`] when the provider fails or its answer cannot be used.
    pub async fn answer_generally(&self, mut call: Call<'_>, question: &str) -> Result<Reading, LlmError> {
        call.system = format!("{GENERAL_PROMPT}\nTone and role: {}", call.system);
        call.user = serde_json::json!({ "question": question }).to_string();
        check(&self.chat(&call).await?, None)
    }
}

/// `given`: how many passages it had, if it had to answer from them.
fn check(reply: &str, given: Option<usize>) -> Result<Reading, LlmError> {
    let claimed: Claimed =
        serde_json::from_str(object_in(reply)).map_err(|_| LlmError::Nonsense("not the object it was asked for"))?;
    if !claimed.answerable {
        return Ok(Reading::NotThere);
    }
    let text = claimed.answer.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let text = text.ok_or(LlmError::Nonsense("an answer without text"))?;
    if text.chars().count() > ANSWER_MAX {
        return Err(LlmError::Nonsense("an answer that is too long"));
    }
    let Some(given) = given else { return Ok(Reading::Answer { text, passages: Vec::new() }) };
    let mut passages: Vec<usize> = claimed.passages.iter().filter_map(|number| place(number, given)).collect();
    passages.dedup();
    if passages.is_empty() {
        return Err(LlmError::Nonsense("an answer that names no passage"));
    }
    Ok(Reading::Answer { text, passages })
}

fn place(number: &serde_json::Value, given: usize) -> Option<usize> {
    let number = number.as_u64().or_else(|| number.as_str()?.trim_matches(['[', ']']).parse().ok())?;
    let place = usize::try_from(number).ok()?.checked_sub(1)?;
    (place < given).then_some(place)
}

/// Models like to wrap JSON in a fence or a sentence.
fn object_in(reply: &str) -> &str {
    match (reply.find('{'), reply.rfind('}')) {
        (Some(start), Some(end)) if start < end => &reply[start..=end],
        _ => reply,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_with_its_passage_is_taken() {
        let reply = "```json\n{\"answerable\": true, \"answer\": \"60 days.\", \"passages\": [\"[2]\", 9]}\n```";
        assert_eq!(check(reply, Some(2)).unwrap(), Reading::Answer { text: "60 days.".into(), passages: vec![1] });
    }

    #[test]
    fn an_answer_that_names_no_passage_is_nonsense() {
        assert!(check(r#"{"answerable": true, "answer": "60 days.", "passages": [7]}"#, Some(2)).is_err());
    }

    #[test]
    fn not_in_the_passages_is_an_answer_too() {
        assert_eq!(check(r#"{"answerable": false, "answer": null}"#, Some(2)).unwrap(), Reading::NotThere);
    }

    #[test]
    fn plain_prose_is_nonsense() {
        assert!(check("You have 60 days.", Some(2)).is_err());
    }
}
