//! Whether a message in a group is meant for the AI Agent.

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WhenToAnswer {
    /// With one customer every message; with several only a command or a mention.
    Auto,
    Always,
    /// Only messages that start with `/command`.
    Command,
}

/// `customers` counts the customers in the dialog; `command` is without its slash; `name` is the
/// AI Agent's display name, mentioned as `@name`.
#[must_use]
pub fn is_addressed(when: WhenToAnswer, customers: usize, text: &str, command: &str, name: &str) -> bool {
    match when {
        WhenToAnswer::Always => true,
        WhenToAnswer::Command => starts_with_command(text, command),
        WhenToAnswer::Auto => {
            customers <= 1 || starts_with_command(text, command) || mentions(text, name) || mentions(text, command)
        }
    }
}

fn starts_with_command(text: &str, command: &str) -> bool {
    let Some(rest) = text.trim_start().strip_prefix('/') else { return false };
    !command.is_empty() && starts_with_word(rest, command)
}

fn mentions(text: &str, name: &str) -> bool {
    !name.is_empty() && text.split('@').skip(1).any(|rest| starts_with_word(rest, name))
}

/// `text` begins with `word`, whatever the case, and the word ends there.
fn starts_with_word(text: &str, word: &str) -> bool {
    let mut rest = text.chars().flat_map(char::to_lowercase);
    word.chars().flat_map(char::to_lowercase).all(|expected| rest.next() == Some(expected))
        && rest.next().is_none_or(|after| !after.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn auto(customers: usize, text: &str) -> bool {
        is_addressed(WhenToAnswer::Auto, customers, text, "fjell", "Fjell Guide")
    }

    #[test]
    fn with_one_customer_every_message_is_for_the_ai_agent() {
        assert!(auto(1, "Where is my parcel?"));
    }

    #[test]
    fn with_several_customers_only_a_command_or_a_mention_is() {
        assert!(!auto(2, "Where is my parcel?"));
        assert!(auto(2, "/fjell where is my parcel?"));
        assert!(auto(2, "ask @Fjell guide, please"));
        assert!(!auto(2, "/fjellheim is a place"));
        assert!(!auto(2, "mail me at ida@example.com"));
    }

    #[test]
    fn on_command_only_nothing_else_counts() {
        assert!(!is_addressed(WhenToAnswer::Command, 1, "hello", "ask", "Ada"));
        assert!(is_addressed(WhenToAnswer::Command, 1, " /ASK hello", "ask", "Ada"));
    }
}
