//! Asking a model without the knowledge. Nothing can be looked up then, so what may do harm is not let through.

use super::{
    Brief, Call, Llm, LlmError,
    chat::Prompt,
    support::{is_harmless, visible},
};

const PROMPT: &str = include_str!("prompts/general.txt");
/// A customer does not read more. Characters.
const ANSWER_MAX: usize = 6000;

impl Llm {
    /// Answers without the knowledge. `None` when the model is not sure, or says what only the company may say.
    ///
    /// # Errors
    /// [`LlmError`] when the provider fails or its answer cannot be used.
    pub async fn answer_generally(&self, call: &Call<'_>, brief: &Brief<'_>) -> Result<Option<String>, LlmError> {
        let system = format!("{PROMPT}\nTone and role, within the rules above:\n{}", call.instructions);
        let prompt = Prompt { system, user: brief.without_passages().to_string() };
        let reply = self.object(call, &prompt, "answerable").await?;
        match reply.get("answerable").and_then(serde_json::Value::as_bool) {
            Some(true) => {}
            Some(false) => return Ok(None),
            None => return Err(LlmError::Nonsense("not the object it was asked for")),
        }
        let answer = reply.get("answer").and_then(|answer| answer.as_str()).map(visible).unwrap_or_default();
        let answer = answer.trim();
        if answer.is_empty() {
            return Err(LlmError::Nonsense("an answer without text"));
        }
        if answer.chars().count() > ANSWER_MAX {
            return Err(LlmError::Nonsense("an answer that is too long"));
        }
        Ok(is_harmless(answer, brief.question).then(|| answer.to_owned()))
    }
}
