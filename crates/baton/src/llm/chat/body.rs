//! From the bytes of a reply to pieces of text, whether the server streams or ignores that it should.
//! Every field may be missing or of another type, because servers that call themselves compatible differ.

use serde_json::Value;

use super::{super::LlmError, sse::Events};

#[derive(Debug, PartialEq)]
pub(super) enum Piece {
    Text(String),
    /// The model had more to say than it was allowed to.
    CutOff,
    Done,
}

/// A reply that is being received.
#[derive(Default)]
pub(super) enum Body {
    #[default]
    Unknown,
    Streamed(Events),
    /// One JSON document.
    Whole(Vec<u8>),
}

type Pieces = Vec<Result<Piece, LlmError>>;

impl Body {
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Pieces {
        if let Self::Unknown = self {
            // The content type is not to be trusted: some stream as JSON, some send JSON as a stream.
            match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
                Some(b'{') => *self = Self::Whole(Vec::new()),
                Some(_) => *self = Self::Streamed(Events::default()),
                None => return Vec::new(),
            }
        }
        match self {
            Self::Streamed(events) => events.feed(bytes).iter().flat_map(|event| pieces(event)).collect(),
            Self::Whole(text) => {
                text.extend_from_slice(bytes);
                Vec::new()
            }
            Self::Unknown => Vec::new(),
        }
    }

    pub(super) fn end(&mut self) -> Result<Pieces, LlmError> {
        match self {
            Self::Unknown => Err(LlmError::Nonsense("no text")),
            Self::Streamed(events) => Ok(events.end().iter().flat_map(|event| pieces(event)).collect()),
            Self::Whole(text) => {
                let reply = serde_json::from_slice(text).map_err(|_| LlmError::Nonsense("not JSON"))?;
                Ok(pieces_of(&reply))
            }
        }
    }
}

fn pieces(event: &str) -> Pieces {
    if event.trim() == "[DONE]" {
        return vec![Ok(Piece::Done)];
    }
    // Pings and other words that are no JSON say nothing.
    serde_json::from_str(event).map_or_else(|_| Vec::new(), |reply| pieces_of(&reply))
}

fn pieces_of(reply: &Value) -> Pieces {
    if reply.get("error").is_some_and(|error| !error.is_null()) {
        return vec![Err(LlmError::Reported)];
    }
    let Some(choice) = reply.pointer("/choices/0") else { return Vec::new() };
    let message = choice.get("delta").filter(|delta| delta.is_object()).or_else(|| choice.get("message"));
    let field = |name| message.and_then(|message| message.get(name)).map(text_of).unwrap_or_default();
    if !field("refusal").is_empty() {
        return vec![Err(LlmError::Declined)];
    }
    let mut pieces = Vec::new();
    let text = field("content");
    if !text.is_empty() {
        pieces.push(Ok(Piece::Text(text)));
    }
    match choice.get("finish_reason").and_then(Value::as_str) {
        Some("content_filter") => pieces.push(Err(LlmError::Declined)),
        Some("length") => pieces.push(Ok(Piece::CutOff)),
        Some(_) | None => {}
    }
    pieces
}

/// A text, or a list of parts that have one.
fn text_of(content: &Value) -> String {
    match content {
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts.iter().filter_map(|part| part.get("text")?.as_str()).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of a reply, or the word for what it was instead.
    fn text(reply: &str) -> String {
        let mut body = Body::default();
        let mut pieces = body.feed(reply.as_bytes());
        match body.end() {
            Ok(last) => pieces.extend(last),
            Err(error) => return error.to_string(),
        }
        let word = |piece| match piece {
            Ok(Piece::Text(text)) => text,
            Ok(other) => format!("<{other:?}>"),
            Err(error) => format!("<{error}>"),
        };
        pieces.into_iter().map(word).collect()
    }

    #[test]
    fn a_stream_is_put_together() {
        let stream = "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\n\n\
            data: {\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"\"}]}\n\n: ping\n\ndata: ping\n\n\
            data: {\"choices\":[{\"delta\":{\"content\":\"b\"},\"finish_reason\":null}],\"usage\":{}}\n\n\
            data: {\"choices\":[],\"usage\":null}\n\ndata: [DONE]\n\n";
        assert_eq!(text(stream), "ab<Done>");
    }

    #[test]
    fn a_server_that_does_not_stream_is_understood() {
        assert_eq!(text(r#" {"choices":[{"delta":null,"message":{"content":"ab"}}]}"#), "ab");
        assert_eq!(text(r#"{"choices":[{"message":{"content":[{"type":"text","text":"ab"}]}}]}"#), "ab");
    }

    #[test]
    fn thoughts_are_not_text() {
        assert_eq!(text(r#"{"choices":[{"message":{"reasoning_content":"hm","content":"ab"}}]}"#), "ab");
    }

    #[test]
    fn limits_refusals_and_errors_are_told_apart() {
        assert_eq!(text(r#"{"choices":[{"message":{"content":"a"},"finish_reason":"length"}]}"#), "a<CutOff>");
        assert_eq!(text(r#"{"choices":[{"message":{"refusal":"I can't"}}]}"#), format!("<{}>", LlmError::Declined));
        assert_eq!(text("data: {\"error\":{\"code\":503}}\n\n"), format!("<{}>", LlmError::Reported));
    }

    #[test]
    fn garbage_has_no_text() {
        assert_eq!(text("<html>sorry</html>"), "");
        assert_eq!(text("{\"choices\":"), LlmError::Nonsense("not JSON").to_string());
        assert_eq!(text(" "), LlmError::Nonsense("no text").to_string());
        assert_eq!(text(r#"{"choices":[{"message":"hi","finish_reason":7}]}"#), "");
    }
}
