//! Other words for what an agent wrote, for the agent to read first.

use super::{
    Call, Llm, LlmError,
    chat::Prompt,
    support::{addresses, visible},
};

const PROMPT: &str = include_str!("prompts/rewrite.txt");
/// Characters.
const TEXT_MAX: usize = 10_000;

/// What is to be done with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rewriting<'a> {
    /// Said so.
    Tone(&'static str),
    Shorter,
    /// In the language with this code.
    Into(&'a str),
    /// The text is a conversation.
    Summary,
}

impl Rewriting<'_> {
    fn task(self) -> String {
        match self {
            Self::Tone(tone) => format!("Rewrite the agent's text so that it is {tone}, in its own language."),
            Self::Shorter => {
                "Make the agent's text as short as it can be without losing anything, in its own language.".into()
            }
            Self::Into(language) => format!("Translate the agent's text into the language with the code {language}."),
            Self::Summary => {
                "Summarise the conversation for a colleague who takes over: what the customer wants, what was \
                answered, what is still open. At most five short sentences, in English."
                    .into()
            }
        }
    }
}

impl Llm {
    /// # Errors
    /// [`LlmError`] when the provider fails, or its text is none or has addresses that were not in what it was given.
    pub async fn rewrite(&self, call: &Call<'_>, task: Rewriting<'_>, given: &str) -> Result<String, LlmError> {
        let user = serde_json::json!({ "text": visible(given) }).to_string();
        let prompt = Prompt { system: format!("{PROMPT}{}", task.task()), user };
        let reply = self.object(call, &prompt, "text").await?;
        let text = reply.get("text").and_then(|text| text.as_str()).map(visible).unwrap_or_default();
        let text = text.trim();
        if text.is_empty() || text.chars().count() > TEXT_MAX {
            return Err(LlmError::Nonsense("a text that is empty or too long"));
        }
        if !addresses(text).is_subset(&addresses(given)) {
            return Err(LlmError::Nonsense("an address that nobody wrote"));
        }
        Ok(text.to_owned())
    }
}
