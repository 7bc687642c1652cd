//! Every sentence that a customer or agent can read and that no admin wrote, and how a text's
//! `{agent}`, `{customer}`, `{position}`, `{wait}` and `{opens}` are filled in.

mod clarify;
mod consent;
mod invitation;
mod notice;
mod small_talk;
mod times;
mod translated;

pub use clarify::clarify;
pub use consent::{is_yes, yes_and_no};
pub use invitation::invitation;
pub use notice::{mentioned, notice, reply_subject};
pub use small_talk::{SmallTalk, small_talk};
pub use times::{opening, wait};
pub use translated::translated;

pub const INSTRUCTIONS: &str = "Be friendly, clear and brief. Answer in the language of the question.";
pub const WELCOME: &str = "Hello! Ask me anything, or ask for a person at any time.";
pub const DONT_KNOW: &str = "I could not find an answer to that. Could you put it in other words?";
pub const HANDOVER: &str = "Let me connect you with one of our team.";
pub const ASSIGNED: &str = "{agent} has joined the chat.";
pub const NO_AGENT: &str = "Nobody is available right now. We have your question and will get back to you.";
pub const ASK_FIRST: &str = "I could not find an answer to that. Shall I ask one of our team?";
pub const LEAVE_CONTACT: &str =
    "Nobody is available right now. Leave your e-mail address, and we will get back to you.";
pub const REPLY_TO_CONTACT: &str = "We have your question and your address, and will get back to you.";
pub const STILL_HERE: &str = "Nobody is available right now. I can go on helping you with what I know.";
pub const RETURNED: &str = "Sorry for the wait. I can help you with what I know; ask for a person at any time.";

/// What a text may speak of. What is absent reads as an empty string.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub agent: String,
    pub customer: String,
    /// Place in the queue, from 1.
    pub position: Option<i64>,
    pub wait: String,
    /// When the team is there again.
    pub opens: String,
}

/// Fills in a text's placeholders. Values are data: a placeholder inside a value stays as it is.
#[must_use]
pub fn fill(text: &str, facts: &Facts) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let (before, from_brace) = rest.split_at(start);
        filled.push_str(before);
        let known = from_brace.find('}').and_then(|end| Some((end, value(&from_brace[1..end], facts)?)));
        if let Some((end, value)) = known {
            filled.push_str(&value);
            rest = &from_brace[end + 1..];
        } else {
            filled.push('{');
            rest = &from_brace[1..];
        }
    }
    filled.push_str(rest);
    filled
}

fn value(name: &str, facts: &Facts) -> Option<String> {
    match name {
        "agent" => Some(facts.agent.clone()),
        "customer" => Some(facts.customer.clone()),
        "position" => Some(facts.position.map(|place| place.to_string()).unwrap_or_default()),
        "wait" => Some(facts.wait.clone()),
        "opens" => Some(facts.opens.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_and_values_are_not_read_again() {
        let facts = Facts { agent: "{customer}".into(), customer: "Ida".into(), position: Some(2), ..Facts::default() };
        assert_eq!(fill("{agent}: hello {customer}, you are {position}.", &facts), "{customer}: hello Ida, you are 2.");
    }

    #[test]
    fn braces_that_are_no_placeholder_stay() {
        assert_eq!(fill("{\"a\": {agent", &Facts::default()), "{\"a\": {agent");
    }
}
