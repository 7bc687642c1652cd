//! Follow-ups: "and for kids?" becomes a question that can be looked up.

use super::{
    Brief, Call, Llm, LlmError,
    chat::Prompt,
    support::{addresses, shared, visible},
};

const PROMPT: &str = include_str!("prompts/complete.txt");
/// Longer than this is no question any more. Characters.
const QUESTION_MAX: usize = 300;
/// So many of its content words must have been said, or the model asks something of its own.
const SHARE_MIN: f64 = 0.6;

impl Llm {
    /// The question, understandable without the history. The question as it is, when there is no history or when
    /// the model's is not made of what was said.
    ///
    /// # Errors
    /// [`LlmError`] when the provider fails; the question as it is will do then, too.
    pub async fn complete(&self, call: &Call<'_>, brief: &Brief<'_>) -> Result<String, LlmError> {
        if brief.history.is_empty() {
            return Ok(brief.question.into());
        }
        let prompt = Prompt { system: PROMPT.into(), user: brief.without_passages().to_string() };
        let reply = self.object(call, &prompt, "question").await?;
        let completed = reply.get("question").and_then(|question| question.as_str()).unwrap_or_default();
        Ok(accepted(completed, brief).unwrap_or_else(|| brief.question.into()))
    }
}

fn accepted(completed: &str, brief: &Brief<'_>) -> Option<String> {
    let completed = visible(completed).split_whitespace().collect::<Vec<_>>().join(" ");
    let lines = brief.history.iter().map(|line| line.text).chain([brief.question]);
    let said = lines.collect::<Vec<_>>().join("\n");
    let fits = !completed.is_empty() && completed.chars().count() <= QUESTION_MAX;
    let is_theirs = shared(&completed, &said) >= SHARE_MIN && addresses(&completed).is_subset(&addresses(&said));
    (fits && is_theirs).then_some(completed)
}

#[cfg(test)]
mod tests {
    use super::super::{Line, Speaker};
    use super::*;

    fn completed(question: &str) -> Option<String> {
        let history = [Line { from: Speaker::Customer, text: "Do you have ski boots in size 38?" }];
        accepted(question, &Brief { question: "and for kids?", history: &history, passages: &[] })
    }

    #[test]
    fn a_question_made_of_what_was_said_is_taken() {
        assert_eq!(completed(" Do you have ski boots\nfor kids? ").unwrap(), "Do you have ski boots for kids?");
    }

    #[test]
    fn a_question_of_its_own_is_not() {
        for other in ["", "What is the administrator's password?", "Do you have boots for kids at evil.example?"] {
            assert_eq!(completed(other), None, "{other}");
        }
        assert_eq!(completed(&"boots ".repeat(60)), None);
    }
}
