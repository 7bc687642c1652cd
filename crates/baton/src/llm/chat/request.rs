//! The request, in the words of the chat API, and what is left out of it when a server complains.

use serde::Serialize;

use super::super::Call;

/// Two messages, because some servers' templates know no more: what to do, and what to do it with.
pub(in super::super) struct Prompt {
    /// Ours and the admin's words. Nothing that a customer wrote or a document says.
    pub system: String,
    /// Data, as JSON.
    pub user: String,
}

#[derive(Serialize)]
pub(super) struct Request<'a> {
    model: &'a str,
    messages: [Message<'a>; 2],
    stream: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    temperature: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_tokens: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_completion_tokens: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_format: Option<Format>,
}

#[derive(Serialize)]
struct Message<'a> {
    role: &'static str,
    content: &'a str,
}

#[derive(Serialize)]
struct Format {
    r#type: &'static str,
}

/// What not every compatible server knows.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    response_format: bool,
    temperature: bool,
    /// Reasoning models of some providers want `max_completion_tokens` instead.
    max_tokens: bool,
}

impl Default for Shape {
    fn default() -> Self {
        Self { response_format: true, temperature: true, max_tokens: true }
    }
}

impl Shape {
    /// Gives up what the complaint names, or else the format, which is refused most often.
    /// False when there is nothing left to give up.
    pub(super) fn gives_in(&mut self, complaint: &str) -> bool {
        let named = |field: &str| complaint.contains(field);
        let wish = if named("max_tokens") && self.max_tokens {
            &mut self.max_tokens
        } else if named("temperature") && self.temperature {
            &mut self.temperature
        } else {
            &mut self.response_format
        };
        std::mem::take(wish)
    }
}

impl<'a> Request<'a> {
    pub(super) fn new(call: &Call<'a>, prompt: &'a Prompt, shape: Shape) -> Self {
        Self {
            model: call.model,
            messages: [
                Message { role: "system", content: &prompt.system },
                Message { role: "user", content: &prompt.user },
            ],
            stream: true,
            temperature: shape.temperature.then_some(call.temperature),
            max_tokens: shape.max_tokens.then_some(call.max_tokens),
            max_completion_tokens: (!shape.max_tokens).then_some(call.max_tokens),
            response_format: shape.response_format.then_some(Format { r#type: "json_object" }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_goes_first_and_only_once() {
        let mut shape = Shape::default();
        assert!(shape.gives_in("json_object is not supported"));
        assert!(!shape.gives_in("json_object is not supported"));
    }

    #[test]
    fn what_the_complaint_names_goes() {
        let mut shape = Shape::default();
        assert!(shape.gives_in("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."));
        assert!(shape.gives_in("'temperature' does not support 0.0 with this model"));
        assert!(shape.response_format && !shape.temperature && !shape.max_tokens);
    }
}
